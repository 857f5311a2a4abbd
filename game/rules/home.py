"""What a seat has promised at home, and what may keep it from honouring (docs/rules.md 4.3 to 4.5).

Source: Putnam 1988, "Diplomacy and domestic politics", International Organization 42:427-460 (side payments;
involuntary defection); forms assumed, decision 008.
"""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import Bool
from game.foundation.purposes import Purpose
from game.rules.chance import roll
from game.rules.conditions import holds
from game.rules.happenings import What
from game.rules.ledger import move_row, note, shift_trust
from game.rules.state import Draft
from game.rules.tables import Tables


def pay_promises(tables: Tables, draft: Draft, games: np.ndarray) -> None:
    """An agreement is ratified in these games: what was promised at home is owed for good."""
    if not draft.paid.any():
        return
    left = int(tables.remaining[draft.clock.turn])
    for seat in (0, 1):
        own = np.flatnonzero(tables.actor_side == seat)
        due = draft.paid[np.ix_(games, own)].sum(axis=1, dtype=np.int64)
        draft.write("payoff")[games, seat] -= due * left
    draft.write("paid")[games] = 0


def hold_up(tables: Tables, draft: Draft, seat: int, who: Bool) -> Bool:
    """Where a seat that honours is kept from it; its step waits a turn there. bool[B]."""
    chance = np.zeros(draft.games, np.uint64)
    for hindrance in reversed(tables.politics.hindrances):
        if hindrance.seat == seat:
            chance = np.where(holds(tables, draft, hindrance.when), np.uint64(hindrance.chance), chance)
    if not (who & (chance > 0)).any():
        return np.zeros(draft.games, np.bool_)
    words = roll(tables, draft.key, draft.clock.turn, Purpose.HINDER, 2)[:, seat]
    kept: Bool = who & (words < chance)
    if kept.any():
        move_row(tables, draft, seat, kept)
        draft.write("hindered")[kept, seat] += 1
        if kept[0]:
            note(draft, What.HINDERED, seat)
        shift_trust(draft, 1 - seat, -tables.trust.delay, kept)
    return kept
