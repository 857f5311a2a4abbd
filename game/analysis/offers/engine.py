"""Alternating offers, many negotiations at once: the protocol, round by round."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.offers.strategies import Side
from game.foundation.arrays import I64


@dataclass(frozen=True)
class Agreed:
    """How B negotiations ended.

    Args:
        outcome: int64[B], what was agreed on; -1 for nothing.
        round: int64[B], rounds that were used, from 1; all of them where nothing was agreed on.
        by: int64[B], who accepted, 0 or 1; -1 for nobody.
    """

    outcome: I64
    round: I64
    by: I64


def alternate(sides: tuple[Side, Side], games: int, rounds: int) -> Agreed:
    """Play B negotiations.

    In each round side 0 acts, then side 1; round k of n (from 0) is at the time (k + 1) / (n + 1). A side
    accepts the offer that stands or makes one of its own.

    Args:
        sides: both sides, with the preferences of these negotiations.
        games: B.
        rounds: n, at least 1.

    Source: Rosenschein & Zlotkin 1994; the clock is that of NegMAS.
    """
    outcome, used, by = np.full(games, -1, np.int64), np.full(games, rounds, np.int64), np.full(games, -1)
    rows = np.arange(games)
    standing = np.full(games, -1, np.int64)
    for number in range(rounds):
        time = (number + 1) / (rounds + 1)
        for seat, side in enumerate(sides):
            accepts, offer = side.answer(rows, time, standing)
            if accepts.any():
                done = rows[accepts]
                outcome[done], used[done], by[done] = standing[accepts], number + 1, seat
                rows, offer = rows[~accepts], offer[~accepts]
                if not len(rows):
                    return Agreed(outcome, used, by)
            standing = offer
    return Agreed(outcome, used, by)
