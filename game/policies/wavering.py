"""Seats that err, and the dearer an error is the rarer it is: the quantal wrapper at work.

Two choices are made by chance in every ply. What to aim at: an aim costs as much as it lies away from
what the seat would aim at without errors. Whether to act at all: to accept or to offer brings the gain
over the floor, to wait nothing. Both are counted in shares of the span between floor and ceiling, so that
one sharpness means the same in every scenario (assumed, decision 043).

Source: McKelvey & Palfrey 1995 for the choice rule (see `quantal`).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np

from game.foundation.arrays import I64, U32, U64, Bool
from game.foundation.draws import draw
from game.foundation.purposes import Purpose
from game.information.brief import Brief
from game.policies.aspiration import Aspirant, Stance, TimeDependent
from game.policies.choosing import Proposal
from game.policies.negotiator import Outlook
from game.policies.quantal import MICRO, Quantal
from game.policies.situation import Situation

STEPS = 32
_INDEX = 1000  # draws of this kind count from here; others count their slots from 0


class Waver:
    """Draws what an erring seat does.

    Args:
        sharpness: lambda per whole span between floor and ceiling: 0 aims anywhere, 8 errs by an eighth of
            the span on average where there is room on both sides.
    """

    def __init__(self, sharpness: Decimal) -> None:
        self._quantal = Quantal(sharpness)
        self._steps = np.arange(STEPS + 1, dtype=np.int64)[None, :]

    def aim(self, here: Situation, ceiling: I64, target: I64, key: U64) -> I64:
        """An aim near the target. int64[n], micro-utils a month."""
        span = (ceiling - here.floor)[:, None]
        aims = here.floor[:, None] + span * self._steps // STEPS
        scores = -np.abs(aims - target[:, None]) * MICRO // np.maximum(span, 1)
        chosen = self._quantal.choose(scores, np.ones(scores.shape, np.bool_), _words(here, key)[:, 0])
        aim: I64 = aims[np.arange(len(chosen)), chosen]
        return aim

    def acts(self, here: Situation, ceiling: I64, gain: I64, key: U64, lane: int) -> Bool:
        """Whether the seat brings itself to do what gains so much, or waits. bool[n].

        Args:
            gain: int64[n], net gain of the deed, at least the floor.
            lane: 1 or 2, tells the two deeds of a ply apart.
        """
        span = np.maximum(np.maximum(ceiling, gain) - here.floor, 1)
        worth = np.maximum(gain - here.floor, 0) * MICRO // span
        scores = np.stack([worth, np.zeros_like(worth)], axis=1)
        chosen = self._quantal.choose(scores, np.ones(scores.shape, np.bool_), _words(here, key)[:, lane])
        acts: Bool = chosen == 0
        return acts


def _words(here: Situation, key: U64) -> U32:
    clock = here.state.clock
    return draw(key.take(here.games), clock.turn, Purpose.POLICY, 3, _INDEX + clock.slot)


class Wavering(Aspirant):
    """What has to stand before a kind of seat among a class's bases to make it err."""

    waver: Waver

    def _stance(self, here: Situation, outlook: Outlook, key: U64) -> Stance:
        meant = super()._stance(here, outlook, key)
        return replace(meant, target=self.waver.aim(here, meant.ceiling, meant.target, key))

    def _propose(self, here: Situation, outlook: Outlook, stance: Stance, key: U64) -> Proposal:
        reply = super()._propose(here, outlook, stance, key)
        return replace(reply, there=reply.there & self.waver.acts(here, stance.ceiling, reply.net, key, 1))

    def _judge(self, here: Situation, stance: Stance, reply: Proposal, key: U64) -> tuple[I64, Bool]:
        received, takes = super()._judge(here, stance, reply, key)
        return received, takes & self.waver.acts(here, stance.ceiling, received, key, 2)


class QuantalTimeDependent(Wavering, TimeDependent):
    """Boulware, linear or conceder, with errors."""

    def __init__(self, brief: Brief, beta: Decimal, sharpness: Decimal) -> None:
        super().__init__(brief, beta)
        self.waver = Waver(sharpness)
