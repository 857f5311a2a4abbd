"""Which of many points no other point beats, in whole numbers, with a declared rule for ties."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I64


def efficient(first: I64, second: I64) -> NDArray[np.intp]:
    """The points that no other point equals or beats in both values and beats in one.

    Args:
        first, second: int64[N] values of N points, more is better.

    Returns: intp[F], numbers of the efficient points, best for the first first. Of points with equal values
        only the one with the lowest number is among them.
    """
    if not len(first):
        return np.zeros(0, np.intp)
    order = np.lexsort((-second, -first))  # stable: equal points stay in the order of their numbers
    ordered = second[order]
    best_before = np.concatenate(([np.iinfo(np.int64).min], np.maximum.accumulate(ordered)[:-1]))
    return order[ordered > best_before]
