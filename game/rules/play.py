"""The game: `start`, `apply`, and what may be done in between; the same for one game and for many."""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import U64
from game.foundation.draws import below
from game.foundation.errors import IllegalAction
from game.foundation.purposes import Purpose
from game.rules.actions import Action, Kind
from game.rules.blank import blank_state
from game.rules.chance import roll
from game.rules.drift import close_turn
from game.rules.execution import decide, open_execution, respond
from game.rules.happenings import Happening
from game.rules.legality import Legal, asked, is_legal, legal
from game.rules.news import open_turn
from game.rules.ratification import ratify
from game.rules.reasons import why_not
from game.rules.state import Clock, Draft, Phase, State, draft_of
from game.rules.tables import Tables
from game.rules.talks import side_moves, table_moves

__all__ = ["Legal", "apply", "asked", "is_legal", "legal", "start"]


def start(tables: Tables, key: U64, record: list[Happening] | None = None) -> State:
    """New games, standing at the first slot in which anything is asked.

    Args:
        key: uint64[B], from `game_keys`.
        record: with one game, receives what happens.
    """
    draft = draft_of(blank_state(tables, key), record)
    _deal(tables, draft)
    draft.stand(_clock(tables, 0, 0))
    open_turn(tables, draft)
    if not asked(tables, draft).any():
        _run_on(tables, draft)
    return draft.finish()


def apply(tables: Tables, state: State, action: Action, record: list[Happening] | None = None) -> State:
    """The state after one action in every game that is asked, run on to the next slot that asks any game.

    Raises:
        IllegalAction: for the first game whose action is not allowed now; nothing has changed then.
    """
    allowed = is_legal(tables, state, action)
    if not allowed.all():
        raise _refusal(tables, state, action, int(np.argmin(allowed)))
    draft = draft_of(state, record)
    match state.clock.phase:
        case Phase.TALK:
            side_moves(tables, draft, action)
            table_moves(tables, draft, action)
        case Phase.HONOUR:
            decide(tables, draft, action)
        case Phase.RESPOND:
            respond(tables, draft, action)
    _run_on(tables, draft)
    return draft.finish()


def _refusal(tables: Tables, state: State, action: Action, game: int) -> IllegalAction:
    kind = int(action.kind[game])
    name = Kind(kind).name.lower() if kind in set(Kind) else str(kind)
    reason = why_not(tables, state, action, game)
    return IllegalAction(game, state.clock.turn + 1, str(state.clock.seat), name, reason)


def _deal(tables: Tables, draft: Draft) -> None:
    """Draw the seats' hidden types and floors."""
    kinds, floors = draft.write("type"), draft.write("floor")
    type_words = roll(tables, draft.key, 0, Purpose.TYPE, 2)
    floor_words = roll(tables, draft.key, 0, Purpose.FLOOR, 2)
    for seat, side in enumerate(tables.sides):
        reached = np.cumsum(side.prior)
        kinds[:, seat] = (below(type_words[:, seat], 1_000_000)[:, None] >= reached[None, :]).sum(axis=1)
        floors[:, seat] = side.floor_low + below(floor_words[:, seat], side.floor_high - side.floor_low + 1)


def _clock(tables: Tables, turn: int, slot: int) -> Clock:
    """The clock at a slot: plies of talk, then two slots to honour and two to respond."""
    opens = (tables.first + turn) % 2
    if slot < tables.plies:
        return Clock(turn, slot, Phase.TALK, (opens + slot) % 2)
    later = slot - tables.plies
    return Clock(turn, slot, Phase.HONOUR if later < 2 else Phase.RESPOND, (opens + later) % 2)


def _run_on(tables: Tables, draft: Draft) -> None:
    """Go on, through the phases that run by themselves, to the next slot in which any game is asked."""
    while True:
        turn, slot = draft.clock.turn, draft.clock.slot + 1
        if not (draft.ended == 0).any():
            draft.stand(Clock(turn, draft.clock.slot, Phase.OVER, draft.clock.seat))
            return
        if slot == tables.plies:
            ratify(tables, draft)
            open_execution(tables, draft)
        elif slot == tables.plies + 4:
            close_turn(tables, draft)
            if not (draft.ended == 0).any():
                continue
            turn, slot = turn + 1, 0
        draft.stand(_clock(tables, turn, slot))
        if slot == 0:
            open_turn(tables, draft)
        if asked(tables, draft).any():
            return
