"""A mediator: plans that need one, and halves held in escrow (docs/rules.md 4.2, 4.5).

Source: escrow as in the Algiers accords of 1981 and the Qatari accounts of 2023; form assumed, decision 007.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import Bool
from game.rules.conditions import holds
from game.rules.ledger import cancel_owed, owes
from game.rules.state import Draft, State
from game.rules.tables import Tables

Games = NDArray[np.intp]


def plan_open(tables: Tables, state: State, plan: NDArray[np.integer], games: Games | None = None) -> Bool:
    """Whether each plan's mediator, if it needs one, is willing. bool[n].

    Args:
        plan: [n]; numbers of no plan count as open.
        games: intp[n], the game each is asked about in; all games in their order unless given.
    """
    found = np.ones(len(plan), np.bool_)
    for mediation in tables.politics.mediations:
        if mediation.when:
            willing = holds(tables, state, mediation.when)
            found &= (plan != mediation.plan) | (willing if games is None else willing.take(games))
    return found


def has_escrow(tables: Tables) -> bool:
    """Whether any plan holds both halves in escrow."""
    return any(mediation.escrow for mediation in tables.politics.mediations)


def is_escrow(tables: Tables, plan: int) -> bool:
    """Whether a plan holds both halves in escrow."""
    return any(mediation.escrow for mediation in tables.politics.mediations if mediation.plan == plan)


def in_escrow(tables: Tables, state: State) -> Bool:
    """Whether what is due this turn is in escrow: both seats owe something in it. bool[B]."""
    if not has_escrow(tables):
        return np.zeros(state.games, np.bool_)
    both = owes(tables, state, 0) & owes(tables, state, 1)
    found: Bool = state.escrow[:, state.clock.turn % tables.rows] & both
    return found


def cancel_with(tables: Tables, draft: Draft, seat: int, who: Bool) -> None:
    """What the other seat has in escrow goes back to it where a seat's own obligations are cancelled."""
    if not draft.escrow.any():
        return
    for row in range(tables.rows):
        returned = who & draft.escrow[:, row]
        if returned.any():
            cancel_owed(tables, draft, 1 - seat, returned, (row,))
