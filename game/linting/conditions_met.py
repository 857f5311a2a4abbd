"""Can every condition come to hold, and does it ever not?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.checks.walking import conditions
from game.content.reading.places import Path
from game.content.schema.conditions import AnyOf, Condition
from game.foundation.texts import _
from game.linting.case import Case


def check(case: Case) -> Iterator[Remark]:
    """Conditions that can never hold, and those that always do."""
    for path, condition in conditions(case.names):
        found = list(_never(case, path, condition))
        yield from found
        if not found and case.reach.certain(condition):
            yield Remark(
                path,
                "always",
                _("this holds at every moment of every game"),
                _("Ask for more, or leave the condition out where that is possible."),
                "warning",
            )


def _never(case: Case, path: Path, condition: Condition) -> Iterator[Remark]:
    if isinstance(condition, AnyOf):
        for number, inner in enumerate(condition.any_of):
            yield from _never(case, (*path, "any", number), inner)
    elif not case.reach.possible(condition):
        cause = case.reach.never(condition)
        why = _("this can never hold")
        if cause is not None and cause != condition:
            why = _("this can never hold, because '{cause}' cannot").format(cause=cause)
        yield Remark(
            path,
            "never",
            why,
            _("Look at what would have to change first: which event, move or package brings it there?"),
            "warning",
        )
