"""Spoilers act when what is to come hurts them by more than acting costs (docs/rules.md 4.5).

Source: Stedman 1997, "Spoiler problems in peace processes", International Security 22:5-53; the comparison
is assumed, decision 006.
"""

from __future__ import annotations

import numpy as np

from game.foundation.purposes import Purpose
from game.rules.chance import Lanes
from game.rules.effects import apply_effects
from game.rules.happenings import What
from game.rules.ledger import note
from game.rules.other_worlds import to_come
from game.rules.politics import Spoiler
from game.rules.state import Draft
from game.rules.tables import Tables
from game.rules.valuation import world_value


def spoil(tables: Tables, draft: Draft) -> None:
    """Let spoilers act in games in which something is announced or owed."""
    if not tables.politics.spoilers:
        return
    words = Lanes(tables, draft.key, draft.clock.turn, Purpose.SPOIL)
    for spoiler in tables.politics.spoilers:
        _act(tables, draft, spoiler, words.lane(spoiler.actor))


def _act(tables: Tables, draft: Draft, spoiler: Spoiler, words: np.ndarray) -> None:
    actor, turn = spoiler.actor, draft.clock.turn
    last = draft.spoiled[:, actor]
    who = (draft.ended == 0) & ((last < 0) | (turn - last >= spoiler.cooldown))
    who &= words < np.uint64(spoiler.chance)
    if not who.any():
        return
    gain = world_value(tables, to_come(tables, draft), actor, 0) - world_value(tables, draft, actor, 0)
    acts = who & (gain < -spoiler.cost)
    if acts.any():
        draft.write("spoiled")[acts, actor] = turn
        note(draft, What.SPOILED, index=actor)
        apply_effects(tables, draft, spoiler.effects, acts)
