"""Which of many points no other point beats, in whole numbers, with a declared rule for ties."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I64

MANY = 2048  # from so many points on it pays to drop most before sorting
_BITS = 20  # to which values are shortened to find points that beat many others
_SLOPES = (4, 2, 6, 1, 7)  # weights of the first value, of 8


def efficient(first: I64, second: I64) -> NDArray[np.intp]:
    """The points that no other point equals or beats in both values and beats in one.

    Args:
        first, second: int64[N] values of N points, more is better.

    Returns: intp[F], numbers of the efficient points, best for the first first. Of points with equal values
        only the one with the lowest number is among them.
    """
    if len(first) < MANY:
        return _sorted_out(first, second)
    left = _not_far_behind(first, second)
    return left[_sorted_out(first[left], second[left])]


def _sorted_out(first: I64, second: I64) -> NDArray[np.intp]:
    order = np.lexsort((-second, -first))  # stable: equal points stay in the order of their numbers
    ordered = second[order]
    best_before = np.concatenate(([np.iinfo(np.int64).min], np.maximum.accumulate(ordered)[:-1]))
    return order[ordered > best_before]


def _not_far_behind(first: I64, second: I64) -> NDArray[np.intp]:
    """Numbers, rising, of points that a few good ones do not beat: every efficient one is among them."""
    low = (int(first.min()), int(second.min()))
    shift = [
        max(0, (int(values.max()) - least).bit_length() - _BITS)
        for values, least in zip((first, second), low, strict=True)
    ]
    left: NDArray[np.intp] | None = None
    one, two = first, second
    for weight in _SLOPES:
        short = ((one - low[0]) >> shift[0], (two - low[1]) >> shift[1])
        best = int(np.argmax(short[0] * weight + short[1] * (8 - weight)))
        # A point that equals the best in both stays, for the rule for ties.
        stays = (one > one[best]) | (two > two[best]) | ((one == one[best]) & (two == two[best]))
        kept = np.flatnonzero(stays)
        left = kept if left is None else left[kept]
        one, two = one[kept], two[kept]
    assert left is not None, "there are slopes"
    return left
