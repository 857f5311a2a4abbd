"""The opening ledger, and a world in which all of an agreement has come true (docs/rules.md 4.3)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.foundation.arrays import I32, I64
from game.rules.ledger import come_into_force
from game.rules.play import start
from game.rules.state import State, draft_of
from game.rules.tables import Tables
from game.rules.valuation import TypeIndex, people_leaving, people_of, promised_levels, world_value


def opening(tables: Tables, trust: tuple[int, int] | None = None) -> State:
    """The ledger as the scenario opens it, before any event. One game; its secrets mean nothing.

    Args:
        trust: how far each seat trusts the other, where it is not to be the scenario's own.
    """
    quiet = replace(tables, events=tuple(replace(event, chance=0) for event in tables.events))
    state = start(quiet, np.zeros(1, np.uint64))
    return state if trust is None else replace(state, trust=np.array([trust], np.int8))


def all_in_force(tables: Tables, state: State, offer: I32) -> State:
    """The world once everything in an offer is in force and everybody it names is free.

    Args:
        offer: int32[B,4] of half 0, half 1, plan, people (-1: the level's own number).
    """
    reached, above = promised_levels(tables, state, offer)
    people = people_of(tables, state, offer)
    leaving = people_leaving(tables, reached, people)
    draft = draft_of(state)
    for issue in np.flatnonzero(tables.issues.owner >= 0):
        if issue != tables.issues.people and above[:, issue].any():
            come_into_force(tables, draft, int(issue), reached[:, issue], above[:, issue])
    return replace(
        draft.finish(),
        freed=(state.freed + people).astype(np.int32),
        held=(state.held - people).astype(np.int32),
        exiled=(state.exiled + leaving).astype(np.int32),
    )


def world_change(tables: Tables, state: State, actor: int, type_: TypeIndex, offer: I32) -> I64:
    """How much more (or less) the world is worth to an actor once an offer is all in force. int64[B]."""
    then = all_in_force(tables, state, offer)
    return world_value(tables, then, actor, type_) - world_value(tables, state, actor, type_)
