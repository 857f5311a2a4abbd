"""Execution: what lapses or becomes law, and what seats do about what they owe (docs/rules.md 4.5)."""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import I8, I64, Bool
from game.foundation.purposes import Purpose
from game.rules.actions import Action, Kind
from game.rules.chance import choose, roll
from game.rules.happenings import Happening, What
from game.rules.home import hold_up
from game.rules.ledger import (
    cancel_owed,
    come_into_force,
    exile_share,
    free,
    move_row,
    note,
    shift_trust,
    wind_down,
    withdraw,
)
from game.rules.mediation import cancel_with, in_escrow
from game.rules.spoilers import spoil
from game.rules.state import Draft
from game.rules.tables import Tables


def open_execution(tables: Tables, draft: Draft) -> None:
    """What time alone brings (lapses, ends of wind-downs, laws in force), then the seats' shocks."""
    spoil(tables, draft)
    going, turn, issues = draft.ended == 0, draft.clock.turn, tables.issues
    for i in np.flatnonzero(issues.owner >= 0):
        lapsing = going & (draft.expires[:, i] <= turn)
        if lapsing.any():
            wind_down(tables, draft, int(i), lapsing, What.LAPSED)
        wound_up = going & (draft.wind_until[:, i] <= turn) & (draft.wound[:, i] > 0)
        if wound_up.any():
            draft.write("wound")[wound_up, i] = 0
            note(draft, What.WIND_DOWN_ENDED, int(issues.owner[i]), int(i))
        enacted = going & (draft.enacting[:, i] > 0) & (draft.enact_turn[:, i] <= turn)
        if enacted.any():
            come_into_force(tables, draft, int(i), draft.enacting[:, i].copy(), enacted)
    words = roll(tables, draft.key, turn, Purpose.SHOCK, 2)
    shock = draft.write("shock")
    for seat in (0, 1):
        shock[:, seat] = np.where(going, choose(words[:, seat], tables.sides[seat].shocks), shock[:, seat])


def decide(tables: Tables, draft: Draft, action: Action) -> None:
    """The present seat honours, delays or breaches what it owes this turn."""
    seat, kind = draft.clock.seat, action.kind
    together = in_escrow(tables, draft)
    honours = kind == Kind.HONOUR
    kept = hold_up(tables, draft, seat, honours)
    _move_along(tables, draft, (1 - seat,), kept & together)
    honours = honours & ~kept
    if (honours & ~together).any():
        _honour(tables, draft, seat, honours & ~together)
    if (honours & together).any():
        _hand_over(tables, draft, seat, honours & together)
    delays = kind == Kind.DELAY
    if delays.any():
        _delay(tables, draft, seat, delays)
        _move_along(tables, draft, (1 - seat,), delays & together)
    breaches = kind == Kind.BREACH
    if breaches.any():
        _breach(tables, draft, seat, breaches)
        cancel_with(tables, draft, seat, breaches)


def _hand_over(tables: Tables, draft: Draft, seat: int, who: Bool) -> None:
    """A seat honours what is in escrow: the first puts its part in, with the second all is carried out."""
    second = who & (draft.deposited == 1 - seat)
    first = who & ~second
    if first.any():
        draft.write("deposited")[first] = seat
        if first[0]:
            note(draft, What.DEPOSITED, seat)
    if not second.any():
        return
    waits = second & ~_can_be_freed(tables, draft)
    if waits.any():
        _move_along(tables, draft, (0, 1), waits)
    goes = second & ~waits
    if goes.any():
        for each in (1 - seat, seat):
            _honour(tables, draft, each, goes, reviewed=True)


def _can_be_freed(tables: Tables, draft: Draft) -> Bool:
    """Whether the people due in this turn's row, if any, would be received and their lists match. bool[B]."""
    issues, row = tables.issues, draft.clock.turn % tables.rows
    people = np.minimum(draft.owed_people[:, row], draft.held)
    received = matched = np.ones(draft.games, np.bool_)
    if issues.terms >= 0:
        terms = np.maximum(draft.level[:, issues.terms], draft.enacting[:, issues.terms])
        share = issues.exile.take(np.maximum(terms, draft.owed[:, row, issues.terms]))
        received = _door_open(tables, draft) | (share == 0)
    if issues.verification >= 0:
        matched = _lists_match(tables, draft)
    if draft.record is not None and people[0] and not (received[0] and matched[0]):
        owner = int(issues.owner[issues.people])
        note(draft, What.NOT_MATCHED if received[0] else What.NOT_RECEIVED, owner, amount=int(people[0]))
    found: Bool = (people <= 0) | (received & matched)
    return found


