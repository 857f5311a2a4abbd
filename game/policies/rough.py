"""Ledgers rounded for searching: menus are made for rounded ones, so that few have to be made.

Levels stay exact. Rounded are trust, counts of people and how often an issue was used; world issues count
only as
far as they decide a synergy that an offer could still bring about. Whatever is offered or accepted is judged
at
the exact ledger afterwards.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.bargaining.lattice import Lattice, Standing
from game.foundation.arrays import I32, I64, U64
from game.rules.state import State
from game.rules.tables import Tables

MOST_USES = 1
TRUST_STEP = 3
TRUST_PARTS = 6
PARTS = 16  # more than there are parts of any count

_FREED_EDGES = (
    0,
    2,
    8,
    16,
    32,
    64,
    128,
)  # where parts of the people freed begin, in 64ths of those held first
_STILL_PARTS = 4  # of those held at the start


def rough_trust(trust: I64) -> I64:
    """Trust in steps of three: 1 stands for 0 to 2, 4 for 3 to 5, and so on."""
    rough: I64 = np.minimum(trust // TRUST_STEP * TRUST_STEP + 1, 15)
    return rough


class Rounding:
    """Rounds the ledgers of one scenario."""

    def __init__(self, tables: Tables, halves: tuple[Lattice, Lattice]) -> None:
        start = tables.held_start
        self._halves = halves
        self._edges = np.unique(np.array(_FREED_EDGES, np.int64) * start // 64)
        middles = (self._edges + np.append(self._edges[1:], self._edges[-1])) // 2
        middles[0] = 0
        self._typical_freed = middles
        self._step = max(1, start // _STILL_PARTS)

    def parts(self, at: Standing) -> tuple[I64, I64]:
        """The part that people freed and people still held fall into."""
        freed = np.searchsorted(self._edges, at.freed, side="right") - 1
        still = (at.still + self._step // 2) // self._step
        return freed.astype(np.int64), np.minimum(still, PARTS - 1).astype(np.int64)

    def rounded(self, at: Standing, state: State) -> Standing:
        """The ledgers with counts, uses and world issues rounded."""
        freed_part, still_part = self.parts(at)
        freed = self._typical_freed.take(freed_part).astype(np.int32)
        still = (still_part * self._step).astype(np.int32)
        bits = (deciding(self._halves[0], at.bits[0]), deciding(self._halves[1], at.bits[1]))
        return Standing(
            (self._rows(0, state), self._rows(1, state)), bits, freed, freed, still, still, at.terms
        )

    def _rows(self, owner: int, state: State) -> tuple[I32, ...]:
        return tuple(group.row(state, MOST_USES) for group in self._halves[owner].groups)


def deciding(half: Lattice, bits: U64) -> U64:
    """The bits, without the world's conditions that make no difference to what any half is worth.

    What the world decides is a synergy that matters to somebody, does not hold yet and that the owner's
    issues
    can still make hold. The base's own conditions stay.
    """
    synergies = half.synergies
    own = sum(1 << bit for bit, _, _ in synergies.own)
    kept = bits & np.uint64(own)
    for number, mask in enumerate(synergies.masks):
        if synergies.amounts[:, number].any():
            need, world = np.uint64(mask), np.uint64(mask & ~own)
            still_open = ((bits & world) == world) & ((bits & need) != need)
            kept |= np.where(still_open, world, np.uint64(0))
    return kept


def world_code(half: Lattice, bits: U64) -> tuple[NDArray[np.int64], int]:
    """The world's conditions among the bits as a small number, and how many such numbers there are."""
    code = np.zeros(len(bits), np.int64)
    for place, (bit, _, _) in enumerate(half.synergies.world):
        code |= (bits >> np.uint64(bit) & np.uint64(1)).astype(np.int64) << place
    return code, 1 << len(half.synergies.world)
