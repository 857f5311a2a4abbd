"""What two seats would agree on if each knew all of the other's gains: offers in turn, seen from the end.

Rubinstein's benchmark on packages instead of a cake. It compares with what was agreed; nobody plays it.

Source: backward induction as in Stahl 1972 and Rubinstein 1982; an outside option is an exit, not a share:
Binmore, Shaked & Sutton 1989, "An outside option experiment", Quarterly Journal of Economics 104:753-770.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I64
from game.rules.tables import Tables


@dataclass(frozen=True)
class Ply:
    """One chance to propose.

    Args:
        seat: who proposes.
        keep: per mille of an agreement's worth that is left for each seat if this ply passes without one.
    """

    seat: int
    keep: tuple[int, int]


def plies_of(tables: Tables, turn: int = 0) -> tuple[Ply, ...]:
    """The plies of a game from a turn on, with the patience that its calendar gives both seats.

    An agreement is worth its monthly gain for the months that are left, so what a turn takes away is its
    weight; nothing is left after the last one.
    """
    plies = []
    for t in range(turn, tables.turns):
        left = 1000 * int(tables.remaining[t + 1]) // int(tables.remaining[t])
        for p in range(tables.plies):
            keep = left if p == tables.plies - 1 else 1000
            plies.append(Ply((tables.first + t + p) % 2, (keep, keep)))
    return tuple(plies)


def alternating_offers(
    gains: I64, plies: Sequence[Ply], outside: tuple[int, int] = (0, 0), rank: Sequence[int] | None = None
) -> int | None:
    """The point that both settle on if each looks ahead to the end.

    At every ply the proposer picks what is best for itself of what gives both at least what would be left for
    them of the agreement that would follow, and at least their outside options.

    Args:
        gains: int64[N,2], micro-utils a month over signing nothing.
        plies: from first to last.
        outside: what each seat has at once if it leaves instead of waiting.
        rank: for ties, lower first (`package_ids`); without it the number of the point.

    Returns: the number of the point; None if nothing is as good for both as leaving.
    """
    order = np.arange(len(gains)) if rank is None else np.asarray(rank)
    best_first = [_best_first(gains, seat, order) for seat in (0, 1)]
    agreed: int | None = None
    worth = (0, 0)
    for ply in reversed(plies):
        waiting = (ply.keep[0] * worth[0] // 1000, ply.keep[1] * worth[1] // 1000)
        claims = (max(waiting[0], outside[0]), max(waiting[1], outside[1]))
        offers = best_first[ply.seat]
        offers = offers[(gains[offers] >= claims).all(axis=1)]
        if not len(offers):  # then there was none at later plies either: what they agree on stays good enough
            return None
        agreed = int(offers[0])
        worth = (int(gains[agreed, 0]), int(gains[agreed, 1]))
    return agreed


def _best_first(gains: I64, seat: int, order: NDArray[np.integer]) -> NDArray[np.intp]:
    """Points by what they give the seat, of equal ones by what they give the other, then by rank."""
    return np.lexsort((order, -gains[:, 1 - seat], -gains[:, seat]))
