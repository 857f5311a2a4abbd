"""How far time has moved a seat from its best hope to its least: polynomial and exponential concession.

Source: Faratin, Sierra & Jennings 1998, "Negotiation decision functions for autonomous agents".
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache

import numpy as np

from game.foundation.arrays import I64
from game.policies.situation import Situation
from game.rules.tables import Tables

_EXACT = Context(prec=50, rounding=ROUND_HALF_EVEN)
MICRO = 1_000_000


def concession(elapsed: int, whole: int, beta: Decimal) -> int:
    """alpha = (elapsed / whole) to the power 1 / beta, in millionths, with k = 0.

    beta below 1 is a Boulware, 1 linear, above 1 a conceder.
    """
    if elapsed <= 0:
        return 0
    if elapsed >= whole:
        return MICRO
    share = _EXACT.ln(_EXACT.divide(Decimal(elapsed), Decimal(whole)))
    power = _EXACT.exp(_EXACT.divide(share, beta))
    return int(_EXACT.to_integral_value(_EXACT.multiply(power, Decimal(MICRO))))


def exponential_concession(elapsed: int, whole: int, beta: Decimal, first: Decimal) -> int:
    """alpha = exp((1 - elapsed / whole) to the power beta, times ln k), in millionths, with k = `first`.

    It begins at k and not at nothing, and comes down late: half way through a seat with k = .1 and beta 1 has
    given .316.

    Args:
        first: k, above 0 and below 1.
    """
    if elapsed >= whole:
        return MICRO
    left = _EXACT.divide(Decimal(whole - max(0, elapsed)), Decimal(whole))
    power = _EXACT.exp(_EXACT.multiply(_EXACT.power(left, beta), _EXACT.ln(first)))
    return int(_EXACT.to_integral_value(_EXACT.multiply(power, Decimal(MICRO))))


def campaign_window(tables: Tables) -> int:
    """Turns in which a seat comes down all the way: a third of the scenario, at least two (decision 040)."""
    return min(tables.turns, max(2, tables.turns // 3))


class Schedule:
    """The clock of a seat. It starts anew in the turn after an agreement and runs to its end, ply by ply.

    Args:
        tables: for turns and plies.
        beta: as in `concession`.
        window: turns in which a seat comes down all the way, or fewer if fewer are left.
        first: the k of `exponential_concession`; without it the course is that of `concession`.
    """

    def __init__(self, tables: Tables, beta: Decimal, window: int, first: Decimal | None = None) -> None:
        self._plies = tables.plies
        turns, plies = tables.turns, tables.plies
        self._table = np.full((turns + 1, turns * plies + 1), MICRO, np.int64)
        for since in range(turns):
            last = max(1, min(window, turns - since) * plies - 1)
            self._table[since, :last] = _course(last, beta, first)

    def conceded(self, turn: int, ply: int, agreements: np.ndarray, last_turn: np.ndarray) -> I64:
        """alpha now. int64[n], millionths."""
        since = np.where(agreements > 0, last_turn.astype(np.int64) + 1, 0)
        elapsed = (turn - since) * self._plies + ply
        alpha: I64 = self._table[since, np.maximum(elapsed, 0)]
        return alpha

    def reached(self, here: Situation) -> I64:
        """alpha now in some games of a batch. int64[n], millionths."""
        state = here.state
        return self.conceded(
            state.clock.turn,
            state.clock.slot,
            state.agreements.take(here.games),
            state.last_turn.take(here.games),
        )


@lru_cache(maxsize=512)  # most turns have as many plies before them as the turn before
def _course(whole: int, beta: Decimal, first: Decimal | None) -> tuple[int, ...]:
    """alpha after each number of plies below `whole`."""
    return tuple(
        concession(elapsed, whole, beta)
        if first is None
        else exponential_concession(elapsed, whole, beta, first)
        for elapsed in range(whole)
    )


def come_down(floor: I64, ceiling: I64, alpha: I64) -> I64:
    """The net gain that is aimed at between ceiling (alpha 0) and floor (alpha one million). int64[n]."""
    aim: I64 = floor + (ceiling - floor) * (MICRO - alpha) // MICRO
    return aim
