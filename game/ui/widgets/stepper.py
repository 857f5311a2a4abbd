"""A number with a button for less and one for more."""

from collections.abc import Callable

import pygame

from game.ui.events import Key, Pointer, Wheel
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.widgets.base import Role, Widget


class Stepper(Widget):
    """A whole number between two bounds; arrows, wheel and its two ends change it by `step`.

    Args:
        label: what is counted.
        value, low, high, step: the number, its bounds, and how far one press goes.
        changed: called with the new value.
        shown: how the value is written.
    """

    role: Role = "slider"
    focusable = True
    cursor = "hand"

    def __init__(
        self,
        label: str,
        value: int,
        low: int,
        high: int,
        *,
        step: int = 1,
        changed: Callable[[int], None] | None = None,
        shown: Callable[[int], str] = str,
    ) -> None:
        super().__init__()
        assert low <= value <= high, "the value lies outside of its bounds"
        self.label, self.value = label, value
        self.low, self.high, self.step = low, high, step
        self.changed = changed
        self.shown = shown

    def set(self, value: int, *, tell: bool = True) -> None:
        """Another value; what lies beyond the bounds becomes the bound."""
        value = min(self.high, max(self.low, value))
        if value != self.value:
            self.value = value
            self.invalidate()
            if tell and self.changed is not None:
                self.changed(value)

    def said(self) -> str:
        return f"{self.label}: {self.shown(self.value)}"

    def _control(self) -> int:
        return self.kit.px(self.kit.theme.sizes.control)

    def _middle_width(self) -> int:
        ends = (self.shown(self.low), self.shown(self.high), self.shown(self.value))
        return max(self.kit.text_width(text, "strong") for text in ends) + self.kit.px(20)

    def _parts_width(self) -> int:
        return 2 * self._control() + self._middle_width()

    def measure_width(self) -> Span:
        label = self.kit.text_width(self.label)
        low = max(self._parts_width(), max((self.kit.text_width(w) for w in self.label.split()), default=0))
        return Span(low, label + self.kit.px(16) + self._parts_width())

    def _stacked(self, width: int) -> bool:
        return self.kit.text_width(self.label) + self.kit.px(12) + self._parts_width() > width

    def measure_height(self, width: int) -> Span:
        height = self._control() + (self.kit.line_height() + self.kit.px(4) if self._stacked(width) else 0)
        return Span(height, height)

    def _ends(self) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
        """The rectangles of less, value, and more."""
        side, middle = self._control(), self._middle_width()
        left = self.rect.x if self._stacked(self.rect.width) else self.rect.right - self._parts_width()
        top = self.rect.bottom - side
        less = pygame.Rect(left, top, side, side)
        return (
            less,
            pygame.Rect(less.right, top, middle, side),
            pygame.Rect(less.right + middle, top, side, side),
        )

    def draw(self, painter: Painter) -> None:
        less, middle, more = self._ends()
        stacked = self._stacked(self.rect.width)
        tall = self.kit.line_height()
        row = pygame.Rect(self.rect.x, self.rect.y, self.rect.width, tall) if stacked else less
        painter.text_in(
            self.label, row if stacked else row.move(self.rect.x - row.x, 0), "body", painter.ink("plain")
        )
        colours = self.kit.theme.buttons["plain"]
        whole = less.unionall([middle, more])
        radius, px = self.kit.px(self.kit.theme.sizes.radius), self.kit.px
        painter.box(whole, colours.hover if self.hovered else colours.rest, colours.edge, radius, px(1))
        painter.box(middle, painter.ground("sunken"), colours.edge, 0, px(1))
        painter.text_in(self.shown(self.value), middle, "strong", painter.ink("plain"), "centre")
        for rect, usable, upright in (
            (less, self.value > self.low, False),
            (more, self.value < self.high, True),
        ):
            ink = colours.text if usable else self.kit.theme.track
            painter.fill(_centred(rect, px(12), px(2)), ink)
            if upright:
                painter.fill(_centred(rect, px(2), px(12)), ink)

    def focus_rect(self) -> pygame.Rect:
        less, middle, more = self._ends()
        return less.unionall([middle, more])

    def on_key(self, key: Key) -> bool:
        steps = {"left": -1, "down": -1, "right": 1, "up": 1, "-": -1, "+": 1, "pagedown": -5, "pageup": 5}
        if key.bare in steps:
            self.set(self.value + steps[key.bare] * self.step)
        elif key.combo in {"home", "end"}:
            self.set(self.low if key.combo == "home" else self.high)
        else:
            return False
        return True

    def on_pointer(self, pointer: Pointer) -> bool:
        if pointer.kind != "down" or pointer.button != 1:
            return False
        less, _, more = self._ends()
        if less.collidepoint(pointer.pos):
            self.set(self.value - self.step)
        elif more.collidepoint(pointer.pos):
            self.set(self.value + self.step)
        return True

    def on_wheel(self, wheel: Wheel) -> bool:
        if not self.focused:
            return False
        self.set(self.value + (self.step if wheel.y > 0 else -self.step))
        return True

    def on_hover(self, inside: bool) -> None:
        super().on_hover(inside)
        self.invalidate()


def _centred(rect: pygame.Rect, width: int, height: int) -> pygame.Rect:
    return pygame.Rect(
        rect.x + (rect.width - width) // 2, rect.y + (rect.height - height) // 2, width, height
    )
