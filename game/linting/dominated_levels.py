"""Would anybody ever choose this level over another one of its issue?"""

from collections.abc import Iterator

import numpy as np

from game.content.checks.remarks import Remark
from game.content.checks.walking import comparisons, conditions
from game.content.schema.conditions import read_comparison
from game.content.schema.issues import Issue, Level
from game.foundation.arrays import I64
from game.foundation.texts import _
from game.linting.case import Case
from game.rules.tables import NONE


def check(case: Case) -> Iterator[Remark]:
    """Levels that another level beats for everybody with a say, whatever else is agreed."""
    elsewhere = _named_elsewhere(case)
    for number, issue in enumerate(case.scenario.issues):
        if issue.aspect is not None or issue.id in elsewhere:
            continue
        worth = _worth(case, number, len(issue.levels))
        for level in range(1, len(issue.levels)):
            better = _beaten_by(issue, worth, level)
            if better is not None:
                yield Remark(
                    ("issues", number, "levels", level, "id"),
                    "dominated-level",
                    _("everybody with a say likes '{better}' at least as much as '{level}'").format(
                        better=issue.levels[better].id, level=issue.levels[level].id
                    ),
                    _("Say in a preference for whom it is better, or remove the level."),
                    "warning",
                )


def _named_elsewhere(case: Case) -> set[str]:
    """Issues whose levels do something besides being valued."""
    named = {
        read_comparison(text).of
        for path, condition in conditions(case.names)
        for _place, text in comparisons(condition, path)
    }
    for actor in case.scenario.actors:
        named |= {issue for synergy in actor.synergies for issue in synergy.when}
    for rule in case.scenario.forbid:
        named |= set(rule.when)
    return named | {move.vow for move in case.scenario.moves if move.vow is not None}


def _worth(case: Case, issue: int, levels: int) -> I64:
    """What the levels are worth to all who decide, as owner and as promised. int64[views, L]."""
    tables = case.tables
    deciding = np.flatnonzero(tables.actor_side != NONE)
    at_home = tables.values.level[deciding, :, issue, 0, :levels]
    promised = tables.values.promise[deciding, :, issue, 0, :levels]
    both = np.concatenate([at_home, promised]).astype(np.int64)
    return both.reshape(-1, levels)


def _beaten_by(issue: Issue, worth: I64, level: int) -> int | None:
    for other in range(1, len(issue.levels)):
        if other == level or not _no_dearer(issue.levels[other], issue.levels[level]):
            continue
        least = (worth[:, other] - worth[:, level]).min()
        if least > 0 or (least == 0 and ((worth[:, other] != worth[:, level]).any() or other < level)):
            return other
    return None


def _no_dearer(one: Level, than: Level) -> bool:
    """Whether a level gives away no more leverage, lasts alike and touches arrests alike."""
    return (
        (one.leverage or 0) <= (than.leverage or 0)
        and one.lasts == than.lasts
        and one.arrests == than.arrests
    )
