"""Tells a press that is meant from one that only repeats the press which brought this screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.window import App, Stage

ECHO = 0.35  # seconds in which the same press again, on a new screen, is taken for an accident


class Presses:
    """Remembers the last press that could act, and on which screen."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._last: tuple[str, float, Stage | None] = ("", -9.0, None)
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
        last, when, stage = self._last
        now = app.clock()
        if last == press and stage is not app.stage and (repeat or now - when < ECHO):
            return True
        self._last = (press, now, app.stage)
        return False
