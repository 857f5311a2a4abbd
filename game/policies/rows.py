"""Efficient points of many sets at once, one set a row, with a declared rule for ties.

Sorting whole numbers that carry their column in the low bits gives the same order on every machine, whatever
sorting algorithm it uses.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.rules.state import I64

Columns = NDArray[np.intp]


@dataclass(frozen=True)
class Ranked:
    """Points of m sets by falling first value; of equal first values the lower column first.

    Args:
        column: intp[m,C].
        best: intp[m,C], the column of the best second value so far; of equal ones the lower place.
        new: bool[m,C], where a point is better in its second value than all before it.
    """

    column: Columns
    best: Columns
    new: NDArray[np.bool_]


def falling(values: I64) -> Columns:
    """Columns by falling value, equal values by rising column. intp[m,C]."""
    width = values.shape[1]
    bits = max(1, (width - 1).bit_length())
    keys = (values << bits) | np.arange(width - 1, -1, -1)
    keys.sort(axis=1)
    columns: Columns = (width - 1) - (keys[:, ::-1] & ((1 << bits) - 1))
    return columns


def ranked(first: I64, second: I64) -> Ranked:
    """Rank points by two values, more being better; values below 2**40."""
    width = first.shape[1]
    bits = max(1, (width - 1).bit_length())
    column = falling(first)
    # The place stands in the low bits, earlier places with higher numbers, so that they win ties.
    places = np.arange(width - 1, -1, -1)
    packed = (np.take_along_axis(second, column, axis=1) << bits) | places
    running = np.maximum.accumulate(packed, axis=1)
    best_place = (width - 1) - (running & ((1 << bits) - 1))
    new = best_place == np.arange(width)
    return Ranked(column, np.take_along_axis(column, best_place, axis=1), new)


def spread_towards_nothing(points: Ranked, relevant: NDArray[np.bool_], most: int) -> Columns:
    """At most `most` of every row's efficient points, closer together where the first value is low.

    Args:
        points: of m sets.
        relevant: bool[m,C] by place in the ranking: others are left out.

    Returns: intp[m,most] columns; rows with fewer points repeat their last one.
    """
    row, place = np.nonzero(points.new & relevant)
    count = np.bincount(row, minlength=len(points.column))
    begin, last = np.cumsum(count) - count, np.maximum(count - 1, 0)
    left = np.arange(most - 1, -1, -1)
    wide = last[:, None] - last[:, None] * left * left // max(1, (most - 1) ** 2)
    every = np.minimum(np.arange(most)[None, :], last[:, None])
    chosen = begin[:, None] + np.where(count[:, None] > most, wide, every)
    found: Columns = points.column[row, place].take(chosen)
    return found
