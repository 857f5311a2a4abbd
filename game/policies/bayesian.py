"""A seat that learns whom it deals with, and does what is best against what it believes.

An offer is worth its net gain to the end of the game, times the chance that the other accepts it, and for
the rest what waiting is worth. Waiting is worth a fourth of the best agreement that the other would come
down to in time, as the tempos have it, each tempo as likely as the seat believes; every ply of waiting
costs a twelfth. What a tempo leaves to the seat is taken to grow in step with what it gives up. The
fourth and the twelfth are assumed, decision 041: others wait too, and talks may end.

Source: beliefs as of `beliefs`; choosing the best expected value: Raiffa 1968, "Decision Analysis".
"""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from game.foundation.arrays import I64, U64
from game.information.brief import Brief
from game.information.observe import Observation
from game.policies.beliefs import Belief
from game.policies.deliberate import KINDS, LEAVE, Deliberate, Options
from game.policies.logs import MICRO
from game.policies.schedule import Schedule, campaign_window
from game.policies.situation import Situation
from game.policies.tempos import TEMPOS
from game.rules.actions import Kind
from game.rules.state import Clock
from game.rules.tables import Tables

PARTS = 16  # shares of the span that waiting may aim at
PATIENCE = 12  # one ply of waiting costs one in so many
HOPES_KEPT = 250  # per mille of what waiting seems worth: others wait too


class Waiting:
    """What it is worth to wait for a share of the span, by tempo of the other."""

    def __init__(self, tables: Tables) -> None:
        self._plies, self._turns, self._remaining = tables.plies, tables.turns, tables.remaining
        self._arrival = np.stack([_arrivals(tables, beta, most) for beta, most in TEMPOS])

    def expected(self, here: Situation, tempos: I64) -> I64:
        """Share of the span times what is left of the game then, by the tempos as they are believed in.

        The share itself is left out: multiply by part / PARTS.

        Args:
            tempos: int64[n,tempos], millionths.

        Returns: int64[PARTS,n], per mille of a month.
        """
        state, found = here.state, np.zeros((PARTS, len(tempos)), np.int64)
        worth = self._worth(state.clock)
        begun = np.where(state.agreements > 0, state.last_turn.astype(np.int64) + 1, 0).take(here.games)
        for turn in np.unique(begun).tolist():  # the hopes of all that began together are alike
            which = np.flatnonzero(begun == turn)
            found[:, which] = (tempos[which] @ worth[:, :, turn]).T
        return found // MICRO

    def _worth(self, clock: Clock) -> I64:
        """By tempo, by share, by the turn in which the window began. int64[tempos,PARTS,turns+1]."""
        now = clock.turn * self._plies + clock.slot + 1
        when = np.maximum(self._arrival, now)
        left = self._remaining.take(np.minimum(when // self._plies, self._turns))
        plies = np.minimum(when - now, PATIENCE)
        worth: I64 = left.astype(np.int64) * (PATIENCE - plies) // PATIENCE
        return worth


def _arrivals(tables: Tables, beta: Decimal, most: int) -> I64:
    """The ply in which a tempo has given up each share, by the turn it began in. int64[PARTS,turns+1]."""
    schedule, plies = Schedule(tables, beta, campaign_window(tables)), tables.plies
    never = tables.turns * plies + PATIENCE
    arrival = np.full((PARTS, tables.turns + 1), never, np.int64)
    for begun in range(tables.turns):
        for ply in range((tables.turns - begun) * plies):
            one = np.array([begun])
            alpha = schedule.conceded(begun + ply // plies, ply % plies, one, one - 1)[0] * most // MICRO
            reached = int(alpha) * PARTS // MICRO
            arrival[:reached, begun] = np.minimum(arrival[:reached, begun], begun * plies + ply)
    return arrival


class Bayesian(Deliberate):
    """Chooses by its beliefs."""

    def __init__(self, brief: Brief, sharpness: Decimal | None = None) -> None:
        super().__init__(brief, sharpness)
        self._waiting = Waiting(brief.tables)

    def values(  # noqa: D102 - as in Deliberate
        self,
        seen: Observation,
        here: Situation,
        options: Options,
        belief: Belief,
        key: U64,  # noqa: ARG002 - others need the key
    ) -> I64:
        waiting = self._worth_of_waiting(here, options, belief)
        values = np.repeat(waiting[None, :], len(KINDS), axis=0)
        values[LEAVE] -= values[LEAVE] // PATIENCE
        questions = np.zeros(here.state.games, np.bool_)
        questions[here.games] = True
        there = self.believer.beliefs.other.survey(seen, questions)
        for place, kind in enumerate(KINDS):
            which = np.flatnonzero(options.there[place] & (options.offer[place, :, 0] >= 0))
            worth = options.worth[place, which]
            if kind is not Kind.ACCEPT:
                gains = self.believer.beliefs.other.gains(there.only(which), options.offer[place, which])
                chance = belief.only(which).accepting(gains)
                worth = waiting[which] + (worth - waiting[which]) // 1000 * chance // 1000
            values[place, which] = worth
        return values

    def _worth_of_waiting(self, here: Situation, options: Options, belief: Belief) -> I64:
        """The best over all shares of the span, by the tempos as they are believed in. int64[n]."""
        expected = self._waiting.expected(here, belief.tempos)
        part = np.arange(1, PARTS + 1)[:, None]
        gain = here.floor + (options.ceiling - here.floor) * part // PARTS
        best: I64 = (gain * expected).max(axis=0)
        left = int(self.appraiser.tables.remaining[here.state.clock.turn])
        best -= self.timing.forgone(here) - here.outside * left
        return np.maximum(best, 0) * HOPES_KEPT // 1000
