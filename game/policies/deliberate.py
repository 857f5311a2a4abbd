"""Seats that weigh a handful of moves against each other in every ply of talks.

To accept, to offer at five different aims, to wait, to walk out so that an own offer no longer stands.
Kinds of seat differ in what they think each is worth.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from game.foundation.arrays import I32, I64, U64, Bool
from game.foundation.draws import draw
from game.foundation.purposes import Purpose
from game.information.brief import Brief
from game.information.observe import Observation
from game.policies.aims import FOURTHS, Aims
from game.policies.beliefs import Belief, Believer
from game.policies.choosing import barred_packages
from game.policies.negotiator import Negotiator, Outlook
from game.policies.protocol import Reason
from game.policies.quantal import MICRO, Quantal
from game.policies.situation import Games, Situation
from game.policies.timing import Timing
from game.rules.actions import Action, Kind
from game.rules.legality import asked
from game.rules.state import Phase

ACCEPT, HOLD, LEAVE = 0, 1 + len(FOURTHS), 2 + len(FOURTHS)  # among the options; offers stand between
OFFERS = slice(1, HOLD)
KINDS = (Kind.ACCEPT, *(Kind.OFFER for _fourth in FOURTHS), Kind.HOLD, Kind.WALK_OUT)
_INDEX = 2000  # draws of this kind count from here; others count their slots from 0


@dataclass(frozen=True)
class Options:
    """What could be done in n games; C = 8 options in the order of KINDS.

    Args:
        offer: int32[C,n,4], what would be offered, accepted, or stand on while waiting; else -1.
        net: int64[C,n], net gain a month by that; 0 without.
        there: bool[C,n]; waiting is always there, leaving only to take an own offer back, and of equal offers
            only the first.
        worth: int64[C,n], what comes of each if what stands then is agreed at once, micro-utils times per
            mille of a month; 0 where nothing stands.
        ceiling: int64[n], the best net gain in sight, at least the floor.
    """

    offer: I32
    net: I64
    there: Bool
    worth: I64
    ceiling: I64

    def only(self, which: Games) -> Options:
        """The options in some of these games."""
        return Options(
            self.offer[:, which],
            self.net[:, which],
            self.there[:, which],
            self.worth[:, which],
            self.ceiling.take(which),
        )


class Deliberate(Negotiator):
    """Values every option and takes the best one.

    Of equal ones it takes what would bring most if the other accepted after all, and of these the first.

    Args:
        sharpness: of a quantal choice between the values, counted in shares of the difference between the
            best and the worst option (decision 043); None never errs.
    """

    def __init__(self, brief: Brief, sharpness: Decimal | None = None) -> None:
        super().__init__(brief)
        self.believer = Believer(brief)
        self.timing = Timing(self.appraiser)
        self._aims = Aims(self.chooser)
        self._quantal = None if sharpness is None else Quantal(sharpness)

    @abstractmethod
    def values(self, seen: Observation, here: Situation, options: Options, belief: Belief, key: U64) -> I64:
        """What each option is worth, micro-utils times per mille of a month. int64[C,n]."""

    def remember(self, brief: Brief, seen: Observation, key: U64, action: Action) -> None:
        """Remember a moment of a game that is gone on with, without deciding anew what was done then."""
        if seen.state.clock.phase is Phase.TALK and asked(brief.tables, seen.state).any():
            self.believer.did(seen, key, action)

    def _talk(self, seen: Observation, here: Situation, action: Action, key: U64) -> Reason:
        belief = self.believer.look(seen, key)
        options = self._options(here, self._outlook(seen))
        values = self.values(seen, here, options, belief, key)
        chosen = self._chosen(here, options, values, key)
        self.fill(here, action, here.games, options, chosen)
        self.believer.did(seen, key, action)
        return _reason(here, options, values, belief, chosen)

    def _options(self, here: Situation, outlook: Outlook) -> Options:
        n = len(here.games)
        ceiling = np.maximum(outlook.best.take(here.games) - here.outside, here.floor)
        offer, net = np.full((len(KINDS), n, 4), -1, np.int32), np.zeros((len(KINDS), n), np.int64)
        there = np.zeros((len(KINDS), n), np.bool_)
        there[HOLD], there[LEAVE] = True, here.mine[:, 0] >= 0
        net[ACCEPT], there[ACCEPT] = self._acceptable(here)
        offer[ACCEPT], offer[HOLD] = here.theirs, here.mine
        own = np.flatnonzero(there[LEAVE])
        net[HOLD, own] = self.appraiser.net(here.only(own), here.mine[own])
        ledgers = outlook.ledgers.take(here.games)
        above = here.outside - outlook.bias.take(here.games)
        found = self._aims.propose(here, ledgers, ceiling, above)
        offer[OFFERS], net[OFFERS], there[OFFERS] = found.offer, found.net, found.there
        return Options(offer, net, there, self._worth(here, offer, net, there), ceiling)

    def _acceptable(self, here: Situation) -> tuple[I64, Bool]:
        """What their standing offer brings, and whether it could be accepted and ratified at home."""
        net, good = np.zeros(len(here.games), np.int64), np.zeros(len(here.games), np.bool_)
        stands = np.flatnonzero(here.theirs[:, 0] >= 0)
        if len(stands):
            there = here.only(stands)
            net[stands] = self.appraiser.net(there, there.theirs)
            good[stands] = (
                (net[stands] >= there.floor)
                & ~barred_packages(there, there.theirs)
                & self.appraiser.may_pass(there, there.theirs)
            )
        return net, good

    def best(self, options: Options, values: I64) -> Games:
        """The option that is taken without errors. intp[n]."""
        least = np.iinfo(np.int64).min
        possible = np.where(options.there, values, least)
        equal = possible == possible.max(axis=0)
        best: Games = np.where(equal, options.worth, least).argmax(axis=0)
        return best

    def _chosen(self, here: Situation, options: Options, values: I64, key: U64) -> Games:
        if self._quantal is None:
            return self.best(options, values)
        clock, top = here.state.clock, np.iinfo(np.int64).max
        alike = ~((values != values[HOLD]) & options.there).any(axis=0)
        values = np.where(alike, options.worth, values)
        best = np.where(options.there, values, -top).max(axis=0)
        worst = np.where(options.there, values, top).min(axis=0)
        shares = -((best - values) // np.maximum((best - worst) // MICRO, 1))
        words = draw(key.take(here.games), clock.turn, Purpose.POLICY, 1, _INDEX + clock.slot)[:, 0]
        return self._quantal.choose(shares.T, options.there.T, words)

    def _worth(self, here: Situation, offer: I32, net: I64, there: Bool) -> I64:
        """What comes of each option if what stands then is agreed at once. int64[C,n]."""
        worth = np.zeros(there.shape, np.int64)
        for place in range(len(KINDS)):
            which = np.flatnonzero(there[place] & (offer[place, :, 0] >= 0))
            worth[place, which] = self.timing.worth(here.only(which), offer[place, which], net[place, which])
        return worth

    def fill(self, here: Situation, action: Action, where: Games, options: Options, chosen: Games) -> None:
        """Write the chosen options into an action, with the side move that goes with them.

        Args:
            here: n games.
            where: intp[n], their places in the action.
            chosen: intp[n], an option for each.
        """
        kind, offer = np.array(KINDS, np.int8).take(chosen), options.offer[chosen, np.arange(len(chosen))]
        action.kind[where] = kind
        offers = (kind == Kind.OFFER)[:, None]
        action.half0[where], action.half1[where], action.plan[where] = np.where(offers, offer, -1).T[:3]
        self.add_gesture(here, action, where, kind != Kind.ACCEPT)


def _reason(here: Situation, options: Options, values: I64, belief: Belief, chosen: Games) -> Reason:
    if here.state.games > 1:
        return Reason("batch")
    place = int(chosen[0])
    best = int(values[options.there[:, 0], 0].max())
    rule = {ACCEPT: "best-accept", HOLD: "best-wait", LEAVE: "best-leave"}.get(place, "best-offer")
    rule = rule if int(values[place, 0]) == best else "erred"
    numbers = {
        "value_of_best": best,
        "value_of_choice": int(values[place, 0]),
        "value_of_waiting": int(values[HOLD, 0]),
        "options_weighed": int(options.there[:, 0].sum()),
        "ceiling": int(options.ceiling[0]),
        "floor": int(here.floor[0]),
    }
    if here.theirs[0, 0] >= 0:
        numbers["value_of_their_offer"] = int(options.net[ACCEPT, 0])
    if KINDS[place] is Kind.OFFER:
        numbers["value_of_own_offer"] = int(options.net[place, 0])
    likeliest = int(belief.types[0].argmax())
    numbers |= {"likeliest_type": likeliest, "chance_of_type": int(belief.types[0, likeliest])}
    return Reason(rule, numbers)
