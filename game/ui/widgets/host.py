"""What a widget may ask of its window, and the words that widgets describe themselves with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

import pygame

from game.ui.keymap import Keymap
from game.ui.kit import Kit
from game.ui.solve import Span

if TYPE_CHECKING:
    from game.ui.clipboard import Clipboard
    from game.ui.layers import Layer
    from game.ui.timers import Timer
    from game.ui.widgets.base import Widget

Align = Literal["stretch", "start", "centre", "end"]
Role = Literal[
    "group",
    "text",
    "link",
    "button",
    "slider",
    "choice",
    "list",
    "log",
    "tab",
    "dialog",
    "entry",
    "picture",
    "meter",
]


class Host(Protocol):
    """What a widget may ask of the window that it stands in."""

    kit: Kit
    keys: Keymap
    clipboard: Clipboard

    @property
    def focused(self) -> Widget | None: ...
    def damage(self, rect: pygame.Rect) -> None: ...
    def relayout(self) -> None: ...
    def focus(self, widget: Widget | None, *, ring: bool = True) -> None: ...
    def grab(self, widget: Widget | None) -> None: ...
    def open(self, layer: Layer) -> None: ...
    def close(self, layer: Layer) -> None: ...
    def later(self, seconds: float, call: Callable[[], None]) -> Timer: ...
    def follow(self, term: str) -> None: ...
    def typing(self, widget: Widget, caret: pygame.Rect | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a size, in units; nothing is no bound."""

    min_w: float = 0
    want_w: float = 0
    max_w: float = 0
    min_h: float = 0
    want_h: float = 0
    max_h: float = 0

    def bounded(self, span: Span, axis: Literal["w", "h"], widget: Widget) -> Span:
        """What a widget needs and would like, kept within the bounds; in pixels."""
        if self is FREE:
            return span
        low, want, most = (
            (self.min_w, self.want_w, self.max_w) if axis == "w" else (self.min_h, self.want_h, self.max_h)
        )
        px = widget.kit.px
        least = max(span.low, px(low))
        wanted = max(px(want) if want else span.want, least)
        if most:
            cap = px(most)
            least, wanted = (least if axis == "w" else min(least, cap)), min(wanted, max(cap, least))
        return Span(least, max(least, wanted))


FREE = Limits()
