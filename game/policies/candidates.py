"""Which halves are worth searching: those efficient in one of a declared range of circumstances."""

from __future__ import annotations

from itertools import product

import numpy as np

from game.bargaining.lattice import Standing
from game.bargaining.worth import exposure, released, share_of_half, worth_of_half
from game.foundation.arrays import I32
from game.policies.appraiser import Appraiser
from game.policies.gifts import DEAREST
from game.policies.rows import falling

MOST = 256
_FREED = (0, 16, 48)  # 64ths of those held at the start who are free already
_TRUST = (1, 7, 13)


def candidates(appraiser: Appraiser, owner: int) -> I32:
    """Halves of an owner that are efficient at the opening ledger for some own type, plan and trust.

    Left out are halves that cost their giver far more than they bring (`DEAREST`).
    All synergies that depend on the world are tried holding and not holding, and several numbers of people
    freed.
    A half that lies above another only in levels that have been reached already is as good as the other, so
    the
    list serves later ledgers too.

    Returns: int32[C], rising; half 0 among them.
    """
    tables, half = appraiser.tables, appraiser.halves[owner]
    every = np.arange(half.size, dtype=np.int32)
    often = np.zeros(half.size, np.int64)
    world = sum(1 << bit for bit, _, _ in half.synergies.world)
    phis, trust = np.unique(tables.plans.phi[:, owner]), np.array(_TRUST)[:, None]
    frees = _FREED if half.people is not None else _FREED[:1]  # elsewhere the number freed changes nothing
    weight = len(_FREED) // len(frees)
    for freed, bits in product(frees, sorted({0, world})):
        at = _opening(appraiser, owner, freed, bits)
        people = released(tables, half, at, every)
        share = share_of_half(tables, half, at, every, people)[None, :]
        exposed = [exposure(tables, owner, phi[None], share, trust) for phi in phis]
        mean = worth_of_half(half, at, every, appraiser.mean, people)[None, :]
        for kind in range(appraiser.mean):
            own = worth_of_half(half, at, every, kind, people)[None, :]
            gives, takes = (own, mean) if owner == appraiser.seat else (mean, own)
            order = falling(takes)[0]
            dear, given = DEAREST * takes.take(order), gives.take(order)
            for cost in exposed:
                left = given - cost.take(order, axis=1)
                efficient = left + dear >= 0
                efficient[:, 1:] &= left[:, 1:] > np.maximum.accumulate(left, axis=1)[:, :-1]
                often[order] += weight * np.count_nonzero(efficient, axis=0)
    often[0] = 1 << 30
    best = np.argsort(-often, kind="stable")[:MOST]
    return np.sort(best[often[best] > 0]).astype(np.int32)


def _opening(appraiser: Appraiser, owner: int, freed: int, bits: int) -> Standing:
    """The opening ledger as a line of one, with some people freed."""
    tables, half = appraiser.tables, appraiser.halves[owner]
    gone = tables.held_start * freed // 64
    one = np.ones(1, np.int32)
    rows = tuple(group.row_at(tables.issues.start) * one for group in half.groups)
    flags, terms = np.array([bits], np.uint64), tables.issues.terms
    still = (tables.held_start - gone) * one
    start = np.array([tables.issues.start[terms] if terms >= 0 else 0], np.int8)
    both = (rows, ()) if owner == 0 else ((), rows)
    return Standing(both, (flags, flags), gone * one, gone * one, still, still, start)
