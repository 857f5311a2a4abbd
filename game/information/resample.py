"""A world that a seat can believe in: what it cannot see is drawn, what it sees stays."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I8, I16, U64
from game.foundation.draws import below, draw
from game.foundation.purposes import Purpose
from game.information.brief import Brief
from game.information.observe import Observation
from game.rules.state import Phase, State
from game.rules.tables import Tables

U32 = NDArray[np.uint32]
_TYPE, _FUTURE, _LAG = 100, 101, 102  # policies count their own draws from 0


def resample(brief: Brief, seen: Observation, key: U64) -> tuple[Tables, State]:
    """Whole games that look to the seat exactly as the ones it is in.

    Args:
        brief: what the seat knows of the scenario.
        seen: B games as the seat sees them.
        key: uint64[B], never the games' own keys; the same key gives the same world.

    Returns: tables and a state that the rules can play on. The other side's type comes from the declared
        prior; its floor, ratifiers, moods and shocks stay blank, so it signs whatever does not lower its own
        value. What was announced becomes law after a lag drawn as if it had been announced at the latest
        possible time.
    """
    state, turn = seen.state, seen.state.clock.turn
    other = 1 - seen.seat
    type_ = state.type.copy()
    type_[:, other] = _type_from_prior(brief, other, _words(key, turn, _TYPE, 1)[:, 0])
    future = _words(key, turn, _FUTURE, 2).astype(np.uint64)
    believed = replace(
        state,
        key=future[:, 0] | future[:, 1] << np.uint64(32),
        type=type_,
        enact_turn=_enact_turns(brief.tables, state, _words(key, turn, _LAG, state.enacting.shape[1])),
    )
    return brief.tables, believed


def _words(key: U64, turn: int, index: int, lanes: int) -> U32:
    return draw(key, turn, Purpose.POLICY, lanes, index)


def _type_from_prior(brief: Brief, seat: int, words: U32) -> I8:
    marks = np.cumsum(brief.tables.sides[seat].prior)
    return np.searchsorted(marks, below(words, int(marks[-1])), side="right").astype(np.int8)


def _enact_turns(tables: Tables, state: State, words: U32) -> I16:
    """Dates from the lags that are still possible: what is pending now was not law when last looked at."""
    before_execution = state.clock.phase is Phase.TALK
    announced = state.clock.turn - 1 if before_execution else state.clock.turn
    dates = np.zeros(state.enacting.shape, np.int16)
    for i in np.flatnonzero((state.enacting > 0).any(axis=0)):
        lags = _lags_above_zero(tables.issues.lag[i])
        chosen = np.full(state.games, lags[-1][1], np.int64)
        total = lags[-1][0]
        for mark, lag in reversed(lags):
            chosen[words[:, i].astype(np.uint64) * np.uint64(total) >> np.uint64(32) < np.uint64(mark)] = lag
        dates[:, i] = np.where(state.enacting[:, i] > 0, announced + chosen, 0)
    return dates


def _lags_above_zero(lag: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The lags of at least a turn, with thresholds that run from 0 again."""
    kept, reached, before = [], 0, 0
    for mark, turns in lag:
        if turns > 0 and mark > before:
            reached += mark - before
            kept.append((reached, turns))
        before = mark
    return tuple(kept) or ((1, 1),)