def _move_along(tables: Tables, draft: Draft, seats: tuple[int, ...], who: Bool) -> None:
    """What is in escrow in these games is due a turn later, for these seats."""
    if not who.any():
        return
    for seat in seats:
        move_row(tables, draft, seat, who)
    draft.write("escrow")[who, (draft.clock.turn + 1) % tables.rows] = True


def respond(tables: Tables, draft: Draft, action: Action) -> None:
    """The present seat answers a breach."""
    seat, who = draft.clock.seat, action.kind == Kind.SNAP_BACK
    note_if = What.SNAPPED_BACK if who[0] else What.LET_PASS
    if action.kind[0] != Kind.NONE:
        note(draft, note_if, seat)
    if who.any():
        withdraw(tables, draft, seat, who)
        cancel_owed(tables, draft, seat, who)
        cancel_with(tables, draft, seat, who)
        draft.write("snapped")[who, seat] += 1
        shift_trust(draft, 1 - seat, -tables.trust.snap, who)


def close_row(tables: Tables, draft: Draft) -> None:
    """Nothing stays due in the turn that ends; a game that has ended stays as it is, also in a batch."""
    row, going = draft.clock.turn % tables.rows, draft.ended == 0
    if draft.owed[:, row].any() or draft.owed_people[:, row].any():
        draft.write("owed")[going, row] = 0
        draft.write("owed_people")[going, row] = 0
    if draft.escrow[:, row].any():
        draft.write("escrow")[going, row] = False


def _owns_people(tables: Tables, seat: int) -> bool:
    return tables.issues.people >= 0 and int(tables.issues.owner[tables.issues.people]) == seat


def _honour(tables: Tables, draft: Draft, seat: int, who: Bool, *, reviewed: bool = False) -> None:
    draft.write("payoff")[:, seat] -= np.where(who, draft.shock[:, seat].astype(np.int64) * 1000, 0)
    draft.write("honoured")[who, seat] += 1
    draft.write("late")[who, seat] = 0
    place = len(draft.record) if draft.record is not None else 0
    held_before = draft.held.astype(np.int64)
    size, levels_due = _perform_levels(tables, draft, seat, who)
    gain_factor = np.full(draft.games, 1000, np.int64)
    freed = np.zeros(draft.games, np.int64)
    if _owns_people(tables, seat):
        freed, counted = _perform_release(tables, draft, seat, who, reviewed)
        size = size + tables.issues.people_leverage * counted // np.maximum(held_before, 1)
        if tables.issues.verification >= 0:
            credit = tables.issues.credit.take(draft.level[:, tables.issues.verification]).astype(np.int64)
            gain_factor = np.where(freed > 0, credit, 1000)
    full = tables.trust.full
    gain = 1 + (tables.trust.honour - 1) * np.minimum(size, full) // full
    gain = (gain * gain_factor + 999) // 1000
    if draft.record is not None:
        draft.record.insert(place, Happening(What.HONOURED, draft.clock.turn, seat))
    shift_trust(draft, 1 - seat, gain, who & (levels_due | (freed > 0)))


def _perform_levels(tables: Tables, draft: Draft, seat: int, who: Bool) -> tuple[I64, Bool]:
    """Announce or enact every level due. Returns the step's size, per mille, and whether any was due."""
    issues, turn = tables.issues, draft.clock.turn
    row = turn % tables.rows
    size, any_due = np.zeros(draft.games, np.int64), np.zeros(draft.games, np.bool_)
    due_levels = draft.owed[:, row].copy()
    lags = _lags(tables, draft, seat, who, due_levels)
    for i in np.flatnonzero(issues.owner == seat):
        due = who & (due_levels[:, i] > 0)
        if not due.any():
            continue
        any_due |= due
        step = issues.leverage[i].take(due_levels[:, i]) - issues.leverage[i].take(draft.level[:, i])
        size += np.where(due, np.maximum(step, 0), 0)
        lag = lags.get(int(i), np.zeros(draft.games, np.int64))
        later = due & (lag > 0)
        if later.any():
            enacting = draft.write("enacting")
            enacting[:, i] = np.where(later, np.maximum(enacting[:, i], due_levels[:, i]), enacting[:, i])
            draft.write("enact_turn")[later, i] = turn + lag[later]
            note(draft, What.ANNOUNCED, seat, int(i), int(due_levels[0, i]))
        at_once = due & (lag == 0)
        if at_once.any():
            come_into_force(tables, draft, int(i), due_levels[:, i], at_once)
    draft.write("owed")[np.ix_(who, np.array([row]), issues.owner == seat)] = 0
    return size, any_due


