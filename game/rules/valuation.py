"""What a world and an agreement are worth to an actor (docs/rules.md 4.3, 4.6). Reads public fields only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I8, I32, I64, Bool
from game.rules.conditions import holds, present_turn
from game.rules.state import State
from game.rules.tables import MOST_PEOPLE, USES, Count, Tables

TypeIndex = int | I8


@dataclass(frozen=True)
class Appraisal:
    """An agreement as one seat's principal sees it, micro-utils per month; each int64[B].

    net = gross - outside; gross = keep * received // 1000 + given - exposure - audience.
    """

    net: I64
    gross: I64
    given: I64
    got: I64
    received: I64
    exposure: I64
    outside: I64
    audience: I64
    people: I64


def _rows(table: I32, actor: int, type_: TypeIndex) -> tuple[I32, NDArray[np.int64] | int]:
    """The flat table of an actor, and where the type's part begins (one number, or one for each game)."""
    flat = table[actor].reshape(-1)
    size = table[actor, 0].size
    return flat, (
        int(type_) * size if isinstance(type_, (int, np.integer)) else type_.astype(np.int64) * size
    )


def _level_value(
    tables: Tables, flat: I32, begin: NDArray[np.int64] | int, issue: int, uses: I8 | int, level: I8
) -> I64:
    depth = tables.values.level.shape[4]
    where = begin + (issue * USES + np.asarray(uses, np.int64)) * depth + level
    amount: I64 = flat.take(where).astype(np.int64)
    return amount


def _count_value(
    tables: Tables, actor: int, type_: TypeIndex, count: Count, people: NDArray[np.integer]
) -> I64:
    flat, begin = _rows(tables.values.count, actor, type_)
    where = begin + int(count) * (MOST_PEOPLE + 1) + np.minimum(people, MOST_PEOPLE)
    amount: I64 = flat.take(where).astype(np.int64)
    return amount


def synergy_holds(tables: Tables, levels: I8, synergy: int, state: State) -> Bool:
    """Whether a synergy's conditions hold when owned issues stand at `levels` int8[B,I]."""
    met = np.ones(state.games, np.bool_)
    for issue, least in zip(tables.synergy_issue[synergy], tables.synergy_level[synergy], strict=True):
        if issue >= 0:
            at = levels if tables.issues.owner[issue] >= 0 else state.level
            met &= at[:, issue] >= least
    return met


def synergy_value(tables: Tables, actor: int, type_: TypeIndex, synergy: int) -> I64 | int:
    """What a synergy is worth to an actor while it holds."""
    amounts = tables.values.synergy[actor, :, synergy]
    return (
        int(amounts[type_]) if isinstance(type_, (int, np.integer)) else amounts.take(type_).astype(np.int64)
    )


