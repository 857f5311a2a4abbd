"""How far a deal lies from the frontier, and from the points that theories of bargaining single out.

Distances are shares of the most each seat could have hoped for, so that they do not depend on the units in
which gains are counted (decision 072).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt

import numpy as np

from game.foundation.arrays import I64

Gains = tuple[int, int]


@dataclass(frozen=True)
class Shortfall:
    """What a deal leaves on the table, beside the frontier of its moment.

    Args:
        both: the most that both seats could have gained on top at the same time, micro-utils a month; 0 on
            the frontier.
        sum: the most they could have gained on top together without either losing.
        each: the most each seat could have gained on top without the other losing; both 0 on the frontier,
            and only there.
    """

    both: int
    sum: int
    each: Gains


def shortfall(gains: I64, deal: Gains) -> Shortfall:
    """Measure a deal against the efficient packages.

    Args:
        gains: int64[F,2] of the frontier, micro-utils a month over the walk-away line.
        deal: the seats' gains from the deal, valued at the same moment.
    """
    more = gains - np.array(deal, np.int64)
    better = more[(more >= 0).all(axis=1)]
    if not len(better):
        return Shortfall(0, 0, (0, 0))
    one, two = better.max(axis=0).tolist()
    return Shortfall(int(better.min(axis=1).max()), int(better.sum(axis=1).max()), (one, two))


def ideal(gains: I64) -> Gains | None:
    """The most each seat can hope for of packages that are good for both, at least 1.

    Returns: None if there is no such package.
    """
    rational = gains[(gains >= 0).all(axis=1)]
    if not len(rational):
        return None
    one, two = rational.max(axis=0).tolist()
    return max(1, one), max(1, two)


def distance(deal: Gains, point: Gains, hope: Gains) -> int:
    """How far a deal is from a point, each seat's gain counted in its best hope: per mille, rounded down.

    Args:
        deal, point: gains of both seats, micro-utils a month.
        hope: from `ideal`.

    Returns: 1000 is the distance between a seat's best hope and nothing, the other gaining the same.
    """
    one = (deal[0] - point[0]) * hope[1]
    two = (deal[1] - point[1]) * hope[0]
    return isqrt(1_000_000 * (one * one + two * two)) // (hope[0] * hope[1])
