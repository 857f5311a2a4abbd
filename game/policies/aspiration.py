"""Time-dependent seats: they aim high, come down as time runs out, and start anew after an agreement.

Source: Faratin, Sierra & Jennings 1998; accepting what is at least as good as one's own next offer is theirs
too.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I64, U64, Bool
from game.information.brief import Brief
from game.information.observe import Observation
from game.policies.appraiser import Appraiser
from game.policies.choosing import Chooser, Proposal, barred_packages
from game.policies.gestures import gesture_of, makes_gesture, size_of_gesture
from game.policies.menus import Kitchen
from game.policies.numbering import Ids
from game.policies.obligations import Judgement, answer_a_breach, decide_on_due
from game.policies.protocol import Reason
from game.policies.recall import Recall
from game.policies.schedule import MICRO, Schedule, campaign_window
from game.policies.situation import Situation
from game.rules.actions import Action, Kind, no_action
from game.rules.legality import asked
from game.rules.state import Phase


@dataclass(frozen=True)
class Outlook:
    """What a seat can hope for in all games of a batch; it stays the same from ply to ply of a turn.

    Args:
        ledgers: intp[B], numbers of the rounded ledgers.
        generation: of those numbers.
        best: int64[B], exact gain, before the outside option, by the best package that the other could like.
        bias: int64[B], by how much the rounded numbers of menus fall short of that.
    """

    ledgers: Ids
    generation: int
    best: I64
    bias: I64


@dataclass(frozen=True)
class Stance:
    """What a seat aims at in n games, in micro-utils a month.

    Args:
        ceiling: exact net gain of the best it can hope for, at least the floor.
        target: net gain aimed at now.
    """

    ceiling: I64
    target: I64


class Negotiator:
    """A seat that searches in menus, judges exactly, and keeps its word by the stated rule.

    What kinds of seat differ in is `_target`: how far they come down.
    """

    def __init__(self, brief: Brief) -> None:
        self.appraiser = Appraiser(brief)
        self.recall = Recall(self.appraiser, Kitchen(self.appraiser))
        self.chooser = Chooser(self.appraiser, self.recall)
        self._gesture = gesture_of(brief.tables, brief.seat)
        self._seen: tuple[object, ...] = ()
        self._last: Outlook | None = None

    def __call__(self, brief: Brief, seen: Observation, key: U64) -> Action:
        """Decide in every game that is asked."""
        return self._decide(brief, seen, key)[0]

    def reasoned(self, brief: Brief, seen: Observation, key: U64) -> tuple[Action, Reason]:
        """The same decision for one game, with the reason."""
        assert seen.state.games == 1, "reasons are for one game"
        return self._decide(brief, seen, key)

    def _decide(self, brief: Brief, seen: Observation, key: U64) -> tuple[Action, Reason]:
        questions = asked(brief.tables, seen.state)
        action = no_action(seen.state.games)
        if not questions.any():
            return action, Reason("not-asked")
        here = self.appraiser.surveyor.survey(seen, questions)
        if seen.state.clock.phase is Phase.TALK:
            return action, self._talk(here, action, key, self._outlook(seen))
        return action, self._keep_word(here, action)

    def _outlook(self, seen: Observation) -> Outlook:
        """The same as in the ply before if nothing has changed that it depends on."""
        state = seen.state
        every = self.appraiser.surveyor.survey(seen, np.ones(state.games, np.bool_))
        read = (
            every.places,
            state.trust,
            state.vow,
        )  # a seat keeps its type: `observe` makes that array anew
        if (
            self._last is None
            or self._last.generation != self.recall.generation
            or len(self._seen) != len(read)
            or any(a is not b for a, b in zip(read, self._seen, strict=True))
        ):
            self._last, self._seen = self._look(every), read
        return self._last

    def _look(self, here: Situation) -> Outlook:
        ledgers = self.recall.ledgers(here)
        hope = self.recall.best_hope(ledgers)
        best = np.where(hope.found, self.appraiser.net(here, hope.offer) + here.outside, 0)
        bias = np.where(hope.found & (hope.gain >= 0), best - hope.gain, 0)
        return Outlook(ledgers, self.recall.generation, best, bias)

    def _talk(self, here: Situation, action: Action, key: U64, outlook: Outlook) -> Reason:
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
        self._add_gesture(here, action, kind != Kind.ACCEPT)
        return _reason_of_talk(here, action, stance, reply, received)

    def _stance(self, here: Situation, outlook: Outlook, key: U64) -> Stance:
        ceiling = np.maximum(outlook.best.take(here.games) - here.outside, here.floor)
        return Stance(ceiling, self._target(here, ceiling, key))

    def _target(self, here: Situation, ceiling: I64, key: U64) -> I64:
        """The net gain aimed at now. int64[n]."""
        raise NotImplementedError

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

    def _add_gesture(self, here: Situation, action: Action, free: Bool) -> None:
        makes = makes_gesture(self.appraiser, here, self._gesture) & free
        if makes.any():
            games = here.games[makes]
            action.move[games] = self._gesture
            action.amount[games] = size_of_gesture(self.appraiser, here, self._gesture)[makes]

    def _keep_word(self, here: Situation, action: Action) -> Reason:
        honours = here.state.clock.phase is Phase.HONOUR
        hope = self._hope(here, every=not honours)
        judge = decide_on_due if honours else answer_a_breach
        judgement = judge(self.appraiser, here, hope)
        action.kind[here.games] = judgement.kind
        return _reason_of_word(judgement, hope, honours)

    def _hope(self, here: Situation, *, every: bool) -> I64:
        """The best net gain in sight, at least 0. A batch asks for it only where a shock makes it matter."""
        hope = np.zeros(len(here.games), np.int64)
        if every or here.state.games == 1:
            which = np.arange(len(hope))
        else:
            which = np.flatnonzero(here.state.shock[:, self.appraiser.seat].take(here.games) > 0)
        if len(which):
            there = here.only(which)
            hope[which] = np.maximum(self._look(there).best - there.outside, 0)
        return hope


class TimeDependent(Negotiator):
    """Comes down by the clock alone: Boulware (beta below 1), linear (1) or conceder (above 1)."""

    def __init__(self, brief: Brief, beta: Decimal) -> None:
        super().__init__(brief)
        self._schedule = Schedule(brief.tables, beta, campaign_window(brief.tables))

    def _target(self, here: Situation, ceiling: I64, key: U64) -> I64:  # noqa: ARG002 - others need the key
        state = here.state
        alpha = self._schedule.conceded(
            state.clock.turn,
            state.clock.slot,
            state.agreements.take(here.games),
            state.last_turn.take(here.games),
        )
        target: I64 = here.floor + (ceiling - here.floor) * (MICRO - alpha) // MICRO
        return target


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


def _reason_of_word(judgement: Judgement, hope: I64, honours: bool) -> Reason:
    if len(hope) > 1:
        return Reason("batch")
    kind = Kind(int(judgement.kind[0]))
    names = (
        ("shock", "price_of_delay", "price_of_breach")
        if honours
        else ("saved_by_snapping_back", "price", "price")
    )
    numbers = dict(
        zip(
            names,
            (int(judgement.shock[0]), int(judgement.price_of_delay[0]), int(judgement.price_of_breach[0])),
            strict=True,
        )
    )
    return Reason(kind.name.lower().replace("_", "-"), {"best_gain_in_sight": int(hope[0]), **numbers})
