"""Containers that place their children by constraints: rows, columns, wrapping rows."""

from collections.abc import Iterable, Sequence

import pygame

from game.ui.painter import Painter
from game.ui.solve import NOTHING, Span, share
from game.ui.widgets.base import Align, Widget

__all__ = [
    "Beside",
    "Box",
    "Column",
    "Flow",
    "Fold",
    "Lines",
    "Loose",
    "Row",
    "Rule",
    "Space",
    "aligned",
]


CLOSE = 14  # units between what stands side by side in low windows only


class Box(Widget):
    """A container with a margin inside (in units; left and right, above and below)."""

    def __init__(
        self, children: Iterable[Widget] = (), *, gap: float = 8, pad: float | tuple[float, float] = 0
    ) -> None:
        super().__init__()
        self.gap = gap
        self.pad = pad if isinstance(pad, tuple) else (pad, pad)
        self.add(*children)

    @property
    def shown(self) -> list[Widget]:
        """The children that take room."""
        return [child for child in self.children if child.visible]

    def inner(self) -> pygame.Rect:
        """The rectangle inside the margin."""
        across, down = self._margins()
        rect = self.rect
        return pygame.Rect(
            rect.x + across, rect.y + down, max(0, rect.width - 2 * across), max(0, rect.height - 2 * down)
        )

    def _margins(self) -> tuple[int, int]:
        return self.kit.px(self.pad[0]), self.kit.px(self.pad[1])


def aligned(child: Widget, slot: pygame.Rect, across: Align, upright: bool) -> pygame.Rect:
    """The rectangle of a child inside its slot, by its wish for the crossing axis (width if `upright`)."""
    align = child.align if child.align != "stretch" else across
    if align == "stretch":
        return slot
    if upright:
        width = min(slot.width, child.widths().want)
        left = {"start": slot.x, "centre": slot.x + (slot.width - width) // 2, "end": slot.right - width}[
            align
        ]
        return pygame.Rect(left, slot.y, width, slot.height)
    height = min(slot.height, child.heights(slot.width).want)
    top = {"start": slot.y, "centre": slot.y + (slot.height - height) // 2, "end": slot.bottom - height}[
        align
    ]
    return pygame.Rect(slot.x, top, slot.width, height)


class Line(Box):
    """Children in a line; `across` says how each lies in the width or height that crosses it."""

    def __init__(
        self,
        children: Iterable[Widget] = (),
        *,
        gap: float = 8,
        pad: float | tuple[float, float] = 0,
        across: Align = "stretch",
    ) -> None:
        super().__init__(children, gap=gap, pad=pad)
        self.across: Align = across


class Column(Line):
    """Children one below the other. Those with `grow` share the height that is left."""

    def measure_width(self) -> Span:
        spans = [child.widths() for child in self.shown]
        margin = 2 * self._margins()[0]
        return Span(
            max((s.low for s in spans), default=0) + margin, max((s.want for s in spans), default=0) + margin
        )

    def measure_height(self, width: int) -> Span:
        across, down = self._margins()
        spans = [child.heights(self._child_width(child, width - 2 * across)) for child in self.shown]
        extra = 2 * down + self.kit.px(self.gap) * max(0, len(spans) - 1)
        return Span(sum(s.low for s in spans) + extra, sum(s.want for s in spans) + extra)

    def _child_width(self, child: Widget, width: int) -> int:
        align = child.align if child.align != "stretch" else self.across
        return width if align == "stretch" else min(width, child.widths().want)

    def arrange_children(self) -> None:
        inner, shown, gap = self.inner(), self.shown, self.kit.px(self.gap)
        spans = [child.heights(self._child_width(child, inner.width)) for child in shown]
        room = inner.height - gap * max(0, len(shown) - 1)
        top = inner.y
        for child, height in zip(shown, share(room, spans, [c.grow for c in shown]), strict=True):
            child.arrange(aligned(child, pygame.Rect(inner.x, top, inner.width, height), self.across, True))
            top += height + gap


class Row(Line):
    """Children side by side. Those with `grow` share the width that is left."""

    def _extra(self, count: int) -> int:
        return 2 * self._margins()[0] + self.kit.px(self.gap) * max(0, count - 1)

    def _shares(self, width: int) -> list[int]:
        shown = self.shown
        return share(width - self._extra(len(shown)), [c.widths() for c in shown], [c.grow for c in shown])

    def measure_width(self) -> Span:
        spans = [child.widths() for child in self.shown]
        extra = self._extra(len(spans))
        return Span(sum(s.low for s in spans) + extra, sum(s.want for s in spans) + extra)

    def measure_height(self, width: int) -> Span:
        spans = [child.heights(part) for child, part in zip(self.shown, self._shares(width), strict=True)]
        margin = 2 * self._margins()[1]
        return Span(
            max((s.low for s in spans), default=0) + margin, max((s.want for s in spans), default=0) + margin
        )

    def arrange_children(self) -> None:
        inner, left, gap = self.inner(), self.inner().x, self.kit.px(self.gap)
        for child, width in zip(self.shown, self._shares(self.rect.width), strict=True):
            child.arrange(aligned(child, pygame.Rect(left, inner.y, width, inner.height), self.across, False))
            left += width + gap


