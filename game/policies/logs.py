"""Logarithms of chances in whole numbers, so that beliefs are the same on every machine.

Chances are kept as natural logarithms in millionths. Tables are made with `decimal` once.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache

import numpy as np

from game.foundation.arrays import I64

MICRO = 1_000_000
IMPOSSIBLE = -(10**12)
_EXACT = Context(prec=40, rounding=ROUND_HALF_EVEN)
_FAR = 16  # beyond, ln s(x) is taken as at 16
_PARTS = 32  # steps of the table to a unit; between two the curve is taken as straight


def log_of(share: int) -> int:
    """ln of a share in millionths, in millionths; IMPOSSIBLE for 0."""
    if share <= 0:
        return IMPOSSIBLE
    return _rounded(_EXACT.ln(_EXACT.divide(Decimal(share), Decimal(MICRO))))


def log_sigmoid(x: I64) -> I64:
    """ln (1 / (1 + exp(-x))), both in millionths; x beyond 16 counts as 16. Same shape."""
    return _looked_up(_log_sigmoids(), x)


def sigmoid(x: I64) -> I64:
    """1 / (1 + exp(-x)) likewise."""
    return _looked_up(_sigmoids(), x)


def _looked_up(table: I64, x: I64) -> I64:
    place = (np.clip(x, -_FAR * MICRO, _FAR * MICRO - 1) + _FAR * MICRO) * _PARTS
    cell, rest = place // MICRO, place % MICRO
    low, high = table.take(cell), table.take(cell + 1)
    value: I64 = low + (high - low) * rest // MICRO
    return value


def log_normal(distance: I64, spread: int) -> I64:
    """-(distance / spread)^2 / 2 in millionths; distance in millionths too, 2 units at most."""
    far = np.minimum(np.abs(distance), 2 * MICRO)
    value: I64 = -(far * far // (2 * spread)) * MICRO // spread
    return value


@cache
def _log_sigmoids() -> I64:
    return _table(lambda power: -_EXACT.ln(power))


@cache
def _sigmoids() -> I64:
    return _table(lambda power: _EXACT.divide(Decimal(1), power))


def _table(function: Callable[[Decimal], Decimal]) -> I64:
    """A function of 1 + exp(-x) from x = -16 to 16."""
    places = (_EXACT.divide(Decimal(n), Decimal(_PARTS)) - _FAR for n in range(2 * _FAR * _PARTS + 1))
    table = np.array([_rounded(function(1 + _EXACT.exp(-x))) for x in places], np.int64)
    table.setflags(write=False)
    return table


def _rounded(value: Decimal) -> int:
    return int(_EXACT.to_integral_value(_EXACT.multiply(value, Decimal(MICRO))))
