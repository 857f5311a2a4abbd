"""What a turn adds to the seats' payoffs (docs/rules.md 4.6)."""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import Bool
from game.rules.state import Draft
from game.rules.tables import Tables
from game.rules.valuation import outside_value, world_value


def add(tables: Tables, draft: Draft, who: Bool, weight: int) -> None:
    """Each seat's payoff grows by the weight times the value of the world in force and its outside option."""
    if not weight or not who.any():
        return
    payoff = draft.write("payoff")
    for seat in (0, 1):
        value = world_value(tables, draft, seat, draft.type[:, seat]) + outside_value(tables, draft, seat)
        payoff[:, seat] += np.where(who, weight * value, 0)


def settle(tables: Tables, draft: Draft, who: Bool, first_unpaid: int) -> None:
    """The final account of a game that ends before its horizon."""
    add(tables, draft, who, int(tables.remaining[first_unpaid]))
