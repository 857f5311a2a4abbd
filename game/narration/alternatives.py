"""What both sides would have accepted at some moment, had each known what the other was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.bargaining.frontier import Frontier, frontier
from game.bargaining.solutions import egalitarian, kalai_smorodinsky, nash, package_ids, utilitarian
from game.foundation.arrays import I32, I64, Bool
from game.rules.legality import barred
from game.rules.ratification import carried, votes
from game.rules.state import State, take
from game.rules.tables import Tables

Theory = Literal["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]


@dataclass(frozen=True)
class Alternatives:
    """The efficient packages of one moment, for the true types.

    Args:
        frontier: all of them, best for seat 0 first; gains in micro-utils a month over the walk-away line.
        signed: numbers of those that both principals would have signed, given their floors.
        ratified: numbers of those that the ratifiers would have let pass too, in their mood then.
        points: numbers of the points of theory on the frontier; all four, or none if nothing suits both.
        best: the Nash point among those `ratified` that may be offered, not having failed just before; None
            if there is none.
    """

    turn: int
    frontier: Frontier
    signed: tuple[int, ...]
    ratified: tuple[int, ...]
    points: dict[Theory, int]
    best: int | None


def alternatives(tables: Tables, state: State, day: I64 | None = None) -> Alternatives:
    """What both sides would have accepted in a state, secrets known.

    Args:
        state: one game, whole.
        day: int64[1,A], the mood of the day; without it the day is neither good nor bad.
    """
    types = (int(state.type[0, 0]), int(state.type[0, 1]))
    found = frontier(tables, state, types)
    inside = np.flatnonzero((found.gains >= state.floor[0]).all(axis=1))
    many = take(state, np.zeros(len(inside), np.intp))
    offers = found.offers[inside]
    passes = _would_pass(tables, many, offers, day)
    open_ = inside[passes & ~barred(many, offers[:, 0], offers[:, 1])]
    ids = package_ids(tables, found)
    best = nash(found.gains[open_], rank=[ids[n] for n in open_])
    return Alternatives(
        turn=state.clock.turn,
        frontier=found,
        signed=tuple(inside.tolist()),
        ratified=tuple(inside[passes].tolist()),
        points=_points(found.gains, ids),
        best=None if best is None else int(open_[best]),
    )


def _points(gains: I64, ids: list[int]) -> dict[Theory, int]:
    picked: dict[Theory, int | None] = {
        "nash": nash(gains, rank=ids),
        "kalai_smorodinsky": kalai_smorodinsky(gains, rank=ids),
        "egalitarian": egalitarian(gains, rank=ids),
        "utilitarian": utilitarian(gains, rank=ids),
    }
    return {theory: number for theory, number in picked.items() if number is not None}


def _would_pass(tables: Tables, many: State, offers: I32, day: I64 | None) -> Bool:
    """Whether both sides' ratifiers would let each offer pass, one game for each."""
    shape = (len(offers), len(tables.votes))
    mood = np.zeros(shape, np.int64) if day is None else np.broadcast_to(day, shape)
    passes = np.ones(len(offers), np.bool_)
    for side in (0, 1):
        passes &= carried(tables, side, votes(tables, many, side, offers, mood))
    return passes
