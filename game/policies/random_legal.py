"""A seat that does anything it may, by chance: no player, but a tester of every corner of the rules."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import U64, Bool
from game.foundation.draws import draw
from game.foundation.purposes import Purpose
from game.information.brief import Brief
from game.information.observe import Observation
from game.policies.protocol import Reason
from game.rules.actions import Action, Kind, no_action
from game.rules.legality import asked, barred, move_range, move_ready
from game.rules.mediation import plan_open
from game.rules.state import Phase, State
from game.rules.tables import Tables

LANES = 8
PERCENT = 100
Shares = tuple[tuple[Kind, int], ...]
TALK: Shares = (
    (Kind.OFFER, 48),
    (Kind.ACCEPT, 20),
    (Kind.HOLD, 24),
    (Kind.WALK_OUT, 7),
    (Kind.BREAK_OFF, 1),
)
HONOUR: Shares = ((Kind.HONOUR, 74), (Kind.DELAY, 14), (Kind.BREACH, 12))
RESPOND: Shares = ((Kind.LET_PASS, 50), (Kind.SNAP_BACK, 50))
SIDE_MOVES = 20  # in a hundred plies


class RandomLegal:
    """Draws every part of an action apart; what is not allowed becomes the harmless thing of its slot."""

    def __call__(self, brief: Brief, seen: Observation, key: U64) -> Action:
        """Decide in every game that is asked."""
        tables, state = brief.tables, seen.state
        action, questions = no_action(state.games), asked(tables, state)
        words = draw(key, state.clock.turn, Purpose.POLICY, LANES, state.clock.slot).astype(np.uint64)
        chance = (words * np.uint64(PERCENT)) >> np.uint64(32)
        match state.clock.phase:
            case Phase.TALK:
                action.kind[:] = _drawn(chance[:, 0], TALK)
                _make_offers(tables, state, action, words)
                _forgo_accepting(tables, state, action)
                _add_side_moves(tables, state, action, words, chance[:, 4] < SIDE_MOVES)
            case Phase.HONOUR:
                action.kind[:] = _drawn(chance[:, 0], HONOUR)
                late = state.late[:, seen.seat] >= tables.trust.delays
                action.kind[(action.kind == Kind.DELAY) & late] = Kind.HONOUR
            case Phase.RESPOND:
                action.kind[:] = _drawn(chance[:, 0], RESPOND)
        _keep(action, questions)
        return action

    def reasoned(self, brief: Brief, seen: Observation, key: U64) -> tuple[Action, Reason]:
        """The same decision for one game, with the reason: chance."""
        return self(brief, seen, key), Reason("random")


def _drawn(chance: NDArray[np.uint64], shares: Shares) -> NDArray[np.int8]:
    """The kind that a number below 100 falls on. int8[B]."""
    marks = np.cumsum([share for _kind, share in shares])
    kinds = np.array([kind for kind, _share in shares], np.int8)
    found: NDArray[np.int8] = kinds.take(np.searchsorted(marks, chance, side="right"))
    return found


def _below(words: NDArray[np.uint64], limit: int) -> NDArray[np.int32]:
    return ((words * np.uint64(limit)) >> np.uint64(32)).astype(np.int32)


def _make_offers(tables: Tables, state: State, action: Action, words: NDArray[np.uint64]) -> None:
    offers = action.kind == Kind.OFFER
    half0, half1 = (_below(words[:, 1 + n], len(tables.halves[n])) for n in (0, 1))
    plan = _below(words[:, 3], len(tables.plans.steps))
    void = ((half0 == 0) & (half1 == 0)) | barred(state, half0, half1) | ~plan_open(tables, state, plan)
    action.kind[offers & void] = Kind.HOLD
    offers &= ~void
    action.half0[offers], action.half1[offers] = half0[offers], half1[offers]
    action.plan[offers] = plan[offers]


def _forgo_accepting(tables: Tables, state: State, action: Action) -> None:
    theirs = state.offer[:, 1 - state.clock.seat]
    nothing = (theirs[:, 0] < 0) | barred(state, theirs[:, 0], theirs[:, 1])
    nothing |= ~plan_open(tables, state, theirs[:, 2])
    action.kind[(action.kind == Kind.ACCEPT) & nothing] = Kind.HOLD


def _add_side_moves(
    tables: Tables, state: State, action: Action, words: NDArray[np.uint64], wished: Bool
) -> None:
    own = [m for m, move in enumerate(tables.moves) if move.seat == state.clock.seat]
    if not own:
        return
    chosen = np.array(own, np.int8).take(_below(words[:, 5], len(own)))
    for m in own:
        least, most = move_range(tables, state, m)
        makes = wished & (chosen == m) & move_ready(tables, state, m) & (most >= least)
        span = (most - least + 1).astype(np.uint64)
        amount = least + ((words[:, 6] * np.where(makes, span, 1)) >> np.uint64(32)).astype(np.int32)
        action.move[makes] = m
        action.amount[makes] = amount[makes]


def _keep(action: Action, questions: Bool) -> None:
    """Leave NONE where nothing is asked."""
    still = ~questions
    for part, nothing in ((action.kind, Kind.NONE), (action.move, -1), (action.amount, 0)):
        part[still] = nothing
    for half in (action.half0, action.half1, action.plan):
        half[still] = -1
