"""Containers that place their children in cells, over one another, or in the middle."""

from collections.abc import Sequence

import pygame

from game.ui.layout import Box, aligned
from game.ui.solve import Span
from game.ui.tracks import Cell, Plan, Track
from game.ui.widgets.base import Widget


class Grid(Box):
    """Children in columns and rows; a child may span several of them."""

    def __init__(
        self,
        cells: Sequence[tuple[Widget, Cell]],
        columns: Sequence[Track],
        rows: Sequence[Track],
        *,
        gap: float | tuple[float, float] = 8,
        pad: float | tuple[float, float] = 0,
    ) -> None:
        across, down = gap if isinstance(gap, tuple) else (gap, gap)
        super().__init__((widget for widget, _ in cells), gap=across, pad=pad)
        self.cells = tuple(cells)
        self.down = down
        self.columns, self.rows = tuple(columns), tuple(rows)

    def plan(self) -> Plan:
        """The tracks with the children that are shown now."""
        cells = [(widget, cell) for widget, cell in self.cells if widget.visible]
        return Plan(self.kit, cells, self.columns, self.rows, (self.gap, self.down))

    def measure_width(self) -> Span:
        margin = 2 * self._margins()[0]
        return Span(*(n + margin for n in self.plan().width()))

    def measure_height(self, width: int) -> Span:
        across, down = self._margins()
        return Span(*(n + 2 * down for n in self.plan().height(width - 2 * across)))

    def arrange_children(self) -> None:
        inner = self.inner()
        for child, slot in self.plan().slots(inner):
            child.arrange(aligned(child, slot, "stretch", False))


class Stack(Box):
    """Children on top of each other, each as large as the stack."""

    def measure_width(self) -> Span:
        spans = [child.widths() for child in self.shown]
        return Span(max((s.low for s in spans), default=0), max((s.want for s in spans), default=0))

    def measure_height(self, width: int) -> Span:
        spans = [child.heights(width) for child in self.shown]
        return Span(max((s.low for s in spans), default=0), max((s.want for s in spans), default=0))

    def arrange_children(self) -> None:
        for child in self.shown:
            child.arrange(self.rect)


class Centred(Box):
    """One child in the middle, as large as it would like to be and at most as large as the room."""

    def measure_width(self) -> Span:
        return Span(*(n + 2 * self._margins()[0] for n in self.children[0].widths()))

    def measure_height(self, width: int) -> Span:
        across, down = self._margins()
        child = self.children[0]
        inner = min(width - 2 * across, child.widths().want)  # as wide as it will be
        return Span(*(n + 2 * down for n in child.heights(inner)))

    def arrange_children(self) -> None:
        inner, child = self.inner(), self.children[0]
        width = min(inner.width, child.widths().want)
        height = min(inner.height, child.heights(width).want)
        left, top = inner.x + (inner.width - width) // 2, inner.y + (inner.height - height) // 2
        child.arrange(pygame.Rect(left, top, width, height))
