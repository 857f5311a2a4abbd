"""One issue of an offer on a track: my level, theirs, the gap between them, and where my last draft stood."""

from collections.abc import Callable, Sequence

import pygame

from game.foundation.texts import _
from game.ui.events import Key, Pointer, Wheel
from game.ui.flow import wrap
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.theme import ToneName
from game.ui.widgets.base import Role, Widget
from game.ui.widgets.scale import Marks, draw_marks, draw_track, level_at, place_of

Change = Callable[[int], None]


class Slider(Widget):
    """A slider over named levels.

    Args:
        label: the issue.
        levels: the names of all levels, from the first to the last.
        level: mine, counted from 0.
        theirs: their last offer's level, if there is one.
        ghost: where my last draft stood.
        changed: called with the level at every change, also while dragging.
        settled: called with the level when a change is complete: button up, or after each key.
        tones: mine and theirs.
    """

    role: Role = "slider"
    focusable = True
    cursor = "hand"

    def __init__(
        self,
        label: str,
        levels: Sequence[str],
        level: int = 0,
        *,
        theirs: int | None = None,
        ghost: int | None = None,
        changed: Change | None = None,
        settled: Change | None = None,
        tones: tuple[ToneName, ToneName] = ("envoy", "government"),
    ) -> None:
        super().__init__()
        assert levels, "a slider needs a level"
        self.label = label
        self.levels = tuple(levels)
        self.level = level
        self.theirs = theirs
        self.ghost = ghost
        self.changed = changed
        self.settled = settled
        self.tones = tones
        self.taken: Callable[[], None] | None = None  # when the pointer takes hold, before anything moves
        self._dragging = False
        self._before = level

    # values

    def set(self, level: int, *, tell: bool = True) -> None:
        """My level; what lies beyond the ends becomes the end."""
        level = min(len(self.levels) - 1, max(0, level))
        if level == self.level:
            return
        self.level = level
        self.invalidate()
        if tell and self.changed is not None:
            self.changed(level)

    def set_theirs(self, level: int | None) -> None:
        """Their level, or None."""
        if level != self.theirs:
            self.theirs = level
            self.resized()

    def set_ghost(self, level: int | None) -> None:
        """Where my last draft stood, or None."""
        if level != self.ghost:
            self.ghost = level
            self.invalidate()

    def copy_theirs(self) -> None:
        """Take their level over."""
        if self.theirs is not None:
            self._change(self.theirs)

    def _change(self, level: int) -> None:
        before = self.level
        self.set(level)
        if self.level != before and self.settled is not None:
            self.settled(self.level)

    def said(self) -> str:
        mine = _("{issue}: {level}").format(issue=self.label, level=self.levels[self.level])
        if self.theirs is None:
            return mine
        return _("{mine}; theirs {level}").format(mine=mine, level=self.levels[self.theirs])

    # measuring: the room is what the longest level name needs, so that nothing moves while dragging

    def _widest(self) -> int:
        return max(self.kit.text_width(name, "strong") for name in self.levels)

    def _mark_room(self) -> int:
        return self.kit.px(self.kit.theme.sizes.mark + 6)

    def _values_width(self) -> int:
        both = 2 if self.theirs is not None else 1
        return both * (self._widest() + self._mark_room()) + (both - 1) * self.kit.px(16)

    def measure_width(self) -> Span:
        label = self.kit.text_width(self.label)
        want = label + self.kit.px(16) + self._values_width()
        longest = max((self.kit.text_width(word) for word in self.label.split()), default=0)
        words = (w for name in self.levels for w in name.split())
        least = max((self.kit.text_width(word, "strong") for word in words), default=0)
        return Span(max(longest, least + self._mark_room(), self.kit.px(120)), max(want, self.kit.px(240)))

    def _one_line(self, width: int) -> bool:
        return self.kit.text_width(self.label) + self.kit.px(16) + self._values_width() <= width

    def _wrapped(self, text: str, width: int, bold: bool) -> list[str]:
        lines = wrap(text, max(1, width), "strong" if bold else "body", self.kit.text_width)
        return ["".join(piece.text for piece in line) for line in lines]

    def _value_lines(self, width: int) -> int:
        """How many lines the values take below the label where they do not fit beside it."""
        room = width - self._mark_room()
        if self.theirs is not None:
            half = (width - self.kit.px(16)) // 2 - self._mark_room()
            if self._widest() <= half:
                return 1
        longest = max(len(self._wrapped(name, room, True)) for name in self.levels)
        return longest * (2 if self.theirs is not None else 1)

    def _header_height(self, width: int) -> int:
        tall = self.kit.line_height()
        if self._one_line(width):
            return tall
        return (len(self._wrapped(self.label, width, False)) + self._value_lines(width)) * tall

    def measure_height(self, width: int) -> Span:
        height = self._header_height(width) + self.kit.px(34)
        return Span(height, height)

    def track(self) -> pygame.Rect:
        """The track inside the widget."""
        reach, thick = self.kit.px(12), self.kit.px(self.kit.theme.sizes.track)
        top = self.rect.bottom - self.kit.px(18) - thick // 2
        return pygame.Rect(self.rect.x + reach, top, max(1, self.rect.width - 2 * reach), thick)

    def place_of(self, level: int) -> tuple[int, int]:
        """The point of a level on the track."""
        track = self.track()
        return place_of(level, len(self.levels), track), track.centery

    # drawing

    def draw(self, painter: Painter) -> None:
        if self._one_line(self.rect.width):
            self._draw_line(painter)
        else:
            self._draw_lines(painter)
        track, count = self.track(), len(self.levels)
        draw_track(painter, track, count)
        marks = Marks(self.level, self.theirs, self.ghost)
        draw_marks(
            painter, track, count, marks, self.tones, active=self.hovered or self._dragging or self.focused
        )

    def _draw_line(self, painter: Painter) -> None:
        painter.text(self.label, self.rect.topleft, "body", painter.ink("plain"))
        right = self.rect.right
        if self.theirs is not None:
            right -= self._widest() + self._mark_room() + self.kit.px(16)
            self._value(
                painter, self.levels[self.theirs], self.tones[1], self.rect.right, self.rect.y, bold=False
            )
        self._value(painter, self.levels[self.level], self.tones[0], right, self.rect.y)

    def _value(
        self, painter: Painter, name: str, tone: ToneName, right: int, top: int, *, bold: bool = True
    ) -> None:
        box = painter.text(name, (right, top), "strong" if bold else "body", painter.ink(tone), "right")
        size = self.kit.px(self.kit.theme.sizes.mark - 2)
        at = (box.x - self.kit.px(6) - size / 2, box.centery)
        painter.mark(self.kit.theme.tones[tone].shape, at, size, painter.colour(tone))

    def _draw_lines(self, painter: Painter) -> None:
        tall, top, width = self.kit.line_height(), self.rect.y, self.rect.width
        for line in self._wrapped(self.label, width, False):
            painter.text(line, (self.rect.x, top), "body", painter.ink("plain"))
            top += tall
        values = [(self.levels[self.level], self.tones[0], True)]
        if self.theirs is not None:
            values.append((self.levels[self.theirs], self.tones[1], False))
        beside = self._value_lines(width) == 1
        size, left = self.kit.px(self.kit.theme.sizes.mark - 2), self.rect.x
        for name, tone, bold in values:
            at = (left + size / 2 + 1, top + tall / 2)
            painter.mark(self.kit.theme.tones[tone].shape, at, size, painter.colour(tone))
            start = left + self._mark_room()
            for n, line in enumerate(self._wrapped(name, width - self._mark_room(), bold)):
                style_top = top + n * tall
                painter.text(line, (start, style_top), "strong" if bold else "body", painter.ink(tone))
            if beside:
                left += (width + self.kit.px(16)) // 2
            else:
                top += len(self._wrapped(name, width - self._mark_room(), bold)) * tall

    # talking to it

    def on_key(self, key: Key) -> bool:
        last = len(self.levels) - 1
        jump = max(1, round(len(self.levels) / 5))
        steps = {"left": -1, "down": -1, "right": 1, "up": 1, "pagedown": -jump, "pageup": jump}
        if key.bare in steps:
            self._change(self.level + steps[key.bare])
        elif key.combo in {"home", "end"}:
            self._change(0 if key.combo == "home" else last)
        elif self.host.keys.means(key.combo, "copy theirs") and self.theirs is not None:
            self.copy_theirs()
        else:
            return False
        return True

    def on_pointer(self, pointer: Pointer) -> bool:
        if pointer.kind == "down" and pointer.button == 1:
            self._dragging, self._before = True, self.level
            self.host.grab(self)
            if self.taken is not None:
                self.taken()
            self._drag(pointer)
        elif pointer.kind == "move" and self._dragging:
            self._drag(pointer)
        elif pointer.kind == "up" and self._dragging:
            self._dragging = False
            self.invalidate()
            if self.level != self._before and self.settled is not None:
                self.settled(self.level)
        else:
            return False
        return True

    def _drag(self, pointer: Pointer) -> None:
        if pointer.kind == "move" or pointer.pos[1] >= self.rect.bottom - self.kit.px(36):
            self.set(level_at(pointer.pos[0], len(self.levels), self.track()))

    def on_wheel(self, wheel: Wheel) -> bool:
        if not self.focused:
            return False
        self._change(self.level + (1 if wheel.y > 0 else -1))
        return True

    def on_hover(self, inside: bool) -> None:
        super().on_hover(inside)
        self.invalidate()
