"""Ways to reach states that play really reaches: games played by random legal actions."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from game.foundation.draws import game_keys
from game.rules.actions import Action, Kind, no_action
from game.rules.legality import asked, is_legal
from game.rules.play import apply, start
from game.rules.state import Phase, State
from game.rules.tables import Tables


def reached_states(tables: Tables, seed: int, games: int) -> Iterator[State]:
    """Every state on the way through games in which seats offer, accept and keep their word at random."""
    rng = np.random.default_rng(seed)
    state = start(tables, game_keys(seed, range(games)))
    while state.clock.phase is not Phase.OVER:
        yield state
        state = apply(tables, state, any_action(tables, state, rng))


def any_offers(tables: Tables, state: State, seed: int) -> NDArray[np.int32]:
    """Any package for every game, some with a number of people of their own. int32[B,4]."""
    rng = np.random.default_rng(seed)
    offers = np.full((state.games, 4), -1, np.int32)
    for seat in (0, 1):
        offers[:, seat] = rng.integers(len(tables.halves[seat]), size=state.games)
    offers[:, 2] = rng.integers(len(tables.plans.steps), size=state.games)
    if tables.issues.people >= 0:
        explicit = rng.random(state.games) < 0.3
        offers[:, 3] = np.where(explicit, rng.integers(1, 30, size=state.games), -1)
    return offers


def any_action(tables: Tables, state: State, rng: np.random.Generator) -> Action:
    """A random action for every game that is asked; one that is not allowed becomes the mildest that is."""
    action = no_action(state.games)
    offers = any_offers(tables, state, int(rng.integers(2**31)))
    match state.clock.phase:
        case Phase.TALK:
            kinds, mild = rng.choice([1, 1, 1, 2, 2, 3, 4], size=state.games), Kind.HOLD
            action.move[:] = rng.integers(-1, max(1, len(tables.moves)), size=state.games)
            action.amount[:] = rng.integers(0, 4, size=state.games)
        case Phase.HONOUR:
            kinds, mild = rng.choice([6, 6, 6, 6, 7, 8], size=state.games), Kind.HONOUR
        case _:
            kinds, mild = rng.choice([9, 10], size=state.games), Kind.LET_PASS
    action.kind[:] = kinds
    action.half0[:], action.half1[:], action.plan[:], action.people[:] = offers.T
    bad = ~is_legal(tables, state, action)
    for name, blank in (("move", -1), ("amount", 0)):
        getattr(action, name)[bad] = blank
    bad = ~is_legal(tables, state, action)
    action.kind[bad] = mild
    quiet = ~asked(tables, state)
    action.kind[quiet] = Kind.NONE
    for name, blank in (
        ("half0", -1),
        ("half1", -1),
        ("plan", -1),
        ("people", -1),
        ("move", -1),
        ("amount", 0),
    ):
        part = getattr(action, name)
        part[quiet if name in ("move", "amount") else action.kind != Kind.OFFER] = blank
    return action
