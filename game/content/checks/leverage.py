"""Does a seat give away more leverage than it has?"""

from collections.abc import Iterator
from decimal import Decimal

from game.content.checks.remarks import Remark
from game.content.names import Names
from game.content.schema.issues import Issue
from game.foundation.texts import _

_NONE = Decimal(0)


def check(names: Names) -> Iterator[Remark]:
    """Leverage never falls from level to level, and all of a seat's sums to at most 1."""
    for i, issue in enumerate(names.scenario.issues):
        before = _NONE
        for l, level in enumerate(issue.levels):
            here = level.leverage or _NONE
            if here < before:
                yield Remark(
                    ("issues", i, "levels", l, "leverage")
                    if level.leverage is not None
                    else ("issues", i, "levels", l),
                    "levels",
                    _("gives less leverage than the level before ({before})").format(before=before),
                    _(
                        "Put the levels in their order, the least first. Each counts in full, so it holds at "
                        "least what the one before holds."
                    ),
                )
            before = max(before, here)
    for s, seat in enumerate(names.scenario.seats):
        own = [issue for issue in names.scenario.issues if issue.owner == seat.id]
        total = sum((_most(issue) for issue in own), _NONE)
        if total > 1:
            parts = ", ".join(f"{issue.id} {_most(issue)}" for issue in own if _most(issue))
            yield Remark(
                ("seats", s, "id"),
                "sum",
                _("all its leverage sums to {total}, more than 1 ({parts})").format(total=total, parts=parts),
                _("Lower the leverage of some of its issues."),
            )


def _most(issue: Issue) -> Decimal:
    if issue.aspect == "people":
        return issue.leverage or _NONE
    return max((level.leverage or _NONE for level in issue.levels), default=_NONE)
