"""Does every key change something where it stands?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.names import Names
from game.content.reading.places import Path
from game.content.schema.issues import Issue, Level
from game.foundation.texts import _

_ASPECT_OF = {
    "people": "people",
    "exile": "terms",
    **dict.fromkeys(("credit", "mismatch", "known", "unclear"), "verification"),
}
_NOT_OF_PEOPLE = ("leverage", "life", "lasts", "arrests")
_NOT_AT_FIRST = ("leverage", "life", "lasts", "arrests")


def check(names: Names) -> Iterator[Remark]:
    """Keys that the rules would read and that would change nothing."""
    scenario = names.scenario
    for i, issue in enumerate(scenario.issues):
        yield from _issue(("issues", i), issue)
        for g, lag in enumerate(issue.lag):
            yield from _lag_unit(names, ("issues", i, "lag", g), lag.months, lag.turns)
    for i, world in enumerate(scenario.world):
        for l, level in enumerate(world.levels):
            if level.accept is not None and not world.reception:
                yield _idle(
                    ("world", i, "levels", l, "accept"),
                    _("nobody is received here"),
                    _("Write reception: true for the issue, or remove it."),
                )
    for e, event in enumerate(scenario.events):
        if event.once and event.cooldown:
            yield _idle(
                ("events", e, "cooldown"),
                _("the event happens only once"),
                _("Write once: false, or remove it."),
            )
    for m, move in enumerate(scenario.moves):
        if move.people is not None and move.vow is not None:
            yield _idle(
                ("moves", m, "vow"), _("a move is a vow or a release, not both"), _("Make two moves.")
            )
        if move.chance < 1 and not move.effects and move.people is None:
            yield _idle(("moves", m, "chance"), _("the move has no effect that could fail"), _("Remove it."))


def _issue(path: Path, issue: Issue) -> Iterator[Remark]:
    of_people = issue.aspect == "people"
    if of_people:
        for key in ("start", "winddown", "repeat"):
            if getattr(issue, key) is not None:
                yield _idle((*path, key), _("people freed are not a measure in force"), _("Remove it."))
        for key in ("revocable", "lag"):
            if getattr(issue, key):
                yield _idle((*path, key), _("people freed are not a measure in force"), _("Remove it."))
    elif issue.leverage is not None:
        yield _idle(
            (*path, "leverage"),
            _("only the people issue has one leverage for all"),
            _("Write it at the levels."),
        )
    for l, level in enumerate(issue.levels):
        yield from _level((*path, "levels", l), issue, level, first=l == 0)


def _level(path: Path, issue: Issue, level: Level, *, first: bool) -> Iterator[Remark]:
    for key, aspect in _ASPECT_OF.items():
        if getattr(level, key) is not None and issue.aspect != aspect:
            yield _idle(
                (*path, key),
                _("it is read only in an issue with aspect: {aspect}").format(aspect=aspect),
                _("Remove it, or say of which aspect the issue is."),
            )
    if issue.aspect == "people":
        for key in _NOT_OF_PEOPLE:
            if getattr(level, key) is not None:
                yield _idle((*path, key), _("people freed are not a measure in force"), _("Remove it."))
    elif first:
        for key in _NOT_AT_FIRST:
            if getattr(level, key) is not None:
                yield _idle(
                    (*path, key),
                    _("the first level is that nothing is given"),
                    _("Write it at the other levels."),
                )


def _lag_unit(names: Names, path: Path, months: int | None, turns: int | None) -> Iterator[Remark]:
    monthly = names.scenario.calendar.unit == "month"
    right, wrong = ("months", "turns") if monthly else ("turns", "months")
    if (months if monthly else turns) is None:
        yield Remark(
            path,
            "missing-key",
            _("the key '{key}' is missing").format(key=right),
            _("Where a turn is a {unit}, a lag is written in {key}.").format(
                unit=_("month") if monthly else _("half day"), key=right
            ),
        )
    elif (turns if monthly else months) is not None:
        yield _idle((*path, wrong), _("'{key}' already says it").format(key=right), _("Remove it."))


def _idle(path: Path, message: str, hint: str) -> Remark:
    return Remark(path, "no-effect", message, hint, at_key=True)
