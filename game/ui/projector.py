"""The projector: larger, with the marks explained, and without what only one seat may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.layers import Layer

if TYPE_CHECKING:
    from game.ui.pages import Stage
    from game.ui.window import App

LARGE = 1.5


class Projector:
    """Switched on and off by one key, on every page.

    While it is on, pages that show a seat's own papers are covered by one that everybody may see; what the
    player has drafted waits below.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self.on = False
        self._scale = 1.0  # the player's own, while it is on

    def switch(self) -> None:
        """On, or off again."""
        app, self.on = self._app, not self.on
        if self.on:
            self._scale = app.scale
            app.scale = max(LARGE, app.scale)
            self._cover()
        else:
            app.scale = self._scale
            self._uncover()
        for stage in app.stages:
            self.dress(stage)
        app.renew()
        app.arrange()
        focused = app.focused
        if focused is not None and focused.parent is not None:
            focused.parent.reveal(focused.focus_rect())

    def arrived(self) -> None:
        """A page was shown: explain its marks, and cover it if it is not for everybody."""
        if self.on and self._app.stages:
            self.dress(self._app.stages[-1])
            self._cover()

    def dress(self, stage: Stage) -> None:
        """Give a page its explanation of the marks, or take it away."""
        if stage.footer is not None:
            stage.footer.root.attach(None)
            stage.footer = None
        legend = stage.screen.legend() if self.on else None
        if legend is not None:
            stage.footer = Layer(legend, "hint")
            legend.attach(self._app)

    def _cover(self) -> None:
        screen = self._app.stages[-1].screen.for_everybody() if self._app.stages else None
        if screen is not None:
            screen.covers = True
            self._app.push(screen)

    def _uncover(self) -> None:
        if self._app.stages and self._app.stages[-1].screen.covers:
            self._app.pop()
