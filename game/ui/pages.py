"""The stack of screens: one opens over another, takes its place, or leaves."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.ui.focus import stops
from game.ui.layers import Layer
from game.ui.screen import Screen

if TYPE_CHECKING:
    from game.ui.timers import Timer
    from game.ui.window import App

SWEPT = 0.5  # seconds after a page was left; the new one is seen by then


@dataclass(eq=False)
class Stage:
    """A screen with what lies over it."""

    screen: Screen
    layers: list[Layer] = field(default_factory=list)
    footer: Layer | None = None  # under the page: what marks mean, while it is projected


class Pages:
    """The screens of a window; the uppermost is seen, and those below wait."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.stages: list[Stage] = []
        self._sweeping: Timer | None = None

    def push(self, screen: Screen) -> None:
        """Show a screen over the present one."""
        screen.show_in(self._app)
        stage = Stage(screen, [Layer(screen.build(), "base")])
        self.stages.append(stage)
        stage.layers[0].root.attach(self._app)
        screen.opened()
        self._new_stage()
        self._app.arrange()  # what can be scrolled, and so focused, is known only then
        self._focus_first(stage)
        self._app.projector.arrived()

    def pop(self) -> None:
        """Leave the present screen for the one below; the window closes after the last."""
        self._leave()
        if self.stages:
            self.stages[-1].screen.resumed()
            self._new_stage()
            if self._app.projector.on:  # before the next drawing, when all pages that go have gone
                self._app.later(0, self._app.projector.arrived)
        else:
            self._app.running = False

    def replace(self, screen: Screen) -> None:
        """Show a screen in place of the present one."""
        if self.stages:
            self._leave()
        self.push(screen)

    def reset(self, screen: Screen) -> None:
        """Show a screen in place of all."""
        while self.stages:
            self._leave()
        self.push(screen)

    def quit(self) -> None:
        """Close every screen, and the window."""
        while self.stages:
            self._leave()
        self._app.running = False

    def _leave(self) -> None:
        self._app.hints.hide()
        stage = self.stages.pop()
        for layer in reversed(stage.layers):
            layer.root.attach(None)
        if stage.footer is not None:
            stage.footer.root.attach(None)
        self._app.mouse.forget()
        stage.screen.closed()
        if self._sweeping is None or self._sweeping.cancelled:
            self._sweeping = self._app.later(SWEPT, self._sweep)

    def _sweep(self) -> None:
        """Free pages that were left: they and their widgets point at each other."""
        self._sweeping = None
        gc.collect()

    def _new_stage(self) -> None:
        self._app.fade.begin()
        self._app.hints.hide()
        self._app.mouse.forget()
        self._app.presses.unseen = True
        self._app.redraw_all()

    def _focus_first(self, stage: Stage) -> None:
        wanted = stage.screen.first_focus()
        root = stage.layers[0].root
        first = root.find(wanted) if wanted else next(iter(stops(root)), None)
        self._app.focus(first)
