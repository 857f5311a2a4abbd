"""Value functions as tables of millionths (docs/rules.md 1)."""

from decimal import Decimal
from functools import lru_cache

import numpy as np

from game.content.compiling.exact import micro
from game.content.schema.curves import (
    Curve,
    FullAtCurve,
    HalfAtCurve,
    PointsCurve,
    PowerCurve,
    TableCurve,
    ThresholdCurve,
    ThroughCurve,
)
from game.foundation.arrays import I64
from game.foundation.curves import curve_table, power
from game.foundation.integers import MICRO
from game.rules.tables import MOST_PEOPLE, frozen


def level_curve(curve: Curve, levels: dict[str, int]) -> I64:
    """The value at every level of an issue, in millionths. int64[levels]."""
    last = len(levels) - 1
    match curve:
        case PowerCurve(power=exponent):
            values = list(_powers(exponent, last))
        case ThresholdCurve(threshold=level):
            values = [MICRO if n >= levels[level] else 0 for n in range(last + 1)]
        case TableCurve(table=listed):
            values = [micro(height) for height in listed]
        case ThroughCurve(through=heights):
            points = sorted((levels[level], micro(height)) for level, height in heights.items())
            return curve_table(points, last + 1).astype(np.int64)
        case "linear":
            values = [MICRO * n // last for n in range(last + 1)]
        case _:
            raise AssertionError(f"{curve} is no curve for levels")
    return np.array(values, np.int64)


@lru_cache(maxsize=1024)
def _powers(exponent: Decimal, last: int) -> tuple[int, ...]:
    return tuple(power(n, last, exponent) for n in range(last + 1))


def count_curve(curve: Curve) -> I64:
    """The value at every count of people, in millionths. int64[N]."""
    match curve:
        case FullAtCurve(full_at=most):
            return _full_at(most)
        case HalfAtCurve(half_at=half):
            return _half_at(half)
        case PointsCurve(points=points):
            exact = [(count, micro(height)) for count, height in points]
            return curve_table(exact, MOST_PEOPLE + 1).astype(np.int64)
        case _:
            raise AssertionError(f"{curve} is no curve for counts")


@lru_cache(maxsize=256)
def _full_at(most: int) -> I64:
    return frozen(MICRO * np.minimum(_counts(), most) // most)


@lru_cache(maxsize=256)
def _half_at(half: int) -> I64:
    return frozen(MICRO * _counts() // (_counts() + half))


def _counts() -> I64:
    return np.arange(MOST_PEOPLE + 1, dtype=np.int64)
