"""What each half of a package adds to both seats' gains under each plan; packages are sums of two."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.bargaining.lattice import Lattice, Standing, lattice, standing
from game.bargaining.worth import counted, exposure, kept, released, share_of_half, worth_of_half
from game.foundation.arrays import I64, Bool
from game.rules.red_lines import closed_halves
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.valuation import forgone


@dataclass(frozen=True)
class Contributions:
    """One seat's halves.

    Args:
        owner: the seat.
        value: int64[P,H,2] micro-utils a month that a half adds to the gain of seat 0 and of seat 1.
        closed: bool[H,2], halves that touch a red line of the principal of seat 0 and of seat 1.
    """

    owner: int
    value: I64
    closed: Bool

    @property
    def open_to_both(self) -> Bool:
        """Halves that touch no red line of either principal. bool[H]."""
        found: Bool = ~(self.closed[:, 0] | self.closed[:, 1])
        return found


def contributions(
    tables: Tables, state: State, types: tuple[int, int]
) -> tuple[Contributions, Contributions]:
    """What the halves of both seats add, at the ledger of one game.

    Args:
        tables: the scenario.
        state: one game; only public fields are read.
        types: types taken for true; `tables.mean` for an analyst's view.

    Returns: contributions of seat 0's and of seat 1's halves. The gain of a package is the sum of both,
        less the seat's outside option (`walk_away`).
    """
    assert state.games == 1, "contributions() is for one game"
    views = ((0, types[0]), (1, types[1]))
    halves = (lattice(tables, 0, views), lattice(tables, 1, views))
    at = standing(tables, halves, state)
    return _of_owner(tables, state, halves[0], at), _of_owner(tables, state, halves[1], at)


def walk_away(tables: Tables, state: State) -> I64:
    """Both seats' outside options, micro-utils a month. int64[2]."""
    return np.array([forgone(tables, state, seat)[0] for seat in (0, 1)], np.int64)


def _of_owner(tables: Tables, state: State, half: Lattice, at: Standing) -> Contributions:
    owner, other = half.owner, 1 - half.owner
    every = np.arange(half.size, dtype=np.int32)
    people = released(tables, half, at, every)
    given = worth_of_half(half, at, every, owner, people)
    got = counted(tables, worth_of_half(half, at, every, other, people), state.trust[:, other])
    share = share_of_half(tables, half, at, every, people)
    value = np.zeros((len(tables.plans.phi), half.size, 2), np.int64)
    for plan in range(len(tables.plans.phi)):
        cost = exposure(tables, owner, tables.plans.phi[plan : plan + 1, owner], share, state.trust[:, owner])
        value[plan, :, owner] = given - cost
        value[plan, :, other] = kept(got, tables.plans.keep[plan : plan + 1, other])
    for seat in (0, 1):
        value[:, :, seat] -= broken_vow_by_half(tables, state, half, seat)
    closed = np.stack([closed_halves(tables, state, seat, owner) for seat in (0, 1)], axis=1)
    return Contributions(owner, value, closed)


def broken_vow_by_half(tables: Tables, state: State, half: Lattice, seat: int) -> I64:
    """Audience cost of a seat for each half that stays below what the seat vowed.

    int64[H], micro-utils a month; 0 if the issue vowed on is not of these halves.
    """
    cost = np.zeros(half.size, np.int64)
    move, level = int(state.vow[0, seat, 0]), int(state.vow[0, seat, 1])
    if move >= 0:
        issue = tables.moves[move].vow
        if tables.issues.owner[issue] == half.owner:
            cost[tables.halves[half.owner][:, issue] < level] = tables.moves[move].cost
    return cost
