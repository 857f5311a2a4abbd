"""The state before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import U64
from game.rules.state import Clock, Phase, State
from game.rules.tables import NEVER, Tables, arrays_of


def by_column(games: int, shape: tuple[int, ...], kind: type[Any], value: int = 0) -> NDArray[Any]:
    """An array [B, *shape] in which each entry of `shape` is contiguous over the games."""
    array = _of_one_value((*shape, games), kind, value)
    return array.transpose(len(shape), *range(len(shape)))


def _of_one_value(shape: tuple[int, ...], kind: type[Any], value: int) -> NDArray[Any]:
    return np.full(shape, value, kind) if value else np.zeros(shape, kind)


def blank_state(tables: Tables, key: U64) -> State:
    """Every game at its opening position, with types and floors still 0."""
    state = _opening(tables, key)
    for array in arrays_of(state).values():  # what is never written to is shared by all states that follow
        array.setflags(write=False)
    return state


def _opening(tables: Tables, key: U64) -> State:
    blank = _Blank(len(key))
    return State(
        clock=Clock(0, 0, Phase.TALK, tables.first),
        key=np.array(key, np.uint64),
        **_world(tables, blank),
        **_people(tables, blank),
        **_talks(tables, blank),
        **_past(tables, blank),
        **_own(tables, blank),
    )


@dataclass(frozen=True)
class _Blank:
    """Makes arrays of one value for all games."""

    games: int

    def whole(self, kind: type[Any], value: int = 0) -> NDArray[Any]:
        """[B]."""
        return _of_one_value((self.games,), kind, value)

    def wide(self, kind: type[Any], *shape: int, value: int = 0) -> NDArray[Any]:
        """[B, *shape]."""
        return by_column(self.games, shape, kind, value)


def _world(tables: Tables, blank: _Blank) -> dict[str, NDArray[Any]]:
    """Levels, and what is on its way to other levels."""
    many = len(tables.issues.owner)
    level, expires = _first_levels(tables, blank)
    return {
        "level": level,
        "enacting": blank.wide(np.int8, many, value=-1),
        "enact_turn": blank.wide(np.int16, many),
        "expires": expires,
        "wound": blank.wide(np.int8, many),
        "wind_until": blank.wide(np.int16, many, value=-1),
        "uses": blank.wide(np.int8, many),
    }


def _first_levels(tables: Tables, blank: _Blank) -> tuple[NDArray[Any], NDArray[Any]]:
    """The levels at the opening, and the last turns of those that lapse."""
    issues = tables.issues
    many = len(issues.owner)
    level, expires = blank.wide(np.int8, many), blank.wide(np.int16, many, value=NEVER)
    for i in range(many):
        level[:, i] = issues.start[i]
        lasts = int(issues.lasts[i, issues.start[i]])
        if lasts:
            expires[:, i] = lasts - 1
    return level, expires


def _people(tables: Tables, blank: _Blank) -> dict[str, NDArray[Any]]:
    """What is owed, how many are held and free, and what all agreements so far come to."""
    many = len(tables.issues.owner)
    return {
        "owed": blank.wide(np.int8, tables.rows, many),
        "owed_people": blank.wide(np.int32, tables.rows),
        "freed": blank.whole(np.int32),
        "held": blank.whole(np.int32, tables.held_start),
        "arrested": blank.whole(np.int32),
        "served": blank.whole(np.int32),
        "exiled": blank.whole(np.int32),
        "counted": blank.whole(np.int32),
        "unsure": blank.whole(np.int32),
        "base": blank.wide(np.int8, many),
        "base_freed": blank.whole(np.int32),
        "base_exiled": blank.whole(np.int32),
        "promised": blank.whole(np.int32),
    }


def _talks(tables: Tables, blank: _Blank) -> dict[str, NDArray[Any]]:
    """What lies between the seats."""
    actors = len(tables.votes)
    trust = blank.wide(np.int8, 2)
    trust[:] = tables.trust_start
    return {
        "trust": trust,
        "offer": blank.wide(np.int32, 2, 4, value=-1),
        "barred": blank.wide(np.int32, 2, 2, value=-1),
        "barred_turn": blank.wide(np.int16, 2, value=-1),
        "vow": blank.wide(np.int8, 2, 2, value=-1),
        "signed": blank.wide(np.int32, 4, value=-1),
        "talking": blank.whole(np.bool_),
        "verdict": blank.wide(np.int8, 2),
        "escrow": blank.wide(np.bool_, tables.rows),
        "deposited": blank.whole(np.int8, -1),
        "spoiled": blank.wide(np.int16, actors, value=-1),
        "ally_vote": blank.wide(np.int8, actors),
    }


def _past(tables: Tables, blank: _Blank) -> dict[str, NDArray[Any]]:
    """What has happened so far: nothing."""
    return {
        "agreements": blank.whole(np.int16),
        "first_turn": blank.whole(np.int16, -1),
        "first_people": blank.whole(np.int32),
        "last_turn": blank.whole(np.int16, -1),
        "last_people": blank.whole(np.int32),
        "honoured": blank.wide(np.int16, 2),
        "delayed": blank.wide(np.int16, 2),
        "breached": blank.wide(np.int16, 2),
        "snapped": blank.wide(np.int16, 2),
        "hindered": blank.wide(np.int16, 2),
        "late": blank.wide(np.int8, 2),
        "broke": blank.wide(np.int8, 2),
        "revoked": blank.whole(np.int16),
        "fired": blank.wide(np.int16, len(tables.events), value=-1),
        "moved": blank.wide(np.int16, len(tables.moves), value=-1),
        "closing": blank.whole(np.int8),
        "ended": blank.whole(np.int8),
        "end_turn": blank.whole(np.int16, -1),
    }


def _own(tables: Tables, blank: _Blank) -> dict[str, NDArray[Any]]:
    """What only a seat itself sees."""
    actors = len(tables.votes)
    mood = blank.wide(np.int8, actors)
    mood[:] = tables.mood_start
    return {
        "type": blank.wide(np.int8, 2),
        "floor": blank.wide(np.int32, 2),
        "shock": blank.wide(np.int32, 2),
        "payoff": blank.wide(np.int64, 2),
        "aid": blank.wide(np.int32, 2),
        "aid_turn": blank.wide(np.int16, 2, value=-1),
        "mood": mood,
        "paid": blank.wide(np.int32, actors),
        "vote": blank.wide(np.int8, actors),
    }
