"""Why the computer did what it did, turn by turn."""

from __future__ import annotations

from itertools import groupby

from game.foundation.texts import _
from game.narration import reasons
from game.narration.debrief import Finished, Reason
from game.ui.debrief.wording import sentence
from game.ui.flow import Words
from game.ui.playing import SEAT_TONES
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label


def why_it_did(done: Finished) -> list[Widget]:
    """All reasons that computer seats gave, in order, under the turns they were given in."""
    lost = done.told.reasons_lost
    if not done.told.reasons and not lost:
        return []
    lines: list[Widget] = [Label(_("Why the computer did what it did"), "heading")]
    if lost:
        lines.append(Label(reasons.not_kept(lost), tone="muted"))
    for turn, given in groupby(done.told.reasons, key=lambda reason: reason.turn):
        lines.append(Label(done.words.date(turn), "strong"))
        lines += [_line(done, reason) for reason in given]
    return lines


def _line(done: Finished, reason: Reason) -> Widget:
    seat = Words(done.words.seats[reason.seat].title + ": ")
    said = Words(sentence(reasons.in_words(reason.reasoning)), tone="plain")
    return Label((seat, said), tone=SEAT_TONES[reason.seat], shape="auto")