def world_value(tables: Tables, state: State, actor: int, type_: TypeIndex) -> I64:
    """W: value of the world in force to an actor, per month. int64[B]."""
    issues = tables.issues
    flat, begin = _rows(tables.values.level, actor, type_)
    total = np.zeros(state.games, np.int64)
    for i in range(len(issues.owner)):
        if i == issues.people or i not in tables.values.issues_of[actor]:
            continue
        uses = np.maximum(state.uses[:, i] - 1, 0) if issues.fades[i] else 0
        now = _level_value(tables, flat, begin, i, uses, state.level[:, i])
        total += now
        winding = state.wound[:, i] > state.level[:, i]
        if winding.any():
            winding = winding & (present_turn(state) < state.wind_until[:, i])
            before = _level_value(tables, flat, begin, i, uses, state.wound[:, i])
            total += np.where(winding, int(issues.keep[i]) * (before - now) // 1000, 0)
    for count, people in zip(Count, (state.freed, state.exiled, state.held, state.arrested), strict=True):
        if count in tables.values.counts_of[actor]:
            total += _count_value(tables, actor, type_, count, people)
    for y in range(len(tables.synergy_owner)):
        if y in tables.values.synergies_of[actor]:
            total += np.where(
                synergy_holds(tables, state.level, y, state), synergy_value(tables, actor, type_, y), 0
            )
    return total


def outside_value(tables: Tables, state: State, seat: int) -> I64:
    """What the seat has in a month in which it signs nothing, a patron's pay included. int64[B]."""
    return own_options(tables, state, seat) + state.aid[:, seat]


def forgone(tables: Tables, state: State, seat: int) -> I64:
    """r: what signing gives up, per month of all that are left. int64[B]."""
    return (
        own_options(tables, state, seat)
        + aid_forgone(tables, state, seat)
        + side_payments(tables, state, seat)
    )


def side_payments(tables: Tables, state: State, seat: int) -> I64 | int:
    """What falls due to a seat's own ratifiers with an agreement, per month. int64[B], or 0."""
    own = np.flatnonzero(tables.actor_side == seat)
    if not state.paid[:, own].any():
        return 0
    total: I64 = state.paid[:, own].sum(axis=1, dtype=np.int64)
    return total


def aid_forgone(tables: Tables, state: State, seat: int) -> I64 | int:
    """What signing forfeits of a patron's pay, spread over the months that are left. int64[B], or 0."""
    patron = next((patron for patron in tables.politics.patrons if patron.seat == seat), None)
    if patron is None or not state.aid[:, seat].any():
        return 0
    left, turn = tables.remaining, state.clock.turn
    lost = int(left[turn] - left[min(turn + patron.rest, tables.turns)])
    amount: I64 = state.aid[:, seat].astype(np.int64) * lost // int(left[turn])
    return amount


def own_options(tables: Tables, state: State, seat: int) -> I64:
    """The seat's declared outside options while it has signed nothing, per month. int64[B]."""
    total = np.zeros(state.games, np.int64)
    for condition, amount in tables.values.outside[seat]:
        total += np.where(holds(tables, state, condition) & (state.agreements == 0), amount, 0)
    return total


def promised_levels(tables: Tables, state: State, offer: I32) -> tuple[I8, Bool]:
    """Levels an offer would bring (l'), and where they lie above the base. int8[B,I], bool[B,I]."""
    levels = np.maximum(
        tables.halves[0].take(offer[:, 0], axis=0), tables.halves[1].take(offer[:, 1], axis=0)
    )
    reached = np.maximum(levels, state.base)
    return reached, reached > state.base


def people_of(tables: Tables, state: State, offer: I32) -> I64:
    """How many people an offer would free: n of docs/rules.md 4.3. int64[B]."""
    issue = tables.issues.people
    if issue < 0:
        return np.zeros(state.games, np.int64)
    owner = int(tables.issues.owner[issue])
    number = people_asked(tables, tables.halves[owner][:, issue].take(offer[:, owner]), offer[:, 3])
    amount: I64 = np.minimum(number, np.maximum(state.held - state.promised, 0))
    return amount


def people_asked(tables: Tables, level: I8, explicit: I32 | None = None) -> I64:
    """How many people the wording of offers names, before the number held is looked at. int64[n].

    Args:
        level: of the people issue.
        explicit: a number written into the offer, -1 for the level's own.
    """
    number = tables.issues.people_number.take(level).astype(np.int64)
    return number if explicit is None else np.where(explicit >= 0, explicit, number)


def people_leaving(tables: Tables, reached: I8, people: I64) -> I64:
    """How many of them would have to leave the country. int64[B]."""
    terms = tables.issues.terms
    if terms < 0:
        return np.zeros(len(people), np.int64)
    return people * tables.issues.exile.take(reached[:, terms]).astype(np.int64) // 1000


def count_changes(
    tables: Tables, state: State, actor: int, type_: TypeIndex, people: I64, leaving: I64
) -> tuple[tuple[Count, I64], ...]:
    """Change in the value of each count of people that an offer brings."""
    still = state.held - state.promised
    spans = (
        (Count.FREED, state.base_freed, state.base_freed + people),
        (Count.EXILED, state.base_exiled, state.base_exiled + leaving),
        (Count.HELD, still, still - people),
    )
    return tuple(
        (
            count,
            _count_value(tables, actor, type_, count, np.maximum(after, 0))
            - _count_value(tables, actor, type_, count, np.maximum(before, 0)),
        )
        for count, before, after in spans
        if count in tables.values.counts_of[actor]
    )


def issue_change(
    tables: Tables,
    state: State,
    actor: int,
    type_: TypeIndex,
    side: int,
    issue: int,
    reached: I8,
    above: Bool,
) -> I64:
    """d_i of docs/rules.md 4.3 for one issue. int64[B]."""
    own = tables.issues.owner[issue] == side
    flat, begin = _rows(tables.values.level if own else tables.values.promise, actor, type_)
    new: I8 | int = 0
    old: I8 | int = 0
    if tables.issues.fades[issue]:
        new = state.uses[:, issue]
        old = np.maximum(new - 1, 0)
    after = _level_value(tables, flat, begin, issue, new, reached[:, issue])
    before = _level_value(tables, flat, begin, issue, old, state.base[:, issue])
    return np.where(above[:, issue], after - before, 0)


def given_and_got(
    tables: Tables, state: State, actor: int, type_: TypeIndex, side: int, offer: I32
) -> tuple[I64, I64]:
    """What an actor of a side sees its side give and get by an offer, per month. int64[B] each."""
    issues = tables.issues
    reached, above = promised_levels(tables, state, offer)
    sums = [np.zeros(state.games, np.int64), np.zeros(state.games, np.int64)]
    for i in np.flatnonzero(issues.owner >= 0):
        if i != issues.people and i in tables.values.issues_of[actor] and above[:, i].any():
            sums[int(issues.owner[i] != side)] += issue_change(
                tables, state, actor, type_, side, int(i), reached, above
            )
    if issues.people >= 0:
        people = people_of(tables, state, offer)
        leaving = people_leaving(tables, reached, people)
        for _, change in count_changes(tables, state, actor, type_, people, leaving):
            sums[int(issues.owner[issues.people] != side)] += change
    for y in np.flatnonzero(tables.synergy_owner >= 0):
        if y in tables.values.synergies_of[actor]:
            then = synergy_holds(tables, reached, int(y), state)
            now = synergy_holds(tables, state.base, int(y), state)
            change = (then.astype(np.int64) - now) * synergy_value(tables, actor, type_, int(y))
            sums[int(tables.synergy_owner[y] != side)] += change
    return sums[0], sums[1]


def discounted(tables: Tables, state: State, seat: int, got: I64) -> I64:
    """What promises count for, given the seat's trust in the other."""
    promise = tables.trust.promise
    factor = promise + (1000 - promise) * state.trust[:, seat].astype(np.int64) // 15
    return got * factor // 1000


def share_exposed(tables: Tables, state: State, seat: int, offer: I32) -> I64:
    """x: share of the seat's own leverage an offer gives, per mille. int64[B]."""
    issues = tables.issues
    reached, above = promised_levels(tables, state, offer)
    total = np.zeros(state.games, np.int64)
    for i in np.flatnonzero(issues.owner == seat):
        if issues.leverage[i].any():
            step = issues.leverage[i].take(reached[:, i]) - issues.leverage[i].take(state.base[:, i])
            total += np.where(above[:, i], step, 0)
    if issues.people >= 0 and issues.owner[issues.people] == seat:
        total += issues.people_leverage * people_of(tables, state, offer) // np.maximum(state.held, 1)
    return np.minimum(np.maximum(total, 0), 1000)


def exposure_cost(tables: Tables, state: State, seat: int, offer: I32) -> I64:
    """Convex cost of giving one's own leverage before receiving, falling with trust. int64[B]."""
    phi = tables.plans.phi[:, seat].take(offer[:, 2]).astype(np.int64)
    exposed = phi * share_exposed(tables, state, seat, offer) // 1000
    distrust = 15 - state.trust[:, seat].astype(np.int64)
    amount: I64 = tables.sides[seat].rho * distrust * exposed * exposed // 15_000_000
    return amount


def broken_vow(tables: Tables, state: State, seat: int, offer: I32) -> I64:
    """Audience cost per month if the offer stays below what the seat vowed. int64[B]."""
    total = np.zeros(state.games, np.int64)
    levels = np.maximum(
        tables.halves[0].take(offer[:, 0], axis=0), tables.halves[1].take(offer[:, 1], axis=0)
    )
    for m, move in enumerate(tables.moves):
        if move.seat == seat and move.vow >= 0:
            broken = (state.vow[:, seat, 0] == m) & (levels[:, move.vow] < state.vow[:, seat, 1])
            total += np.where(broken, move.cost, 0)
    return total


def appraise(tables: Tables, state: State, seat: int, type_: TypeIndex, offer: I32) -> Appraisal:
    """An offer as the principal of `seat` with the given type sees it.

    Args:
        type_: a type's number, `tables.mean` for the analysts' mean, or int8[B].
        offer: int32[B,4] of half 0, half 1, plan, people (-1: the level's own number).
    """
    given, got = given_and_got(tables, state, seat, type_, seat, offer)
    received = discounted(tables, state, seat, got)
    keep = tables.plans.keep[:, seat].take(offer[:, 2]).astype(np.int64)
    exposure = exposure_cost(tables, state, seat, offer)
    audience = broken_vow(tables, state, seat, offer)
    outside = forgone(tables, state, seat)
    gross = keep * received // 1000 + given - exposure - audience
    people = people_of(tables, state, offer)
    return Appraisal(gross - outside, gross, given, got, received, exposure, outside, audience, people)


def ratifier_change(tables: Tables, state: State, actor: int, offer: I32) -> I64:
    """D: a ratifier's change in value by an offer, with its side's trust. int64[B]."""
    side = int(tables.actor_side[actor])
    given, got = given_and_got(tables, state, actor, 0, side, offer)
    return given + discounted(tables, state, side, got) + state.paid[:, actor]
