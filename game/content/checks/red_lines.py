"""Can red lines be touched, by somebody who decides, and do they leave anything to agree on?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from game.content.checks.references import ISSUE
from game.content.checks.remarks import Remark, known
from game.content.compiling.halves import MOST_COMBINATIONS, combinations, half_lattice
from game.content.names import Names
from game.content.reading.places import Path
from game.content.schema.actors import Actor, RedLine
from game.content.schema.scenario import Scenario
from game.foundation.arrays import Bool
from game.foundation.texts import _


class _Line(NamedTuple):
    path: Path
    line: RedLine


def check(names: Names) -> Iterator[Remark]:
    """Red lines of actors that decide, on what is negotiated, that exclude something but not everything."""
    scenario = names.scenario
    always: dict[str, list[_Line]] = {}
    sound = _lattices_can_be_made(names)
    for a, actor in enumerate(scenario.actors):
        for n, line in enumerate(actor.never):
            path: Path = ("actors", a, "never", n)
            remarks = [*_decides(scenario, path, actor), *_line(names, path, line)]
            yield from remarks
            if not remarks and line.when is None:
                always.setdefault(actor.id, []).append(_Line(path, line))
    if sound:
        yield from _all_excluded(names, always)


def _decides(scenario: Scenario, path: Path, actor: Actor) -> Iterator[Remark]:
    if actor.ratifier is None and actor.id not in [seat.principal for seat in scenario.seats]:
        yield Remark(
            path,
            "no-effect",
            _("'{actor}' decides on no agreement").format(actor=actor.id),
            _("Only principals and ratifiers can refuse; remove it, or make it a ratifier."),
        )


def _line(names: Names, path: Path, line: RedLine) -> Iterator[Remark]:
    key = "above" if line.above is not None else "below"
    yield from known((*path, "issue"), line.issue, names.issues, _(ISSUE))
    if line.issue not in names.issues:
        return
    if names.owner(line.issue) is None:
        yield Remark(
            (*path, "issue"),
            "no-effect",
            _("'{issue}' is a world issue, which is never offered").format(issue=line.issue),
            _("Name an issue of a seat, and say in 'when' how the world has to stand."),
        )
        return
    levels = names.levels[line.issue]
    what = _("level of {issue}").format(issue=line.issue)
    yield from known((*path, key), line.level, levels, what)
    last = levels.get(line.level) == len(levels) - 1
    if (last and key == "above") or (levels.get(line.level) == 0 and key == "below"):
        yield Remark(
            (*path, key),
            "no-effect",
            _("nothing is {key} '{level}'").format(key=key, level=line.level),
            _("Name a lower level.") if last and key == "above" else _("Name a higher level."),
        )


def _lattices_can_be_made(names: Names) -> bool:
    scenario = names.scenario
    owners = {issue.owner for issue in scenario.issues}
    ids = all(
        level in names.levels.get(issue, ()) and names.owner(issue) is not None
        for rule in scenario.forbid
        for issue, levels in rule.levels.items()
        for level in levels
    )
    starts = all(issue.start is None or issue.start in names.levels[issue.id] for issue in names.issue_list)
    sizes = all(combinations(names, seat) <= MOST_COMBINATIONS for seat in range(len(names.seats)))
    return ids and starts and sizes and owners <= set(names.seats) and len(names.seats) == len(scenario.seats)


def _all_excluded(names: Names, always: dict[str, list[_Line]]) -> Iterator[Remark]:
    """One actor's lines alone first; else those of all whose no is enough."""
    alone = False
    for lines in always.values():
        if not _leaves_something(names, lines):
            alone = True
            yield _nothing_left(lines[-1].path, _("its red lines exclude every package"))
    scenario = names.scenario
    principals = [seat.principal for seat in scenario.seats]
    blocking = [
        line
        for actor in scenario.actors
        if actor.id in principals or (actor.ratifier is not None and actor.ratifier.veto)
        for line in always.get(actor.id, ())
    ]
    if not alone and blocking and not _leaves_something(names, blocking):
        yield _nothing_left(
            blocking[-1].path, _("with those of the others who can refuse alone, it excludes every package")
        )


def _nothing_left(path: Path, message: str) -> Remark:
    return Remark(path, "red-lines", message, _("Move a line, or say in 'when' when it holds."))


def _leaves_something(names: Names, lines: Sequence[_Line]) -> bool:
    """Whether any package but the empty one touches none of the lines when the game opens."""
    left = [_open(names, seat, lines) for seat in (0, 1)]
    empty = bool(left[0][0] and left[1][0])
    return int(left[0].sum()) * int(left[1].sum()) - empty > 0


def _open(names: Names, seat: int, lines: Sequence[_Line]) -> Bool:
    lattice = half_lattice(names, seat)
    found = np.ones(len(lattice), np.bool_)
    for _path, line in lines:
        issue = names.issues[line.issue]
        if names.seats[str(names.owner(line.issue))] != seat:
            continue
        start = names.issue_list[issue].start
        base = 0 if start is None else names.levels[line.issue][start]
        limit, level = names.levels[line.issue][line.level], lattice[:, issue]
        if line.above is not None:
            found &= (level <= limit) | (level <= base)
        else:
            found &= np.maximum(level, base) >= limit
    return found
