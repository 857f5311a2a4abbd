"""What the viewer's analysts make of the other side by now."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.assessing import caution, tempo_line, type_lines
from game.ui.layout import Column
from game.ui.marked import marked
from game.ui.playing import SEAT_TONES, Playing
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.ui.widgets.scroll import Scroll


def analysts(playing: Playing) -> Widget:
    """The other side's types with their chances, and how it comes down."""
    viewer, words = playing.viewer, playing.opened.words
    found = playing.analysts().assess()
    other = words.seats[1 - viewer].title
    lines: list[Widget] = [Label(_("What your analysts think of {seat}").format(seat=other), "strong")]
    if found is None:
        lines.append(Label(_("Nothing yet: the talks have not begun."), tone="muted"))
    else:
        titles = [entry.title for entry in words.types[1 - viewer]]
        texts = type_lines(titles, [(chance.first, chance.now) for chance in found.types])
        lines += [marked(text, SEAT_TONES[1 - viewer], "bar") for text in texts]
        lines.append(Label(tempo_line([chance.now for chance in found.tempos])))
        lines.append(Label(caution(), tone="muted"))
    return Scroll(Column(lines, gap=6, pad=(6, 4)))
