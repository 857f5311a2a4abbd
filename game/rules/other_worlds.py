"""Worlds that are not the one in force: with other levels, with all that is to come, at the opening."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I64
from game.foundation.once import OncePerRecord
from game.rules.blank import blank_state
from game.rules.state import PARTS, State, state_of
from game.rules.tables import Tables, frozen
from game.rules.valuation import world_value


def altered(state: State, **parts: NDArray[Any]) -> State:
    """The same games with some arrays replaced."""
    return state_of({name: vars(state)[name] for name in PARTS} | parts)


def to_come(tables: Tables, state: State) -> State:
    """The world once all that is announced and owed is in force (docs/rules.md 4.1)."""
    level = np.maximum(np.maximum(state.level, state.enacting), state.owed.max(axis=1))
    people = state.owed_people.sum(axis=1, dtype=np.int64)
    terms = tables.issues.terms
    share = tables.issues.exile.take(level[:, terms]).astype(np.int64) if terms >= 0 else 0
    return altered(
        state,
        level=level,
        freed=state.freed + people,
        held=np.maximum(state.held - people, 0),
        exiled=state.exiled + people * share // 1000,
    )


def opening_value(tables: Tables, actor: int) -> int:
    """W of the opening, before any event, to an actor that is no principal. Micro-utils a month."""
    return int(opening_values(tables)[actor][0])


@OncePerRecord
def opening_values(tables: Tables) -> tuple[I64, ...]:
    """The same for every actor: int64[K+1], by type, for a principal, else int64[1].

    Allies and patrons compare with it turn after turn, and every outcome does.
    """
    opening = blank_state(tables, np.zeros(1, np.uint64))
    return tuple(
        frozen(np.concatenate([world_value(tables, opening, actor, kind) for kind in range(kinds)]))
        for actor in range(len(tables.votes))
        for kinds in (tables.mean + 1 if actor < 2 else 1,)
    )
