"""A scenario being written: problems, offer space, who gains, a quick run; anew at every save."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from game.content.reading.memory import Memory
from game.foundation.texts import _, ngettext
from game.ui.layout import Column, Flow, Fold
from game.ui.screens.parts import Body, GamePage, Reading, back_button, heading
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.rows import Rows
from game.ui.workbench.looking import Good, Look, look, quick_run
from game.ui.workbench.showing import network, offer_space, problem_in_full, problem_rows, run_lines

Later = Callable[[Callable[[], None]], None]
QUIET = 0.4  # seconds without another save before games are played


def in_a_thread(call: Callable[[], None]) -> None:
    """Do something beside the window."""
    threading.Thread(target=call, name="workbench", daemon=True).start()


class Workbench(GamePage):
    """The page of `edit`.

    Args:
        path: the scenario's file, which may not be there yet, or be broken.
        here: has something done in the window's own thread; None for at once, as tests want it.
        beside: has something done beside the window.
    """

    title = "Workbench"

    def __init__(self, path: Path, here: Later | None = None, beside: Later = in_a_thread) -> None:
        super().__init__()
        self._path = path
        self._here: Later = here or (lambda call: call())
        self._beside = beside
        self._looks = 0
        self._memory = Memory()
        self._look = Look((), None)
        self._good: Good | None = None
        self._run: dict[str, Any] | None = None

    def build(self) -> Widget:
        """Problems on the left; on the right what the last good version is like."""
        self._state = Label("", "strong")
        self._rows = Rows(
            problem_rows(()), 0, taken=self._marked, moved_to=self._marked, most_shown=12
        ).place(key="problems", name=_("Problems"), grow=1)
        self._hint = Label("", "body", "muted")
        self._space, self._ties, self._games = Column([], gap=0), Column([], gap=0), Column([], gap=0)
        for part in (self._space, self._ties):
            part.place(grow=1)
        left = Panel(_("Problems"), [self._rows, self._hint])
        body = Body(
            Column(
                [
                    Panel(_("What can be agreed"), [self._space]).place(limits=Limits(min_h=300)),
                    Panel(_("Who gains by the fair package"), [self._ties]).place(limits=Limits(min_h=500)),
                    Panel(_("Quick run"), [self._games]),
                ],
                gap=12,
            )
        )
        panes = Fold(
            [
                left.place(grow=2, limits=Limits(min_w=340, min_h=160)),
                body.place(grow=3, limits=Limits(min_w=460, min_h=200)),
            ],
            gap=12,
        ).place(grow=1)
        self._play_button = Button(_("Play from here"), self._play, "primary").place(key="play")
        buttons = Flow(
            [
                self._play_button,
                Button(_("Look again"), self.saved).place(key="again"),
                back_button(self),
            ],
            gap=12,
        )
        top = heading(_("Workbench: {file}").format(file=self._path.name))
        return Reading([Column([top, self._state, panes, buttons], gap=12, pad=(24, 16)).place(grow=1)], body)

    def first_focus(self) -> str:
        """The list of problems."""
        return "problems"

    def opened(self) -> None:
        """Look for the first time."""
        self._show()
        self.saved()

    def saved(self) -> None:
        """The file may have changed: look at it beside the window. May be called from any thread."""
        self._looks += 1
        number = self._looks

        def see() -> None:
            found = look(self._path, date.today(), self._memory)  # noqa: DTZ011 - the author's own day is meant
            self._here(lambda: self._seen(number, found))

        self._beside(see)

    def _seen(self, number: int, found: Look) -> None:
        if number != self._looks or self._app is None:  # saved again meanwhile, or closed
            return
        self._look = found
        if found.good is not None:
            self._good, self._run = found.good, None
            self.app.later(QUIET, lambda: self._begin_run(number))
        self._show()

    def _begin_run(self, number: int) -> None:
        good = self._good
        if number != self._looks or good is None:
            return

        def play() -> None:
            run = quick_run(good.opened)
            self._here(lambda: self._played(number, run))

        self._beside(play)

    def _played(self, number: int, run: dict[str, Any]) -> None:
        if number == self._looks and self._app is not None:
            self._run = run
            self._games.fill([run_lines(self._good, run)] if self._good else [])

    def _show(self) -> None:
        findings, good = self._look.findings, self._good
        errors = sum(finding.severity == "error" for finding in findings)
        if not self._looks:
            self._state.set(_("Reading…"), "muted")
        elif errors:
            said = ngettext("{n} error", "{n} errors", errors).format(n=errors)
            older = _("{said}. What is shown is the last version that can be played.").format(said=said)
            self._state.set(older if good else f"{said}.", "bad")
        else:
            remarks = ngettext("{n} remark", "{n} remarks", len(findings)).format(n=len(findings))
            self._state.set(_("Good, {remarks}.").format(remarks=remarks) if findings else _("Good."), "good")
        self._rows.set(problem_rows(findings))
        self._hint.set(problem_in_full(findings, 0))
        empty = [Label(_("Nothing to show until the file can be played once."), tone="muted")]
        self._space.fill([offer_space(good).place(grow=1)] if good else empty)
        self._ties.fill([network(good).place(grow=1)] if good else [])
        self._games.fill([run_lines(good, self._run)] if good else [])
        self._play_button.enable(good is not None)

    def _marked(self, number: int) -> None:
        self._hint.set(problem_in_full(self._look.findings, number))

    def _play(self) -> None:
        from game.ui.screens.seats import Seats

        if self._good is not None:
            self.app.push(Seats(self._good.opened))
