"""Where the pointer goes: to the widget under it, or to the one that holds on to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.ui.events import Pointer, Wheel
from game.ui.widgets.base import Widget

if TYPE_CHECKING:
    from game.ui.window import App


class Mouse:
    """Knows what is hovered and who has grabbed the pointer."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._hovered: Widget | None = None
        self.grabbed: Widget | None = None
        self._said = ""  # the hint of what is hovered

    def point(self, pointer: Pointer) -> None:
        """The pointer did something."""
        if not self._app.stages:
            return
        self._app.arrange()
        if pointer.kind == "down":
            self._press(pointer)
        elif self.grabbed is not None:
            self._hold(self.grabbed, pointer)
        else:
            under = self._under(pointer.pos)
            self._hover(under)
            _first(under, lambda widget: widget.on_pointer(pointer))
            self._listen(under)

    def turn(self, wheel: Wheel) -> None:
        """The wheel was turned."""
        if self._app.stages:
            self._app.arrange()
            self._app.hints.hide()
            _first(self._under(wheel.pos), lambda widget: widget.on_wheel(wheel))

    def leave(self) -> None:
        """The pointer left the window, or another window took the keyboard."""
        self._hover(None)
        self._app.hints.hide()

    def forget(self) -> None:
        """What was under the pointer is gone."""
        self.grabbed = self._hovered = None

    def let_go(self) -> None:
        """Something came between the pointer and what is under it."""
        self._hover(None)
        self.grabbed = None

    def _hold(self, widget: Widget, pointer: Pointer) -> None:
        widget.on_pointer(pointer)
        if pointer.kind == "up":
            self.grabbed = None
            if self._app.stages:
                self._hover(self._under(pointer.pos))
                self._app.hints.wait_no_more()  # it came here by a click on the page before, and asks nothing

    def _press(self, pointer: Pointer) -> None:
        app = self._app
        if app.presses.is_echo(f"button{pointer.button}"):
            return
        app.hints.hide()
        target = self._under(pointer.pos)
        if target is None:
            if app.top.kind == "popup":
                app.top.dismiss()
            return
        stop: Widget | None = target
        while stop is not None and not (stop.focusable and stop.usable):
            stop = stop.parent
        if stop is not None:
            app.focus(stop, ring=False)
        elif app.focused is not None:
            app.focus(app.focused, ring=False)
        _first(target, lambda widget: widget.on_pointer(pointer))

    def _under(self, pos: tuple[int, int]) -> Widget | None:
        return self._app.top.root.at(pos)

    def _listen(self, widget: Widget | None) -> None:
        """What a chart has to say depends on where in it the pointer is."""
        said = widget.hint if widget is not None else ""
        if said != self._said:
            self._said = said
            self._app.hints.told_anew(widget)

    def _hover(self, widget: Widget | None) -> None:
        if widget is self._hovered:
            return
        if self._hovered is not None:
            self._hovered.on_hover(False)
        self._hovered = widget
        if widget is not None:
            widget.on_hover(True)
        self._said = widget.hint if widget is not None else ""
        if self._app.cursor_wanted is not None:
            self._app.cursor_wanted(widget.cursor if widget is not None and widget.usable else "arrow")
        self._app.hints.hovered(widget)


def _first(widget: Widget | None, use: Callable[[Widget], bool]) -> bool:
    """Offer something to a widget and those above it until one uses it."""
    while widget is not None:
        if widget.usable and use(widget):
            return True
        widget = widget.parent
    return False