class Fold(Row):
    """Children side by side while each has the width it needs, one below the other where not.

    Args:
        below: between children one below the other, in units; as side by side if not given.
        when_low: fold in low windows, whatever the width.
    """

    def __init__(
        self,
        children: Iterable[Widget] = (),
        *,
        gap: float = 8,
        below: float | None = None,
        when_low: bool = False,
        pad: float | tuple[float, float] = 0,
        across: Align = "stretch",
    ) -> None:
        super().__init__(children, gap=gap, pad=pad, across=across)
        self.below = gap if below is None else below
        self.when_low = when_low

    def _folded(self, width: int) -> bool:
        if self.when_low and self.kit.low:
            return True
        return sum(child.widths().low for child in self.shown) + self._extra(len(self.shown)) > width

    def measure_width(self) -> Span:
        low = max((child.widths().low for child in self.shown), default=0) + 2 * self._margins()[0]
        return Span(low, max(low, super().measure_width().want))

    def measure_height(self, width: int) -> Span:
        if not self._folded(width):
            return super().measure_height(width)
        across, down = self._margins()
        spans = [child.heights(width - 2 * across) for child in self.shown]
        extra = 2 * down + self.kit.px(self.below) * max(0, len(spans) - 1)
        return Span(sum(s.low for s in spans) + extra, sum(s.want for s in spans) + extra)

    def arrange_children(self) -> None:
        if not self._folded(self.rect.width):
            super().arrange_children()
            return
        inner, shown, gap = self.inner(), self.shown, self.kit.px(self.below)
        spans = [child.heights(inner.width) for child in shown]
        room, top = inner.height - gap * max(0, len(shown) - 1), inner.y
        for child, height in zip(shown, share(room, spans, [c.grow for c in shown]), strict=True):
            child.arrange(pygame.Rect(inner.x, top, inner.width, height))
            top += height + gap


class Flow(Box):
    """Children side by side that go on in the next line where the width ends; growing ones fill it."""

    def _gaps(self) -> tuple[int, int]:
        """Between children of a line, and between lines, in pixels."""
        return self.kit.px(self.gap), self.kit.px(self.gap)

    def _lines(self, width: int) -> list[list[Widget]]:
        room, gap = width - 2 * self._margins()[0], self._gaps()[0]
        lines: list[list[Widget]] = []
        used = 0
        for child in self.shown:
            want = min(child.widths().want, room)
            if lines and used + gap + want <= room:
                lines[-1].append(child)
                used += gap + want
            else:
                lines.append([child])
                used = want
        return lines

    def _shares_of(self, line: Sequence[Widget], width: int) -> list[int]:
        room = width - 2 * self._margins()[0] - self._gaps()[0] * (len(line) - 1)
        spans = [Span(min(c.widths().want, room), c.widths().want) for c in line]
        return share(room, spans, [c.grow for c in line])

    def measure_width(self) -> Span:
        spans = [child.widths() for child in self.shown]
        margin, gaps = 2 * self._margins()[0], self._gaps()[0] * max(0, len(spans) - 1)
        return Span(
            max((s.low for s in spans), default=0) + margin, sum(s.want for s in spans) + gaps + margin
        )

    def _line_height(self, line: Sequence[Widget], width: int) -> int:
        return max(c.heights(w).want for c, w in zip(line, self._shares_of(line, width), strict=True))

    def measure_height(self, width: int) -> Span:
        lines = self._lines(width)
        gaps = self._gaps()[1] * max(0, len(lines) - 1)
        height = sum(self._line_height(line, width) for line in lines) + gaps + 2 * self._margins()[1]
        return Span(height, height)

    def arrange_children(self) -> None:
        inner, (gap, down) = self.inner(), self._gaps()
        top = inner.y
        for line in self._lines(self.rect.width):
            height, left = self._line_height(line, self.rect.width), inner.x
            for child, width in zip(line, self._shares_of(line, self.rect.width), strict=True):
                child.arrange(aligned(child, pygame.Rect(left, top, width, height), "centre", False))
                left += width + gap
            top += height + down


class Beside(Fold):
    """Children one below the other; in low windows side by side where they fit."""

    def _folded(self, width: int) -> bool:
        return not self.kit.low or super()._folded(width)

    def measure_width(self) -> Span:
        if self.kit.low:
            return super().measure_width()
        spans = [child.widths() for child in self.shown]
        return Span(max((s.low for s in spans), default=0), max((s.want for s in spans), default=0))


class Lines(Column, Flow):
    """Children one below the other; in low windows side by side, going on in the next line."""

    def _gaps(self) -> tuple[int, int]:
        return self.kit.px(CLOSE), 0

    def measure_width(self) -> Span:
        return (Flow if self.kit.low else Column).measure_width(self)

    def measure_height(self, width: int) -> Span:
        return (Flow if self.kit.low else Column).measure_height(self, width)

    def arrange_children(self) -> None:
        (Flow if self.kit.low else Column).arrange_children(self)


class Loose(Row, Flow):
    """Children side by side, each with a share of the width; in low windows they go on in the next line."""

    def _gaps(self) -> tuple[int, int]:
        return self.kit.px(CLOSE), 0

    def measure_width(self) -> Span:
        return (Flow if self.kit.low else Row).measure_width(self)

    def measure_height(self, width: int) -> Span:
        return (Flow if self.kit.low else Row).measure_height(self, width)

    def arrange_children(self) -> None:
        (Flow if self.kit.low else Row).arrange_children(self)


class Space(Widget):
    """Nothing, of a size in units; with `grow` it pushes its neighbours apart."""

    def __init__(self, units: float = 0, grow: float = 0) -> None:
        super().__init__()
        self.units = units
        self.grow = grow

    def measure_width(self) -> Span:
        return Span(self.kit.px(self.units), self.kit.px(self.units))

    def measure_height(self, width: int) -> Span:
        return Span(0 if width == 0 else self.kit.px(self.units), self.kit.px(self.units))


class Rule(Widget):
    """A hairline across."""

    def measure_width(self) -> Span:
        return Span(self.kit.px(8), self.kit.px(8))

    def measure_height(self, width: int) -> Span:
        return Span(1, 1) if width else NOTHING

    def draw(self, painter: Painter) -> None:
        painter.fill(self.rect, painter.theme_line)
