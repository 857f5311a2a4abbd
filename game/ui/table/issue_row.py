"""An issue of the draft: its name beside the track; my level and theirs in words below, or beside it too."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.events import Pointer, Wheel
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.theme import ToneName
from game.ui.widgets.scale import Marks, draw_marks, draw_track, level_at
from game.ui.widgets.slider import Change, Slider

LEAST_TRACK = 110  # units
TOGETHER = 23  # units: the mark of theirs under mine, no taller than a line
REACH = 11  # units from the end of the track to the edge, half a thumb
EDGE = 2  # units around a thumb, which is to be seen whole
LEAST_WIDTH = 330  # units: below it a group takes the whole pane
WIDE = 600  # units: from it on the words stand right of the track, in the same line
WIDE_TRACK = 170  # units: the least of a track then
WORDS = 300  # units: what the words would like beside it


class IssueRow(Slider):
    """A slider over named levels that takes as little height as words and marks allow.

    Args:
        label: the issue.
        levels: the names of all levels.
        level: mine.
        group: the names of all issues of the same group, so that their tracks begin below each other.
        others: as of a slider.
    """

    def __init__(
        self,
        label: str,
        levels: Sequence[str],
        level: int = 0,
        *,
        group: Sequence[str] = (),
        theirs: int | None = None,
        ghost: int | None = None,
        changed: Change | None = None,
        settled: Change | None = None,
        tones: tuple[ToneName, ToneName] = ("envoy", "government"),
    ) -> None:
        super().__init__(
            label,
            levels,
            level,
            theirs=theirs,
            ghost=ghost,
            changed=changed,
            settled=settled,
            tones=tones,
        )
        self._group = tuple(group) or (label,)

    # measuring

    def _labels(self, width: int) -> int:
        """The width that the names of the group take."""
        widest = max(self.kit.text_width(name) for name in self._group) + self.kit.px(12)
        return min(widest, width - self.kit.px(LEAST_TRACK))

    def _beside(self, width: int) -> bool:
        return self.kit.text_width(self.label) + self.kit.px(8) <= self._labels(width)

    def _head_height(self, width: int) -> int:
        tall = self.kit.line_height()
        if self._beside(width):
            return tall
        return len(self._wrapped(self.label, width, False)) * tall + self.kit.px(22)

    def _agree(self) -> bool:
        """Whether both sides are at the same level: their marks then stand before the same words."""
        return self.theirs == self.level

    def _indent(self) -> int:
        return self._mark_room() * (2 if self._agree() else 1)

    def _one_line(self, width: int) -> bool:
        """Whether both levels in words stand in one line."""
        if self.theirs is None or self._agree():
            return True
        measure = self.kit.text_width
        words = measure(self.levels[self.level], "strong") + measure(self.levels[self.theirs])
        return words + 2 * self._mark_room() + self.kit.px(12) <= width

    def _abreast(self, width: int) -> bool:
        """Whether name, track and words stand side by side: a wide row takes one line then."""
        return width >= self.kit.px(WIDE) and self._beside(width)

    def _words_at(self, width: int) -> tuple[int, int]:
        """Where the words of the levels begin, from the left end of the row, and how wide their room is."""
        if not self._abreast(width):
            return 0, width
        labels = self._labels(width)
        left = labels + max(self.kit.px(WIDE_TRACK), width - labels - self.kit.px(WORDS))
        return left, width - left

    def _values_height(self, width: int) -> int:
        width = self._words_at(width)[1]
        room, tall = max(1, width - self._indent()), self.kit.line_height()
        lines = len(self._wrapped(self.levels[self.level], room, True))
        if not self._one_line(width) and self.theirs is not None:
            lines += len(self._wrapped(self.levels[self.theirs], room, False))
        return lines * tall

    def set(self, level: int, *, tell: bool = True) -> None:
        """As of a slider. Rows below move only where two long levels need a line each."""
        width = self.rect.width
        before = self._values_height(width) if width else 0
        super().set(level, tell=tell)
        if width and self._values_height(width) != before:
            self.resized()

    def measure_width(self) -> Span:
        words = max((self.kit.text_width(word) for word in self.label.split()), default=0)
        least = max(self.kit.px(LEAST_WIDTH), words)
        names = max(self.kit.text_width(name) for name in self._group)
        want = max(names + self.kit.px(160), self._widest() + self._mark_room(), least)
        return Span(least, want)

    def measure_height(self, width: int) -> Span:
        if self._abreast(width):
            height = max(self._lowered(width) + self._values_height(width), 2 * self._thumb_room())
        else:
            height = self._head_height(width) + self._values_height(width)
        return Span(height, height)

    def _thumb_room(self) -> int:
        """What half a thumb takes in height, to be seen whole."""
        return (self.kit.px(self.kit.theme.sizes.thumb) + 1) // 2 + self.kit.px(EDGE) + 1

    def track(self) -> pygame.Rect:
        thick, reach = self.kit.px(self.kit.theme.sizes.track), self.kit.px(REACH)
        width, tall = self.rect.width, self.kit.line_height()
        beside = self._beside(width)
        left = self.rect.x + (self._labels(width) if beside else 0) + reach
        right = self.rect.x + (self._words_at(width)[0] if self._abreast(width) else width) - reach
        middle = max(tall // 2, self._thumb_room()) if beside else self._head_height(width) - self.kit.px(11)
        return pygame.Rect(left, self.rect.y + middle - thick // 2, max(1, right - left), thick)

    # drawing

    def draw(self, painter: Painter) -> None:
        self._draw_name(painter)
        track, count = self.track(), len(self.levels)
        draw_track(painter, track, count)
        marks = Marks(self.level, self.theirs, self.ghost)
        active = self.hovered or self._dragging or self.focused
        draw_marks(painter, track, count, marks, self.tones, active=active, together=TOGETHER)
        self._draw_values(painter)

    def _draw_name(self, painter: Painter) -> None:
        beside = self._beside(self.rect.width)
        lines = [self.label] if beside else self._wrapped(self.label, self.rect.width, False)
        for n, line in enumerate(lines):
            at = (self.rect.x, self.rect.y + self._lowered(self.rect.width) + n * self.kit.line_height())
            painter.text(line, at, "body", painter.ink("plain"))

    def _lowered(self, width: int) -> int:
        """How far below the upper edge the first line begins, to be level with the track beside it."""
        if not self._abreast(width):
            return 0
        return max(0, self._thumb_room() - self.kit.line_height() // 2)

    def _draw_values(self, painter: Painter) -> None:
        tall, indent = self.kit.line_height(), self._indent()
        from_left, width = self._words_at(self.rect.width)
        left, top = self.rect.x + from_left, self.rect.y + self._lowered(self.rect.width)
        if not self._abreast(self.rect.width):
            top += self._head_height(width)
        lines = self._wrapped(self.levels[self.level], width - indent, True)
        untouched = self.level == 0 and self.theirs in (0, None)
        ink = painter.ink("muted" if untouched else self.tones[0])
        for n, line in enumerate(lines):
            painter.text(line, (left + indent, top + n * tall), "strong", ink)
        self._mark(painter, self.tones[0], left, top)
        if self.theirs is None:
            return
        if self._agree():
            self._mark(painter, self.tones[1], left + self._mark_room(), top)
        elif self._one_line(width):
            self._value(painter, self.levels[self.theirs], self.tones[1], self.rect.right, top, bold=False)
        else:
            self._draw_theirs(painter, self.levels[self.theirs], (left, top + len(lines) * tall), width)

    def _draw_theirs(self, painter: Painter, name: str, at: tuple[int, int], width: int) -> None:
        (left, top), room, tall = at, self._mark_room(), self.kit.line_height()
        self._mark(painter, self.tones[1], left, top)
        for n, line in enumerate(self._wrapped(name, width - room, False)):
            at = (left + room, top + n * tall)
            painter.text(line, at, "body", painter.ink(self.tones[1]))

    def _mark(self, painter: Painter, tone: ToneName, left: int, top: int) -> None:
        size = self.kit.px(self.kit.theme.sizes.mark - 2)
        at = (left + size / 2 + 1, top + self.kit.line_height() / 2)
        painter.mark(self.kit.theme.tones[tone].shape, at, size, painter.colour(tone))

    # talking to it

    def on_pointer(self, pointer: Pointer) -> bool:
        """As a slider; but only a press on the track takes hold: a click on the words moves nothing."""
        if pointer.kind == "down" and not self._on_track(pointer.pos):
            return False
        return super().on_pointer(pointer)

    def on_wheel(self, wheel: Wheel) -> bool:
        """As of a slider, over the track only: elsewhere the wheel scrolls the page."""
        return self._on_track(wheel.pos) and super().on_wheel(wheel)

    def _on_track(self, pos: tuple[int, int]) -> bool:
        return self.track().inflate(2 * self.kit.px(REACH), self.kit.px(18)).collidepoint(pos)

    def _drag(self, pointer: Pointer) -> None:
        self.set(level_at(pointer.pos[0], len(self.levels), self.track()))
