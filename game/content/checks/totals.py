"""Can what adds up over a whole game outgrow the numbers that hold it?"""

from collections.abc import Iterator
from decimal import Decimal
from math import prod

from game.content.checks.amounts import largest
from game.content.checks.remarks import Remark
from game.content.names import COUNTS, Names
from game.content.schema.actors import Actor
from game.content.schema.arrests import Arrests
from game.content.schema.effects import ArrestEffect, Effect, PayoffEffect, PromiseEffect
from game.content.schema.kinds import MOST_WEIGHT
from game.content.schema.seats import Seat
from game.foundation.integers import INT32_MAX, MICRO
from game.foundation.texts import _

_MOST_PAYOFF = Decimal((2**63 - 1) // (MICRO * 1000))
_ONE, _NONE = Decimal(1), Decimal(0)


def check(names: Names) -> Iterator[Remark]:
    """People who could be held at once, and what a seat could gain or lose in all."""
    yield from _people(names)
    for s, seat in enumerate(names.scenario.seats):
        principal = next((actor for actor in names.scenario.actors if actor.id == seat.principal), None)
        if principal is not None:
            yield from _payoff(names, s, seat, principal)


def _people(names: Names) -> Iterator[Remark]:
    scenario = names.scenario
    if scenario.people is None:
        return
    rate = _rate(names, scenario.arrests) if scenario.arrests else _NONE
    by_effects = sum(
        times * effect.arrest for times, effect in _effects(names) if isinstance(effect, ArrestEffect)
    )
    most = int(scenario.people.held + scenario.calendar.turns * rate + by_effects)
    if most > INT32_MAX:
        at_rates = scenario.arrests is not None and scenario.calendar.turns * rate > by_effects
        yield Remark(
            ("arrests", "base") if at_rates else ("people", "held"),
            "too-large",
            _("with all arrests of a game up to {people} people could be held, more than {most}").format(
                people=most, most=INT32_MAX
            ),
            _("Lower the arrests, or the factors on them, which multiply each other."),
        )


def _rate(names: Names, arrests: Arrests) -> Decimal:
    """An upper bound on the people arrested in a turn, by no effect."""
    plain = arrests.base + max(arrests.per_relief, _NONE) + max(arrests.after_agreement, _NONE)
    factors = (
        max((level.arrests if level.arrests is not None else _ONE for level in issue.levels), default=_ONE)
        for issue in names.issue_list
    )
    largest_factor = prod(max(factor, _ONE) for factor in factors)
    return max(plain, _NONE) * largest_factor * max(*arrests.spread, _ONE) + 1


def _effects(names: Names) -> Iterator[tuple[int, Effect]]:
    """Every effect with the most times that it could come about in a game."""
    calendar = names.scenario.calendar
    for event in names.scenario.events:
        yield from ((1 if event.once else calendar.turns, effect) for effect in event.effects)
    for actor in names.scenario.actors:
        for effect in actor.spoiler.effects if actor.spoiler else ():
            yield calendar.turns, effect
    for move in names.scenario.moves:
        yield from ((calendar.turns * calendar.plies, effect) for effect in move.effects)


def _payoff(names: Names, s: int, seat: Seat, principal: Actor) -> Iterator[Remark]:
    calendar = names.scenario.calendar
    months = sum(calendar.months, calendar.residual)
    most = int(_a_month(names, seat, principal) * months + _at_once(names, seat, months))
    if most > _MOST_PAYOFF:
        yield Remark(
            ("seats", s, "principal"),
            "too-large",
            _("'{actor}' could gain or lose up to {amount} utils over a game, more than {most}").format(
                actor=principal.id, amount=most, most=_MOST_PAYOFF
            ),
            _("Lower the weights of what it values, or the months of the calendar."),
        )


def _a_month(names: Names, seat: Seat, principal: Actor) -> Decimal:
    """An upper bound on the worth of a month to a seat, in utils."""
    values = sum(
        (
            largest(names, principal, name, preference)
            for name, preference in principal.preferences.items()
            if name in COUNTS or name in names.levels
        ),
        _NONE,
    )
    factor = max((max(type_.costs, type_.gains) for type_ in seat.types), default=_ONE)
    synergies = sum((abs(synergy.amount) for synergy in principal.synergies), _NONE) * factor
    outside = sum((abs(option.amount) for option in seat.outside), _NONE)
    patrons = [actor.patron.most for actor in names.scenario.actors if actor.patron]
    return values + synergies + outside + max((p for p in patrons), default=_NONE)


def _at_once(names: Names, seat: Seat, months: Decimal) -> Decimal:
    """An upper bound on what a seat pays or gets outside the account, in utils."""
    turns = names.scenario.calendar.turns
    total = sum((shock.cost for shock in seat.shocks), _NONE) * turns
    for move in names.scenario.moves:
        if move.seat == seat.id:
            total += move.cost * turns * (months if move.vow else names.scenario.calendar.plies)
    for times, effect in _effects(names):
        if isinstance(effect, PayoffEffect) and effect.payoff.seat == seat.id:
            total += abs(effect.payoff.by) * times
    promised = {
        effect.promise.actor for _times, effect in _effects(names) if isinstance(effect, PromiseEffect)
    }
    own = sum(actor.side == seat.id for actor in names.scenario.actors if actor.id in promised)
    return total + own * MOST_WEIGHT * months * turns
