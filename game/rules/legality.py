"""What may be done in the present slot (docs/rules.md 4.2 and 4.5)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.foundation.arrays import I32, Bool
from game.rules.actions import Action, Kind
from game.rules.conditions import holds
from game.rules.ledger import owes
from game.rules.mediation import plan_open
from game.rules.state import Phase, State
from game.rules.tables import Tables

TALK_KINDS = (Kind.OFFER, Kind.ACCEPT, Kind.HOLD, Kind.WALK_OUT, Kind.BREAK_OFF)


def asked(tables: Tables, state: State) -> Bool:
    """Which games have to decide in the present slot. bool[B]."""
    open_now: Bool
    match state.clock.phase:
        case Phase.TALK:
            open_now = state.talking
        case Phase.HONOUR:
            open_now = owes(tables, state, state.clock.seat)
        case Phase.RESPOND:
            open_now = np.greater(state.broke[:, 1 - state.clock.seat], 0)
        case Phase.OVER:
            open_now = np.zeros(state.games, np.bool_)
    open_games: Bool = np.logical_and(open_now, state.ended == 0)
    return open_games


def barred(state: State, half0: I32, half1: I32) -> Bool:
    """Whether a package failed ratification within the last two turns. bool[B]."""
    found = np.zeros(state.games, np.bool_)
    for j in (0, 1):
        same = (state.barred[:, j, 0] == half0) & (state.barred[:, j, 1] == half1)
        found |= same & (state.clock.turn <= state.barred_turn[:, j] + 2)
    return found


def _offer_ok(tables: Tables, state: State, action: Action) -> Bool:
    ok = np.ones(state.games, np.bool_)
    for half, lattice in ((action.half0, tables.halves[0]), (action.half1, tables.halves[1])):
        ok &= (half >= 0) & (half < len(lattice))
    ok &= (action.half0 > 0) | (action.half1 > 0)
    ok &= (action.plan >= 0) & (action.plan < len(tables.plans.steps))
    ok &= ~barred(state, action.half0, action.half1)
    ok &= plan_open(tables, state, action.plan)
    ok &= (action.people == -1) | _number_ok(tables, state, action)
    return ok


def _number_ok(tables: Tables, state: State, action: Action) -> Bool:
    issue = tables.issues.people
    if issue < 0:
        return np.zeros(state.games, np.bool_)
    half = action.half0 if tables.issues.owner[issue] == 0 else action.half1
    lattice = tables.halves[int(tables.issues.owner[issue])]
    level = lattice[:, issue].take(np.minimum(np.maximum(half, 0), len(lattice) - 1))
    fits: Bool = (level > 0) & (action.people >= 1) & (action.people <= state.held)
    return fits


def move_range(tables: Tables, state: State, move: int) -> tuple[I32, I32]:
    """Least and most amount of a side move. int32[B] each."""
    record = tables.moves[move]
    zero = np.zeros(state.games, np.int32)
    if record.people:
        return zero + 1, np.minimum(record.people, state.held - state.promised).astype(np.int32)
    if record.vow >= 0:
        return zero + 1, zero + int(tables.issues.levels[record.vow]) - 1
    return zero, zero


def move_ready(tables: Tables, state: State, move: int) -> Bool:
    """Whether a side move's conditions hold and it has rested long enough. bool[B]."""
    record = tables.moves[move]
    if record.seat != state.clock.seat or state.clock.phase is not Phase.TALK:
        return np.zeros(state.games, np.bool_)
    last = state.moved[:, move]
    rested = (last < 0) | (state.clock.turn - last >= record.cooldown)
    return np.logical_and(rested, holds(tables, state, record.needs))


def _side_move_ok(tables: Tables, state: State, action: Action) -> Bool:
    ok = (action.move == -1).copy()
    for m in np.unique(action.move[(action.move >= 0) & (action.move < len(tables.moves))]):
        least, most = move_range(tables, state, int(m))
        fits = (action.amount >= least) & (action.amount <= most) & move_ready(tables, state, int(m))
        ok |= (action.move == m) & fits
    ready: Bool = ok
    return ready


