"""Tells a press that is meant from one that only repeats the press which brought this screen."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.pages import Stage
    from game.ui.window import App

ECHO = 0.35  # seconds in which the same press again, on a new screen, is taken for an accident


class Presses:
    """Remembers the last press that could act, and on which screen."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._last = ("", -9.0)
        self._stage: weakref.ref[Stage] | None = None  # weak: a game must not outlive its last button
        self.unseen = False  # a screen is new and has not been drawn: nobody can mean anything on it yet

    def is_echo(self, press: str, *, repeat: bool = False) -> bool:
        """Whether a press repeats the one that brought this screen, or comes before it can be seen."""
        app = self._app
        acts = (
            press.startswith("button") or app.keys.means(press, "activate") or app.keys.means(press, "send")
        )
        if not acts:
            return False
        if self.unseen:
            return True
        last, when = self._last
        now = app.clock()
        elsewhere = (self._stage() if self._stage else None) is not app.stage
        if last == press and elsewhere and (repeat or now - when < ECHO):
            return True
        self._last = (press, now)
        self._stage = None if app.stage is None else weakref.ref(app.stage)
        return False
