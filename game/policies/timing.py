"""What offers are worth to the end of the game: when what is promised arrives, and what else might have come.

Giving first costs months of having it; steps are averaged, and that an announced measure may become law
later is left out. An agreement also forgoes the outside option that is still to be hoped for: its mean
over imagined games in which nobody agrees. Both assumed, decision 041.
"""

from __future__ import annotations

import numpy as np

from game.bargaining.worth import released, worth_of_half
from game.foundation.arrays import I32, I64
from game.foundation.draws import game_keys
from game.policies.appraiser import Appraiser
from game.policies.situation import Situation
from game.rules.actions import Kind, no_action
from game.rules.play import apply, asked, start
from game.rules.state import Phase
from game.rules.tables import Tables
from game.rules.valuation import outside_value

_GAMES = 64  # imagined to learn what the outside option may become


class Timing:
    """What offers are worth to the end of the game."""

    def __init__(self, appraiser: Appraiser) -> None:
        self._appraiser = appraiser
        self._left = _left(appraiser.tables)
        self._forgone = _forgone(appraiser.tables, appraiser.seat)

    def worth(self, here: Situation, offer: I32, net: I64) -> I64:
        """An offer's net gain over the rest of the game. int64[n], micro-utils times per mille of a month.

        Args:
            offer: int32[n,4].
            net: int64[n], net gain a month once all is in force (`Appraiser.net`).
        """
        appraiser, seat = self._appraiser, self._appraiser.seat
        half, tables = appraiser.halves[seat], appraiser.tables
        people = released(tables, half, here.at, offer[:, seat], offer[:, 3])
        given = worth_of_half(half, here.at, offer[:, seat], here.kind, people)
        left = self._left[here.state.clock.turn].take(offer[:, 2], axis=0)
        gross = net + here.outside
        worth: I64 = gross * left[:, 1 - seat] + given * (left[:, seat] - left[:, 1 - seat])
        return worth - self.forgone(here)

    def forgone(self, here: Situation) -> I64:
        """What an agreement gives up: the outside option as it is, or as it may still become. int64[n]."""
        turn = here.state.clock.turn
        now, hoped = here.outside * int(self._appraiser.tables.remaining[turn]), self._forgone[turn]
        first = here.state.agreements.take(here.games) == 0
        return np.where(first, np.maximum(now, hoped), now)


def _forgone(tables: Tables, seat: int) -> I64:
    """The mean of the outside option from each turn on, if nobody agrees. int64[T]."""
    state = start(tables, game_keys(0, np.arange(_GAMES)))
    by_turn = np.zeros(tables.turns, np.int64)
    while state.clock.phase is not Phase.OVER and asked(tables, state).any():
        turn = state.clock.turn
        going = np.where(state.ended == 0, outside_value(tables, state, seat), 0)
        by_turn[turn] = int(going.sum()) // _GAMES * int(tables.weight[turn])
        action = no_action(state.games)
        action.kind[asked(tables, state)] = Kind.HOLD
        state = apply(tables, state, action)
    forgone: I64 = by_turn[::-1].cumsum()[::-1]
    return forgone


def _left(tables: Tables) -> I64:
    """Weight of what is left when a plan's half has arrived, on average over its steps. int64[T,plans,2]."""
    turns, plans = tables.turns, len(tables.plans.phi)
    left = np.zeros((turns, plans, 2), np.int64)
    for turn in range(turns):
        for plan in range(plans):
            for seat in (0, 1):
                steps, delay = int(tables.plans.steps[plan, seat]), int(tables.plans.delay[plan, seat])
                when = np.minimum(turn + delay + np.arange(steps), turns)
                left[turn, plan, seat] = int(tables.remaining.take(when).sum()) // steps
    return left
