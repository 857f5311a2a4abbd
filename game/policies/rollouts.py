"""Games played to their end in the mind: what would come of an action, in worlds that a seat can believe in.

Source: Tesauro & Galperin 1996, "On-line policy improvement using Monte-Carlo search"; worlds drawn from
what is hidden: Ginsberg 2001, "GIB: imperfect information in a computationally challenging game". Known
weakness: it plans as if all would be seen later (Frank & Basin 1998, "strategy fusion").
"""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import I64
from game.information.brief import Brief
from game.information.observe import observe
from game.policies.tempos import Paced, Which
from game.policies.thinking import Thinking
from game.rules.actions import Action
from game.rules.play import apply, asked
from game.rules.state import Phase, State


class Rollouts:
    """Plays on for one seat, with what it knows.

    Args:
        brief: the seat's own. The other seat is imagined with the same knowledge of the scenario, less its
            own ratifiers, moods and floor, which are not known.
    """

    def __init__(self, brief: Brief) -> None:
        self._tables, self._seat = brief.tables, brief.seat
        briefs = (Brief(0, brief.tables), Brief(1, brief.tables))
        self._briefs = briefs
        self._seats = (Paced(briefs[0]), Paced(briefs[1]))

    def payoffs(self, state: State, first: Action, paces: tuple[Which, Which], thinking: Thinking) -> I64:
        """The seat's payoff at the end of each game, after a first action of its own.

        Args:
            state: N believed games, from `resample`.
            first: the action that is tried in each.
            paces: intp[N], the tempo that seat 0 and seat 1 follow from then on.

        Returns: int64[N], micro-utils times per mille of a month.
        """
        tables, turns = self._tables, self._tables.turns
        for player, pace in zip(self._seats, paces, strict=True):
            player.pace = pace
        key = np.zeros(state.games, np.uint64)
        begun = state.clock.turn
        state = apply(tables, state, first)
        while state.clock.phase is not Phase.OVER and asked(tables, state).any():
            thinking.pause(state.clock.turn - begun, turns - begun)
            seat = state.clock.seat
            action = self._seats[seat](self._briefs[seat], observe(tables, state, seat), key)
            state = apply(tables, state, action)
        payoff: I64 = state.payoff[:, self._seat]
        return payoff
