"""Seats that come down one step for each new offer they hear, and stand still while the other does.

Source: de Jonge 2022, "An analysis of the linear bilateral ANAC domains using the MiCRO benchmark strategy";
the literal form offers its own packages from best to worst. On campaigns of hundreds of thousands of packages
that would mean never to agree, so here the steps lead along the seat's menus instead.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.foundation.arrays import I64, U64
from game.information.brief import Brief
from game.policies.aspiration import Aspirant
from game.policies.choosing import Proposal
from game.policies.memory import Memory, Offers, after_an_agreement, noted, number_of
from game.policies.schedule import campaign_window
from game.policies.situation import Situation


class MicroOnMenu(Aspirant):
    """MiCRO along the menu: steps of equal size lead from the best hope down to the floor.

    There are as many as the seat has plies in the time in which others come down all the way. It takes one
    when
    it has made no more different offers than it has received; a step that leads to an offer made already
    counts
    for nothing, so the next ply brings another.
    """

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        self._tables = brief.tables
        self._memory = Memory(brief.tables)
        self._steps = max(1, campaign_window(brief.tables) * brief.tables.plies // 2)

    def _target(self, here: Situation, ceiling: I64, key: U64) -> I64:
        step = self._heard(here, key).step.take(here.games)
        target: I64 = here.floor + (ceiling - here.floor) * (self._steps - step) // self._steps
        return target

    def _heard(self, here: Situation, key: U64) -> Offers:
        """What is known at this moment, with the present step taken."""
        clock = here.state.clock
        known = after_an_agreement(self._memory.before(key, clock), here.state.agreements)
        received = noted(known.received, here.games, number_of(self._tables, here.theirs))
        known = replace(known, received=received)
        made, heard = known.number_made.take(here.games), known.number_received.take(here.games)
        concedes = (made > 0) & (made <= heard)
        step = known.step.copy()
        step[here.games] = np.minimum(step[here.games] + concedes, self._steps)
        return replace(known, step=step)

    def _note(self, here: Situation, key: U64, reply: Proposal) -> None:
        clock = here.state.clock
        known = self._heard(here, key)
        offered = np.where(reply.there, number_of(self._tables, reply.offer), -1)
        made = noted(known.made, here.games, offered)
        self._memory.keep(key, clock, self._memory.before(key, clock), replace(known, made=made))
