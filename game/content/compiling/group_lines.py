"""Where a group of people or offices comes to stand, worked out once when a scenario is compiled.

Bueno de Mesquita's expected utility model in the reading of decision 071, as in `game/analysis/groups`, but
in `decimal`: its results are the same on every machine, those of a processor or a C library are not.

Source: Bueno de Mesquita 1985, 1994; Scholz, Calbert & Smith 2011, "Unravelling Bueno de Mesquita's group
decision model"; that a group tolerates more the higher its line is assumed, decision 132.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache
from itertools import accumulate

from game.content.compiling.exact import micro
from game.content.schema.actors import Actor, Group
from game.foundation.integers import MICRO

_D = Context(prec=50, rounding=ROUND_HALF_EVEN)
_SHOWN = Decimal("0.000001")
_MIDDLE = 50
Row = list[Decimal]
Grid = list[Row]


@dataclass(frozen=True)
class GroupLine:
    """Where a group stands on its scale from 0 to 100, to six places.

    Args:
        line: the weighted median after the rounds of the model.
        mean: the plain mean of the first positions, weighted by capability times salience; shown beside it.
    """

    line: Decimal
    mean: Decimal


def group_line(group: Group) -> GroupLine:
    """What the members settle on, and the plain weighted mean."""
    weight = [_D.multiply(one.capability, one.salience) for one in group.members]
    places = [one.position for one in group.members]
    mean = _D.divide(_sum(map(_D.multiply, weight, places)), _sum(weight))
    span = max(places) - min(places)
    for _ in range(group.rounds):
        if max(places) == min(places):
            break  # nobody has anybody to challenge
        places = _round(weight, places, [one.salience for one in group.members], span)
    return GroupLine(_median(weight, places).quantize(_SHOWN), mean.quantize(_SHOWN))


def tolerance_shift(group: Group) -> int:
    """By how much its line moves what a group tolerates: its swing at 100, nothing at 50. Micro-utils."""
    away = _D.divide(group_line(group).line - _MIDDLE, Decimal(_MIDDLE))
    return int((_D.multiply(away, group.swing) * MICRO).to_integral_value(ROUND_HALF_EVEN))


def tolerated(actor: Actor) -> int:
    """How much worse off a ratifier or member of allies may be, its group's line included. Micro-utils."""
    having = actor.ratifier or actor.member
    if having is None:
        return 0
    return micro(having.tolerance) + (tolerance_shift(actor.group) if actor.group else 0)


def _sum(numbers: object) -> Decimal:
    return sum(numbers, Decimal(0))  # type: ignore[call-overload, no-any-return]


def _median(weight: Row, places: Row) -> Decimal:
    order = sorted(range(len(places)), key=places.__getitem__)
    half = _D.divide(_sum(weight), Decimal(2))
    reached = accumulate(weight[n] for n in order)
    return next(places[n] for n, share in zip(order, reached, strict=True) if share >= half)


def _round(weight: Row, places: Row, salience: Row, span: Decimal) -> Row:
    """The positions after everybody's best offer."""
    distance = [[_D.divide(abs(one - other), span) for other in places] for one in places]
    neutral = _chances(weight, distance, [Decimal(1)] * len(places))
    risk = _risks(neutral, distance, salience)
    chance = _chances(weight, distance, risk)
    moved = []
    for actor, exponent in enumerate(risk):
        gains = _gains(chance, distance, salience, exponent)
        moved.append(_answer(actor, places, gains))
    return moved


def _chances(weight: Row, distance: Grid, risk: Row) -> Grid:
    """Support for each position against each other, over the votes cast in all contests together."""
    everybody = range(len(weight))
    loss = [[_power(distance[v][at], risk[v]) for at in everybody] for v in everybody]
    support = [[Decimal(0)] * len(weight) for _ in everybody]
    cast = Decimal(0)
    for mine in everybody:
        for other in everybody:
            for v in everybody:
                vote = _D.multiply(weight[v], _D.subtract(loss[v][other], loss[v][mine]))
                cast = _D.add(cast, abs(vote))
                if vote > 0:
                    support[mine][other] = _D.add(support[mine][other], vote)
    return [[_D.divide(found, cast) for found in row] for row in support]


def _gains(chance: Grid, distance: Grid, salience: Row, risk: Decimal) -> Grid:
    """What each expects of challenging each other, seen with one member's attitude to risk."""
    half, four = Decimal("0.5"), Decimal(4)
    present = _power(half, risk)
    found = []
    for row, far in zip(chance, distance, strict=True):
        line = []
        for wins, apart, resists in zip(row, far, salience, strict=True):
            wide = _D.multiply(half, apart)
            success = _power(_D.subtract(half, wide), risk)
            failure = _power(_D.add(half, wide), risk)
            fought = _D.add(_D.multiply(wins, success), _D.multiply(1 - wins, failure))
            lost = _D.add(_D.multiply(resists, fought), _D.multiply(1 - resists, success))
            line.append(_D.multiply(four, _D.subtract(present, lost)))
        found.append(line)
    return found


def _risks(chance: Grid, distance: Grid, salience: Row) -> Row:
    """Who is in most danger risks most: 0.5 to 2, all 1 where all are in the same danger."""
    gains = _gains(chance, distance, salience, Decimal(1))
    everybody = range(len(salience))
    danger = [_sum(gains[i][j] for i in everybody if i != j) for j in everybody]
    low, high = min(danger), max(danger)
    if low == high:
        return [Decimal(1)] * len(danger)
    third = [_D.divide(2 * one - high - low, 3 * (high - low)) for one in danger]
    return [_D.divide(1 - one, 1 + one) for one in third]


def _answer(actor: int, places: Row, gains: Grid) -> Decimal:
    """Where a member moves: a confrontation lost goes before a compromise, and that before giving in."""
    here = places[actor]
    confronted: list[tuple[Decimal, Decimal]] = []
    compromises: list[tuple[Decimal, Decimal]] = []
    compelled: list[tuple[Decimal, Decimal]] = []
    for number, there in enumerate(places):
        mine, other = gains[actor][number], gains[number][actor]
        if there == here or other <= 0:
            continue
        if other > mine > 0:
            confronted.append((abs(there - here), there))
        elif mine < 0 and other > -mine:
            target = _D.add(here, _D.divide(_D.multiply(there - here, -mine), other))
            average = _D.divide(_D.subtract(_D.multiply(other, there), _D.multiply(mine, here)), other - mine)
            compromises.append((average, target))
        elif mine < 0:
            compelled.append((abs(there - here), there))
    for offers in (confronted, compromises, compelled):
        if offers:
            return min(offers)[1]
    return here


@lru_cache(maxsize=4096)  # many members are equally far apart, in this round and in the next
def _power(base: Decimal, exponent: Decimal) -> Decimal:
    return Decimal(0) if not base else _D.power(base, exponent)
