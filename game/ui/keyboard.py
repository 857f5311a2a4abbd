"""Where a key goes: to the focused widget and those above it, to the window itself, to the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.events import Key
from game.ui.focus import after
from game.ui.widgets.base import Widget

if TYPE_CHECKING:
    from game.ui.window import App


class Keyboard:
    """Hands keys and typed text on."""

    def __init__(self, app: App) -> None:
        self._app = app

    def press(self, key: Key) -> bool:
        """A key went down. Returns whether somebody used it."""
        app = self._app
        if not app.stages or app.presses.is_echo(key.combo, repeat=key.repeat):
            return False
        app.arrange()
        app.hints.key_pressed()
        used = self._to_widgets(key) or self._to_window(key) or self._to_screen(key)
        app.hints.refresh()
        return used

    def type(self, text: str, *, composing: bool = False) -> bool:
        """Text was typed, or is being composed by an input method. Returns whether somebody used it."""
        widget = self._app.focused
        if widget is None or not widget.usable:
            return False
        return widget.on_composition(text) if composing else widget.on_text(text)

    def _to_widgets(self, key: Key) -> bool:
        app = self._app
        widget: Widget | None = app.top.focused
        if not app.ring and widget is not None:
            app.focus(widget)
        while widget is not None:
            if widget.enabled and widget.on_key(key):
                return True
            widget = widget.parent
        return False

    def _to_window(self, key: Key) -> bool:
        app, combo = self._app, key.combo
        means = app.keys.means
        if means(combo, "next") or means(combo, "previous"):
            app.focus(after(app.top.root, app.top.focused, 1 if means(combo, "next") else -1))
        elif means(combo, "dismiss"):
            return app.hints.hide() or self._dismiss()
        elif means(combo, "why"):
            return app.hints.ask(app.top.focused)
        elif means(combo, "larger"):
            app.step_scale(1)
        elif means(combo, "smaller"):
            app.step_scale(-1)
        elif means(combo, "normal size"):
            app.set_scale(1.0)
        elif means(combo, "projector"):
            app.projector.switch()
        else:
            return False
        return True

    def _dismiss(self) -> bool:
        layer = self._app.top
        if layer.kind == "base":
            return False
        layer.dismiss()
        return True

    def _to_screen(self, key: Key) -> bool:
        """The root hears keys even while nothing is focused; screens only without a dialog over them."""
        app = self._app
        return app.top.root.on_key(key) or (app.top.kind == "base" and app.stages[-1].screen.on_key(key))
