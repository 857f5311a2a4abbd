"""Those held, turn by turn, and what moved their number."""

from __future__ import annotations

from dataclasses import dataclass

from game.narration.course import Course
from game.rules.state import State


@dataclass(frozen=True)
class TurnFlow:
    """One turn of the people held.

    Args:
        turn: from 0.
        held: how many were held when it began.
        freed, exiled, arrested, served: how many were released in it, expelled among them, newly arrested,
            or let out because their sentence was over.
        after: how many were held when it was over.
    """

    turn: int
    held: int
    freed: int
    exiled: int
    arrested: int
    served: int
    after: int


def flows(course: Course) -> tuple[TurnFlow, ...]:
    """The people held in every turn that was played."""
    starts = {ply.before.clock.turn: ply.before for ply in reversed(course.plies)}
    states = [starts[turn] for turn in sorted(starts)]
    ends = [*states[1:], course.final]
    return tuple(_flow(before, after) for before, after in zip(states, ends, strict=True))


def _flow(before: State, after: State) -> TurnFlow:
    return TurnFlow(
        turn=before.clock.turn,
        held=int(before.held[0]),
        freed=int(after.freed[0] - before.freed[0]),
        exiled=int(after.exiled[0] - before.exiled[0]),
        arrested=int(after.arrested[0] - before.arrested[0]),
        served=int(after.served[0] - before.served[0]),
        after=int(after.held[0]),
    )
