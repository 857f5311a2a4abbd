"""Does every id name something that is there?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark, known
from game.content.names import COUNTS, Names
from game.content.reading.places import Path
from game.content.reading.suggestions import closest
from game.content.schema.curves import ThresholdCurve, ThroughCurve
from game.foundation.texts import _, marked

SEAT, ISSUE, LEVEL, ACTOR = marked("seat"), marked("issue"), marked("level"), marked("actor")


def check(names: Names) -> Iterator[Remark]:
    """Ids outside of conditions, effects, history and sources, which have checks of their own."""
    scenario = names.scenario
    yield from known(("calendar", "first"), scenario.calendar.first, names.seats, _(SEAT))
    for s, seat in enumerate(scenario.seats):
        actors = tuple(actor.id for actor in scenario.actors)
        yield from known(("seats", s, "principal"), seat.principal, actors, _(ACTOR))
        for t, type_ in enumerate(seat.types):
            for name in type_.issues:
                path = ("seats", s, "types", t, "issues", name)
                yield from _valued(names, path, name)
    yield from _issues(names)
    yield from _actors(names)
    for f, rule in enumerate(scenario.forbid):
        for issue, levels in rule.levels.items():
            for n, level in enumerate(levels):
                place = (n,) if len(levels) > 1 else ()
                yield from level_of(names, ("forbid", f, "when", issue), issue, level, place)
    yield from _plans(names)
    for m, move in enumerate(scenario.moves):
        yield from known(("moves", m, "seat"), move.seat, names.seats, _(SEAT))
        if move.vow is not None:
            owned = tuple(issue.id for issue in scenario.issues)
            yield from known(("moves", m, "vow"), move.vow, owned, _(ISSUE))


def level_of(names: Names, path: Path, issue: str, level: str, place: Path = ()) -> Iterator[Remark]:
    """An issue as the key that ends a path, with one of its levels as the value or at a place inside it."""
    yield from known(path, issue, names.issues, _(ISSUE), at_key=True)
    if issue in names.levels:
        what = _("level of {issue}").format(issue=issue)
        yield from known((*path, *place), level, names.levels[issue], what)


def _valued(names: Names, path: Path, name: str) -> Iterator[Remark]:
    """Something that can be valued: an issue or a count, but not the people issue."""
    people = names.people_issue
    if people is not None and name == people.id:
        yield Remark(
            path,
            "no-effect",
            _("nothing is read from the people issue, since people are counted"),
            _("Write freed, exiled, held or arrested."),
            at_key=True,
        )
        return
    yield from known(path, name, (*names.issues, *COUNTS), _("issue or count of people"), at_key=True)


def _issues(names: Names) -> Iterator[Remark]:
    scenario = names.scenario
    for i, issue in enumerate(scenario.issues):
        yield from known(("issues", i, "owner"), issue.owner, names.seats, _(SEAT))
    for path, any_issue in zip(names.issue_paths, names.issue_list, strict=True):
        if any_issue.start is not None:
            levels = tuple(level.id for level in any_issue.levels)
            yield from known((*path, "start"), any_issue.start, levels, _(LEVEL))


def _actors(names: Names) -> Iterator[Remark]:
    for a, actor in enumerate(names.scenario.actors):
        if actor.side is not None:
            yield from known(("actors", a, "side"), actor.side, names.seats, _(SEAT))
        for name, preference in actor.preferences.items():
            path: Path = ("actors", a, "preferences", name)
            yield from _valued(names, path, name)
            if isinstance(preference.curve, ThresholdCurve) and name in names.levels:
                where = (*path, "curve", "threshold")
                yield from known(where, preference.curve.threshold, names.levels[name], _(LEVEL))
            if isinstance(preference.curve, ThroughCurve) and name in names.levels:
                for level in preference.curve.through:
                    where = (*path, "curve", "through", level)
                    yield from known(where, level, names.levels[name], _(LEVEL), at_key=True)
        for y, synergy in enumerate(actor.synergies):
            for issue, level in synergy.when.items():
                yield from level_of(names, ("actors", a, "synergies", y, "when", issue), issue, level)


def _plans(names: Names) -> Iterator[Remark]:
    for p, plan in enumerate(names.scenario.plans):
        meant = set()
        for seat in plan.sides:
            yield from known(("plans", p, seat), seat, names.seats, _(SEAT), at_key=True)
            if seat not in names.seats:
                meant.add(closest(seat, names.seats))
        for seat in names.seats:
            if seat not in plan.sides and seat not in meant:
                yield Remark(
                    ("plans", p),
                    "missing-key",
                    _("does not say what it means for '{seat}'").format(seat=seat),
                    _("Write {seat}: with steps, delay, exposure and keep.").format(seat=seat),
                )
