"""Are the issues of people, terms, verification and reception each there once, and made as they must be?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.names import Names
from game.content.schema.issues import Issue
from game.foundation.texts import _
from game.rules.tables import MOST_PEOPLE


def check(names: Names) -> Iterator[Remark]:
    """At most one of each; levels of people that rise; nothing about people where nobody is counted."""
    yield from _once(names)
    people = names.people_issue
    if people is None:
        yield from _without_people(names)
    else:
        yield from _people_levels(names.scenario.issues.index(people), people)
        if names.scenario.people is None:
            yield Remark(
                (),
                "missing-key",
                _("the key 'people' is missing, but there is a people issue"),
                _("Write people: {held: …, counted_by: …, low: …, high: …}."),
            )


def _once(names: Names) -> Iterator[Remark]:
    seen: dict[str, str] = {}
    for i, issue in enumerate(names.scenario.issues):
        if issue.aspect is not None and seen.setdefault(issue.aspect, issue.id) != issue.id:
            yield _second(("issues", i, "aspect"), issue.aspect, seen[issue.aspect])
    for i, world in enumerate(names.scenario.world):
        if world.reception and seen.setdefault("reception", world.id) != world.id:
            yield _second(("world", i, "reception"), "reception", seen["reception"])


def _second(path: tuple[str | int, ...], aspect: str, first: str) -> Remark:
    return Remark(
        path,
        "second",
        _("'{first}' is already the issue of {aspect}").format(first=first, aspect=aspect),
        _("There is at most one; remove it here or there."),
    )


def _without_people(names: Names) -> Iterator[Remark]:
    scenario = names.scenario
    message = _("nobody is counted, since no issue has aspect: people")
    hint = _("Remove it, or say which issue is about how many people are freed.")
    for i, issue in enumerate(scenario.issues):
        if issue.aspect is not None:
            yield Remark(("issues", i, "aspect"), "no-effect", message, hint)
    for i, world in enumerate(scenario.world):
        if world.reception:
            yield Remark(("world", i, "reception"), "no-effect", message, hint)
    for key in ("people", "arrests"):
        if getattr(scenario, key) is not None:
            yield Remark((key,), "no-effect", message, hint, at_key=True)
    for m, move in enumerate(scenario.moves):
        if move.people is not None:
            yield Remark(("moves", m, "people"), "no-effect", message, hint, at_key=True)


def _people_levels(number: int, issue: Issue) -> Iterator[Remark]:
    before = 0
    for l, level in enumerate(issue.levels):
        path = ("issues", number, "levels", l)
        if l == 0:
            if level.number:
                yield Remark(
                    (*path, "people"), "levels", _("the first level is that nobody is freed"), _("Remove it.")
                )
            continue
        if level.people is None:
            yield Remark(
                path,
                "missing-key",
                _("does not say how many people are freed"),
                _("Write people: and a number, or people: all."),
            )
        elif level.number <= before:
            yield Remark(
                (*path, "people"),
                "levels",
                _("must be more than at the level before ({before})").format(
                    before="all" if before == MOST_PEOPLE else before
                ),
                _("Put the levels in their order, 'all' last."),
            )
        before = max(before, level.number)
