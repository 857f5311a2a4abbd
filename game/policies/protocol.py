"""What a policy is, and the record of why it decided as it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from game.foundation.arrays import U64
from game.information.brief import Brief
from game.information.observe import Observation
from game.policies.thinking import Thinking
from game.rules.actions import Action


@dataclass(frozen=True)
class Reason:
    """Why a policy decided as it did in one game, in numbers; kept for the debrief.

    Args:
        rule: name of the rule that decided, one of those listed in docs/policies.md.
        numbers: what the rule compared, by name; micro-utils a month unless the name says otherwise.
    """

    rule: str
    numbers: Mapping[str, int] = field(default_factory=dict)


class Policy(Protocol):
    """One computer seat, for any number of games at once.

    What it does in a game depends on that game's observations and policy key alone, never on the other games
    of
    the batch. A policy that remembers offers has to be asked in every slot in which its seat is asked.
    """

    def __call__(self, brief: Brief, seen: Observation, key: U64) -> Action:
        """Decide in every game that is asked; the others carry NONE.

        Args:
            brief: what the seat knows of the scenario; the one that the policy was made with.
            seen: B games as the seat sees them, standing at a slot of this seat.
            key: uint64[B] policy keys (`policy_keys`), never the games' own keys.
        """
        ...

    def reasoned(self, brief: Brief, seen: Observation, key: U64) -> tuple[Action, Reason]:
        """The same decision for one game, with the reason."""
        ...


@runtime_checkable
class Mindful(Protocol):
    """A policy that can take note of what its seat did without deciding anew."""

    def remember(self, brief: Brief, seen: Observation, key: U64, action: Action) -> None:
        """Remember a moment of a game that is gone on with.

        Args:
            action: what the seat did then, whoever decided it.
        """
        ...


@runtime_checkable
class Thoughtful(Protocol):
    """A policy that thinks for a while: how far it is can be seen, and it can be stopped."""

    thinking: Thinking


Factory = Callable[[Brief], Policy]
