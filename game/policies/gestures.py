"""When a policy frees people and asks for nothing: to get talks going that stand still. One stated rule.

No published relief followed the releases of 14 and 31 people in 2025; the rule asks for none.
"""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import I32, Bool
from game.policies.appraiser import Appraiser
from game.policies.situation import Situation
from game.rules.clauses import Does
from game.rules.conditions import holds
from game.rules.tables import Tables

STANDSTILL = 3  # turns without an agreement after which talks stand still
LOW_TRUST = 5  # up to here the other's trust is low


def gesture_of(tables: Tables, seat: int) -> int:
    """The side move that frees people, costs nothing else and raises the other's trust; -1 for none."""
    for number, move in enumerate(tables.moves):
        raises = any(e.does is Does.TRUST and e.index == 1 - seat and e.amount > 0 for e in move.effects)
        if move.seat == seat and move.people > 0 and move.cost == 0 and raises:
            return number
    return -1


def makes_gesture(appraiser: Appraiser, here: Situation, move: int) -> Bool:
    """Whether to make the gesture now: in the seat's first ply of a turn, if talks stand still. bool[n]."""
    tables, state = appraiser.tables, here.state
    if move < 0 or state.clock.slot > 1:
        return np.zeros(len(here.games), np.bool_)
    record, turn = tables.moves[move], state.clock.turn
    since = np.where(state.agreements > 0, turn - state.last_turn, turn)
    last = state.moved[:, move]
    rested = (last < 0) | (turn - last >= max(STANDSTILL, record.cooldown))
    there = state.held - state.promised >= 1
    still = (since >= STANDSTILL) & rested & there & holds(tables, state, record.needs)
    return still.take(here.games) & (here.trusted <= LOW_TRUST)


def size_of_gesture(appraiser: Appraiser, here: Situation, move: int) -> np.ndarray:
    """How many to free: one in a hundred held, at least one, at most what the move allows. int32[n]."""
    state = here.state
    most = np.minimum(appraiser.tables.moves[move].people, state.held - state.promised)
    wanted = np.maximum(1, state.held // 100)
    people: I32 = np.minimum(wanted, most).take(here.games).astype(np.int32)
    return people
