"""When a hint opens and closes: by the pointer resting, by the keyboard arriving, or by asking with F2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.layers import Layer
from game.ui.widgets.base import Widget
from game.ui.widgets.hintcard import HintCard

if TYPE_CHECKING:
    from game.ui.timers import Timer
    from game.ui.window import App

REST = 0.45  # seconds the pointer rests before a hint opens
ARRIVAL = 0.7  # seconds the keyboard rests


class Hints:
    """At most one hint is open. One that was asked for stays while the value it explains changes."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._layer: Layer | None = None
        self._owner: Widget | None = None
        self._asked = False
        self._timer: Timer | None = None

    @property
    def open(self) -> HintCard | None:
        """The hint on the screen."""
        return (
            self._layer.root if self._layer is not None and isinstance(self._layer.root, HintCard) else None
        )

    def hovered(self, widget: Widget | None) -> None:
        """The pointer is over a widget now."""
        owner = _owner(widget)
        if owner is self._owner and self._layer is not None:
            return
        if not self._asked:
            self.hide()
        self._wait(owner, REST)

    def wait_no_more(self) -> None:
        """Whatever was about to open by itself does not."""
        self._cancel()

    def told_anew(self, widget: Widget | None) -> None:
        """What is hovered has something else to say now."""
        if not self._asked:
            self.hide()
            self._wait(_owner(widget), REST)

    def focused(self, widget: Widget | None) -> None:
        """The keyboard is at a widget now."""
        if widget is not self._owner:
            self.hide()
        if widget is not None and widget.why_on_focus:
            self._wait(_owner(widget), ARRIVAL)

    def ask(self, widget: Widget | None) -> bool:
        """The player wants to know. Asking again closes it. Returns whether there was an answer."""
        owner = _owner(widget)
        if owner is None:
            return False
        if self._layer is not None and self._owner is owner and self._asked:
            return self.hide()
        self.hide()
        self._show(owner, asked=True)
        return self._layer is not None

    def key_pressed(self) -> None:
        """A key went down: what opened by itself closes by itself."""
        self._cancel()
        if not self._asked:
            self.hide()

    def refresh(self) -> None:
        """The value may be another one: say what is true now."""
        if self._layer is None or self._owner is None or not self._asked:
            return
        card = HintCard.of(self._owner)
        if card is None or not self._owner.usable:
            self.hide()
        elif self.open is None or card.content != self.open.content:
            owner = self._owner
            self.hide()
            self._show(owner, asked=True)

    def hide(self) -> bool:
        """Close the hint. Returns whether there was one."""
        self._cancel()
        layer, self._layer, self._owner, self._asked = self._layer, None, None, False
        if layer is None:
            return False
        self._app.close(layer)
        return True

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _wait(self, owner: Widget | None, seconds: float) -> None:
        self._cancel()
        if owner is not None and not self._asked:
            self._timer = self._app.later(seconds, lambda: self._show(owner, asked=False))

    def _show(self, owner: Widget, asked: bool) -> None:
        card = HintCard.of(owner)
        if card is None or not owner.visible or owner.parent is None:
            return
        self._owner, self._asked = owner, asked
        self._layer = Layer(card, "hint", anchor=lambda: owner.seen(owner.focus_rect()))
        self._app.open(self._layer)


def _owner(widget: Widget | None) -> Widget | None:
    """The nearest widget upwards that has something to say."""
    while widget is not None and widget.why is None and not widget.hint:
        widget = widget.parent
    return widget