def _lags(tables: Tables, draft: Draft, seat: int, who: Bool, due: I8) -> dict[int, I64]:
    """Turns from announcement to law, for the issues that lag; drawn only for games in which one is due."""
    issues = tables.issues
    late = [int(i) for i in np.flatnonzero(issues.owner == seat) if issues.lag[i]]
    games = np.flatnonzero(who & (due[:, late] > 0).any(axis=1)) if late else np.zeros(0, np.intp)
    if not len(games):
        return {}
    words = roll(tables, draft.key[games], draft.clock.turn, Purpose.LAG, max(late) + 1)
    found = {i: np.zeros(draft.games, np.int64) for i in late}
    for i, lag in found.items():
        lag[games] = choose(words[:, i], issues.lag[i])
    return found


def _perform_release(tables: Tables, draft: Draft, seat: int, who: Bool, reviewed: bool) -> tuple[I64, I64]:
    """Free the people due, if a third state takes them in and the lists match.

    Returns: how many, and of them those whom a monitor counts. int64[B] each.
    """
    turn = draft.clock.turn
    row, following = turn % tables.rows, (turn + 1) % tables.rows
    people = np.where(who, np.minimum(draft.owed_people[:, row], draft.held), 0).astype(np.int64)
    if not people.any():
        draft.write("owed_people")[who, row] = 0
        return people, people
    received = matched = np.ones(draft.games, np.bool_)
    if not reviewed:
        received = _door_open(tables, draft) | (exile_share(tables, draft) == 0)
        matched = _lists_match(tables, draft)
    goes = who & (people > 0) & received & matched
    waits = who & (people > 0) & ~goes
    owed = draft.write("owed_people")
    owed[:, following] += np.where(waits, owed[:, row], 0)
    owed[who, row] = 0
    if draft.record is not None and waits[0]:
        note(draft, What.NOT_MATCHED if received[0] else What.NOT_RECEIVED, seat, amount=int(people[0]))
    counted = free(tables, draft, people, goes)
    return np.where(goes, people, 0), counted


def _door_open(tables: Tables, draft: Draft) -> Bool:
    """Whether a third state takes in who must leave, this turn. bool[B]."""
    place = tables.issues.reception
    if place < 0:
        return np.ones(draft.games, np.bool_)
    words = roll(tables, draft.key, draft.clock.turn, Purpose.RECEPTION)[:, 0]
    return words < tables.issues.accept.take(draft.level[:, place])


def _lists_match(tables: Tables, draft: Draft) -> Bool:
    """Whether the lists of those to be freed agree, this turn. bool[B]."""
    place = tables.issues.verification
    if place < 0:
        return np.ones(draft.games, np.bool_)
    words = roll(tables, draft.key, draft.clock.turn, Purpose.MISMATCH)[:, 0]
    return ~(words < tables.issues.mismatch.take(draft.level[:, place]))


def _delay(tables: Tables, draft: Draft, seat: int, who: Bool) -> None:
    move_row(tables, draft, seat, who)
    draft.write("late")[who, seat] += 1
    draft.write("delayed")[who, seat] += 1
    note(draft, What.DELAYED, seat)
    shift_trust(draft, 1 - seat, -tables.trust.delay, who)


def _breach(tables: Tables, draft: Draft, seat: int, who: Bool) -> None:
    note(draft, What.BREACHED, seat)
    cancel_owed(tables, draft, seat, who)
    draft.write("breached")[who, seat] += 1
    draft.write("broke")[who, seat] = 1
    draft.write("late")[who, seat] = 0
    shift_trust(draft, 1 - seat, -tables.trust.breach, who)
