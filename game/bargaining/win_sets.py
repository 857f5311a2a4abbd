"""How many of all packages each side would let pass, exactly: two-level games in numbers.

Source: Putnam 1988, "Diplomacy and domestic politics: the logic of two-level games", International
Organization 42:427-460.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.bargaining.contributions import contributions, walk_away
from game.bargaining.lattice import lattice, standing
from game.bargaining.worth import counted, released, worth_of_half
from game.foundation.arrays import I64, Bool
from game.rules.ratification import ratifiers
from game.rules.red_lines import closed_halves
from game.rules.state import State
from game.rules.tables import Tables

_TILE = 1 << 17  # packages looked at together: 2 MB of memory, and as fast as more


@dataclass(frozen=True)
class WinSets:
    """Numbers of packages: every half of one seat with every half of the other under every plan.

    Args:
        packages: all of them, without the empty one.
        signed: those each principal would sign.
        passed: those each side's ratifiers would let pass.
        won: those that both would, for each side: its win-set.
        agreed: those in both sides' win-sets.
        zone: those that both principals would sign, whatever their ratifiers say.
    """

    packages: int
    signed: tuple[int, int]
    passed: tuple[int, int]
    won: tuple[int, int]
    agreed: int
    zone: int


def win_sets(
    tables: Tables, state: State, types: tuple[int, int], floors: tuple[int, int] = (0, 0)
) -> WinSets:
    """Count the packages that would pass at the present ledger, trust and mood, the day being neutral.

    Every package is looked at, so time grows with their number (decision 072); a package frees the number of
    people of its level.

    Args:
        tables: the scenario, whole: a brief does not know the other side's ratifiers.
        state: one game.
        types: types of the seats' principals.
        floors: net gain each principal signs for, micro-utils a month.
    """
    assert state.games == 1, "win_sets() is for one game"
    pair = contributions(tables, state, types)
    gains = tuple(part.value for part in pair)
    line = walk_away(tables, state) + np.array(floors, np.int64)
    homes = (_Home(tables, state, 0), _Home(tables, state, 1))
    total = np.zeros(8, np.int64)
    for rows in _tiles(len(tables.halves[0]), len(tables.halves[1])):
        passed = [home.passes(rows) for home in homes]
        for plan in range(len(tables.plans.phi)):
            # what the other half has to add: a comparison alone is a third of the time of adding first
            lacking = line - gains[0][plan, rows]
            signed = [gains[1][None, plan, :, seat] >= lacking[:, None, seat] for seat in (0, 1)]
            for seat in (0, 1):
                _exclude(signed[seat], pair[0].closed[rows, seat], pair[1].closed[:, seat])
            total += _counts(signed, passed, first=rows.start == 0)
    sizes = total.tolist()
    packages = (len(tables.halves[0]) * len(tables.halves[1]) - 1) * len(tables.plans.phi)
    return WinSets(
        packages, (sizes[0], sizes[1]), (sizes[2], sizes[3]), (sizes[4], sizes[5]), sizes[6], sizes[7]
    )


def _tiles(first: int, second: int) -> Iterator[slice]:
    height = max(1, _TILE // second)
    for begin in range(0, first, height):
        yield slice(begin, min(begin + height, first))


def _counts(signed: list[Bool], passed: list[Bool], first: bool) -> I64:
    won = [signed[side] & passed[side] for side in (0, 1)]
    sets = (*signed, *passed, *won, won[0] & won[1], signed[0] & signed[1])
    empty = [int(first and each[0, 0]) for each in sets]
    return np.array([np.count_nonzero(each) for each in sets], np.int64) - np.array(empty, np.int64)


def _exclude(found: Bool, first: Bool, second: Bool) -> None:
    """Take out the packages in which either half touches a red line."""
    if first.any() or second.any():
        found &= ~(first[:, None] | second[None, :])


class _Home:
    """The ratifiers of one side, and what halves are worth to them."""

    def __init__(self, tables: Tables, state: State, side: int) -> None:
        self._actors = ratifiers(tables, side).tolist()
        self._votes = [int(tables.votes[actor]) for actor in self._actors]
        self._veto = [bool(tables.veto[actor]) for actor in self._actors]
        self._quorum = tables.sides[side].quorum
        mood = state.mood[0].astype(np.int64) * tables.sides[side].mood_unit
        ease = mood + state.paid[0]
        self._least = [-int(tables.tolerance[actor]) - int(ease[actor]) for actor in self._actors]
        self._worth = [_worth_to(tables, state, side, actor) for actor in self._actors]
        self._closed = [
            tuple(closed_halves(tables, state, actor, owner) for owner in (0, 1)) for actor in self._actors
        ]
        self._width = len(tables.halves[1])

    def passes(self, rows: slice) -> Bool:
        """Whether the side's ratifiers let packages pass: bool[rows, halves of seat 1]."""
        shape = (rows.stop - rows.start, self._width)
        votes, allowed = np.zeros(shape, np.int32), np.ones(shape, np.bool_)
        for (first, second), closed, least, weight, veto in zip(
            self._worth, self._closed, self._least, self._votes, self._veto, strict=True
        ):
            yes = second[None, :] >= least - first[rows, None]
            _exclude(yes, closed[0][rows], closed[1])
            votes += np.multiply(yes, weight, dtype=np.int32)
            if veto:
                allowed &= yes
        return allowed & (votes >= self._quorum)


def _worth_to(tables: Tables, state: State, side: int, actor: int) -> tuple[I64, I64]:
    """What the halves of seat 0 and of seat 1 change for a ratifier: int64[H0], int64[H1]."""
    views = ((actor, 0),)
    halves = (lattice(tables, 0, views), lattice(tables, 1, views))
    at = standing(tables, halves, state)
    parts = []
    for half in halves:
        every = np.arange(half.size, dtype=np.int32)
        worth = worth_of_half(half, at, every, 0, released(tables, half, at, every))
        parts.append(worth if half.owner == side else counted(tables, worth, state.trust[:, side]))
    return parts[0], parts[1]