def _kind_ok(tables: Tables, state: State, action: Action) -> Bool:
    kind, seat = action.kind, state.clock.seat
    match state.clock.phase:
        case Phase.TALK:
            theirs = state.offer[:, 1 - seat]
            standing = (theirs[:, 0] >= 0) & ~barred(state, theirs[:, 0], theirs[:, 1])
            standing &= plan_open(tables, state, theirs[:, 2])
            ok = (kind == Kind.HOLD) | (kind == Kind.WALK_OUT) | (kind == Kind.BREAK_OFF)
            ok |= (kind == Kind.ACCEPT) & standing
            offers = kind == Kind.OFFER
            if offers.any():
                ok |= offers & _offer_ok(tables, state, action)
            in_talks: Bool = np.logical_and(ok, _side_move_ok(tables, state, action))
            return in_talks
        case Phase.HONOUR:
            may_delay = state.late[:, seat] < tables.trust.delays
            ok = (kind == Kind.HONOUR) | (kind == Kind.BREACH) | ((kind == Kind.DELAY) & may_delay)
            in_honour: Bool = np.logical_and(ok, action.move == -1)
            return in_honour
        case Phase.RESPOND:
            ok = (kind == Kind.LET_PASS) | (kind == Kind.SNAP_BACK)
            in_response: Bool = np.logical_and(ok, action.move == -1)
            return in_response
    return np.zeros(state.games, np.bool_)


def is_legal(tables: Tables, state: State, action: Action) -> Bool:
    """Whether each game's action is allowed now; games that are not asked carry NONE and no move. bool[B]."""
    idle = (action.kind == Kind.NONE) & (action.move == -1)
    return np.where(asked(tables, state), _kind_ok(tables, state, action), idle)


@dataclass(frozen=True)
class Legal:
    """What one game may do now, part by part."""

    kinds: tuple[Kind, ...]
    moves: dict[int, tuple[int, int]]  # side move -> least and most amount
    plans: int
    halves: tuple[int, int]
    people_most: int
    barred: frozenset[tuple[int, int]]
    closed_plans: frozenset[int] = frozenset()  # those whose mediator is not willing


def legal(tables: Tables, state: State) -> Legal:
    """What the one game of a state may do now. Raises AssertionError for more than one game."""
    assert state.games == 1, "legal() is for one game; batches use is_legal()"
    sizes = (len(tables.halves[0]), len(tables.halves[1]))
    if not asked(tables, state)[0]:
        return Legal((), {}, len(tables.plans.steps), sizes, int(state.held[0]), frozenset())
    return Legal(
        _kinds(tables, state),
        _moves(tables, state),
        len(tables.plans.steps),
        sizes,
        int(state.held[0]),
        frozenset(
            (int(state.barred[0, j, 0]), int(state.barred[0, j, 1]))
            for j in (0, 1)
            if state.barred[0, j, 0] >= 0 and state.clock.turn <= state.barred_turn[0, j] + 2
        ),
        frozenset(
            one.plan
            for one in tables.politics.mediations
            if not plan_open(tables, state, np.array([one.plan]))[0]
        ),
    )


def _kinds(tables: Tables, state: State) -> tuple[Kind, ...]:
    seat = state.clock.seat
    match state.clock.phase:
        case Phase.TALK:
            theirs = state.offer[:, 1 - seat]
            may_accept = theirs[0, 0] >= 0 and not barred(state, theirs[:, 0], theirs[:, 1])[0]
            may_accept = may_accept and bool(plan_open(tables, state, theirs[:, 2])[0])
            return tuple(kind for kind in TALK_KINDS if kind is not Kind.ACCEPT or may_accept)
        case Phase.HONOUR:
            may_delay = state.late[0, seat] < tables.trust.delays
            return (Kind.HONOUR, Kind.DELAY, Kind.BREACH) if may_delay else (Kind.HONOUR, Kind.BREACH)
    return (Kind.LET_PASS, Kind.SNAP_BACK)


def _moves(tables: Tables, state: State) -> dict[int, tuple[int, int]]:
    found = {}
    for m in range(len(tables.moves)):
        least, most = move_range(tables, state, m)
        if move_ready(tables, state, m)[0] and most[0] >= least[0]:
            found[m] = (int(least[0]), int(most[0]))
    return found
