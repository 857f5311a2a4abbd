"""One number that stands for the whole state of one game: equal digests mean equal games."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from game.foundation.digests import short_digest
from game.rules.state import Phase, State, take


def as_recorded(state: State) -> State:
    """The state as its digest is taken.

    Games recorded when a number of people owed was kept in 16 bits keep their digests: where that holds what
    is owed, the field is as wide as it was (decision 188).
    """
    narrow = state.owed_people.astype(np.int16)
    if not np.array_equal(narrow, state.owed_people):
        return state
    return replace(state, owed_people=narrow)  # type: ignore[arg-type]


def game_digest(state: State, game: int = 0) -> str:
    """The digest of one game of a batch: the same as of that game played alone.

    The clock is left out of a game that has ended, because a batch goes on until its last game has.

    Args:
        state: B games.
        game: which of them, from 0.

    Returns: 16 hexadecimal digits over every field, secrets included; never shown to a seat during play.
    """
    one = as_recorded(take(state, np.array([game])))
    kept = {f.name: getattr(one, f.name)[0] for f in fields(State) if f.name != "clock"}
    over = state.clock.phase is Phase.OVER or bool(state.ended[game])
    clock = () if over else (state.clock.turn, state.clock.slot)
    return short_digest({"clock": clock, **{name: _plain(array) for name, array in kept.items()}})


def _plain(array: object) -> object:
    return array if getattr(array, "ndim", 0) else array.item()  # type: ignore[attr-defined]
