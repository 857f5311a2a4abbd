"""Drawing what has changed, and nothing at rest."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pygame

from game.ui.damage import Damage
from game.ui.focus_ring import FocusRing
from game.ui.painter import Painter

if TYPE_CHECKING:
    from game.ui.window import App


class Drawing:
    """Puts the uppermost screen and what lies over it onto the window's surface."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.damage = Damage()
        self.ring = FocusRing(app)

    def changes(self) -> list[pygame.Rect]:
        """Place and draw what has changed. Returns the rectangles drawn: none at rest."""
        app = self._app
        started = time.perf_counter()
        app.arrange()
        self.ring.move()
        rects = self.damage.take(app.surface.get_rect())
        faded = app.fade.step(rects)
        if faded is not None:
            self._drawn(started)
            return faded
        rects = self.damage.take(app.surface.get_rect()) or rects
        for rect in rects:
            self.part(rect)
        if rects:
            self._drawn(started)
        return rects

    def _drawn(self, started: float) -> None:
        app = self._app
        app.draws += 1
        app.presses.unseen = False
        if app.frames is not None:
            app.frames.add(time.perf_counter() - started)

    def part(self, clip: pygame.Rect) -> None:
        """Draw all that lies in a rectangle."""
        app = self._app
        surface, theme = app.surface, app.kit.theme
        surface.set_clip(clip)
        painter = Painter(surface, app.kit, log=app.text_log)
        painter.fill(clip, theme.grounds["ground"])
        for stage in app.stages[-1:]:
            if stage.footer is not None:
                stage.footer.root.paint(painter)
            for layer in stage.layers:
                if layer.kind == "dialog":
                    surface.fill(theme.scrim, clip, special_flags=pygame.BLEND_RGB_MULT)
                layer.root.paint(painter)
                if layer is app.top:
                    self.ring.draw(painter, clip)
        surface.set_clip(None)

    def afresh(self) -> pygame.Surface:
        """A picture of the window drawn at once: what the pieces drawn so far must add up to."""
        app = self._app
        kept, kept_log = app.surface, app.text_log
        app.arrange()
        app.surface = pygame.Surface(kept.get_size(), 0, kept)
        self.part(app.surface.get_rect())
        drawn, app.surface, app.text_log = app.surface, kept, kept_log
        return drawn
