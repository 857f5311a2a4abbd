"""Which package to offer: good enough for oneself, best for the other, and passable at home."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.foundation.arrays import I32, I64, Bool
from game.policies.appraiser import Appraiser
from game.policies.half_table import LARGEST, UNIT_BITS
from game.policies.numbering import Ids
from game.policies.recall import Recall
from game.policies.situation import Situation


@dataclass(frozen=True)
class Proposal:
    """An offer for each of n games.

    Args:
        offer: int32[n,4]; means nothing where there is none.
        net: int64[n], exact net gain of the own principal.
        other: int64[n], the other's gain as analysts see it, micro-utils a month.
        there: bool[n], where there is an offer at all.
    """

    offer: I32
    net: I64
    other: I64
    there: Bool


class Chooser:
    """Picks packages for one seat."""

    def __init__(self, appraiser: Appraiser, recall: Recall) -> None:
        self._appraiser = appraiser
        self._recall = recall

    def propose(self, here: Situation, ledgers: Ids, target: I64, above: I64) -> Proposal:
        """The best offer for the other that leaves oneself `target`, or as near as own ratifiers allow.

        Args:
            ledgers: intp[n], numbers of the rounded ledgers.
            target: int64[n] net gain aimed at.
            above: int64[n], by how much a gain in menus is above the net gain it stands for.
        """
        best = self._recall.best_for_other(here, ledgers, _in_units(target + above))
        offer, other = best.offer, best.gain
        net, good = self._judged(here, offer, best.found)
        # Menus are rounded: what they promised too much is added to the goal. Where nothing passes at the
        # target the goal comes down, half way to the floor and then to the floor.
        left, named = np.flatnonzero(~good), best.found.copy()  # games left, and whether their offer is one
        for share in (0, 1, 2):
            if not len(left):
                break
            there, before = here.only(left), offer[left]
            short = np.where(best.found[left], np.maximum(target[left] - net[left], 0), 0)
            span = target[left] - there.floor
            lower = barred_packages(there, before).astype(np.intp)
            goal = _in_units(target[left] + short - span * share // 2 + above[left])
            found = self._recall.passing(there, ledgers[left], goal, lower)
            same = _same_package(found.offer, before) & named[left]
            fresh = np.flatnonzero(~same)
            judged = left[fresh]
            offer[left], other[left], named[left] = found.offer, found.gain, found.found
            net[judged], good[judged] = self._judged(there.only(fresh), offer[judged], named[judged])
            left = left[~(good[left] | (same & (span == 0)))]  # no goal is left but the one just tried
        return Proposal(offer, net, other, good)

    def _judged(self, here: Situation, offer: I32, found: Bool) -> tuple[I64, Bool]:
        """Exact net gains, and whether an offer may be made and is good enough at home."""
        net = self._appraiser.net(here, offer)
        good = found & (net >= here.floor) & ((offer[:, 0] > 0) | (offer[:, 1] > 0))
        good &= ~barred_packages(here, offer)
        which = np.flatnonzero(good)
        good[which] = self._appraiser.may_pass(here.only(which), offer[which])
        return net, good


def _in_units(values: I64) -> I32:
    """Micro-utils rounded up to units of 128."""
    units: I32 = np.minimum(-((-values) >> UNIT_BITS), LARGEST).astype(np.int32)
    return units


def _same_package(one: I32, other: I32) -> Bool:
    same: Bool = (one[:, 0] == other[:, 0]) & (one[:, 1] == other[:, 1]) & (one[:, 2] == other[:, 2])
    return same


def barred_packages(here: Situation, offer: I32) -> Bool:
    """Whether the package failed ratification within two turns; a game may stand here repeatedly."""
    state, turn = here.state, here.state.clock.turn
    found = np.zeros(len(offer), np.bool_)
    for j in (0, 1):
        if not ((state.barred[:, j, 0] >= 0) & (turn <= state.barred_turn[:, j] + 2)).any():
            continue
        same = state.barred[:, j, 0].take(here.games) == offer[:, 0]
        same &= state.barred[:, j, 1].take(here.games) == offer[:, 1]
        found |= same & (turn <= state.barred_turn[:, j].take(here.games) + 2)
    return found
