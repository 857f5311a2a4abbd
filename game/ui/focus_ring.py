"""The ring around the widget that the keyboard speaks to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.painter import Painter

if TYPE_CHECKING:
    from game.ui.window import App


class FocusRing:
    """Knows where the ring was drawn last, so that it moves with its widget."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._drawn: tuple[pygame.Rect, pygame.Rect] | None = None

    def now(self) -> tuple[pygame.Rect, pygame.Rect] | None:
        """The ring, and the part of it that is seen; None if there is none."""
        app = self._app
        widget = app.focused
        if widget is None or not app.ring:
            return None
        around = app.kit.px(2) + app.kit.px(app.kit.theme.sizes.ring)
        rect = widget.focus_rect().inflate(2 * around, 2 * around)
        return rect, widget.seen(rect, around)

    def move(self) -> None:
        """Have the ring drawn anew if it is not where it was last: its widget may have been moved."""
        ring = self.now()
        if ring != self._drawn:
            for place in (self._drawn, ring):
                if place is not None:
                    self._app.damage(place[1])
            self._drawn = ring

    def draw(self, painter: Painter, clip: pygame.Rect) -> None:
        """Draw it where it is now, inside a clip that is set."""
        ring = self.now()
        if ring is not None:
            kit = self._app.kit
            sizes, px = kit.theme.sizes, kit.px
            painter.surface.set_clip(clip.clip(ring[1]))
            painter.box(ring[0], None, kit.theme.focus, px(sizes.radius) + px(3), px(sizes.ring))
            painter.surface.set_clip(clip)
