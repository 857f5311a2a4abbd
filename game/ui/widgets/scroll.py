"""A viewport on something taller than itself."""

import pygame

from game.ui.events import Key, Pointer, Wheel
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.widgets.base import Widget


class Bar:
    """A scroll bar: where its handle is, and what dragging it means."""

    def __init__(self) -> None:
        self.grip: int | None = None  # where in the handle it was taken

    def handle(self, slot: pygame.Rect, offset: int, whole: int, seen: int) -> pygame.Rect:
        """The handle's rectangle."""
        length = max(min(slot.height, slot.width * 4), slot.height * seen // max(1, whole))
        room, most = slot.height - length, max(1, whole - seen)
        return pygame.Rect(slot.x, slot.y + room * min(offset, most) // most, slot.width, length)

    def dragged(self, slot: pygame.Rect, y: int, whole: int, seen: int) -> int:
        """The offset that puts the handle under the pointer."""
        length = self.handle(slot, 0, whole, seen).height
        room = max(1, slot.height - length)
        return round((y - slot.y - (self.grip or 0)) / room * (whole - seen))

    def draw(self, painter: Painter, slot: pygame.Rect, handle: pygame.Rect) -> None:
        """The slot and the handle."""
        painter.box(slot, painter.ground("sunken"), None, slot.width // 2)
        painter.box(handle, painter.kit.theme.strong_line, None, handle.width // 2)


class Scrolling(Widget):
    """What scrolls: an offset in pixels, wheel, keys and the bar."""

    clips = True

    def __init__(self) -> None:
        super().__init__()
        self.offset = 0
        self._bar = Bar()

    def whole_height(self) -> int:
        """To be overridden: the height of all of it, in pixels."""
        return 0

    def moved(self) -> None:
        """To be overridden: the offset is another one."""

    @property
    def most(self) -> int:
        """The offset at the end."""
        return max(0, self.whole_height() - self.rect.height)

    def bar_width(self) -> int:
        """The room that the bar takes on the right."""
        return self.kit.px(14)

    def viewport(self) -> pygame.Rect:
        return self.rect

    def slot(self) -> pygame.Rect:
        """Where the bar is."""
        thick = self.kit.px(8)
        return pygame.Rect(self.rect.right - thick, self.rect.y, thick, self.rect.height)

    def to(self, offset: int) -> bool:
        """Scroll to an offset. Returns whether anything moved."""
        offset = min(self.most, max(0, offset))
        if offset == self.offset:
            return False
        self.offset = offset
        self.moved()
        self.invalidate()
        return True

    def draw_over(self, painter: Painter) -> None:
        if self.most:
            whole, seen = self.whole_height(), self.rect.height
            self._bar.draw(painter, self.slot(), self._bar.handle(self.slot(), self.offset, whole, seen))

    def on_wheel(self, wheel: Wheel) -> bool:
        return self.to(self.offset - round(wheel.y * self.kit.px(56)))

    def on_key(self, key: Key) -> bool:
        page = max(1, self.rect.height - self.kit.px(40))
        line = self.kit.px(40)
        to = {
            "pageup": self.offset - page,
            "pagedown": self.offset + page,
            "up": self.offset - line,
            "down": self.offset + line,
            "home": 0,
            "end": self.most,
        }
        return key.combo in to and self.to(to[key.combo])

    def on_pointer(self, pointer: Pointer) -> bool:
        slot, whole, seen = self.slot(), self.whole_height(), self.rect.height
        if pointer.kind == "down" and self.most and slot.inflate(self.kit.px(8), 0).collidepoint(pointer.pos):
            handle = self._bar.handle(slot, self.offset, whole, seen)
            self._bar.grip = (
                pointer.pos[1] - handle.y if handle.collidepoint(pointer.pos) else handle.height // 2
            )
            self.host.grab(self)
            self.to(self._bar.dragged(slot, pointer.pos[1], whole, seen))
            return True
        if self._bar.grip is not None:
            if pointer.kind == "move":
                self.to(self._bar.dragged(slot, pointer.pos[1], whole, seen))
            elif pointer.kind == "up":
                self._bar.grip = None
            return True
        return False


class Scroll(Scrolling):
    """A viewport on one child. The Tab key stops here only if there is nothing to stop at inside.

    Args:
        child: what is looked at.
        least: the height in units that it needs to be of use.
        fit: let the child shrink to what it needs at least before anything has to be scrolled.
    """

    def __init__(self, child: Widget, least: float = 64, *, fit: bool = False) -> None:
        super().__init__()
        self.least, self.fit = least, fit
        self.grow = 1
        self._whole = self._laid = 0
        self.add(child)

    @property
    def child(self) -> Widget:
        """What is looked at."""
        return self.children[0]

    @property
    def focusable(self) -> bool:  # type: ignore[override]  # it depends on what is inside
        """Whether the Tab key has to stop here for the keyboard to reach the end."""
        return self._host is not None and self.most > 0 and not any(w.focusable for w in self.child.walk())

    def said(self) -> str:
        """Its name, or what stands in it."""
        return self.name or " ".join(filter(None, (widget.said() for widget in self.child.walk())))

    def measure_width(self) -> Span:
        low, want = self.child.widths()
        return Span(low + self.bar_width(), want + self.bar_width())

    def measure_height(self, width: int) -> Span:
        want = self.child.heights(width).want
        return Span(min(want, self.kit.px(self.least)), want)

    def whole_height(self) -> int:
        return self._whole

    def _needs(self, width: int) -> int:
        """The height of the child at a width."""
        low, want = self.child.heights(max(1, width))
        return max(low, min(want, self.rect.height)) if self.fit else want

    def arrange_children(self) -> None:
        width = self.rect.width
        self._whole = self._needs(width)
        if self._whole > self.rect.height:  # only then does the bar take room
            width = max(1, width - self.bar_width())
            self._whole = max(self._needs(width), self.rect.height)
        self.offset = self._laid = min(self.most, self.offset)
        height = max(self.rect.height, self._whole)
        self.child.arrange(pygame.Rect(self.rect.x, self.rect.y - self.offset, width, height))

    def moved(self) -> None:
        self.child.shift(0, self._laid - self.offset)
        self._laid = self.offset

    def reveal(self, rect: pygame.Rect) -> None:
        margin = self.kit.px(8)
        if rect.top - margin < self.rect.top:
            self.to(self.offset - (self.rect.top - rect.top + margin))
        elif rect.bottom + margin > self.rect.bottom:
            down = min(rect.bottom + margin - self.rect.bottom, rect.top - margin - self.rect.top)
            self.to(self.offset + max(0, down))
        super().reveal(rect)
