"""Between two persons at one computer: nothing is shown until the right one says so."""

from __future__ import annotations

from game.foundation.texts import _
from game.ui.journey import show_seat
from game.ui.layout import Centred, Column
from game.ui.playing import SEAT_TONES, Playing
from game.ui.screens.parts import GamePage
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page, Panel


class Curtain(GamePage):
    """Hides both sides' papers while the computer changes hands."""

    title = "Pass on"
    pauses = True

    def __init__(self, playing: Playing, seat: int) -> None:
        super().__init__()
        self._playing, self._seat = playing, seat

    def build(self) -> Widget:
        """Whose turn it is, and one button."""
        name = self._playing.opened.words.seats[self._seat].title
        lines = [
            Label(_("Pass to: {seat}").format(seat=name), "title", SEAT_TONES[self._seat], shape="auto"),
            Label(_("The other person looks away. What comes next is for this seat only.")),
            Button(_("I am {seat}: show my side").format(seat=name), self._lift, "primary").place(key="lift"),
        ]
        panel = Panel("", [Column(lines, gap=16)], pad=(32, 28)).place(limits=Limits(want_w=640, max_w=640))
        return Page([Centred([panel]).place(grow=1)])

    def _lift(self) -> None:
        show_seat(self.app, self._playing, self._seat)
