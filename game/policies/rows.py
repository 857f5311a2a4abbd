"""Efficient points of many sets at once, one set a row, with a declared rule for ties.

Sorting whole numbers that carry their column in the low bits gives the same order on every machine, whatever
sorting algorithm it uses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.rules.state import I64

Columns = NDArray[np.intp]
Spacing = Callable[[Columns], Columns]
LEAST = -(2**40)  # below any value; still fits when a column number is put beside it


@dataclass(frozen=True)
class Picked:
    """Points of every row, in the order asked for.

    Args:
        column: intp[R, F], padded by repeating the last point of the row.
        count: intp[R], how many of them are points of their own.
    """

    column: Columns
    count: Columns


def falling(values: I64) -> Columns:
    """Columns by falling value, equal values by rising column. intp[R,N]."""
    width = values.shape[1]
    bits = max(1, (width - 1).bit_length())
    keys = (values << bits) | np.arange(width - 1, -1, -1)
    keys.sort(axis=1)
    columns: Columns = (width - 1) - (keys[:, ::-1] & ((1 << bits) - 1))
    return columns


def efficient_rows(order: Columns, first: I64, second: I64) -> tuple[Columns, Columns]:
    """Efficient points of every row.

    Args:
        order: `falling(first)`.
        first, second: int64[R,N] values, more is better.

    Returns: rows and columns of the points, by row and then by falling first value; of points with equal values
        the one with the lowest column.
    """
    ordered = np.take_along_axis(second, order, axis=1)
    before = np.empty_like(ordered)
    before[:, 0] = np.iinfo(np.int64).min
    np.maximum.accumulate(ordered[:, :-1], axis=1, out=before[:, 1:])
    row, place = np.nonzero(ordered > before)
    column = order[row, place]
    # Among points with the same first value the best second one comes last: those before it are beaten.
    value = first[row, column]
    beaten = np.zeros(len(row), np.bool_)
    beaten[:-1] = (row[1:] == row[:-1]) & (value[1:] == value[:-1])
    return row[~beaten], column[~beaten]


def spread_evenly(row: Columns, column: Columns, rows: int, most: int) -> Picked:
    """At most `most` points of every row, the first and the last among them, evenly spaced by number."""
    steps = np.arange(most)
    return _spread(row, column, rows, most, lambda last: last[:, None] * steps // max(1, most - 1))


def spread_towards_last(row: Columns, column: Columns, rows: int, most: int) -> Picked:
    """The same, spaced ever more narrowly towards the last point."""
    left = np.arange(most - 1, -1, -1)
    scale = max(1, (most - 1) ** 2)
    return _spread(row, column, rows, most, lambda last: last[:, None] - last[:, None] * left * left // scale)


def _spread(row: Columns, column: Columns, rows: int, most: int, wide: Spacing) -> Picked:
    count = np.bincount(row, minlength=rows)
    begin = np.cumsum(count) - count
    last = np.maximum(count - 1, 0)
    every = np.minimum(np.arange(most)[None, :], last[:, None])
    place = np.where(count[:, None] > most, wide(last), every)
    found = column.take(np.minimum(begin[:, None] + place, max(0, len(column) - 1))) if len(column) else place * 0
    return Picked(found, np.minimum(count, most))
