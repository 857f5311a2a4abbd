"""The four levels of difficulty: who plays the other seat, from a beginner to a master.

They differ in how they think and in how often they err; what they know is the same. `python main.py
ladder` shows that each does better than the one below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from game.foundation.texts import _, marked
from game.information.brief import Brief
from game.policies.bayesian import Bayesian
from game.policies.planner import MOST_WORLDS, Planner
from game.policies.protocol import Policy
from game.policies.wavering import QuantalTimeDependent


@dataclass(frozen=True)
class Level:
    """One level.

    Args:
        name: as in the registry.
        title, about: for people.
        make: a seat from a brief; the fraction scales the number of worlds it tries each option in.
    """

    name: str
    title: str
    about: str
    make: Callable[[Brief, Fraction], Policy]


BEGINNER = Level(
    "beginner",
    marked("beginner"),
    marked("It has no plan, aims almost anywhere and misses half of its chances."),
    lambda brief, _factor: QuantalTimeDependent(brief, Decimal(1), Decimal("0.3")),
)
PRACTISED = Level(
    "practised",
    marked("practised"),
    marked("It learns whom it deals with and does what then seems best; now and then it errs."),
    lambda brief, _factor: Bayesian(brief, Decimal(3)),
)
EXPERIENCED = Level(
    "experienced",
    marked("experienced"),
    marked("It also tries its moves out in its mind before it makes one; it seldom errs."),
    lambda brief, factor: Planner(brief, scaled(64, factor), Decimal(5)),
)
MASTER = Level(
    "master",
    marked("master"),
    marked("It looks ahead farther than the others and does not err; it takes a moment to think."),
    lambda brief, factor: Planner(brief, scaled(192, factor)),
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
