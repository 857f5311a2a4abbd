"""What the computer on the other seat said with its last move, beside the draft that answers it."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.stated import in_their_words
from game.ui.playing import SEAT_TONES, Playing
from game.ui.widgets.base import Limits
from game.ui.widgets.label import Label


def stated(playing: Playing) -> Label:
    """The reason as the other seat gives it; nothing where a person sits there, or it was long ago."""
    words = _words(playing)
    text = _("They say: ‘{words}.’").format(words=words) if words else ""
    tone = SEAT_TONES[1 - playing.viewer]
    label = Label(text, tone=tone, side="right").place(key="stated", grow=1, align="centre")
    return label.place(limits=Limits(min_w=240)) if words else label


def _words(playing: Playing) -> str:
    said = [one for one in playing.match.stated() if one.seat != playing.viewer]
    if not said or said[-1].moment.turn < playing.match.moment.turn - 1:
        return ""
    return in_their_words(said[-1].rule)
