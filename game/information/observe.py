"""What a seat sees of games in progress: the only door through which anything learns about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.state import PARTS, SEEN_BY, SeenBy, State, state_of
from game.rules.tables import Tables

_PUBLIC, _SEAT, _ACTOR = (
    SeenBy.PUBLIC,
    SeenBy.SEAT,
    SeenBy.ACTOR,
)  # looked up 60 times a sight


@dataclass(frozen=True)
class Observation:
    """The state of B games as one seat sees it.

    Args:
        seat: who sees it.
        state: what is hidden is 0; in the other seat's column of `type` stands the analysts' mean.
    """

    seat: int
    state: State


def observe(tables: Tables, state: State, seat: int) -> Observation:
    """The games as a seat sees them.

    Args:
        tables: the scenario, or the seat's brief of it: only its number of types and its actors' sides count.
        state: B games.
        seat: 0 or 1.

    Returns: public arrays are the same objects as in `state`.

    Raises:
        AssertionError: the state has a field that does not declare who sees it.
    """
    seen: dict[str, Any] = {}
    for name in PARTS:
        assert name in SEEN_BY, f"nobody has declared who may see {name} of the state"
        part, by = getattr(state, name), SEEN_BY[name]
        if by is _PUBLIC:
            seen[name] = part
        elif by is _SEAT:
            seen[name] = _own_column(part, seat, tables.mean if name == "type" else 0)
        elif by is _ACTOR:
            seen[name] = _own_actors(part, tables, seat)
        else:
            seen[name] = _locked(np.zeros_like(part))
    return Observation(seat, state_of(seen))


def _own_column(part: NDArray[Any], seat: int, blank: int) -> NDArray[Any]:
    view = np.full_like(part, blank)
    view[:, seat] = part[:, seat]
    return _locked(view)


def _own_actors(part: NDArray[Any], tables: Tables, seat: int) -> NDArray[Any]:
    return _locked(part * (tables.actor_side == seat).astype(part.dtype))


def _locked(view: NDArray[Any]) -> NDArray[Any]:
    view.setflags(write=False)
    return view
