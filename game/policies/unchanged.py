"""In which games of a batch nothing has changed but what is said at the table."""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import Bool
from game.rules.state import SEEN_BY, State

_SAID = {"offer", "signed", "talking"}
_WATCHED = tuple(name for name in SEEN_BY if name not in _SAID | {"clock"})


class Watch:
    """Compares every state it is shown with the one before.

    What could be offered, and what it would be worth, depends on all but what is said: what was worked out
    for a game in an earlier ply of the turn still holds where nothing has changed.
    """

    def __init__(self) -> None:
        self._last: State | None = None

    def changed(self, state: State) -> Bool:
        """Where anything is different; everywhere in another turn or in a batch of another size. bool[B]."""
        last, self._last = self._last, state if _locked(state) else None
        if last is None or last.games != state.games or last.clock.turn != state.clock.turn:
            return np.ones(state.games, np.bool_)
        found = np.zeros(state.games, np.bool_)
        for name in _WATCHED:
            now, before = getattr(state, name), getattr(last, name)
            if now is not before:
                found |= (now != before).reshape(state.games, -1).any(axis=1)
        return found


def _locked(state: State) -> bool:
    """Whether nobody can write to the state later."""
    return not any(getattr(state, name).flags.writeable for name in _WATCHED)
