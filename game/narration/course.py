"""The course of one game, ply by ply, as the match keeps it and the debrief reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.actions import Action
from game.rules.happenings import Happening
from game.rules.state import State


@dataclass(frozen=True)
class Reasoning:
    """Why a computer seat decided as it did: the rule of its policy, and the numbers the rule compared."""

    rule: str
    numbers: Mapping[str, int] = field(default_factory=dict)


# Of a move that a computer seat made before the game was put away, where its reason is not known any more.
NOT_KEPT = Reasoning("not-kept")


@dataclass(frozen=True)
class Ply:
    """One decision and what came of it.

    Args:
        seat: who decided.
        action: what was decided.
        before: the whole state at that moment, secrets included: not for a seat's eyes before the debrief.
        after: the state at the next decision, or at the end.
        happenings: everything up to the next decision.
        reason: what a computer seat's policy said of its decision.
    """

    seat: int
    action: Action
    before: State
    after: State
    happenings: tuple[Happening, ...]
    reason: Reasoning | None = None


@dataclass(frozen=True)
class Course:
    """A game from its opening to where it stands."""

    opening: State
    news: tuple[Happening, ...]
    plies: tuple[Ply, ...]

    @property
    def final(self) -> State:
        """Where the game stands."""
        return self.plies[-1].after if self.plies else self.opening

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """Everything that happened, in order, secret votes included."""
        return (*self.news, *(happening for ply in self.plies for happening in ply.happenings))
