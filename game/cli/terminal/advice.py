"""What a seat's analysts think of the other side, in text."""

from __future__ import annotations

from game.cli.terminal.wrapping import items, paragraph
from game.foundation.texts import _
from game.match.estimating import Analysts
from game.match.table import Match
from game.narration.assessing import caution, tempo_line, type_lines


def assessment(match: Match, seat: int, advisers: dict[int, Analysts]) -> list[str]:
    """The other side's types with their chances, and how it comes down.

    Args:
        advisers: the analysts by seat, who remember what they have read; those of this seat are put in.
    """
    found = advisers.setdefault(seat, Analysts(match, seat)).assess()
    words = match.opened.words
    head = _("What your analysts think of {seat}:").format(seat=words.seats[1 - seat].title)
    if found is None:
        return [head, _("Nothing yet: the talks have not begun.")]
    titles = [entry.title for entry in words.types[1 - seat]]
    lines = type_lines(titles, [(chance.first, chance.now) for chance in found.types])
    tempo = tempo_line([chance.now for chance in found.tempos])
    return [head, *items(lines), paragraph(tempo), paragraph(caution())]
