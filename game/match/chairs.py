"""A policy on a chair: what it decides from what its seat may see, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.information.brief import Brief
from game.information.observe import Observation
from game.narration.course import Reasoning
from game.rules.actions import Action

if TYPE_CHECKING:
    from game.policies.protocol import Policy


class Chair:
    """One computer seat of one game, with the keys it would have in a batch.

    Args:
        policy: decides.
        brief: what the seat knows of the scenario.
        seed, game: number of the game under the seed of its run.
    """

    def __init__(self, policy: Policy, brief: Brief, seed: int, game: int) -> None:
        from game.policies.keys import policy_keys

        self._policy = policy
        self._brief = brief
        self._key = policy_keys(seed, [game], brief.seat)

    def decide(self, seen: Observation) -> tuple[Action, Reasoning]:
        """The policy's move, and why."""
        action, reason = self._policy.reasoned(self._brief, seen, self._key)
        return action, Reasoning(reason.rule, dict(reason.numbers))


def computer(name: str, brief: Brief, seed: int, game: int) -> Chair:
    """A chair for a policy by name.

    Raises:
        GameError: no policy of that name.
    """
    from game.policies.registry import make  # only who plays against the computer waits for it

    return Chair(make(name, brief), brief, seed, game)
