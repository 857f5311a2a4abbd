"""Do values fit into the tables, and can losses happen where they are said to weigh more?"""

from collections.abc import Iterator
from decimal import Decimal

from game.content.checks.curves import fits
from game.content.checks.remarks import Remark
from game.content.compiling.loss_aversion import loss_aversion_of
from game.content.compiling.preferences import heights_of, opening_place
from game.content.compiling.selectorate import factor_on
from game.content.names import COUNTS, Names
from game.content.reading.places import Path
from game.content.schema.actors import Actor, Preference
from game.content.schema.curves import PointsCurve, TableCurve, ThroughCurve
from game.content.schema.kinds import MOST_WEIGHT
from game.foundation.integers import INT32_MAX, MICRO
from game.foundation.texts import _

_MOST = Decimal(INT32_MAX // MICRO)


def check(names: Names) -> Iterator[Remark]:
    """Amounts that a table could not hold, and aversion to losses where nothing is ever lost."""
    for a, actor in enumerate(names.scenario.actors):
        for name, preference in actor.preferences.items():
            path: Path = ("actors", a, "preferences", name)
            if name in COUNTS or name in names.levels:
                yield from _size(names, path, actor, name, preference)
                yield from _aversion(names, path, name, preference)


def _size(names: Names, path: Path, actor: Actor, name: str, preference: Preference) -> Iterator[Remark]:
    most = largest(names, actor, name, preference)
    if most > _MOST:
        yield Remark(
            (*path, "weight"),
            "too-large",
            _("'{actor}' could value '{name}' at {amount} utils a month, more than {most}").format(
                actor=actor.id, name=name, amount=int(most), most=_MOST
            ),
            _("Lower the weight, or the factors of types, losses or the selectorate that multiply it."),
        )


def most_weight(names: Names, actor: Actor, name: str) -> Decimal:
    """A weight that the tables hold for a preference: the most a file may say, or a part of it."""
    preference, weight = actor.preferences[name], MOST_WEIGHT
    while largest(names, actor, name, preference.model_copy(update={"weight": weight})) > _MOST:
        weight /= 2
    return weight


def largest(names: Names, actor: Actor, name: str, preference: Preference) -> Decimal:
    """An upper bound on what any level or count may be worth to any type, in utils."""
    types = [type_ for seat in names.scenario.seats if seat.principal == actor.id for type_ in seat.types]
    factors = [max(type_.costs, type_.gains) * type_.issues.get(name, Decimal(1)) for type_ in types]
    share = factor_on(actor.selectorate, name) if actor.selectorate else 1000
    plain = abs(preference.weight) * max(factors, default=Decimal(1)) * share / 1000
    losses = loss_aversion_of(actor, preference)
    if losses is None:
        return plain
    low, high = _span(preference)
    change = plain * (high - low)
    return plain + losses.factor * (max(change, Decimal(1)) if losses.power else change)


def _span(preference: Preference) -> tuple[Decimal, Decimal]:
    """Between which shares of the weight the value lies."""
    match preference.curve:
        case TableCurve(table=heights):
            shares = list(heights)
        case ThroughCurve(through=by_level):
            shares = list(by_level.values())
        case PointsCurve(points=points):
            shares = [height for _count, height in points]
        case _:
            shares = [Decimal(0), Decimal(1)]
    return min(shares), max(shares)


def _aversion(names: Names, path: Path, name: str, preference: Preference) -> Iterator[Remark]:
    losses = preference.loss_aversion
    if losses is None or losses.power is not None or not fits(names, name, preference.curve):
        return
    if name in names.levels and names.issue_list[names.issues[name]].start not in (None, *names.levels[name]):
        return
    heights = heights_of(names, name, preference)
    change = (heights - heights[opening_place(names, name)]) * (1 if preference.weight > 0 else -1)
    if not (change < 0).any():
        yield Remark(
            (*path, "loss_aversion"),
            "no-effect",
            _("nothing here is ever worth less than at the opening"),
            _("Remove it, or write it for what can be lost."),
            at_key=True,
        )
