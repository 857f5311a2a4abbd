"""What a rule finds and why, for every code that a finding can have."""

from game.content.checks import codes as check_codes
from game.content.reading import codes as reading_codes
from game.foundation.texts import _
from game.linting.rules import explanations


def explain(rule: str) -> str:
    """The explanation of a rule.

    Raises:
        KeyError: there is no rule of that name.
    """
    return _(_explanations()[rule])


def all_rules() -> tuple[str, ...]:
    """The names of all rules, those that keep a file from being used first."""
    return tuple(_explanations())


def _explanations() -> dict[str, str]:
    return {**reading_codes.EXPLANATIONS, **check_codes.EXPLANATIONS, **explanations()}
