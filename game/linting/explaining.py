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
    if rule in reading_codes.codes():
        return reading_codes.explain(rule)
    if rule in check_codes.codes():
        return check_codes.explain(rule)
    return _(explanations()[rule])


def all_rules() -> tuple[str, ...]:
    """The names of all rules, those that keep a file from being used first."""
    found = (*reading_codes.codes(), *check_codes.codes(), *explanations())
    return tuple(dict.fromkeys(found))
