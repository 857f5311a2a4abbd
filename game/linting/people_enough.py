"""Are there as many people as the levels of the people issue speak of?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.foundation.texts import _
from game.linting.case import Case
from game.rules.tables import MOST_PEOPLE


def check(case: Case) -> Iterator[Remark]:
    """Levels that free more people than are held, where nobody can be arrested in play."""
    issue, people = case.names.people_issue, case.scenario.people
    if issue is None or people is None or case.reach.count_moves("arrested"):
        return
    path = case.names.issue_paths[case.names.issues[issue.id]]
    for number, level in enumerate(issue.levels):
        if people.held < level.number < MOST_PEOPLE:
            yield Remark(
                (*path, "levels", number, "people"),
                "more-than-held",
                _("frees {number}, but {held} are held and nobody is ever arrested").format(
                    number=level.number, held=people.held
                ),
                _("Write a smaller number, or 'all'."),
                "warning",
            )
