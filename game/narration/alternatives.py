"""What both sides would have accepted at some moment, had each known what the other was."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.bargaining.frontier import Frontier, frontier, zone_of_agreement
from game.bargaining.solutions import kalai_smorodinsky, nash, package_ids
from game.rules.ratification import carried, votes
from game.rules.state import I32, State, take
from game.rules.tables import Tables


@dataclass(frozen=True)
class Alternatives:
    """The efficient packages of one moment, for the true types.

    Args:
        frontier: all of them, best for seat 0 first; gains in micro-utils a month over the walk-away line.
        signed: numbers of those that both principals would have signed, given their floors.
        ratified: numbers of those that the ratifiers would have let pass too, in their mood then.
        nash, kalai_smorodinsky: numbers of these points on the frontier; None if nothing suits both.
        best: the Nash point among `ratified`; None if there is none.
    """

    turn: int
    frontier: Frontier
    signed: tuple[int, ...]
    ratified: tuple[int, ...]
    nash: int | None
    kalai_smorodinsky: int | None
    best: int | None


def alternatives(tables: Tables, state: State) -> Alternatives:
    """What both sides would have accepted in a state, secrets known.

    Args:
        state: one game, whole.
    """
    types = (int(state.type[0, 0]), int(state.type[0, 1]))
    found = frontier(tables, state, types)
    floors = (int(state.floor[0, 0]), int(state.floor[0, 1]))
    inside = np.flatnonzero((found.gains[:, 0] >= floors[0]) & (found.gains[:, 1] >= floors[1]))
    assert len(inside) == len(zone_of_agreement(found, floors).offers)
    passing = inside[_would_pass(tables, state, found.offers[inside])]
    ids = package_ids(tables, found)
    best = nash(found.gains[passing], rank=[ids[n] for n in passing])
    return Alternatives(
        state.clock.turn,
        found,
        tuple(inside.tolist()),
        tuple(passing.tolist()),
        nash(found.gains, rank=ids),
        kalai_smorodinsky(found.gains, rank=ids),
        None if best is None else int(passing[best]),
    )


def _would_pass(tables: Tables, state: State, offers: I32) -> NDArray[np.bool_]:
    """Whether both sides' ratifiers would let each offer pass, the day being neither good nor bad."""
    many = take(state, np.zeros(len(offers), np.intp))
    calm = np.zeros((len(offers), len(tables.votes)), np.int64)
    passes = np.ones(len(offers), np.bool_)
    for side in (0, 1):
        passes &= carried(tables, side, votes(tables, many, side, offers, calm))
    return passes
