"""What first agreements were worth to the seats, beside what was possible."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np

from game.bargaining.distances import ideal
from game.bargaining.frontier import frontier
from game.foundation.arrays import I32, I64, Bool, IntArray
from game.foundation.draws import game_keys
from game.rules.blank import blank_state
from game.rules.ledger import work_out_base
from game.rules.state import State, draft_of, take
from game.rules.tables import Tables
from game.rules.valuation import appraise

MISSING = -(10**9)  # stands where nothing was measured; no share or gain is as low
WHOLE = 1000


@dataclass
class Deals:
    """First agreements of a batch, while it is played.

    Args:
        gains: int64[B,2], what the offer accepted last was worth to the seats, micro-utils a month over
            walking away; `MISSING` where none was accepted.
        looked_at: bool[B], games whose first agreement is held against the frontier.
        signed: for these, by place: the game when that offer was accepted, and the offer.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = ("deal_0", "deal_1", "gap", "nash")

    gains: I64
    looked_at: Bool
    signed: dict[int, tuple[State, I32]] = field(default_factory=dict)

    def note(self, tables: Tables, state: State, accepts: Bool) -> None:
        """Offers that are about to be accepted in games without an agreement so far."""
        games = np.flatnonzero(accepts & (state.agreements == 0))
        if not len(games):
            return
        there = take(state, games)
        offer = there.offer[:, 1 - state.clock.seat]
        for seat in (0, 1):
            self.gains[games, seat] = appraise(tables, there, seat, there.type[:, seat], offer).net
        for place in np.flatnonzero(self.looked_at[games]).tolist():
            one = np.array([place])
            self.signed[int(games[place])] = (take(there, one), offer[one])

    def columns(self, tables: Tables, agreements: IntArray) -> I64:
        """The columns of all games, once they are over: int64[B,4]."""
        found = np.full((len(self.gains), len(self.COLUMNS)), MISSING, np.int64)
        agreed = agreements > 0
        found[agreed, :2] = self.gains[agreed]
        for game, (before, offer) in self.signed.items():
            if agreed[game]:
                found[game, 2:] = shortfalls(tables, before, offer)
        return found


def shortfalls(tables: Tables, before: State, offer: I32) -> I64:
    """How far an agreement fell short of what was possible, both seats' types being known. int64[2].

    Args:
        before: one game, when the offer was accepted.
        offer: int32[1,4].

    Returns: per mille, the share of its best hope that each seat could have gained on top at the same time
        (Pareto gap), and how far the product of gains lies below the largest one (Nash distance,
        1 - prod s / max prod s, s the gains as shares of best hopes). Missing where no package is good for
        both.

    Source: Nash 1950 for the product; the distances: docs/balance.md.
    """
    types = (int(before.type[0, 0]), int(before.type[0, 1]))
    deal = [int(appraise(tables, before, seat, types[seat], offer).net[0]) for seat in (0, 1)]
    gains = frontier(tables, before, types).gains
    hope = ideal(gains)
    if hope is None:
        return np.full(2, MISSING, np.int64)
    shares = gains.astype(np.float64) / np.array(hope)
    got = np.array(deal) / np.array(hope)
    gap = max(0.0, float((shares - got).min(axis=1).max()))
    most = float(shares[(shares >= 0).all(axis=1)].prod(axis=1).max())
    product = float(got.prod()) if (got >= 0).all() else 0.0
    nash = 1.0 - min(1.0, product / most) if most > 0 else 0.0
    found: I64 = np.clip(np.rint(np.array([gap, nash]) * WHOLE), 0, WHOLE).astype(np.int64)
    return found


class Hopes:
    """The most that each seat can hope for at the opening, by the types of both; worked out when needed."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        draft = draft_of(blank_state(tables, game_keys(0, [0])))
        work_out_base(tables, draft, np.ones(1, np.bool_))
        self.opening = draft.finish()
        self._known: dict[tuple[int, int], tuple[int, int]] = {}

    def of(self, types: I64) -> I64:
        """Micro-utils a month for games with these types: int64[B,2] from int[B,2]; at least 1."""
        kinds, which = np.unique(types, axis=0, return_inverse=True)
        rows = np.array([self._one(int(a), int(b)) for a, b in kinds], np.int64).reshape(-1, 2)
        found: I64 = rows[which.reshape(-1)]
        return found

    def _one(self, first: int, second: int) -> tuple[int, int]:
        if (first, second) not in self._known:
            found = ideal(frontier(self._tables, self.opening, (first, second)).gains)
            self._known[first, second] = found or (1, 1)
        return self._known[first, second]


def shares_of_hope(hopes: Hopes, gains: I64, types: I64) -> I64:
    """What the first agreement promised each seat, as a share of its best hope at the opening.

    Args:
        gains: int64[B,2] micro-utils a month over walking away; `MISSING` without an agreement.
        types: int[B,2] of the seats.

    Returns: int64[B,2] per mille from 0 to 1000; 0 without an agreement.
    """
    shares: I64 = np.clip(WHOLE * np.maximum(gains, 0) // hopes.of(types), 0, WHOLE)
    return shares
