"""A seat that does what really happened, through the ordinary actions of the game."""

from __future__ import annotations

import numpy as np

from game.content.history import Deed, History
from game.foundation.arrays import U64, Bool
from game.information.brief import Brief
from game.information.observe import Observation
from game.policies.protocol import Reason
from game.rules.actions import Action, Kind, no_action
from game.rules.legality import asked
from game.rules.state import Phase

_IN_EXECUTION = {
    Phase.HONOUR: ((Kind.HONOUR, Kind.DELAY, Kind.BREACH), Kind.HONOUR),
    Phase.RESPOND: ((Kind.LET_PASS, Kind.SNAP_BACK), Kind.LET_PASS),
}


class Scripted:
    """Follows a history. Where it says nothing the seat holds, honours, or lets pass."""

    def __init__(self, history: History, seat: int) -> None:
        self._history = history
        self._seat = seat

    def __call__(self, brief: Brief, seen: Observation, key: U64) -> Action:  # noqa: ARG002 - a protocol
        """The deed of this slot in every game that is asked. The rules refuse it where it is not allowed."""
        clock, questions = seen.state.clock, asked(brief.tables, seen.state)
        if clock.phase is Phase.TALK:
            deed, otherwise = self._history.talk(clock.turn, clock.slot), Kind.HOLD
            deed = deed if deed is not None and deed.seat == self._seat else None
        else:
            kinds, otherwise = _IN_EXECUTION[clock.phase]
            deed = self._history.decision(clock.turn, self._seat, kinds)
        return _everywhere(deed, otherwise, questions)

    def reasoned(self, brief: Brief, seen: Observation, key: U64) -> tuple[Action, Reason]:
        """The same for one game, with the reason: history."""
        return self(brief, seen, key), Reason("history")


def _everywhere(deed: Deed | None, otherwise: Kind, questions: Bool) -> Action:
    action = no_action(len(questions))
    if deed is None:
        action.kind[questions] = otherwise
        return action
    for name in ("kind", "half0", "half1", "plan", "people", "move", "amount"):
        getattr(action, name)[questions] = np.asarray(getattr(deed.action, name))[0]
    return action
