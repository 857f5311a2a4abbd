"""The efficient frontier of one game: packages that no other package beats for both seats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.bargaining.contributions import Contributions, contributions, walk_away
from game.bargaining.pareto import efficient
from game.foundation.arrays import I32, I64, Bool
from game.rules.state import State
from game.rules.tables import Tables


@dataclass(frozen=True)
class Frontier:
    """Efficient packages, best for seat 0 first.

    Args:
        offers: int32[F,4] half 0, half 1, plan, and -1 (the number of people is the level's own).
        gains: int64[F,2] net gains of the seats in micro-utils a month; 0 is the walk-away line.
    """

    offers: I32
    gains: I64

    def at(self, number: int) -> tuple[int, int, int, int]:
        """One package as plain numbers."""
        h0, h1, plan, people = self.offers[number].tolist()
        return h0, h1, plan, people


def frontier(tables: Tables, state: State, types: tuple[int, int]) -> Frontier:
    """The efficient packages at the present ledger and trust, if the seats were of the given types.

    Args:
        tables: the scenario. With a brief, what the brief leaves out counts nothing.
        state: one game; only public fields are read.
        types: types of the seats' principals, `tables.mean` for the analysts' mean.

    Returns: exact: no package outside it beats one inside it. Packages beaten by signing nothing are not
        on it. Of packages with the same gains the one with the lowest package id is on it; the id counts
        half 0, then half 1, then the plan. What touches a red line of either principal is no package here.
    """
    pair = contributions(tables, state, types)
    plans = len(tables.plans.phi)
    merged = [_of_plan(pair, plan) for plan in range(plans)]
    offers = np.concatenate([m.offers for m in merged])
    gains = np.concatenate([m.gains for m in merged])
    by_id = np.lexsort((offers[:, 2], offers[:, 1], offers[:, 0]))
    offers, gains = offers[by_id], gains[by_id]
    best = efficient(gains[:, 0], gains[:, 1])
    best = best[(offers[best, :2] > 0).any(axis=1)]
    return Frontier(offers[best], gains[best] - walk_away(tables, state))


def _of_plan(pair: tuple[Contributions, Contributions], plan: int) -> Frontier:
    """The efficient packages under one plan, of equal ones that with the lowest id.

    They are among the pairs of the halves' own efficient points: a half beaten by another is in none.
    """
    first, second = pair[0].value[plan], pair[1].value[plan]
    left, right = (_half_frontier(part.value[plan], part.open_to_both) for part in pair)
    gains = (first[left][:, None, :] + second[right][None, :, :]).reshape(-1, 2)
    best = efficient(gains[:, 0], gains[:, 1])
    offers = np.full((len(best), 4), -1, np.int32)
    offers[:, 0], offers[:, 1] = left[best // len(right)], right[best % len(right)]
    offers[:, 2] = plan
    return Frontier(offers, gains[best])


def _half_frontier(value: I64, open_: Bool) -> NDArray[np.intp]:
    """Of the halves that are open, in the order of their numbers, which is that of package ids."""
    if open_.all():
        return np.sort(efficient(value[:, 0], value[:, 1]))
    which = np.flatnonzero(open_)
    return np.sort(which[efficient(value[which, 0], value[which, 1])])


def zone_of_agreement(found: Frontier, least: tuple[int, int] = (0, 0)) -> Frontier:
    """The efficient packages that both principals would sign.

    Args:
        found: a frontier.
        least: net gain each principal signs for (its floor), micro-utils a month.

    Returns: empty if and only if no package at all is good enough for both.

    Source: Fisher & Ury 1981; Raiffa 1982.
    """
    inside = (found.gains[:, 0] >= least[0]) & (found.gains[:, 1] >= least[1])
    return Frontier(found.offers[inside], found.gains[inside])
