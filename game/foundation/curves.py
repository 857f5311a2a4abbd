"""Curves as integer tables, made once when a scenario is compiled.

Powers are worked out with `decimal`, whose results are the same on every machine; those of a processor or a C
library are not.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import pairwise

import numpy as np

from game.foundation.arrays import I32
from game.foundation.int_tables import table_of
from game.foundation.integers import MICRO

_WORK = Context(prec=60, rounding=ROUND_HALF_EVEN)
_EXACT = Context(
    prec=40, rounding=ROUND_HALF_EVEN
)  # what the work rounds to, so that 0.25^3.5 is exactly 1/128


def curve_table(points: Sequence[tuple[int, int]], size: int) -> I32:
    """A curve through points, straight in between and level before the first and after the last.

    Args:
        points: (count, value) with counts rising strictly; at least one.
        size: how many counts the table covers, from 0.

    Returns: i32[size], the value at every count; between two points rounded towards minus infinity.

    Raises:
        ValueError: no points, or counts that do not rise.
    """
    if not points:
        raise ValueError("a curve needs at least one point")
    values = np.full(size, points[-1][1], dtype=np.int64)
    values[: max(0, points[0][0])] = points[0][1]
    for (start, low), (end, high) in pairwise(points):
        if end <= start:
            raise ValueError(f"the counts of a curve must rise, but {end} follows {start}")
        first, last = max(start, 0), min(end, size)
        counts = np.arange(first, last, dtype=np.int64)
        values[first : max(first, last)] = low + (counts - start) * (high - low) // (end - start)
    return table_of(values.tolist())


def power(numerator: int, denominator: int, exponent: Decimal) -> int:
    """A fraction to the power of an exponent, in millionths.

    Args:
        numerator: at least 0.
        denominator: above 0.
        exponent: above 0, exact.

    Returns: (numerator / denominator)^exponent in millionths, rounded to the nearest, halves to even.

    Raises:
        ValueError: an argument out of its range.
    """
    if numerator < 0 or denominator <= 0 or exponent <= 0:
        raise ValueError(f"no power is defined for ({numerator}/{denominator})^{exponent}")
    if numerator == 0:
        return 0
    fraction = _WORK.divide(Decimal(numerator), Decimal(denominator))
    return _in_micro(_WORK.exp(_WORK.multiply(_WORK.ln(fraction), exponent)))


def _in_micro(value: Decimal) -> int:
    return int(_EXACT.to_integral_value(_EXACT.multiply(value, Decimal(MICRO))))
