"""Can packages be listed, and is there anything left to offer?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.compiling.halves import MOST_COMBINATIONS, MOST_HALVES, combinations, half_lattice
from game.content.names import Names
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Rules of `forbid`, and the number of combinations that they leave."""
    sound = True
    for f, rule in enumerate(names.scenario.forbid):
        for remark in _rule(names, f, tuple(rule.when)):
            sound = False
            yield remark
        sound = sound and all(
            level in names.levels.get(issue, ()) for issue, levels in rule.levels.items() for level in levels
        )
        if sound and all(
            min(names.levels[issue][level] for level in levels) == 0 for issue, levels in rule.levels.items()
        ):
            yield Remark(
                ("forbid", f, "when"),
                "forbid",
                _("forbids that a seat gives nothing, which must always be possible"),
                _("Name a level above the first for one of the issues."),
            )
    for s, seat in enumerate(names.scenario.seats):
        owners = {issue.owner for issue in names.scenario.issues}
        if seat.id in owners:
            yield from _size(names, s, sound)
        elif owners <= set(names.seats):
            yield Remark(
                ("seats", s, "id"), "no-issues", _("the seat owns no issue, so it has nothing to give")
            )


def _rule(names: Names, number: int, issues: tuple[str, ...]) -> Iterator[Remark]:
    owners = {issue: names.owner(issue) for issue in issues if issue in names.issues}
    for issue, owner in owners.items():
        if owner is None:
            yield Remark(
                ("forbid", number, "when", issue),
                "forbid",
                _("'{issue}' is a world issue, which is never offered").format(issue=issue),
                _("Name issues that a seat owns."),
                at_key=True,
            )
    if len(set(owners.values()) - {None}) > 1:
        yield Remark(
            ("forbid", number, "when"),
            "forbid",
            _("names issues of both seats"),
            _("A rule limits what one seat offers; write one rule for each seat."),
        )


def _size(names: Names, seat: int, sound: bool) -> Iterator[Remark]:
    total = combinations(names, seat)
    if sound and total <= MOST_COMBINATIONS:
        total = len(half_lattice(names, seat))
    if total > MOST_HALVES:
        yield Remark(
            ("seats", seat, "id"),
            "too-many",
            _("its issues have {total} combinations; at most {most} can be played").format(
                total=total, most=MOST_HALVES
            ),
            _("Join issues or drop levels, or forbid combinations that nobody would offer."),
        )
