"""Ratification of a signed offer, and the obligations it leaves (docs/rules.md 4.4)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I8, I32, I64, Bool
from game.foundation.draws import below
from game.foundation.purposes import Purpose
from game.rules.chance import Lanes
from game.rules.effects import shift_mood
from game.rules.happenings import Happening, What
from game.rules.home import pay_promises
from game.rules.ledger import shift_trust
from game.rules.mediation import is_escrow
from game.rules.patrons import passed_over
from game.rules.red_lines import crossed
from game.rules.state import Draft, State, take
from game.rules.tables import Tables
from game.rules.valuation import appraise, people_of, promised_levels, ratifier_change

Games = NDArray[np.intp]


def ratifiers(tables: Tables, side: int) -> NDArray[np.intp]:
    """The actors other than the principal who vote on a side."""
    own = tables.actor_side == side
    own[:2] = False
    return np.flatnonzero(own & ((tables.votes > 0) | tables.veto))


def votes(tables: Tables, state: State, side: int, offer: I32, day: I64) -> I8:
    """How a side's ratifiers vote: 1 yes, -1 no, 0 for all others.

    Args:
        offer: int32[B,4].
        day: int64[B,A], the mood of the day, -1 to 1.

    Returns: int8[B,A].
    """
    cast = np.zeros((state.games, len(tables.votes)), np.int8)
    unit = tables.sides[side].mood_unit
    for actor in ratifiers(tables, side):
        change = ratifier_change(tables, state, int(actor), offer)
        feeling = (state.mood[:, actor].astype(np.int64) + day[:, actor]) * unit
        yes = change + feeling >= -int(tables.tolerance[actor])
        cast[:, actor] = np.where(yes & ~crossed(tables, state, int(actor), offer), 1, -1)
    return cast


def carried(tables: Tables, side: int, cast: I8) -> Bool:
    """Whether the ratifiers' votes suffice: quorum reached and no veto player against. bool[B]."""
    mine = ratifiers(tables, side)
    yes = cast[:, mine] == 1
    enough = (yes * tables.votes[mine]).sum(axis=1) >= tables.sides[side].quorum
    allowed: Bool = enough & yes[:, tables.veto[mine]].all(axis=1)
    return allowed


def mood_of_the_day(tables: Tables, state: State) -> I64:
    """What every ratifier's mood is shifted by in this turn's vote: int64[B,A], -1 to 1; 0 for all others."""
    words = Lanes(tables, state.key, state.clock.turn, Purpose.VOTE)
    shift = np.zeros((len(tables.votes), state.games), np.int64)
    for actor in (*ratifiers(tables, 0).tolist(), *ratifiers(tables, 1).tolist()):
        shift[actor] = below(words.lane(actor), 3) - 1
    return shift.T


@dataclass(frozen=True)
class _Vote:
    cast: I8
    passed: Bool


def _vote(tables: Tables, state: State, side: int, day: I64) -> _Vote:
    offer = state.signed
    cast = votes(tables, state, side, offer, day)
    net = appraise(tables, state, side, state.type[:, side], offer).net
    approves = (net >= state.floor[:, side]) & ~crossed(tables, state, side, offer)
    passed = approves & carried(tables, side, cast)
    cast[:, side] = np.where(approves, 1, -1)
    verdict = tables.forced.verdicts.get((state.clock.turn, side))
    if verdict is not None:
        passed = np.full(state.games, verdict)
    return _Vote(cast, passed)


def ratify(tables: Tables, draft: Draft) -> None:
    """Put every signed offer to both sides."""
    games = np.flatnonzero((draft.ended == 0) & (draft.signed[:, 2] >= 0))
    if not len(games):
        return
    state = take(draft, games)
    day = mood_of_the_day(tables, state)
    sides = [_vote(tables, state, side, day) for side in (0, 1)]
    verdict, vote = draft.write("verdict"), draft.write("vote")
    for side in (0, 1):
        verdict[games, side] = np.where(sides[side].passed, 1, -1)
    vote[games] = sides[0].cast + sides[1].cast
    both = sides[0].passed & sides[1].passed
    _note(tables, draft, state, both)
    if both.any():
        _conclude(tables, draft, games[both], take(state, np.flatnonzero(both)))
    if not both.all():
        _fail(tables, draft, games[~both], take(state, np.flatnonzero(~both)))


