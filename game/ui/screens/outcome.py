"""How the game came out. The only way on is the debrief."""

from __future__ import annotations

from game.foundation.texts import _
from game.match.finished import finished
from game.narration.caution import caution_line
from game.narration.log import ending
from game.ui.debrief import figures
from game.ui.layout import Column, Fold
from game.ui.playing import Playing
from game.ui.screens.parts import GamePage, page
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label


class Outcome(GamePage):
    """Several dimensions side by side; no total."""

    title = "Outcome"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing
        self.done = finished(playing.opened, playing.match.course())

    def build(self) -> Widget:
        """People first, then agreements, seats and third parties."""
        playing, told = self._playing, self.done.told
        body = Column(
            [
                Fold(
                    [
                        figures.people(playing, told).place(grow=3),
                        figures.agreements(playing, told).place(grow=2, limits=Limits(min_w=300)),
                    ],
                    gap=8,
                ),
                Fold(
                    [
                        figures.seat(playing, told, seat).place(grow=1, limits=Limits(min_w=360))
                        for seat in (0, 1)
                    ],
                    gap=8,
                ),
                figures.third_parties(self.done),
                Label(caution_line(playing.opened.scenario), tone="muted"),
            ],
            gap=8,
        )
        how = ending(playing.opened.words, int(told.outcome.ended[0]))
        go = Button(_("To the debrief"), self._go, "primary").place(key="go")
        under = _("{how} There is no single score.").format(how=how)
        return page(_("How it came out"), under, body, [go], 1100)

    def first_focus(self) -> str:
        """The way on."""
        return "go"

    def _go(self) -> None:
        from game.ui.screens.debrief import DebriefPage

        self.app.replace(DebriefPage(self._playing, self.done))
