"""The columns of a balance run: one row a game, whole numbers only (docs/balance.md says what each holds)."""

from __future__ import annotations

import numpy as np

from game.analysis.balance.measuring import MISSING, Deals
from game.analysis.balance.watching import Watched
from game.foundation.arrays import I64
from game.rules.outcome import Outcome

SINGLE = (
    "ended", "end_turn", "freed", "held", "held_change", "arrested", "exiled", "agreements", "first_turn",
    "first_people", "revoked", "durability",
)  # fmt: skip
BY_SEAT = ("breached", "snapped", "payoff")
SHARES = ("share_0", "share_1")
MANDATES = ("mandate_0", "mandate_1")


def columns_of(words: int) -> tuple[str, ...]:
    """Names of the columns after those that say which game it is.

    Args:
        words: how many columns hold what was used.
    """
    seats = tuple(f"{name}_{seat}" for name in BY_SEAT for seat in (0, 1))
    return (*SINGLE, *seats, *MANDATES, *SHARES, *Deals.COLUMNS, *(f"used_{n}" for n in range(words)))


def rows_of(found: Outcome, watched: Watched, shares: I64) -> I64:
    """Games as rows: int64[B,C].

    Args:
        shares: int64[B,2], from `shares_of_hope`.
    """
    parts = [getattr(found, name).astype(np.int64)[:, None] for name in SINGLE]
    parts += [getattr(found, name).astype(np.int64) for name in BY_SEAT]
    parts += [_met(found, seat)[:, None] for seat in (0, 1)]
    parts += [shares, watched.deals, watched.used.astype(np.int64)]
    return np.concatenate(parts, axis=1)


def _met(found: Outcome, seat: int) -> I64:
    """Share of the seat's mandate that holds at the end, per mille; missing without a mandate."""
    wishes = found.mandate[seat]
    if not wishes.shape[1]:
        return np.full(len(wishes), MISSING, np.int64)
    met: I64 = 1000 * wishes.sum(axis=1, dtype=np.int64) // wishes.shape[1]
    return met
