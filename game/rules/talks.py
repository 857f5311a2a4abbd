"""One ply of talks: a side move, then a table move (docs/rules.md 4.2)."""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import Bool
from game.foundation.purposes import Purpose
from game.rules.account import settle
from game.rules.actions import Action, Kind
from game.rules.chance import roll
from game.rules.effects import apply_effects
from game.rules.happenings import Happening, What
from game.rules.ledger import free, note, work_out_base
from game.rules.state import Draft
from game.rules.tables import Tables

CERTAIN = 2**32


def side_moves(tables: Tables, draft: Draft, action: Action) -> None:
    """Make the side moves of a ply."""
    for m in np.unique(action.move[action.move >= 0]):
        _side_move(tables, draft, int(m), action, action.move == m)


def _side_move(tables: Tables, draft: Draft, number: int, action: Action, who: Bool) -> None:
    move, seat, turn = tables.moves[number], draft.clock.seat, draft.clock.turn
    draft.write("moved")[who, number] = turn
    if move.vow >= 0:
        draft.write("vow")[who, seat, 0] = number
        draft.write("vow")[who, seat, 1] = action.amount[who]
    else:
        draft.write("payoff")[who, seat] -= move.cost * 1000
    works = who
    if move.chance < CERTAIN:
        words = roll(tables, draft.key, turn, Purpose.MOVE, tables.plies, number)
        works = who & (words[:, draft.clock.slot] < np.uint64(move.chance))
    if draft.record is not None:
        note(draft, What.MOVED if works[0] else What.MOVE_FAILED, seat, number, int(action.amount[0]))
    if move.people:
        free(tables, draft, action.amount.astype(np.int64), works)
    apply_effects(tables, draft, move.effects, works)
    work_out_base(tables, draft, works)


def table_moves(tables: Tables, draft: Draft, action: Action) -> None:
    """Make the table moves of a ply."""
    seat, kind = draft.clock.seat, action.kind
    offers, accepts = kind == Kind.OFFER, kind == Kind.ACCEPT
    if offers.any():
        terms = np.stack([action.half0, action.half1, action.plan.astype(np.int32), action.people], axis=1)
        draft.write("offer")[offers, seat] = terms[offers]
    if accepts.any():
        draft.write("signed")[accepts] = draft.offer[accepts, 1 - seat]
    _note_table_move(draft, action)
    leaves = accepts | (kind == Kind.WALK_OUT)
    if leaves.any():
        draft.write("talking")[leaves] = False
        draft.write("offer")[leaves] = -1
    breaks = kind == Kind.BREAK_OFF
    if breaks.any():
        _break_off(tables, draft, breaks)


def _break_off(tables: Tables, draft: Draft, who: Bool) -> None:
    settle(tables, draft, who, draft.clock.turn)
    draft.write("ended")[who] = 2 + draft.clock.seat
    draft.write("end_turn")[who] = draft.clock.turn
    draft.write("talking")[who] = False
    note(draft, What.ENDED, index=2 + draft.clock.seat)


_SAID = {
    Kind.OFFER: What.OFFERED,
    Kind.ACCEPT: What.ACCEPTED,
    Kind.HOLD: What.HELD,
    Kind.WALK_OUT: What.WALKED_OUT,
    Kind.BREAK_OFF: What.BROKE_OFF,
}


def _note_table_move(draft: Draft, action: Action) -> None:
    if draft.record is None:
        return
    kind, seat = Kind(int(action.kind[0])), draft.clock.seat
    offer = None
    if kind in (Kind.OFFER, Kind.ACCEPT):
        h0, h1, plan, people = (int(n) for n in draft.offer[0, seat if kind is Kind.OFFER else 1 - seat])
        offer = (h0, h1, plan, people)
    draft.record.append(Happening(_SAID[kind], draft.clock.turn, seat, offer=offer))
