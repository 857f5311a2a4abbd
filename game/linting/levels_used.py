"""Can every level come about?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.foundation.texts import _
from game.linting.case import Case


def check(case: Case) -> Iterator[Remark]:
    """Levels that no package, event or side move brings."""
    for path, issue in zip(case.names.issue_paths, case.names.issue_list, strict=True):
        owned = path[0] == "issues"
        for number, level in enumerate(case.names.levels[issue.id]):
            if number in case.reach.levels[issue.id]:
                continue
            yield Remark(
                (*path, "levels", number, "id"),
                "unused-level",
                _("'{issue}' can never come to '{level}'").format(issue=issue.id, level=level),
                _("'forbid' excludes it from every package; relax a rule or remove the level.")
                if owned
                else _("Give an event or side move an effect that brings it there, or remove the level."),
                "warning",
            )
