"""Worlds that are not the one in force: with other levels, with all that is to come, at the opening."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.foundation.once import OncePerRecord
from game.rules.blank import blank_state
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.valuation import world_value


def altered(state: State, **parts: NDArray[Any]) -> State:
    """The same games with some arrays replaced."""
    return State(**{part.name: getattr(state, part.name) for part in fields(State)} | parts)


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
    return _opening_values(tables)[actor]


@OncePerRecord
def _opening_values(tables: Tables) -> tuple[int, ...]:
    """The same of every actor: allies and patrons compare with it turn after turn."""
    opening = blank_state(tables, np.zeros(1, np.uint64))
    return tuple(int(world_value(tables, opening, actor, 0)[0]) for actor in range(len(tables.votes)))