def _note(tables: Tables, draft: Draft, state: State, both: Bool) -> None:
    if draft.record is None:
        return
    h0, h1, plan, people = (int(n) for n in state.signed[0])
    offer, turn = (h0, h1, plan, people), state.clock.turn
    for actor in np.flatnonzero(draft.vote[0]):
        side = int(tables.actor_side[actor])
        draft.record.append(Happening(What.VOTED, turn, side, int(actor), int(draft.vote[0, actor]), offer))
    if both[0]:
        count = int(people_of(tables, state, state.signed)[0])
        draft.record.append(Happening(What.RATIFIED, turn, amount=count, offer=offer))
    for side in (0, 1):
        if draft.verdict[0, side] < 0:
            draft.record.append(Happening(What.REFUSED, turn, side, offer=offer))


def _fail(tables: Tables, draft: Draft, games: Games, state: State) -> None:
    turn = draft.clock.turn
    for side in (0, 1):
        failing = np.zeros(draft.games, np.bool_)
        failing[games] = draft.verdict[games, side] < 0
        shift_trust(draft, 1 - side, -tables.trust.failed, failing)
    draft.write("barred")[games, turn % 2] = state.signed[:, :2]
    draft.write("barred_turn")[games, turn % 2] = turn


def _conclude(tables: Tables, draft: Draft, games: Games, state: State) -> None:
    pay_promises(tables, draft, games)
    passed_over(draft, games)
    people = people_of(tables, state, state.signed)
    first = games[state.agreements == 0]
    draft.write("first_turn")[first] = draft.clock.turn
    draft.write("first_people")[first] = people[state.agreements == 0]
    draft.write("last_turn")[games] = draft.clock.turn
    draft.write("last_people")[games] = people
    draft.write("agreements")[games] += 1
    _answer_vows(tables, draft, games, state)
    _enter_obligations(tables, draft, games, state, people)


def _answer_vows(tables: Tables, draft: Draft, games: Games, state: State) -> None:
    levels = np.maximum(
        tables.halves[0].take(state.signed[:, 0], axis=0), tables.halves[1].take(state.signed[:, 1], axis=0)
    )
    left = int(tables.remaining[draft.clock.turn])
    for m, move in enumerate(tables.moves):
        vowed = state.vow[:, move.seat, 0] == m
        if move.vow < 0 or not vowed.any():
            continue
        kept = levels[:, move.vow] >= state.vow[:, move.seat, 1]
        draft.write("payoff")[games[vowed & ~kept], move.seat] -= move.cost * left
        for outcome, by in ((kept, 1), (~kept, -1)):
            who = np.zeros(draft.games, np.bool_)
            who[games[vowed & outcome]] = True
            for actor in ratifiers(tables, move.seat):
                shift_mood(draft, int(actor), by, who)
        draft.write("vow")[games[vowed], move.seat] = -1


@dataclass(frozen=True)
class _Deal:
    """Agreements under one plan: levels promised over the base, and people, in the games named."""

    games: Games
    base: I64
    reached: I64
    above: Bool
    people: I64


def _enter_obligations(tables: Tables, draft: Draft, games: Games, state: State, people: I64) -> None:
    reached, above = promised_levels(tables, state, state.signed)
    for plan in np.unique(state.signed[:, 2]):
        of = np.flatnonzero(state.signed[:, 2] == plan)
        deal = _Deal(
            games[of], state.base[of].astype(np.int64), reached[of].astype(np.int64), above[of], people[of]
        )
        for seat in (0, 1):
            _enter_half(tables, draft, deal, int(plan), seat)
        if is_escrow(tables, int(plan)):
            for j in range(int(tables.plans.steps[plan, 0])):
                row = (draft.clock.turn + int(tables.plans.delay[plan, 0]) + j) % tables.rows
                draft.write("escrow")[deal.games, row] = True


def _enter_half(tables: Tables, draft: Draft, deal: _Deal, plan: int, seat: int) -> None:
    """Obligations of one seat under one plan: `steps` parts, one a turn, after the plan's delay."""
    steps, delay = int(tables.plans.steps[plan, seat]), int(tables.plans.delay[plan, seat])
    owed, owed_people = draft.write("owed"), draft.write("owed_people")
    people, issue = deal.people, tables.issues.people
    own = [
        int(i) for i in np.flatnonzero(tables.issues.owner == seat) if i != issue and deal.above[:, i].any()
    ]
    before = deal.base
    for j in range(steps):
        row = (draft.clock.turn + delay + j) % tables.rows
        stage = deal.base + (deal.reached - deal.base) * (j + 1) // steps
        for i in own:
            due = deal.above[:, i] & (stage[:, i] > before[:, i])
            owed[deal.games, row, i] = np.maximum(owed[deal.games, row, i], np.where(due, stage[:, i], 0))
        before = stage
        if issue >= 0 and tables.issues.owner[issue] == seat:
            owed_people[deal.games, row] += (people * (j + 1) // steps - people * j // steps).astype(np.int32)
