"""While the other seat thinks about its move: how far it is, and the way out."""

from __future__ import annotations

import threading
from contextvars import copy_context

from game.foundation.texts import _
from game.match.moments import Decision
from game.ui.grids import Centred
from game.ui.journey import show_next
from game.ui.layout import Column, Flow
from game.ui.playing import SEAT_TONES, Playing
from game.ui.screens.parts import GamePage, pause_button
from game.ui.timers import Timer
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page, Panel
from game.ui.widgets.progress import Progress

LOOKS = 0.05  # seconds between two looks at how far it is


class Thinking(GamePage):
    """The seat thinks in a thread of its own, so the window stays alive; leaving or pausing stops it.

    What it decides does not depend on how long it took, so a game that was left in the middle goes on with
    the same move.
    """

    title = "The other side thinks"
    pauses = True

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing
        self._worker: threading.Thread | None = None
        self._timer: Timer | None = None
        self._decision: Decision | None = None
        self._fault: BaseException | None = None

    def build(self) -> Widget:
        """Whose turn it is, a bar, and the way to pause."""
        seat = self._playing.match.asked
        assert seat is not None, "nobody is asked"
        title = self._playing.opened.words.seats[seat].title
        self._bar = Progress(_("It tries its moves out in its mind."), 0.0).place(key="progress")
        lines = [
            Label(_("{seat} is thinking").format(seat=title), "title", SEAT_TONES[seat], shape="auto"),
            self._bar,
            Flow([pause_button(self)]),
        ]
        panel = Panel("", [Column(lines, gap=16)], pad=(32, 28)).place(limits=Limits(want_w=640, max_w=640))
        return Page([Centred([panel]).place(grow=1)])

    def opened(self) -> None:
        """Begin to think."""
        self._begin()

    def resumed(self) -> None:
        """Come back from a pause: think again, from the beginning."""
        self._begin()

    def closed(self) -> None:
        """Nobody wants to know any more."""
        self._stop()

    def pause(self) -> None:
        """Stop thinking, and show the page of pauses."""
        self._stop()
        super().pause()

    def _begin(self) -> None:
        self._stop()
        thinking = self._playing.match.thinking()
        assert thinking is not None, "this seat does not think"
        thinking.begin()
        self._decision = self._fault = None
        context = copy_context()
        self._worker = threading.Thread(target=lambda: context.run(self._think), name="thinking", daemon=True)
        self._worker.start()
        self._timer = self.app.later(LOOKS, self._look)

    def _think(self) -> None:
        try:
            self._decision = self._playing.match.decided()
        except BaseException as fault:
            self._fault = fault

    def _look(self) -> None:
        assert self._worker is not None
        if self._worker.is_alive():
            thinking = self._playing.match.thinking()
            share = 0.0 if thinking is None else thinking.done / max(1, thinking.whole)
            if share != self._bar.share:
                self._bar.set(share=share)
            self._timer = self.app.later(LOOKS, self._look)
            return
        self._worker = self._timer = None
        if self._fault is not None:
            raise self._fault
        assert self._decision is not None
        self._playing.match.carry_out(self._decision)
        show_next(self.app, self._playing)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self._worker is not None:
            thinking = self._playing.match.thinking()
            if thinking is not None:
                thinking.stop.set()
            self._worker.join()
        self._worker = self._timer = None
