"""What the other seat would make of an offer if it were of each of its declared types, as a seat can know it.

It is taken to mind exposure as the seat's own side does, to sign for any gain, and to have no ratifiers
(decision 040). Nothing here reads more than the seat's brief and observation.
"""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import I32, I64, Bool
from game.information.brief import Brief
from game.information.observe import Observation
from game.policies.appraiser import Appraiser
from game.policies.menus import Hoping
from game.policies.recall import Hopes
from game.policies.situation import Situation

LEAST_HOPE = 100_000  # micro-utils a month; smaller hopes count as this (decision 041)


class OtherSide:
    """The other seat, imagined."""

    def __init__(self, brief: Brief) -> None:
        self.types = brief.tables.mean
        self.appraiser = Appraiser(Brief(1 - brief.seat, brief.tables))
        self._remembered = Hopes(self.appraiser, Hoping(self.appraiser))
        self._read: tuple[object, ...] = ()
        self._hopes: I64 = np.zeros((self.types, 0), np.int64)

    def survey(self, seen: Observation, asked: Bool) -> Situation:
        """The games as the other seat's principal would look at them; its type is left open."""
        return self.appraiser.surveyor.survey(seen, asked)

    def gains(self, there: Situation, offer: I32) -> I64:
        """Net gain by an offer for every type. int64[K,n], micro-utils a month."""
        return self.appraiser.net(there.supposing(np.arange(self.types)[:, None]), offer)

    def hopes(self, seen: Observation) -> I64:
        """The net gain that each type could hope for now. int64[K,B]; kept from ply to ply.

        It is LEAST_HOPE at least: what little more or less tells is not to decide what is believed.
        """
        state = seen.state
        read = (self.appraiser.surveyor.places(state), state.trust, state.vow)
        if len(self._read) != len(read) or any(a is not b for a, b in zip(read, self._read, strict=True)):
            every = self.survey(seen, np.ones(state.games, np.bool_))
            self._hopes = np.stack(
                [self._hope(every.supposing(np.full(state.games, kind))) for kind in range(self.types)]
            )
            self._read = read
        return self._hopes

    def _hope(self, there: Situation) -> I64:
        hope = self._remembered.best_hope(self._remembered.ledgers(there))
        net = np.where(hope.found, self.appraiser.net(there, hope.offer), 0)
        return np.maximum(net, LEAST_HOPE)
