"""Efficient points of many sets at once, one set a row, with a declared rule for ties.

Sorting whole numbers that carry their column in the low bits gives the same order on every machine, whatever
sorting algorithm it uses.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I64, Bool

Columns = NDArray[np.intp]


def falling(values: I64) -> Columns:
    """Columns by falling value, equal values by rising column. intp[m,C]."""
    width = values.shape[1]
    bits = _bits(width)
    keys = (values << bits) | np.arange(width - 1, -1, -1)
    keys.sort(axis=1)
    columns: Columns = (width - 1) - (keys[:, ::-1] & ((1 << bits) - 1))
    return columns


def best_so_far(values: I64) -> tuple[Columns, I64]:
    """Where the largest value up to each place stands, the first of equal ones, and the value. int64[m,C]."""
    width = values.shape[1]
    bits = _bits(width)
    packed = values << bits
    packed |= np.arange(width - 1, -1, -1)
    np.maximum.accumulate(packed, axis=1, out=packed)
    return (width - 1) - (packed & ((1 << bits) - 1)), packed >> bits


def _bits(width: int) -> int:
    return max(1, (width - 1).bit_length())


def spread_towards_last(points: Bool, most: int) -> Columns:
    """At most `most` of the places marked in every row, closer together towards the last one.

    Args:
        points: bool[m,C], at least one in every row.

    Returns: intp[m,most] places; rows with fewer points repeat their last one.
    """
    row, place = np.nonzero(points)
    count = np.bincount(row, minlength=len(points))
    begin, last = np.cumsum(count) - count, count - 1
    left = np.arange(most - 1, -1, -1)
    wide = last[:, None] - last[:, None] * left * left // max(1, (most - 1) ** 2)
    every = np.minimum(np.arange(most)[None, :], last[:, None])
    found: Columns = place.take(begin[:, None] + np.where(count[:, None] > most, wide, every))
    return found


def counted(cell: I64, cells: int) -> I64:
    """How many of a row's values lie in each cell. int64[m,cells]."""
    rows = len(cell)
    flat = np.arange(rows)[:, None] * cells + cell
    return np.bincount(flat.reshape(-1), minlength=rows * cells).reshape(rows, cells)
