"""A place that takes the next key, whatever it is."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui.events import Key
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.widgets.base import Role, Widget

MODIFIERS = frozenset(
    f"key{code}"
    for code in (
        pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LALT, pygame.K_RALT,
        pygame.K_LMETA, pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR,
    )
)  # fmt: skip


class KeyCatcher(Widget):
    """Shows a text and hands on the combination of the next key that is pressed while it has the keyboard.

    Args:
        text: what stands in it while it waits.
        caught: called with the combination.
        given_up: called at Esc, which always changes nothing.
    """

    role: Role = "entry"
    focusable = True

    def __init__(self, text: str, caught: Callable[[str], None], given_up: Callable[[], None]) -> None:
        super().__init__()
        self.text = text
        self._caught, self._given_up = caught, given_up

    def said(self) -> str:
        return self.text

    def measure_width(self) -> Span:
        wide = self.kit.text_width(self.text, "strong") + 2 * self.kit.px(16)
        return Span(wide, wide)

    def measure_height(self, width: int) -> Span:  # noqa: ARG002 - one line at any width
        height = self.kit.px(self.kit.theme.sizes.control) + self.kit.px(8)
        return Span(height, height)

    def draw(self, painter: Painter) -> None:
        px = self.kit.px
        painter.box(self.rect, painter.ground("sunken"), self.kit.theme.strong_line, px(6), px(1))
        painter.text_in(self.text, self.rect.inflate(-2 * px(16), 0), "strong", painter.ink("plain"))

    def on_key(self, key: Key) -> bool:
        if key.combo.rsplit("+", 1)[-1] in MODIFIERS or key.repeat:
            return True  # a modifier by itself is not yet a combination
        if key.combo == "escape":
            self._given_up()
        else:
            self._caught(key.combo)
        return True
