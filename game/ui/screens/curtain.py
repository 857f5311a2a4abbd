"""Between two persons at one computer: nothing is shown until the right one says so."""

from __future__ import annotations

import pygame

from game.foundation.texts import _
from game.ui.grids import Centred
from game.ui.journey import show_seat
from game.ui.layout import Column, Flow
from game.ui.playing import SEAT_TONES, Playing
from game.ui.screens.parts import GamePage, pause_button
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.hold import HoldButton
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
        playing, seat = self._playing, self._seat
        turn = min(playing.match.moment.turn, len(playing.opened.words.turns) - 1)
        when = _("{date}. It is the turn of {seat}.") if playing.match.asked == seat else _("{date}.")
        title = playing.opened.words.seats[seat].title
        lift = HoldButton(_("Hold Space: show my side"), self._lift, self._space).place(key="lift")
        lines = [
            Label(_("Pass to: {who}").format(who=playing.who(seat)), "title", SEAT_TONES[seat], shape="auto"),
            Label(when.format(date=playing.opened.words.date(turn), seat=title), tone="muted"),
            Label(_("The other person looks away. What comes next is for this seat only.")),
            lift,
            Label(_("Enter or a click shows it as well."), "note", "muted"),
            Flow([pause_button(self)]),
        ]
        panel = Panel("", [Column(lines, gap=16)], pad=(32, 28)).place(limits=Limits(want_w=640, max_w=640))
        return Page([Centred([panel]).place(grow=1)])

    def first_focus(self) -> str:
        """What shows the side."""
        return "lift"

    def _space(self) -> bool:
        return self.app.inbox.is_down(pygame.K_SPACE)

    def _lift(self) -> None:
        show_seat(self.app, self._playing, self._seat)
