"""Drift and account: arrests, sentences served, moods, payoffs, endings (docs/rules.md 4.6)."""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import I64, Bool
from game.foundation.draws import below
from game.foundation.purposes import Purpose
from game.rules.account import add, settle
from game.rules.allies import members
from game.rules.chance import roll
from game.rules.conditions import holds, relief, sender
from game.rules.execution import close_row
from game.rules.happenings import What
from game.rules.ledger import note, shift_trust
from game.rules.ratification import ratifiers
from game.rules.state import Draft
from game.rules.tables import Tables

FIRST_ENDING = 4


def close_turn(tables: Tables, draft: Draft) -> None:
    """The last phase of a turn."""
    going = draft.ended == 0
    close_row(tables, draft)
    if tables.issues.people >= 0:
        _arrests(tables, draft, going)
    _moods(tables, draft, going)
    add(tables, draft, going, int(tables.weight[draft.clock.turn]))
    _endings(tables, draft, going)


def arrest_rate(tables: Tables, draft: Draft) -> I64:
    """New arrests to expect this turn before chance, in thousandths of a person. int64[B]."""
    arrests, turn = tables.arrests, draft.clock.turn
    recent = (draft.agreements > 0) & (turn - draft.last_turn <= arrests.recent)
    rate = arrests.base + arrests.per_relief * relief(tables, draft) // 1000
    rate = np.maximum(rate + np.where(recent, arrests.after_agreement, 0), 0)
    for i in range(len(tables.issues.owner)):
        factor = tables.issues.arrests[i]
        if (factor != 1000).any():
            rate = rate * factor.take(draft.level[:, i]) // 1000
    return rate


def _arrests(tables: Tables, draft: Draft, going: Bool) -> None:
    arrests = tables.arrests
    words = roll(tables, draft.key, draft.clock.turn, Purpose.ARRESTS, 3)
    factor = arrests.spread.take(below(words[:, 0], len(arrests.spread))).astype(np.int64)
    rate = arrest_rate(tables, draft) * factor // 1000
    new = np.where(going, (rate + below(words[:, 1], 1000)) // 1000, 0)
    due = (draft.held.astype(np.int64) * arrests.served + below(words[:, 2], 1000)) // 1000
    gone = np.where(going, np.minimum(draft.held, due), 0)
    for name, change in (("held", new - gone), ("arrested", new), ("served", gone)):
        array = draft.write(name)
        array += change.astype(np.int32)
    note(draft, What.ARRESTED, index=int(gone[0]), amount=int(new[0]))
    if arrests.wave:
        wave = going & (new >= arrests.wave)
        if wave.any():
            note(draft, What.WAVE, amount=int(new[0]))
            shift_trust(draft, sender(tables), -tables.trust.wave, wave)


def _moods(tables: Tables, draft: Draft, going: Bool) -> None:
    voters = [*ratifiers(tables, 0).tolist(), *ratifiers(tables, 1).tolist(), *members(tables)]
    if not voters:
        return
    words = roll(tables, draft.key, draft.clock.turn, Purpose.MOOD, max(voters) + 1)
    mood = draft.write("mood")
    for actor in voters:
        step = below(words[:, actor], 8)
        now = mood[:, actor].astype(np.int64)
        calm = np.where((step == 2) | (step == 3), -np.sign(now), 0)
        change = np.where(step == 0, -1, np.where(step == 1, 1, calm))
        mood[:, actor] = np.where(going, np.clip(now + change, -3, 3), now)


def _endings(tables: Tables, draft: Draft, going: Bool) -> None:
    turn = draft.clock.turn
    code = np.where(going & (draft.closing > 0), FIRST_ENDING + draft.closing - 1, 0)
    for number, condition in enumerate(tables.endings):
        open_games = going & (code == 0)
        if open_games.any():
            code = np.where(open_games & holds(tables, draft, condition), FIRST_ENDING + number, code)
    called = code > 0
    if called.any():
        settle(tables, draft, called, turn + 1)
    if turn == tables.turns - 1:
        code = np.where(going & (code == 0), 1, code)
    ends = code > 0
    if ends.any():
        draft.write("ended")[ends] = code[ends]
        draft.write("end_turn")[ends] = turn
        draft.write("talking")[ends] = False
        note(draft, What.ENDED, index=int(code[0]))
