"""Seats, plans, trust, arrests, side moves and events as tables."""

from itertools import accumulate

import numpy as np

from game.content.compiling.conditions import NEVER, condition, effects
from game.content.compiling.exact import mark, marks, micro, per_mille
from game.content.compiling.kinds import most_types, prior
from game.content.names import Names
from game.foundation.arrays import I64
from game.rules.clauses import Condition
from game.rules.tables import NONE, Arrests, Event, Move, Plans, Side, Trust, frozen


def side(names: Names, number: int) -> Side:
    """What belongs to a seat alone."""
    seat = names.scenario.seats[number]
    most = most_types(names)
    costs = [micro(shock.cost) for shock in seat.shocks]
    return Side(
        prior=frozen(prior(seat, most)),
        floor_low=micro(seat.floor.low),
        floor_high=micro(seat.floor.high),
        rho=micro(seat.exposure),
        mood_unit=micro(seat.mood_unit),
        quorum=seat.quorum,
        shocks=tuple(zip(marks(shock.chance for shock in seat.shocks), costs, strict=True)),
        mandate=tuple(condition(names, item.when) for item in seat.mandate),
    )


def plans(names: Names) -> Plans:
    """Plans by number and seat."""
    sides = [[plan.sides[seat] for seat in names.seats] for plan in names.scenario.plans]
    return Plans(
        steps=frozen(np.array([[side.steps for side in pair] for pair in sides], np.int32)),
        delay=frozen(np.array([[side.delay for side in pair] for pair in sides], np.int32)),
        phi=frozen(np.array([[per_mille(side.exposure) for side in pair] for pair in sides], np.int32)),
        keep=frozen(np.array([[per_mille(side.keep) for side in pair] for pair in sides], np.int32)),
    )


def trust(names: Names) -> Trust:
    """How trust moves."""
    written = names.scenario.trust
    return Trust(
        promise=per_mille(written.promise),
        honour=written.honour,
        full=per_mille(written.full),
        delay=written.delay,
        breach=written.breach,
        failed=written.failed,
        snap=written.snap,
        wave=written.wave,
        delays=written.delays,
    )


def arrests(names: Names) -> Arrests:
    """New arrests and sentences served; nothing where the file says nothing of them."""
    written = names.scenario.arrests
    if written is None:
        return Arrests(0, 0, 0, 0, frozen(np.full(1, 1000, np.int32)), 0, 0)
    return Arrests(
        base=per_mille(written.base),
        per_relief=per_mille(written.per_relief),
        after_agreement=per_mille(written.after_agreement),
        recent=written.recent,
        spread=frozen(np.array([per_mille(factor) for factor in written.spread], np.int32)),
        served=per_mille(written.served),
        wave=written.wave,
    )


def moves(names: Names) -> tuple[Move, ...]:
    """Side moves by number."""
    return tuple(
        Move(
            seat=names.seats[move.seat],
            needs=condition(names, move.needs),
            cost=micro(move.cost),
            cooldown=move.cooldown,
            chance=mark(move.chance),
            people=move.people.max if move.people else 0,
            vow=names.issues[move.vow] if move.vow else NONE,
            effects=effects(names, move.effects),
        )
        for move in names.scenario.moves
    )


def events(names: Names) -> tuple[Event, ...]:
    """Events by number."""
    return tuple(
        Event(
            when=condition(names, event.when),
            chance=mark(event.chance),
            once=event.once,
            cooldown=event.cooldown,
            effects=effects(names, event.effects),
        )
        for event in names.scenario.events
    )


def endings(names: Names) -> tuple[Condition, ...]:
    """When each ending is reached by itself; never for those that only an effect leads to."""
    return tuple(
        NEVER if ending.when is None else condition(names, ending.when) for ending in names.scenario.endings
    )


def weights(names: Names) -> tuple[I64, I64]:
    """What turns count, the last with the residual, and the sums from each on. int64[T], int64[T+1]."""
    calendar = names.scenario.calendar
    each = [per_mille(months) for months in calendar.months]
    each[-1] += per_mille(calendar.residual)
    left = list(accumulate(reversed(each), initial=0))[::-1]
    return frozen(np.array(each, np.int64)), frozen(np.array(left, np.int64))
