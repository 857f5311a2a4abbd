"""Choice with errors: the better an option, the likelier it is taken, and a costly error is a rare one.

A policy's scores go in, one option for each game comes out. Everything is whole numbers: exp(-x) comes from
tables made with `decimal`, so the same words choose the same options on every machine.

Source: McKelvey & Palfrey 1995, "Quantal response equilibria for normal form games", Games and Economic
Behavior 10:6-38: P(a) = exp(lambda u_a) / sum of exp(lambda u).
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I64, U32, Bool
from game.rules.tables import frozen

MICRO = 1_000_000
ONE = 1 << 30  # the weight of the best option
_DEEPEST = 22  # exp(-22) rounds to a weight of 0
_COARSE, _FINE = 6, 12  # the tables have steps of 1/2^6 and 1/2^12
_BITS = 24  # x is counted in 1/2^24; within a fine step the curve is taken as straight
_EXACT = Context(prec=40, rounding=ROUND_HALF_EVEN)


class Quantal:
    """Logit choice of one sharpness.

    Args:
        sharpness: lambda, per util: 0 chooses blindly, 1 takes an option that is one util better in 73 of 100
            cases, a large number nearly always the best one. At most 6 decimals.

    Raises:
        ValueError: a sharpness out of range.
    """

    def __init__(self, sharpness: Decimal) -> None:
        fits = sharpness.is_finite() and 0 <= sharpness <= MICRO and sharpness * MICRO % 1 == 0
        if not fits:
            raise ValueError(f"a sharpness is 0 to {MICRO} with at most 6 decimals (got {sharpness})")
        rate = Fraction(sharpness) * (1 << _BITS) * Fraction(1, MICRO)
        self._numerator, self._denominator = rate.numerator, rate.denominator
        deepest = _DEEPEST << _BITS
        self._farthest = -(-deepest * self._denominator // self._numerator) if self._numerator else 0
        self._coarse = _table(_DEEPEST << _COARSE, _COARSE)
        self._fine = _table(1 << (_FINE - _COARSE), _FINE)

    def weights(self, scores: I64, allowed: Bool) -> I64:
        """How likely each option is, compared with the best one, whose weight is 2^30.

        Args:
            scores: int64[B,N], micro-utils; what is not allowed may hold anything.
            allowed: bool[B,N], at least one option of each game.

        Returns: int64[B,N], 0 where not allowed; exact to about one in 2^24.
        """
        assert allowed.any(axis=1).all(), "a game without any option to choose from"
        lowest = np.iinfo(np.int64).min
        best = np.where(allowed, scores, lowest).max(axis=1, keepdims=True)
        gap = np.where(allowed, np.minimum(best - np.where(allowed, scores, best), self._farthest), 0)
        depth = np.minimum(gap * self._numerator // self._denominator, (_DEEPEST << _BITS) - 1)
        coarse = self._coarse.take(depth >> (_BITS - _COARSE))
        fine = self._fine.take((depth >> (_BITS - _FINE)) & ((1 << (_FINE - _COARSE)) - 1))
        weight = coarse * fine >> 30
        weight -= weight * (depth & ((1 << (_BITS - _FINE)) - 1)) >> _BITS
        return np.where(allowed, weight, 0)

    def choose(self, scores: I64, allowed: Bool, words: U32) -> NDArray[np.intp]:
        """One option for each game.

        Args:
            scores, allowed: as for `weights`.
            words: uint32[B], one random word for each game, from a policy key.

        Returns: intp[B].
        """
        rising = self.weights(scores, allowed).cumsum(axis=1)
        total = rising[:, -1]
        high, low = words.astype(np.int64) >> 16, words.astype(np.int64) & 0xFFFF
        mark = (total * high + (total * low >> 16)) >> 16  # total * word / 2^32 without leaving 64 bits
        chosen: NDArray[np.intp] = (rising > mark[:, None]).argmax(axis=1)
        return chosen


@cache  # the same two for every seat
def _table(size: int, bits: int) -> I64:
    """2^30 exp(-n / 2^bits) for n from 0 to size - 1, rounded to the nearest; read-only."""
    values = []
    for n in range(size):
        part = _EXACT.exp(_EXACT.divide(Decimal(-n), Decimal(1 << bits)))
        values.append(int(_EXACT.to_integral_value(_EXACT.multiply(part, Decimal(ONE)))))
    return frozen(np.array(values, np.int64))
