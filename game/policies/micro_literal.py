"""MiCRO as published, for small scenarios: own packages from best to worst, one for each new one heard.

Source: de Jonge 2022, "An analysis of the linear bilateral ANAC domains using the MiCRO benchmark strategy".
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.foundation.arrays import I32, I64, U64, Bool
from game.foundation.errors import GameError
from game.foundation.texts import _
from game.information.brief import Brief
from game.policies.aspiration import Aspirant, Stance
from game.policies.choosing import Proposal, barred_packages
from game.policies.memory import Memory, Offers, after_an_agreement, noted, number_of
from game.policies.negotiator import Outlook
from game.policies.situation import Situation
from game.rules.tables import Tables

MOST_PACKAGES = 4096
_ROWS = 1 << 16  # so many packages are valued at a time


class MicroLiteral(Aspirant):
    """Offers the best package not offered yet, if it made no more different offers than it heard.

    Otherwise it repeats the last new one. Never below its floor, never what its own ratifiers would surely
    refuse;
    of equally good packages the one with the lowest package id comes first. It starts anew after an
    agreement.
    """

    def __init__(self, brief: Brief) -> None:
        self._packages = all_packages(brief.tables)
        super().__init__(brief)
        self._tables = brief.tables
        self._memory = Memory(brief.tables)

    def _target(self, here: Situation, ceiling: I64, key: U64) -> I64:  # noqa: ARG002 - others need them
        return here.floor

    def _propose(
        self,
        here: Situation,
        outlook: Outlook,  # noqa: ARG002 - who searches in menus needs these
        stance: Stance,  # noqa: ARG002
        key: U64,
    ) -> Proposal:
        known = self._heard(here, key)
        offer = np.full((len(here.games), 4), -1, np.int32)
        net = np.zeros(len(here.games), np.int64)
        chunk = max(1, _ROWS // len(self._packages))
        for start in range(0, len(here.games), chunk):
            part = np.arange(start, min(start + chunk, len(here.games)))
            offer[part], net[part] = self._next(here.only(part), known)
        other = np.zeros(len(here.games), np.int64)
        reply = Proposal(offer, net, other, offer[:, 0] >= 0)
        made = noted(known.made, here.games, number_of(self._tables, offer))
        clock = here.state.clock
        self._memory.keep(key, clock, self._memory.before(key, clock), replace(known, made=made))
        return reply

    def _enough(self, stance: Stance, reply: Proposal) -> I64:
        """What is at least as good as its own next offer is accepted."""
        return np.where(reply.there, reply.net, stance.target)

    def _heard(self, here: Situation, key: U64) -> Offers:
        known = after_an_agreement(self._memory.before(key, here.state.clock), here.state.agreements)
        received = noted(known.received, here.games, number_of(self._tables, here.theirs))
        return replace(known, received=received)

    def _next(self, here: Situation, known: Offers) -> tuple[I32, I64]:
        """The next package of every game and its net gain; -1 where there is none."""
        net, usable = self._valued(here)
        numbers = number_of(self._tables, self._packages)
        made = known.made[here.games]
        offered = (numbers[None, :, None] == made[:, None, :]).any(axis=2)
        count = known.number_made.take(here.games)
        new = count <= known.number_received.take(here.games)
        fresh = np.where(usable & ~offered, net, _WORST)
        best = fresh.argmax(axis=1)
        last = np.take_along_axis(made, np.maximum(count - 1, 0)[:, None], axis=1)[:, 0]
        again = (numbers[None, :] == last[:, None]).argmax(axis=1)
        line = np.arange(len(best))
        takes_new = new & (fresh[line, best] > _WORST)
        entry = np.where(takes_new, best, again)
        there = takes_new | ((count > 0) & usable[line, again])
        return np.where(there[:, None], self._packages[entry], np.int32(-1)), net[line, entry]

    def _valued(self, here: Situation) -> tuple[I64, Bool]:
        """Every package's exact net gain, and whether it may be offered. [n,P]."""
        games, packages = len(here.games), len(self._packages)
        each = here.only(np.repeat(np.arange(games), packages))
        offers = np.tile(self._packages, (games, 1))
        net = self.appraiser.net(each, offers)
        usable = (net >= each.floor) & self.appraiser.may_pass(each, offers)
        usable &= ~barred_packages(each, offers)
        return net.reshape(games, packages), usable.reshape(games, packages)


_WORST = np.int64(-(2**62))


def all_packages(tables: Tables) -> I32:
    """Every package with every plan, in the order of package ids. int32[P,4].

    Raises:
        GameError: there are too many for a policy that looks at all of them.
    """
    first, second, plans = len(tables.halves[0]), len(tables.halves[1]), len(tables.plans.phi)
    if first * second * plans > MOST_PACKAGES:
        raise GameError(
            _(
                "micro-literal looks at every package: at most {most}, and this scenario has {count}. "
                "Take micro."
            ).format(most=MOST_PACKAGES, count=first * second * plans)
        )
    numbers = np.arange(first * second * plans)
    packages = np.full((len(numbers), 4), -1, np.int32)
    packages[:, 0], rest = np.divmod(numbers, second * plans)
    packages[:, 1], packages[:, 2] = np.divmod(rest, plans)
    return packages[(packages[:, :2] > 0).any(axis=1)]
