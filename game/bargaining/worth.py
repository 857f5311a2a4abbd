"""What halves of offers are worth, by table look-up: the same numbers as `game.rules.valuation`, faster.

tests/bargaining/test_worth.py holds the two equal. All arrays broadcast: a line of offers against as many
ledgers, or every half against each of a column of ledgers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.bargaining.lattice import Lattice, Standing, change_of_counts
from game.foundation.arrays import I32, I64
from game.rules.tables import Tables

Which = NDArray[np.intp] | int


@dataclass(frozen=True)
class Released:
    """People an offer frees, and those of them who must leave; int64, one shape."""

    number: I64
    leaving: I64


NOBODY = Released(np.zeros((), np.int64), np.zeros((), np.int64))


def released(
    tables: Tables, half: Lattice, at: Standing, chosen: I32, explicit: I32 | None = None
) -> Released:
    """n and n_x of docs/rules.md 4.3.

    Args:
        chosen: halves of the owner.
        explicit: a number of people written into the offer, -1 for the level's own.
    """
    people = half.people
    if people is None:
        return NOBODY
    number: I64 = people.number.take(chosen).astype(np.int64)
    if explicit is not None:
        number = np.where(explicit >= 0, explicit, number)
    number = np.minimum(number, at.still)
    if tables.issues.terms < 0:
        return Released(number, np.zeros_like(number))
    terms = np.maximum(people.terms_of_half.take(chosen), at.terms)
    return Released(number, number * tables.issues.exile.take(terms) // 1000)


def worth_of_half(half: Lattice, at: Standing, chosen: I32, view: Which, people: Released) -> I64:
    """The sum of d over what one seat would give by a half, for a view: `given` or `got`. int64."""
    total: I64 | int = 0
    for group, row in zip(half.groups, at.rows[half.owner], strict=True):
        where = row + group.level_of_half.take(chosen)
        if isinstance(view, int):
            total = total + group.worth[view].take(where).astype(np.int64)
        else:
            total = total + group.worth.reshape(-1).take(where + view * group.worth.shape[1]).astype(np.int64)
    if half.people is not None:
        total = total + change_of_counts(half.people, view, at, people.number, people.leaving)
    if half.synergies.masks:
        total = total + half.synergies.change(at.bits[half.owner], chosen, view)
    return np.asarray(total, np.int64)


def share_of_half(tables: Tables, half: Lattice, at: Standing, chosen: I32, people: Released) -> I64:
    """x: share of its own leverage that the owner gives by a half, per mille. int64."""
    total: I64 | int = 0
    for group, row in zip(half.groups, at.rows[half.owner], strict=True):
        total = total + group.exposed.take(row + group.level_of_half.take(chosen)).astype(np.int64)
    if half.people is not None:
        total = total + tables.issues.people_leverage * people.number // np.maximum(at.held, 1)
    return np.minimum(np.maximum(np.asarray(total, np.int64), 0), 1000)


def exposure(
    tables: Tables, seat: int, phi: NDArray[np.integer], share: I64, trust: NDArray[np.integer]
) -> I64:
    """Cost of giving a share of one's leverage before receiving, micro-utils a month. int64."""
    exposed = phi.astype(np.int64) * share // 1000
    distrust = 15 - trust.astype(np.int64)
    cost: I64 = tables.sides[seat].rho * distrust * exposed * exposed // 15_000_000
    return cost


def counted(tables: Tables, got: I64, trust: NDArray[np.integer]) -> I64:
    """What promises count for, given trust in who makes them. int64."""
    promise = tables.trust.promise
    return got * (promise + (1000 - promise) * trust.astype(np.int64) // 15) // 1000


def kept(received: I64, keep: NDArray[np.integer]) -> I64:
    """What a plan leaves of what is received. int64."""
    return keep.astype(np.int64) * received // 1000
