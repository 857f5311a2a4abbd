"""A domain as GENIUS has it: issues with values, and what each side makes of them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.analysis.offers.preferences import Preferences, additive
from game.foundation.errors import GameError
from game.foundation.texts import _

MOST_OUTCOMES = 1 << 20


class DomainError(GameError):
    """A domain that cannot be read or used."""


@dataclass(frozen=True)
class Issue:
    """What is negotiated, with its values in the order of the file."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Space:
    """A side's utilities: the sum over issues of weight times evaluation, as they stand in the file.

    Args:
        name: of its file, without the ending.
        weights: of each issue.
        evaluations: of each value of each issue.
        reservation: what no agreement is worth.
        discount: written in the file; nothing here discounts.
    """

    name: str
    weights: tuple[float, ...]
    evaluations: tuple[tuple[float, ...], ...]
    reservation: float = 0.0
    discount: float = 1.0


@dataclass(frozen=True)
class Domain:
    """A bilateral problem."""

    name: str
    issues: tuple[Issue, ...]
    spaces: tuple[Space, Space]

    @property
    def outcomes(self) -> int:
        """How many there are: every value of every issue with every other."""
        return math.prod(len(issue.values) for issue in self.issues)

    def preferences(self, seat: int) -> Preferences:
        """A side's utilities of all outcomes; the first issue changes slowest.

        Raises:
            DomainError: there are too many of them.
        """
        if self.outcomes > MOST_OUTCOMES:
            raise DomainError(
                _("{name}: {n} outcomes are more than the {most} that can be listed").format(
                    name=self.name, n=self.outcomes, most=MOST_OUTCOMES
                )
            )
        space = self.spaces[seat]
        values = [np.array([own], np.float64) for own in space.evaluations]
        utility = additive(values, np.array([space.weights], np.float64))
        return Preferences(utility, np.array([space.reservation]))

    def outcome(self, number: int) -> tuple[str, ...]:
        """The values of an outcome."""
        found = []
        for issue in reversed(self.issues):
            number, value = divmod(number, len(issue.values))
            found.append(issue.values[value])
        return tuple(reversed(found))
