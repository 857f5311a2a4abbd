"""Lines under each other, with a branch from each to what follows from it."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.layout import Box
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.widgets.base import Widget

INDENT = 22  # units a step further in
MARK = 7  # units from a line's left edge to the middle of its mark


class Branches(Box):
    """Widgets one below the other, each so far in as it is deep.

    Args:
        lines: (depth, widget); depth 0 stands at the edge, and a line hangs on the last one less deep.
    """

    def __init__(self, lines: Sequence[tuple[int, Widget]], *, gap: float = 6) -> None:
        super().__init__([widget for _depth, widget in lines], gap=gap)
        self._depths = [depth for depth, _widget in lines]

    def _in(self, number: int) -> int:
        return self.kit.px(INDENT * self._depths[number])

    def measure_width(self) -> Span:
        spans = [child.widths() for child in self.children]
        low = max((span.low + self._in(n) for n, span in enumerate(spans)), default=0)
        return Span(low, max((span.want + self._in(n) for n, span in enumerate(spans)), default=0))

    def measure_height(self, width: int) -> Span:
        heights = [child.heights(max(1, width - self._in(n))).want for n, child in enumerate(self.children)]
        height = sum(heights) + self.kit.px(self.gap) * max(0, len(heights) - 1)
        return Span(height, height)

    def arrange_children(self) -> None:
        top = self.rect.y
        for n, child in enumerate(self.children):
            width = self.rect.width - self._in(n)
            height = child.heights(max(1, width)).want
            child.arrange(pygame.Rect(self.rect.x + self._in(n), top, width, height))
            top += height + self.kit.px(self.gap)

    def draw(self, painter: Painter) -> None:
        """The branches: down from a line's mark, then across to what hangs on it."""
        colour, half, thick = self.kit.theme.strong_line, self.kit.line_height() // 2, self.kit.px(1)
        for n, child in enumerate(self.children):
            parent = self._parent(n)
            if parent is None:
                continue
            x = self.children[parent].rect.x + self.kit.px(MARK)
            start = self.children[parent].rect.y + half + self.kit.px(MARK + 2)
            end = child.rect.y + half
            painter.fill(pygame.Rect(x, start, thick, max(0, end - start)), colour)
            painter.fill(pygame.Rect(x, end, child.rect.x - x - self.kit.px(2), thick), colour)

    def _parent(self, number: int) -> int | None:
        return next((n for n in range(number - 1, -1, -1) if self._depths[n] < self._depths[number]), None)
