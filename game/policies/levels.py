"""The four levels of difficulty: who plays the other seat, from a beginner to a master.

They differ in how they think and in how often they err; what they know is the same. `python main.py
ladder` shows that each does better than the one below.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from game.foundation.texts import _, marked
from game.information.brief import Brief
from game.policies.bayesian import Bayesian
from game.policies.planner import MOST_WORLDS, Planner
from game.policies.protocol import Policy


@dataclass(frozen=True)
class Level:
    """One level.

    Args:
        name: as in the registry.
        title, about: for people.
        sharpness: of its choice between moves (`Deliberate`); None never errs.
        worlds: it tries its moves out in so many worlds; None for one that only learns.
    """

    name: str
    title: str
    about: str
    sharpness: Decimal | None
    worlds: int | None

    def make(self, brief: Brief, factor: Fraction) -> Policy:
        """A seat; the fraction scales the number of worlds."""
        if self.worlds is None:
            return Bayesian(brief, self.sharpness)
        return Planner(brief, scaled(self.worlds, factor), self.sharpness)


BEGINNER = Level(
    "beginner",
    marked("beginner"),
    marked("It hardly tells its good moves from its poor ones, but signs nothing that is bad for its side."),
    Decimal("0.3"),
    None,
)
PRACTISED = Level(
    "practised",
    marked("practised"),
    marked("It learns whom it deals with and leans towards what then seems good; it errs often."),
    Decimal(1),
    None,
)
EXPERIENCED = Level(
    "experienced",
    marked("experienced"),
    marked("It also tries its moves out in its mind before it makes one; it errs, but seldom badly."),
    Decimal(2),
    64,
)
MASTER = Level(
    "master",
    marked("master"),
    marked("It looks ahead in more ways than the others and does not err; it takes a moment to think."),
    None,
    192,
)
LEVELS = (BEGINNER, PRACTISED, EXPERIENCED, MASTER)


def scaled(worlds: int, factor: Fraction) -> int:
    """A number of worlds times a factor, at least 1."""
    return max(1, min(MOST_WORLDS, int(worlds * factor)))


def named(name: str) -> Level | None:
    """The level of that name."""
    return next((level for level in LEVELS if level.name == name), None)


def in_words(level: Level) -> tuple[str, str]:
    """Its title and what to expect of it, in the language of the player."""
    return _(level.title), _(level.about)
