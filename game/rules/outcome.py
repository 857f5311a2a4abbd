"""How games stand, dimension by dimension; there is no single score (docs/rules.md 6)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.foundation.arrays import I8, I16, I32, I64, Bool
from game.rules.conditions import holds, present_turn
from game.rules.other_worlds import opening_values
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.valuation import outside_value, world_value


@dataclass(frozen=True)
class Outcome:
    """Arrays over games. Values in micro-utils per month, shares per mille."""

    ended: I8
    end_turn: I16
    freed: I32
    held: I32
    held_change: I32
    arrested: I32
    served: I32
    exiled: I32
    counted: I32  # of those freed, on a monitor's own list
    unsure: I32  # by how many that may be off
    agreements: I16
    first_turn: I16
    first_people: I32
    last_people: I32
    honoured: I16  # [B,2]
    delayed: I16
    breached: I16
    snapped: I16
    revoked: I16
    leverage_left: I64  # [B,2]
    mandate: tuple[Bool, Bool]  # [B, conditions of the seat]
    durability: I64
    change: I64  # [B,A] of every actor's value of the world
    payoff: I64  # [B,2] per month


def leverage_left(tables: Tables, state: State, seat: int) -> I64:
    """What a seat still has to give, per mille. int64[B]."""
    issues = tables.issues
    given = np.zeros(state.games, np.int64)
    for i in np.flatnonzero(issues.owner == seat):
        given += issues.leverage[i].take(state.level[:, i])
    if issues.people >= 0 and issues.owner[issues.people] == seat:
        given += (
            issues.people_leverage * state.freed.astype(np.int64) // np.maximum(1, state.freed + state.held)
        )
    return 1000 - np.clip(given, 0, 1000)


def reservation(tables: Tables, state: State, seat: int) -> I64:
    """Value of the no-deal path to a seat: the present world and outside options, for the time left."""
    left = tables.remaining.take(present_turn(state))
    return left * (world_value(tables, state, seat, state.type[:, seat]) + outside_value(tables, state, seat))


def actor_change(tables: Tables, state: State, actor: int) -> I64:
    """How much better or worse the world is for an actor than at the start. int64[B]."""
    kind = state.type[:, actor] if actor < 2 else 0
    return world_value(tables, state, actor, kind) - opening_values(tables)[actor].take(kind)


def outcome(tables: Tables, state: State) -> Outcome:
    """How every game of a batch stands, finished or not."""
    broken = state.breached.sum(axis=1, dtype=np.int64) + 2 * state.snapped.sum(axis=1, dtype=np.int64)
    broken += 2 * state.revoked.astype(np.int64)
    kept = state.honoured.sum(axis=1, dtype=np.int64)
    mandate = [
        np.stack([holds(tables, state, wish) for wish in side.mandate], axis=1)
        if side.mandate
        else np.zeros((state.games, 0), np.bool_)
        for side in tables.sides
    ]
    return Outcome(
        ended=state.ended,
        end_turn=state.end_turn,
        freed=state.freed,
        held=state.held,
        held_change=state.held - tables.held_start,
        arrested=state.arrested,
        served=state.served,
        exiled=state.exiled,
        counted=state.counted,
        unsure=state.unsure,
        agreements=state.agreements,
        first_turn=state.first_turn,
        first_people=state.first_people,
        last_people=state.last_people,
        honoured=state.honoured,
        delayed=state.delayed,
        breached=state.breached,
        snapped=state.snapped,
        revoked=state.revoked,
        leverage_left=np.stack([leverage_left(tables, state, seat) for seat in (0, 1)], axis=1),
        mandate=(mandate[0], mandate[1]),
        durability=1000 * kept // np.maximum(1, kept + broken),
        change=np.stack([actor_change(tables, state, a) for a in range(len(tables.votes))], axis=1),
        payoff=state.payoff // int(tables.remaining[0]),
    )
