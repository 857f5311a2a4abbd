"""A policy on a chair: what it decides from what its seat may see, and why."""

from __future__ import annotations

from game.information.brief import Brief
from game.information.observe import Observation
from game.rules.actions import Action


class Chair:
    """One computer seat of one game."""

    def decide(self, seen: Observation) -> Action:
        """The policy's move."""
        raise NotImplementedError

    def reason(self) -> str:
        """What it says of its last decision."""
        raise NotImplementedError


def seat_policy(name: str, brief: Brief, seed: int, game: int) -> Chair:
    """The chair of a policy."""
    raise NotImplementedError
