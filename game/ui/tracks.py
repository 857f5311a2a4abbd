"""The columns and rows of a grid: how large each has to be, and where its cells are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pygame

from game.ui.kit import Kit
from game.ui.solve import NOTHING, Span, share
from game.ui.widgets.base import Widget


@dataclass(frozen=True, slots=True)
class Track:
    """A column or row: its least size in units, and its weight in what is left (0: as its content)."""

    least: float = 0
    weight: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a child stands, counted from 0."""

    column: int
    row: int
    columns: int = 1
    rows: int = 1


class Plan(NamedTuple):
    """Children with their cells, and the tracks they share. Measures them; moves nothing."""

    kit: Kit
    cells: Sequence[tuple[Widget, Cell]]
    columns: Sequence[Track]
    rows: Sequence[Track]
    gaps: tuple[float, float]  # between columns and between rows, in units

    def width(self) -> Span:
        """What all columns together need and would like, in pixels."""
        return _sum(self._column_spans(), self._gap(0))

    def height(self, width: int) -> Span:
        """What all rows together need and would like at a width, in pixels."""
        return _sum(self._row_spans(self._widths(width)), self._gap(1))

    def slots(self, room: pygame.Rect) -> Iterator[tuple[Widget, pygame.Rect]]:
        """Each child with its place."""
        widths = self._widths(room.width)
        spare = room.height - self._gap(1) * (len(self.rows) - 1)
        heights = share(spare, self._row_spans(widths), [track.weight for track in self.rows])
        lefts, tops = _edges(room.x, widths, self._gap(0)), _edges(room.y, heights, self._gap(1))
        for child, cell in self.cells:
            width = lefts[cell.column + cell.columns] - self._gap(0) - lefts[cell.column]
            height = tops[cell.row + cell.rows] - self._gap(1) - tops[cell.row]
            yield child, pygame.Rect(lefts[cell.column], tops[cell.row], width, height)

    def _gap(self, axis: int) -> int:
        return self.kit.px(self.gaps[axis])

    def _widths(self, width: int) -> list[int]:
        room = width - self._gap(0) * (len(self.columns) - 1)
        return share(room, self._column_spans(), [track.weight for track in self.columns])

    def _column_spans(self) -> list[Span]:
        wishes = [(cell.column, cell.columns, child.widths()) for child, cell in self.cells]
        return self._tracks(self.columns, wishes, self._gap(0))

    def _row_spans(self, widths: Sequence[int]) -> list[Span]:
        wishes = []
        for child, cell in self.cells:
            room = sum(widths[cell.column : cell.column + cell.columns]) + self._gap(0) * (cell.columns - 1)
            wishes.append((cell.row, cell.rows, child.heights(room)))
        return self._tracks(self.rows, wishes, self._gap(1))

    def _tracks(
        self, tracks: Sequence[Track], wishes: Sequence[tuple[int, int, Span]], gap: int
    ) -> list[Span]:
        """What each track needs: by the children in it alone first, then by those that span several."""
        spans = [NOTHING] * len(tracks)
        for first, count, wish in sorted(wishes, key=lambda w: w[1]):
            have = _sum(spans[first : first + count], gap)
            last = first + count - 1
            low, want = max(0, wish.low - have.low), max(0, wish.want - have.want)
            spans[last] = Span(spans[last].low + low, max(spans[last].want + want, spans[last].low + low))
        return [
            Span(max(span.low, self.kit.px(track.least)), max(span.want, self.kit.px(track.least)))
            for span, track in zip(spans, tracks, strict=True)
        ]


def _sum(spans: Sequence[Span], gap: int) -> Span:
    gaps = gap * (len(spans) - 1)
    return Span(sum(s.low for s in spans) + gaps, sum(s.want for s in spans) + gaps)


def _edges(start: int, lengths: Sequence[int], gap: int) -> list[int]:
    edges = [start]
    for length in lengths:
        edges.append(edges[-1] + length + gap)
    return edges
