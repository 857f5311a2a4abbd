"""Tables of exact numbers, as the rules read them."""

from collections.abc import Sequence

import numpy as np

from game.foundation.arrays import I32
from game.foundation.integers import INT32_MAX


def table_of(values: Sequence[int]) -> I32:
    """Whole numbers as a table: i32[n], read-only.

    Raises:
        ValueError: a number too large for a table.
    """
    largest = max(map(abs, values), default=0)
    if largest > INT32_MAX:
        raise ValueError(f"{largest} is too large for a table; the largest value is {INT32_MAX}")
    table = np.array(values, dtype=np.int32)
    table.setflags(write=False)
    return table
