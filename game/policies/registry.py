"""The policies by name. A new one is added here, and its name in `known.py`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import partial

from game.foundation.errors import GameError
from game.foundation.texts import _
from game.information.brief import Brief
from game.policies.aspiration import TimeDependent
from game.policies.bayesian import Bayesian
from game.policies.known import KNOWN
from game.policies.levels import LEVELS, Level
from game.policies.micro import MicroOnMenu
from game.policies.micro_literal import MicroLiteral
from game.policies.planner import Planner
from game.policies.protocol import Policy
from game.policies.random_legal import RandomLegal
from game.policies.reciprocal import Reciprocal
from game.policies.wavering import QuantalTimeDependent


def _at_full_strength(level: Level, brief: Brief) -> Policy:
    return level.make(brief, Fraction(1))


_FACTORIES: dict[str, Callable[[Brief], Policy]] = {
    "boulware": lambda brief: TimeDependent(brief, Decimal("0.2")),
    "linear": lambda brief: TimeDependent(brief, Decimal(1)),
    "conceder": lambda brief: TimeDependent(brief, Decimal(5)),
    "exponential": lambda brief: TimeDependent(brief, Decimal(1), Decimal("0.1")),
    "micro": MicroOnMenu,
    "micro-literal": MicroLiteral,
    "tit-for-tat": lambda brief: Reciprocal(brief, 1000),
    "mixed": lambda brief: Reciprocal(brief, 500),
    "quantal-boulware": lambda brief: QuantalTimeDependent(brief, Decimal("0.2"), Decimal(8)),
    "bayesian": Bayesian,
    "planner": lambda brief: Planner(brief, 32),
    **{level.name: partial(_at_full_strength, level) for level in LEVELS},
    "random": lambda _brief: RandomLegal(),
}


def names() -> tuple[str, ...]:
    """The names of all policies that can be made from a brief alone."""
    return KNOWN


def require(name: str) -> None:
    """Raises GameError unless there is a policy of that name; the message says which there are."""
    if name not in _FACTORIES:
        raise GameError(
            _("there is no policy {name!r}. There are: {names}").format(
                name=name[:40], names=", ".join(_FACTORIES)
            )
        )


def make(name: str, brief: Brief) -> Policy:
    """The policy of that name for the seat of a brief.

    Raises:
        GameError: no policy of that name.
    """
    require(name)
    return _FACTORIES[name](brief)
