"""Restrained motion: a page fades into the next in a sixth of a second, and a setting switches that off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.ui.window import App

LASTS = 0.16  # seconds
FRAME = 1 / 60


class Fade:
    """The page before, fading away over the new one. Holds no picture once that is over.

    Nothing waits for it: a key or a click acts at once, and the first change on the new page ends it.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self.on = False
        self._old: pygame.Surface | None = None
        self._new: pygame.Surface | None = None
        self._began = 0.0

    def begin(self) -> None:
        """The page is about to change: keep what is seen now."""
        if self.on and self._old is None and self._app.draws:
            self._old, self._new = self._app.surface.copy(), None

    def step(self, rects: list[pygame.Rect]) -> list[pygame.Rect] | None:
        """Draw one picture of the fade.

        Args:
            rects: what has changed on the page.

        Returns: what was drawn; None if there is nothing to fade, and the page draws itself as ever.
        """
        app, old = self._app, self._old
        if old is None:
            return None
        whole = app.surface.get_rect()
        if old.get_size() != whole.size or (self._new is not None and rects):
            self._end()
            app.damage_all()
            return None
        if self._new is None:
            app.drawing.part(whole)
            self._new, self._began = app.surface.copy(), app.clock()
        share = (app.clock() - self._began) / LASTS
        app.surface.blit(self._new, (0, 0))
        if share >= 1:
            self._end()
        else:
            old.set_alpha(round(255 * (1 - share)))
            app.surface.blit(old, (0, 0))
            app.later(FRAME, lambda: None)  # wakes the window for the next picture
        return [whole]

    def _end(self) -> None:
        self._old = self._new = None
