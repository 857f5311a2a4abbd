"""What a seat sees of games in progress: the only door through which anything learns about them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.state import SEEN_BY, SeenBy, State
from game.rules.tables import Tables


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
    for field in fields(State):
        assert field.name in SEEN_BY, f"nobody has declared who may see {field.name} of the state"
        part = getattr(state, field.name)
        match SEEN_BY[field.name]:
            case SeenBy.PUBLIC:
                seen[field.name] = part
            case SeenBy.SEAT:
                seen[field.name] = _own_column(part, seat, tables.mean if field.name == "type" else 0)
            case SeenBy.ACTOR:
                seen[field.name] = _own_actors(part, tables, seat)
            case SeenBy.NOBODY:
                seen[field.name] = _locked(np.zeros_like(part))
    return Observation(seat, State(**seen))


def _own_column(part: NDArray[Any], seat: int, blank: int) -> NDArray[Any]:
    view = np.full_like(part, blank)
    view[:, seat] = part[:, seat]
    return _locked(view)


def _own_actors(part: NDArray[Any], tables: Tables, seat: int) -> NDArray[Any]:
    return _locked(part * (tables.actor_side == seat).astype(part.dtype))


def _locked(view: NDArray[Any]) -> NDArray[Any]:
    view.setflags(write=False)
    return view
