"""Do curves fit what they are the curve of?"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from game.content.checks.remarks import Remark
from game.content.names import COUNTS, Names
from game.content.reading.places import Path
from game.content.schema.curves import (
    Curve,
    FullAtCurve,
    HalfAtCurve,
    PointsCurve,
    TableCurve,
    ThresholdCurve,
    ThroughCurve,
)
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Curves for levels at issues, curves for counts at counts, tables with a value for each level.

    And values that rise where they are declared to.
    """
    for a, actor in enumerate(names.scenario.actors):
        for name, preference in actor.preferences.items():
            path: Path = ("actors", a, "preferences", name, "curve")
            if name in COUNTS:
                yield from _of_count(path, preference.curve)
            elif name in names.levels:
                yield from _of_levels(path, preference.curve, len(names.levels[name]))
            yield from _rising(names, path, name, preference.curve)


def _rising(names: Names, path: Path, name: str, curve: Curve) -> Iterator[Remark]:
    """Values that fall though the curve says rising: true."""
    if not isinstance(curve, TableCurve | ThroughCurve | PointsCurve) or not curve.rising:
        return
    for (_place, before), (place, after) in pairwise(_listed(names, name, curve)):
        if after < before:
            yield Remark(
                (*path, *place),
                "falling",
                _("is declared to rise, but {after} follows {before}").format(after=after, before=before),
                _("Write at least {before}, or remove rising: true.").format(before=before),
            )


def _listed(
    names: Names, name: str, curve: TableCurve | ThroughCurve | PointsCurve
) -> list[tuple[Path, Decimal]]:
    """The values of a curve in the order of their levels or counts, each with its place below the curve."""
    match curve:
        case TableCurve():
            return [(("table", number), value) for number, value in enumerate(curve.table)]
        case PointsCurve():
            return [(("points", number, 1), value) for number, (_at, value) in enumerate(curve.points)]
        case ThroughCurve():
            known = names.levels.get(name, {})
            named = sorted((known[level], level) for level in curve.through if level in known)
            return [(("through", level), curve.through[level]) for _number, level in named]


def fits(names: Names, name: str, curve: Curve) -> bool:
    """Whether the values of a curve can be worked out: it suits its issue or count, and knows its levels."""
    if name in COUNTS:
        return not any(_of_count((), curve))
    levels = names.levels[name]
    named = set(curve.through) if isinstance(curve, ThroughCurve) else set()
    named |= {curve.threshold} if isinstance(curve, ThresholdCurve) else set()
    return len(levels) > 1 and named <= levels.keys() and not any(_of_levels((), curve, len(levels)))


def _of_count(path: Path, curve: Curve) -> Iterator[Remark]:
    if not isinstance(curve, FullAtCurve | HalfAtCurve | PointsCurve):
        yield Remark(
            path,
            "curve",
            _("this curve is for issues, but people are counted here"),
            _("Write {full_at: 100}, {half_at: 100} or {points: [[0, 0], [100, 1]]}."),
        )
    elif isinstance(curve, PointsCurve):
        for n, ((before, _low), (after, _high)) in enumerate(pairwise(curve.points), start=1):
            if after <= before:
                yield Remark(
                    (*path, "points", n),
                    "curve",
                    _("the counts of a curve rise, but {after} follows {before}").format(
                        after=after, before=before
                    ),
                    _("Put the points in their order, each count once."),
                )


def _of_levels(path: Path, curve: Curve, levels: int) -> Iterator[Remark]:
    if isinstance(curve, FullAtCurve | HalfAtCurve | PointsCurve):
        yield Remark(
            path,
            "curve",
            _("this curve is for counts of people, but the issue has levels"),
            _("Write linear, {power: 0.7}, {threshold: LEVEL}, {through: {LEVEL: 0.5}} or {table: [...]}."),
        )
    elif isinstance(curve, TableCurve) and len(curve.table) != levels:
        yield Remark(
            (*path, "table"),
            "curve",
            _("has {found} values, but the issue has {levels} levels").format(
                found=len(curve.table), levels=levels
            ),
            _("Write one value for each level, in their order."),
        )
