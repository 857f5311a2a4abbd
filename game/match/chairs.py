"""A policy on a chair: what it decides from what its seat may see, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from game.content.compiling.history import compile_history
from game.content.history import History
from game.foundation.errors import GameError
from game.foundation.texts import _
from game.information.brief import Brief
from game.information.observe import Observation
from game.match.library import Opened
from game.narration.course import Reasoning
from game.rules.actions import Action, Kind, one
from game.rules.play import is_legal
from game.rules.state import Phase
from game.rules.tables import NONE

if TYPE_CHECKING:
    from game.policies.protocol import Policy
    from game.policies.thinking import Thinking

HISTORY = "history"
USUAL = {Phase.TALK: Kind.HOLD, Phase.HONOUR: Kind.HONOUR, Phase.RESPOND: Kind.LET_PASS}
NO_KEYS = np.zeros(1, np.uint64)  # what really happened needs no chance
NOTHING, NO_AMOUNT = np.array([NONE]), np.array([0])


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

    @property
    def thinking(self) -> Thinking | None:
        """How far a policy is that thinks for a while, which can be stopped; None for one that does not."""
        from game.policies.protocol import Thoughtful

        return self._policy.thinking if isinstance(self._policy, Thoughtful) else None

    def again(self, seen: Observation, action: Action) -> tuple[Action, Reasoning] | None:
        """Be shown a moment of the past, so that it remembers.

        Args:
            action: what its seat did then.

        Returns: what it decides there and why; None from a policy that thinks for a while, which is not asked
            to think it all over again.
        """
        from game.policies.protocol import Mindful

        decided = self.decide(seen) if self.thinking is None else None
        if isinstance(self._policy, Mindful):
            self._policy.remember(self._brief, seen, self._key, action)
        return decided


class HistoryChair:
    """Does what that side really did as far as the other allows; else it waits and keeps its word.

    Draws and votes are not those of the history: only what this seat does is.

    Args:
        history: of the scenario.
        brief: what the seat knows of the scenario.
    """

    def __init__(self, history: History, brief: Brief) -> None:
        from game.policies.scripted import Scripted

        self._brief = brief
        self._scripted = Scripted(history, brief.seat)

    def decide(self, seen: Observation) -> tuple[Action, Reasoning]:
        """What was done in this slot; the table move alone, or the usual, where that is not allowed."""
        deed = self._scripted(self._brief, seen, NO_KEYS)
        bare = replace(deed, move=NOTHING, amount=NO_AMOUNT)
        for action in (deed, bare):
            if is_legal(self._brief.tables, seen.state, action)[0]:
                return action, Reasoning(HISTORY, {})
        return one(USUAL[seen.state.clock.phase]), Reasoning(HISTORY, {})

    @property
    def thinking(self) -> None:
        """It does not think."""

    def again(self, seen: Observation, action: Action) -> tuple[Action, Reasoning]:  # noqa: ARG002 - as of Chair
        """What it does at a moment of the past; it has nothing to remember."""
        return self.decide(seen)


def computer(name: str, opened: Opened, brief: Brief, seed: int, game: int) -> Chair | HistoryChair:
    """A chair for a policy by name, or for `history`.

    Raises:
        GameError: no policy of that name, or no history.
    """
    if name == HISTORY:
        if opened.ban:
            raise GameError(
                _(
                    "what really happened is played with everything; without {ban} another policy has to play"
                ).format(ban=opened.ban)
            )
        history = compile_history(opened.scenario, opened.lexicon)
        if not history.deeds:
            raise GameError(
                _("{scenario} has no history that could be played").format(scenario=opened.scenario.id)
            )
        return HistoryChair(history, brief)
    from game.policies.registry import make  # only who plays against the computer waits for it

    return Chair(make(name, brief), brief, seed, game)
