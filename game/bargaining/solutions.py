"""Points that theories of bargaining single out, in whole numbers.

Every function takes gains over the walk-away line, int64[N,2], and returns the number of the point it picks,
of equally good points the one with the lowest number (on a frontier: pass `package_ids` as `rank`). Points at
which a seat would do better to walk away are not picked; without any other point the answer is None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from game.bargaining.frontier import Frontier
from game.foundation.arrays import I64
from game.rules.tables import Tables

Score = Callable[[int, int], int]


def nash(gains: I64, powers: tuple[int, int] = (1, 1), rank: Sequence[int] | None = None) -> int | None:
    """The largest product of gains, each raised to its seat's bargaining power.

    Source: Nash 1950; with powers Roth 1979.
    """
    return _best(gains, lambda one, two: one ** powers[0] * two ** powers[1], rank)


def kalai_smorodinsky(gains: I64, rank: Sequence[int] | None = None) -> int | None:
    """The point whose worse-off seat gets the largest share of the best it could have hoped for.

    Source: Kalai & Smorodinsky 1975, on a finite set: the largest smaller ratio of gain to ideal gain.
    """
    both = (gains >= 0).all(axis=1)
    if not both.any():
        return None
    ideal = [max(1, int(gains[both, seat].max())) for seat in (0, 1)]
    return _best(gains, lambda one, two: min(one * ideal[1], two * ideal[0]), rank)


def egalitarian(gains: I64, rank: Sequence[int] | None = None) -> int | None:
    """The largest gain of the seat that gains less. Source: Kalai 1977."""
    return _best(gains, min, rank)


def utilitarian(gains: I64, rank: Sequence[int] | None = None) -> int | None:
    """The largest sum of gains."""
    return _best(gains, lambda one, two: one + two, rank)


def package_ids(tables: Tables, found: Frontier) -> list[int]:
    """Numbers that order packages by half 0, then half 1, then plan: the rank for ties."""
    halves, plans = len(tables.halves[1]), len(tables.plans.phi)
    offers = found.offers.astype(np.int64)
    ids: list[int] = ((offers[:, 0] * halves + offers[:, 1]) * plans + offers[:, 2]).tolist()
    return ids


def _best(gains: I64, score: Score, rank: Sequence[int] | None) -> int | None:
    """Plain integers, which cannot overflow; frontiers are short."""
    rational = [n for n, (one, two) in enumerate(gains.tolist()) if one >= 0 and two >= 0]
    if not rational:
        return None
    order = rank if rank is not None else range(len(gains))
    values = gains.tolist()
    return min(rational, key=lambda n: (-score(values[n][0], values[n][1]), order[n]))
