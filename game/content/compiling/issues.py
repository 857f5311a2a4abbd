"""The public numbers of issues as tables."""

from decimal import Decimal
from typing import Any

import numpy as np

from game.content.compiling.exact import mark, marks, per_mille
from game.content.names import Names
from game.content.schema.issues import Issue, Level, WorldIssue
from game.foundation.arrays import I32, U64
from game.rules.tables import NONE, Issues, frozen

_CERTAIN = Decimal(1)


def issues(names: Names) -> Issues:
    """The tables of all issues, the world's last."""
    listed = names.issue_list
    owned = [issue if isinstance(issue, Issue) else None for issue in listed]
    people = names.people_issue
    return Issues(
        owner=_small([names.seats[issue.owner] if issue else NONE for issue in owned]),
        levels=_small([len(issue.levels) for issue in listed]),
        start=_small([names.levels[issue.id][issue.start] if issue.start else 0 for issue in listed]),
        leverage=_by_level(names, "leverage", 0),
        lasts=_lasts(names),
        arrests=_by_level(names, "arrests", 1000),
        revocable=frozen(np.array([bool(issue and issue.revocable) for issue in owned])),
        fades=frozen(np.array([bool(issue and per_mille(issue.repeat, 1000) < 1000) for issue in owned])),
        winddown=_wide([issue.winddown.turns if issue and issue.winddown else 0 for issue in owned]),
        keep=_wide([per_mille(issue.winddown.keep) if issue and issue.winddown else 0 for issue in owned]),
        lag=tuple(_lag(issue) for issue in owned),
        people=_number(names, people),
        terms=_number(names, names.aspect("terms")),
        verification=_number(names, names.aspect("verification")),
        reception=_number(names, _reception(names)),
        people_number=_people_numbers(names, people),
        people_leverage=per_mille(people.leverage) if people else 0,
        exile=_column(names, names.aspect("terms"), "exile", 0),
        credit=_column(names, names.aspect("verification"), "credit", 1000),
        mismatch=_chances(names, names.aspect("verification"), "mismatch", Decimal(0)),
        known=_column(names, names.aspect("verification"), "known", 1000),
        unclear=_column(names, names.aspect("verification"), "unclear", 0),
        accept=_chances(names, _reception(names), "accept", _CERTAIN),
    )


def _depth(names: Names) -> int:
    return max(len(levels) for levels in names.levels.values())


def _small(numbers: list[int]) -> Any:
    return frozen(np.array(numbers, np.int8))


def _wide(numbers: list[int]) -> I32:
    return frozen(np.array(numbers, np.int32))


def _by_level(names: Names, key: str, unwritten: int) -> I32:
    found = np.full((len(names.issue_list), _depth(names)), unwritten, np.int32)
    for i, issue in enumerate(names.issue_list):
        for l, level in enumerate(issue.levels):
            found[i, l] = per_mille(getattr(level, key, None), unwritten)
    return frozen(found)


def _lasts(names: Names) -> I32:
    found = np.zeros((len(names.issue_list), _depth(names)), np.int32)
    for i, issue in enumerate(names.scenario.issues):
        for l, level in enumerate(issue.levels):
            found[i, l] = level.lasts or 0
    return frozen(found)


def _lag(issue: Issue | None) -> tuple[tuple[int, int], ...]:
    """Cumulative thresholds with turns."""
    if issue is None:
        return ()
    turns = [lag.months if lag.months is not None else lag.turns or 0 for lag in issue.lag]
    return tuple(zip(marks(lag.chance for lag in issue.lag), turns, strict=True))


def _reception(names: Names) -> WorldIssue | None:
    return next((issue for issue in names.scenario.world if issue.reception), None)


def _number(names: Names, issue: Issue | WorldIssue | None) -> int:
    return names.issues[issue.id] if issue else NONE


def _column(names: Names, issue: Issue | None, key: str, unwritten: int) -> I32:
    """One number for each level of a special issue; what goes without saying where there is no such issue."""
    found = np.full(_depth(names), unwritten, np.int32)
    for l, level in enumerate(issue.levels if issue else ()):
        found[l] = per_mille(getattr(level, key), unwritten)
    return frozen(found)


def _people_numbers(names: Names, issue: Issue | None) -> I32:
    found = np.zeros(_depth(names), np.int32)
    for l, level in enumerate(issue.levels if issue else ()):
        found[l] = level.number
    return frozen(found)


def _chances(names: Names, issue: Issue | WorldIssue | None, key: str, unwritten: Decimal) -> U64:
    found = np.full(_depth(names), mark(unwritten), np.uint64)
    levels: tuple[Level, ...] = issue.levels if issue else ()  # type: ignore[assignment]
    for l, level in enumerate(levels):
        written = getattr(level, key)
        found[l] = mark(unwritten if written is None else written)
    return frozen(found)
