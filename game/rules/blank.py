"""The state before anything is drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import U64
from game.rules.state import Clock, Phase, State
from game.rules.tables import NEVER, Tables, arrays_of


def by_column(games: int, shape: tuple[int, ...], kind: type[Any], value: int = 0) -> NDArray[Any]:
    """An array [B, *shape] in which each entry of `shape` is contiguous over the games."""
    array = np.full((*shape, games), value, kind)
    return np.moveaxis(array, -1, 0)


def blank_state(tables: Tables, key: U64) -> State:
    """Every game at its opening position, with types and floors still 0."""
    state = _opening(tables, key)
    for array in arrays_of(state).values():  # what is never written to is shared by all states that follow
        array.setflags(write=False)
    return state


def _opening(tables: Tables, key: U64) -> State:
    games, issues = len(key), tables.issues
    many = len(issues.owner)

    def whole(kind: type[Any], value: int = 0) -> NDArray[Any]:
        return np.full(games, value, kind)

    def wide(kind: type[Any], *shape: int, value: int = 0) -> NDArray[Any]:
        return by_column(games, shape, kind, value)

    level, expires = wide(np.int8, many), wide(np.int16, many, value=NEVER)
    for i in range(many):
        level[:, i] = issues.start[i]
        lasts = int(issues.lasts[i, issues.start[i]])
        if lasts:
            expires[:, i] = lasts - 1
    trust, mood = wide(np.int8, 2), wide(np.int8, len(tables.votes))
    trust[:] = tables.trust_start
    mood[:] = tables.mood_start
    return State(
        clock=Clock(0, 0, Phase.TALK, tables.first),
        key=np.array(key, np.uint64),
        level=level,
        enacting=wide(np.int8, many, value=-1),
        enact_turn=wide(np.int16, many),
        expires=expires,
        wound=wide(np.int8, many),
        wind_until=wide(np.int16, many, value=-1),
        uses=wide(np.int8, many),
        owed=wide(np.int8, tables.rows, many),
        owed_people=wide(np.int16, tables.rows),
        freed=whole(np.int32),
        held=whole(np.int32, tables.held_start),
        arrested=whole(np.int32),
        served=whole(np.int32),
        exiled=whole(np.int32),
        counted=whole(np.int32),
        unsure=whole(np.int32),
        base=wide(np.int8, many),
        base_freed=whole(np.int32),
        base_exiled=whole(np.int32),
        promised=whole(np.int32),
        trust=trust,
        offer=wide(np.int32, 2, 4, value=-1),
        barred=wide(np.int32, 2, 2, value=-1),
        barred_turn=wide(np.int16, 2, value=-1),
        vow=wide(np.int8, 2, 2, value=-1),
        signed=wide(np.int32, 4, value=-1),
        talking=whole(np.bool_),
        verdict=wide(np.int8, 2),
        escrow=wide(np.bool_, tables.rows),
        deposited=whole(np.int8, -1),
        spoiled=wide(np.int16, len(tables.votes), value=-1),
        aid_turn=wide(np.int16, 2, value=-1),
        ally_vote=wide(np.int8, len(tables.votes)),
        agreements=whole(np.int16),
        first_turn=whole(np.int16, -1),
        first_people=whole(np.int32),
        last_turn=whole(np.int16, -1),
        last_people=whole(np.int32),
        honoured=wide(np.int16, 2),
        delayed=wide(np.int16, 2),
        breached=wide(np.int16, 2),
        snapped=wide(np.int16, 2),
        hindered=wide(np.int16, 2),
        late=wide(np.int8, 2),
        broke=wide(np.int8, 2),
        revoked=whole(np.int16),
        fired=wide(np.int16, len(tables.events), value=-1),
        moved=wide(np.int16, len(tables.moves), value=-1),
        closing=whole(np.int8),
        ended=whole(np.int8),
        end_turn=whole(np.int16, -1),
        type=wide(np.int8, 2),
        floor=wide(np.int32, 2),
        shock=wide(np.int32, 2),
        payoff=wide(np.int64, 2),
        aid=wide(np.int32, 2),
        mood=mood,
        paid=wide(np.int32, len(tables.votes)),
        vote=wide(np.int8, len(tables.votes)),
    )
