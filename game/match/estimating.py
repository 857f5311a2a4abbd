"""What a seat's analysts make of the other seat, from what the seat itself saw happen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.match.table import Match
from game.rules.state import Phase

if TYPE_CHECKING:
    from game.policies.beliefs import Belief, Beliefs, Evidence


@dataclass(frozen=True)
class Chance:
    """How likely something is, in millionths.

    Args:
        number: of a type or a tempo.
        first: before anything was seen.
        now: by what was seen since.
    """

    number: int
    first: int
    now: int


@dataclass(frozen=True)
class Assessment:
    """What analysts think.

    Args:
        types: of the other seat, in the order of the scenario.
        tempos: how it comes down, in the order of `game.policies.tempos.TEMPOS`.
    """

    types: tuple[Chance, ...]
    tempos: tuple[Chance, ...]


class Analysts:
    """Follow a game for one seat; they see what the seat sees, and what it did itself.

    The same numbers as a Bayesian computer seat would have in its place.
    """

    def __init__(self, match: Match, seat: int) -> None:
        self._match, self._seat = match, seat
        self._beliefs: Beliefs | None = None
        self._known: Evidence | None = None
        self._belief: Belief | None = None
        self._read = 0

    def assess(self) -> Assessment | None:
        """What they think now; None before the seat was ever asked in talks."""
        from game.policies.beliefs import Beliefs  # only who asks waits for it

        if self._beliefs is None:
            self._beliefs = Beliefs(self._match.brief(self._seat))
        experience = self._match.experience(self._seat)
        for seen, action in experience[self._read :]:
            known, self._belief = self._beliefs.look(self._evidence(self._beliefs), seen)
            self._known = self._beliefs.did(known, self._belief, seen, action)
        self._read = len(experience)
        belief = self._belief
        if self._match.phase is Phase.TALK and self._match.asked == self._seat:
            belief = self._beliefs.look(self._evidence(self._beliefs), self._match.observe(self._seat))[1]
        return None if belief is None else self._assessment(belief)

    def _evidence(self, beliefs: Beliefs) -> Evidence:
        return beliefs.nothing(1) if self._known is None else self._known

    def _assessment(self, belief: Belief) -> Assessment:
        side = self._match.brief(self._seat).tables.sides[1 - self._seat]
        tempos = belief.tempos[0].tolist()
        even = 1_000_000 // len(tempos)
        return Assessment(
            tuple(
                Chance(number, int(first), int(now))
                for number, (first, now) in enumerate(zip(side.prior, belief.types[0], strict=True))
            ),
            tuple(Chance(number, even, now) for number, now in enumerate(tempos)),
        )
