"""How a side of alternating offers decides: by the clock alone, or by what it hears (MiCRO)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.analysis.offers.preferences import Preferences
from game.analysis.statistics.likeliest import F64
from game.foundation.arrays import I64, Bool

Rows = NDArray[np.intp]

TOLERANCE = 1e-4
EXPONENTS: Mapping[str, float] = MappingProxyType({"boulware": 4.0, "linear": 1.0, "conceder": 0.25})
NAMES = (*EXPONENTS, "micro")


class Side(Protocol):
    """One side of B negotiations."""

    def answer(self, rows: Rows, time: float, heard: I64) -> tuple[Bool, I64]:
        """Accept what was heard, or say an outcome.

        Args:
            rows: intp[n], the negotiations that go on.
            time: share of the time that has passed, above 0 and below 1.
            heard: int64[n], the offer that stands; -1 before the first.

        Returns: whether it is accepted, and what is offered where it is not; -1 by a side to whom nothing is
            worth its reservation.
        """
        ...


class TimeBased:
    """Aspires to u(t) = 1 - t^e between its best and its worst, and offers the worst that it aspires to.

    Source: Faratin, Sierra & Jennings 1998, in the form that NegMAS has.

    Args:
        own: its preferences.
        exponent: f64[B], e: 4 for Boulware, 1 linear, 0.25 conceder.
    """

    def __init__(self, own: Preferences, exponent: F64) -> None:
        self._own = own
        self._exponent = exponent
        self._utility = own.utility.reshape(-1)

    def answer(self, rows: Rows, time: float, heard: I64) -> tuple[Bool, I64]:
        """See `Side`."""
        own = self._own
        share = 1.0 - _power(time, self._exponent, rows)
        of = rows if not own.shared else np.zeros(1, np.intp)
        hopeless = own.hopeless[of]
        low, high = own.low[of], own.high[of]
        least = low + share * (high - low) - TOLERANCE
        begin: Rows | int = 0 if own.shared else rows * own.outcomes
        worth = self._utility.take(np.maximum(heard, 0) + np.asarray(begin, np.int64))
        accepts: Bool = (heard >= 0) & (worth >= least) & ~hopeless
        place = np.minimum(own.ranked.worst_from(least, rows), own.outcomes - 1)
        offer = own.ranked.at(rows, place)
        return accepts, np.where(hopeless, -1, offer) if hopeless.any() else offer


class Micro:
    """Offers its outcomes from best to worst, a new one for every new one it hears; else it repeats itself.

    It accepts what is at least as good for it as the worst that it would offer now. Outcomes below its
    reservation it neither offers nor accepts.

    Source: de Jonge 2022, "An analysis of the linear bilateral ANAC domains using the MiCRO benchmark
    strategy", IJCAI. Where the paper repeats any earlier offer by chance, this repeats the last.

    Args:
        own: its preferences.
        games: B.
    """

    def __init__(self, own: Preferences, games: int) -> None:
        self._own = own
        self._said = np.zeros(games, np.int64)
        self._new = np.zeros(games, np.int64)
        self._known = np.zeros((games, own.outcomes), np.bool_)
        shape = (games, own.outcomes)
        self._utility = np.broadcast_to(own.utility, shape)
        good = (own.utility >= own.reservation[:, None]).sum(axis=1)
        self._good = np.broadcast_to(good, (games,))
        self._least = np.broadcast_to(own.reservation, (games,))

    def answer(self, rows: Rows, time: float, heard: I64) -> tuple[Bool, I64]:  # noqa: ARG002 - it has no clock
        """See `Side`."""
        there = np.flatnonzero(heard >= 0)
        self._new[rows[there]] += ~self._known[rows[there], heard[there]]
        self._known[rows[there], heard[there]] = True
        said, good = self._said[rows], self._good[rows]
        more = (said <= self._new[rows]) & (said < good)
        place = np.where(more, said, np.maximum(said - 1, 0))
        offer = self._own.ranked.at(rows, self._own.outcomes - 1 - place)
        hopeless = good == 0
        worth = self._utility[rows, np.maximum(heard, 0)]
        enough = np.maximum(self._utility[rows, offer], self._least[rows])
        accepts: Bool = (heard >= 0) & (worth >= enough) & ~hopeless
        self._said[rows] += more & ~accepts
        return accepts, np.where(hopeless, -1, offer)


def side_of(name: str, own: Preferences, games: int) -> Side:
    """A side by the name of its strategy, one of `NAMES`."""
    if name == "micro":
        return Micro(own, games)
    return TimeBased(own, np.full(games, EXPONENTS[name]))


def _power(time: float, exponent: F64, rows: Rows) -> F64:
    """time^e for each negotiation; raised once for each exponent that occurs, as all have one clock."""
    first = float(exponent[0])
    if bool((exponent == first).all()):
        return np.full(len(rows), time**first)
    return np.array(time ** exponent[rows])
