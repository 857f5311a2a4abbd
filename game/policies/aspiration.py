"""Time-dependent seats: they aim high, come down as time runs out, and start anew after an agreement.

Source: Faratin, Sierra & Jennings 1998; accepting what is at least as good as one's own next offer is theirs
too.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I64, U64, Bool
from game.information.brief import Brief
from game.information.observe import Observation
from game.policies.choosing import Proposal, barred_packages
from game.policies.negotiator import Negotiator, Outlook
from game.policies.protocol import Reason
from game.policies.schedule import Schedule, campaign_window, come_down
from game.policies.situation import Situation
from game.rules.actions import Action, Kind


@dataclass(frozen=True)
class Stance:
    """What a seat aims at in n games, in micro-utils a month.

    Args:
        ceiling: exact net gain of the best it can hope for, at least the floor.
        target: net gain aimed at now.
    """

    ceiling: I64
    target: I64


class Aspirant(Negotiator):
    """A seat that always aims at some net gain: it takes what gives it that, or else offers it.

    What kinds of seat differ in is `_target`: how far they come down.
    """

    def _talk(self, seen: Observation, here: Situation, action: Action, key: U64) -> Reason:
        outlook = self._outlook(seen)
        stance = self._stance(here, outlook, key)
        games = here.games
        reply = self._propose(here, outlook, stance, key)
        received, takes = self._judge(here, stance, reply, key)
        drops = self._regrets(here, reply) & ~takes
        kind = np.where(reply.there, Kind.OFFER, np.where(drops, Kind.WALK_OUT, Kind.HOLD))
        kind = np.where(takes, Kind.ACCEPT, kind)
        offers = kind == Kind.OFFER
        action.kind[games] = kind
        parts: tuple[NDArray[Any], ...] = (action.half0, action.half1, action.plan)
        for column, part in enumerate(parts):
            part[games] = np.where(offers, reply.offer[:, column], -1)
        self.add_gesture(here, action, games, kind != Kind.ACCEPT)
        return _reason_of_talk(here, action, stance, reply, received)

    def _stance(self, here: Situation, outlook: Outlook, key: U64) -> Stance:
        ceiling = np.maximum(outlook.best.take(here.games) - here.outside, here.floor)
        return Stance(ceiling, self._target(here, ceiling, key))

    @abstractmethod
    def _target(self, here: Situation, ceiling: I64, key: U64) -> I64:
        """The net gain aimed at now. int64[n]."""

    def _propose(self, here: Situation, outlook: Outlook, stance: Stance, key: U64) -> Proposal:
        reply = self.chooser.propose(
            here,
            outlook.ledgers.take(here.games),
            stance.target,
            here.outside - outlook.bias.take(here.games),
        )
        self._note(here, key, reply)
        return reply

    def _note(self, here: Situation, key: U64, reply: Proposal) -> None:
        """Remember what is about to be offered; most seats remember nothing."""

    def _enough(self, stance: Stance, reply: Proposal) -> I64:
        """The net gain from which an offer is accepted: the target, or the own next offer if less."""
        return np.where(reply.there, np.minimum(stance.target, reply.net), stance.target)

    def _judge(
        self,
        here: Situation,
        stance: Stance,
        reply: Proposal,
        key: U64,  # noqa: ARG002 - others need the key
    ) -> tuple[I64, Bool]:
        """The exact gain from the standing offer of the other, and whether to accept it."""
        takes = np.zeros(len(here.games), np.bool_)
        received = np.zeros(len(here.games), np.int64)
        half0 = here.theirs[:, 0]
        stands = np.flatnonzero(half0 >= 0)
        if not len(stands):
            return received, takes
        there = here.only(stands)
        received[stands] = self.appraiser.net(there, there.theirs)
        good = (received >= np.maximum(self._enough(stance, reply), here.floor)) & (half0 >= 0)
        if good.any():
            good &= ~barred_packages(here, here.theirs)
            which = np.flatnonzero(good)
            there = here.only(which)
            takes[which] = self.appraiser.may_pass(there, there.theirs)
        return received, takes

    def _regrets(self, here: Situation, reply: Proposal) -> Bool:
        """Whether the seat's own standing offer has become too bad for it, and it has no better one."""
        stale = np.zeros(len(here.games), np.bool_)
        which = np.flatnonzero((here.mine[:, 0] >= 0) & ~reply.there)
        if len(which):
            there = here.only(which)
            stale[which] = self.appraiser.net(there, there.mine) < there.floor
        return stale


class TimeDependent(Aspirant):
    """Comes down by the clock alone: Boulware (beta below 1), linear (1) or conceder (above 1).

    Args:
        first: begins by giving this share and comes down exponentially; without it polynomially.
    """

    def __init__(self, brief: Brief, beta: Decimal, first: Decimal | None = None) -> None:
        super().__init__(brief)
        self._schedule = Schedule(brief.tables, beta, campaign_window(brief.tables), first)

    def _target(self, here: Situation, ceiling: I64, key: U64) -> I64:  # noqa: ARG002 - others need the key
        return come_down(here.floor, ceiling, self._schedule.reached(here))


def _reason_of_talk(
    here: Situation, action: Action, stance: Stance, reply: Proposal, received: I64
) -> Reason:
    if here.state.games > 1:
        return Reason("batch")
    numbers = {
        "target": int(stance.target[0]),
        "ceiling": int(stance.ceiling[0]),
        "floor": int(here.floor[0]),
    }
    if here.theirs[0, 0] >= 0:
        numbers["value_of_their_offer"] = int(received[0])
    if reply.there[0]:
        numbers["value_of_own_offer"] = int(reply.net[0])
        numbers["estimate_of_their_gain"] = int(reply.other[0])
    rules = {Kind.ACCEPT: "good-enough", Kind.OFFER: "best-for-them-at-target", Kind.HOLD: "nothing-to-offer"}
    return Reason(rules.get(Kind(int(action.kind[0])), "own-offer-too-dear"), numbers)
