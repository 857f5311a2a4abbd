"""Games played at random but legally, with every action written down, to be played again on other tables."""

from dataclasses import dataclass, replace

import numpy as np

from game.foundation.draws import game_keys
from game.rules.actions import Action, Kind, no_action
from game.rules.legality import asked, is_legal
from game.rules.outcome import Outcome, outcome
from game.rules.play import apply, start
from game.rules.state import Phase, State, take
from game.rules.tables import Forced, Tables
from game.rules.valuation import appraise

Packages = np.ndarray
"""int32[N,2] of halves."""


@dataclass(frozen=True)
class Course:
    """One batch from start to end: the states in which something was asked, what was done, the outcome."""

    states: tuple[State, ...]
    actions: tuple[Action, ...]
    outcome: Outcome


def all_pass(tables: Tables) -> Tables:
    """The same tables, but every agreement is ratified."""
    verdicts = {(turn, seat): True for turn in range(tables.turns) for seat in (0, 1)}
    return replace(tables, forced=Forced(tables.forced.draws, verdicts))


def promising(tables: Tables) -> Packages:
    """Packages that both seats, of average types, would gladly sign at the start."""
    rng = np.random.default_rng(5)
    packages = _any_package(tables, rng, 40_000)
    opening = take(start(tables, game_keys(5, [0])), np.zeros(len(packages), np.int64))
    rest = np.broadcast_to(np.array([0, -1], np.int32), (len(packages), 2))
    offer = np.concatenate([packages, rest], axis=1)
    seen = [appraise(tables, opening, seat, tables.mean, offer).net for seat in (0, 1)]
    found: Packages = packages[np.minimum(*seen) > 0]
    return found


def _any_package(tables: Tables, rng: np.random.Generator, number: int) -> Packages:
    halves = [rng.integers(len(lattice), size=number, dtype=np.int32) for lattice in tables.halves]
    return np.stack(halves, axis=1)


def play_at_random(tables: Tables, games: int, seed: int, packages: Packages | None = None) -> Course:
    """A batch to its end; offers are of these packages, or of any."""
    rng = np.random.default_rng(seed)
    state = start(tables, game_keys(seed, range(games)))
    states, actions = [state], []
    while state.clock.phase is not Phase.OVER:
        action = _action(tables, state, rng, packages)
        state = apply(tables, state, action)
        states.append(state)
        actions.append(action)
    return Course(tuple(states), tuple(actions), outcome(tables, state))


def _action(tables: Tables, state: State, rng: np.random.Generator, packages: Packages | None) -> Action:
    blank = no_action(state.games)
    if state.clock.phase is not Phase.TALK:
        return _decision(tables, state, rng, blank)
    kinds = rng.choice(
        [Kind.OFFER, Kind.ACCEPT, Kind.HOLD, Kind.WALK_OUT], state.games, p=[0.5, 0.4, 0.08, 0.02]
    )
    action = _with_offer(tables, state, rng, packages, replace(blank, kind=kinds.astype(np.int8)))
    action = _only(action, is_legal(tables, state, action), Kind.HOLD)
    moved = _with_move(tables, state, rng, action)
    action = _either(is_legal(tables, state, moved), moved, action)
    return _only(action, asked(tables, state), Kind.NONE)


def _with_offer(
    tables: Tables, state: State, rng: np.random.Generator, packages: Packages | None, action: Action
) -> Action:
    known = _any_package(tables, rng, state.games) if packages is None else rng.choice(packages, state.games)
    halves = [known[:, 0], known[:, 1]]
    offers = action.kind == Kind.OFFER
    owner = int(tables.issues.owner[tables.issues.people])
    level = tables.halves[owner][halves[owner], tables.issues.people]
    named = offers & (level > 0) & (rng.random(state.games) < 0.3)
    people = np.where(named, rng.integers(1, np.maximum(state.held, 1) + 1), -1)
    plan = rng.integers(len(tables.plans.steps), size=state.games)
    return replace(
        action,
        half0=np.where(offers, halves[0], -1).astype(np.int32),
        half1=np.where(offers, halves[1], -1).astype(np.int32),
        plan=np.where(offers, plan, -1).astype(np.int8),
        people=people.astype(np.int32),
    )


def _with_move(tables: Tables, state: State, rng: np.random.Generator, action: Action) -> Action:
    own = [number for number, move in enumerate(tables.moves) if move.seat == state.clock.seat]
    move = rng.choice([-1, *own], state.games)
    amount = np.zeros(state.games, np.int32)
    for number in own:
        most = tables.moves[number].people
        if tables.moves[number].vow >= 0:
            most = int(tables.issues.levels[tables.moves[number].vow]) - 1
        if most:
            amount = np.where(move == number, rng.integers(1, most + 1, state.games), amount)
    return replace(action, move=move.astype(np.int8), amount=amount.astype(np.int32))


def _decision(tables: Tables, state: State, rng: np.random.Generator, blank: Action) -> Action:
    if state.clock.phase is Phase.HONOUR:
        kinds = rng.choice([Kind.HONOUR, Kind.DELAY, Kind.BREACH], state.games, p=[0.6, 0.35, 0.05])
        other = Kind.HONOUR
    else:
        kinds = rng.choice([Kind.LET_PASS, Kind.SNAP_BACK], state.games)
        other = Kind.LET_PASS
    action = replace(blank, kind=kinds.astype(np.int8))
    action = _only(action, is_legal(tables, state, action), other)
    return _only(action, asked(tables, state), Kind.NONE)


def _only(action: Action, where: np.ndarray, other: Kind) -> Action:
    blank = no_action(len(where))
    return _either(where, action, replace(blank, kind=np.full(len(where), other, np.int8)))


def _either(where: np.ndarray, one: Action, other: Action) -> Action:
    return Action(**{name: np.where(where, value, getattr(other, name)) for name, value in vars(one).items()})
