"""What outcomes are worth to one side, and the outcomes in the order of their worth."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.analysis.statistics.likeliest import F64
from game.foundation.arrays import I64, Bool

DECIMALS = 12
"""Utilities that agree in so many decimals are equal; of equal ones the first listed counts as the worse."""
_UNIT = 10.0**DECIMALS
_BITS = 62
_ROWS = 64  # worked on together, so that they stay in a processor's cache


@dataclass(frozen=True)
class Preferences:
    """Utilities of B negotiations, or of one that all share.

    Args:
        utility: f64[P,N] of N outcomes; P is B, or 1 if all negotiations share them.
        reservation: f64[P], what no agreement is worth.
    """

    utility: F64
    reservation: F64

    @property
    def shared(self) -> bool:
        """Whether all negotiations share them."""
        return len(self.utility) == 1

    @property
    def outcomes(self) -> int:
        """N."""
        return int(self.utility.shape[1])

    @cached_property
    def low(self) -> F64:
        """Where aspirations end: the worst outcome or the reservation, whatever is better. f64[P]."""
        worst: F64 = np.maximum(self.utility.min(axis=1), self.reservation)
        return worst

    @cached_property
    def high(self) -> F64:
        """Where aspirations begin: the best outcome. f64[P]."""
        best: F64 = self.utility.max(axis=1)
        return best

    @cached_property
    def hopeless(self) -> Bool:
        """Whether no outcome is worth the reservation, so that nothing can be agreed on. bool[P]."""
        return self.reservation > self.high

    @cached_property
    def ranked(self) -> Ranked:
        """The outcomes from worst to best.

        Raises:
            ValueError: utilities too large to be told apart in 12 decimals.
        """
        width = max(1, (self.outcomes - 1).bit_length())
        largest = max(-float(self.utility.min()), float(self.utility.max()), 1.0) * _UNIT
        if largest >= 1 << _BITS:
            raise ValueError(f"utilities lie between -4e6 and 4e6 (got {largest / _UNIT:.3g})")
        if largest < 1 << (_BITS - width):
            return Ranked(self._packed(width), width, None)
        keys = np.rint(self.utility * _UNIT).astype(np.int64)
        order = np.argsort(keys, axis=1, kind="stable")
        return Ranked(np.take_along_axis(keys, order, axis=1), 0, order.astype(np.int64))

    def _packed(self, width: int) -> I64:
        """Worth and number in one whole number: sorting these is stable whatever sorts them."""
        keys = np.empty(self.utility.shape, np.int64)
        numbers = np.arange(self.outcomes)
        for begin in range(0, len(keys), _ROWS):
            part = keys[begin : begin + _ROWS]
            scaled = self.utility[begin : begin + _ROWS] * _UNIT
            np.rint(scaled, out=scaled)
            part[:] = scaled
            part <<= width
            part |= numbers
            part.sort(axis=1)
        return keys


@dataclass(frozen=True)
class Ranked:
    """Outcomes from worst to best.

    Args:
        keys: int64[P,N], rising: utilities in units of 10^-12, times 2^width, plus the outcome's number.
        width: bits of the number; 0 if it stands in `order`.
        order: int64[P,N], the outcomes' numbers where they do not fit into the keys.
    """

    keys: I64
    width: int
    order: I64 | None

    def worst_from(self, least: F64, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Places of the worst outcomes that are worth at least so much: intp[n]; N where none is.

        Args:
            least: f64[n], utilities.
            rows: intp[n], whose preferences; not read where all share them.
        """
        wanted = np.ceil(least * _UNIT).astype(np.int64) << self.width
        if len(self.keys) == 1:
            return np.searchsorted(self.keys[0], wanted, side="left")
        return _search(self.keys, wanted, rows)

    def at(self, rows: NDArray[np.intp], place: NDArray[np.integer]) -> I64:
        """The outcomes at places of the order. int64[n]."""
        flat = (rows * self.keys.shape[1] if len(self.keys) > 1 else 0) + place
        if self.order is not None:
            return self.order.reshape(-1).take(flat)
        found: I64 = self.keys.reshape(-1).take(flat) & ((1 << self.width) - 1)
        return found


def _search(worth: I64, wanted: I64, rows: NDArray[np.intp]) -> NDArray[np.intp]:
    """Binary search in a row of each negotiation at once."""
    flat, many = worth.reshape(-1), worth.shape[1]
    low = rows * many
    begin = low.copy()
    size = 1 << max(0, many.bit_length() - 1)
    if size < many:  # one step back so that the rest is a power of two
        low += np.where(flat.take(low + (many - size) - 1) < wanted, many - size, 0)
    half = size >> 1
    while half:
        low += np.where(flat.take(low + half - 1) < wanted, half, 0)
        half >>= 1
    low += flat.take(np.minimum(low, begin + many - 1)) < wanted
    places: NDArray[np.intp] = low - begin
    return places


def additive(values: list[F64], weights: F64) -> F64:
    """Utilities of all combinations of values of several issues, the first issue the slowest: f64[B,N].

    Args:
        values: for each issue f64[B,V], what its values are worth.
        weights: f64[B,issues].
    """
    many = math.prod(own.shape[1] for own in values)
    found = np.empty((len(weights), many))
    for begin in range(0, len(weights), _ROWS):
        rows = slice(begin, begin + _ROWS)
        total = np.zeros((len(weights[rows]), 1))
        for number, own in enumerate(values):
            weighted = own[rows] * weights[rows, number, None]
            total = (total[:, :, None] + weighted[:, None, :]).reshape(len(total), -1)
        found[rows] = total
    return found
