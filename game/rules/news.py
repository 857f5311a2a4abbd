"""The first phase of a turn: events, then the base that offers are measured from (docs/rules.md 4.1)."""

from __future__ import annotations

import numpy as np

from game.foundation.purposes import Purpose
from game.rules.allies import allied_votes
from game.rules.chance import Lanes
from game.rules.conditions import holds
from game.rules.effects import apply_effects
from game.rules.happenings import What
from game.rules.ledger import note, work_out_base
from game.rules.mediation import has_escrow
from game.rules.patrons import counter_offers
from game.rules.state import Draft
from game.rules.tables import Tables

CERTAIN = 2**32


def open_turn(tables: Tables, draft: Draft) -> None:
    """Begin a turn: clear what belongs to the last one, let events happen, work out the base."""
    going = draft.ended == 0
    note(draft, What.TURN)
    draft.write("talking")[:] = going
    for name, blank in (("broke", 0), ("signed", -1), ("verdict", 0), ("vote", 0)):
        draft.write(name)[going] = blank
    if has_escrow(tables):
        draft.write("deposited")[going] = -1
    _events(tables, draft)
    allied_votes(tables, draft)
    work_out_base(tables, draft, going)
    counter_offers(tables, draft)


def _events(tables: Tables, draft: Draft) -> None:
    if not tables.events:
        return
    turn, going = draft.clock.turn, draft.ended == 0
    words = Lanes(tables, draft.key, turn, Purpose.EVENT)
    for number, event in enumerate(tables.events):
        last = draft.fired[:, number]
        ready = going & ((last < 0) | (not event.once))
        if event.cooldown:
            ready &= (last < 0) | (turn - last >= event.cooldown)
        if not ready.any():
            continue
        fires = ready & holds(tables, draft, event.when)
        if event.chance < CERTAIN and fires.any():
            fires &= words.lane(number) < np.uint64(event.chance)
        if fires.any():
            draft.write("fired")[fires, number] = turn
            note(draft, What.EVENT, index=number)
            apply_effects(tables, draft, event.effects, fires)
