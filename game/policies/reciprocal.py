"""Seats that answer concessions with concessions, alone or mixed with a clock.

Source: Faratin, Sierra & Jennings 1998, "Negotiation decision functions for autonomous agents": relative
tit-for-tat with delta 1, and the mixture of tactics by weights. Their values lie between 0 and 1; what is the
0 of a net gain is assumed, decision 042.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from game.foundation.arrays import I64, U64, Bool
from game.information.brief import Brief
from game.policies.aspiration import Aspirant
from game.policies.choosing import Proposal
from game.policies.notebook import Notebook
from game.policies.schedule import Schedule, campaign_window, come_down
from game.policies.situation import Situation

WHOLE = 1000


def answered(own: I64, earlier: I64, later: I64) -> I64:
    """The own value after the other came from `earlier` to `later`: as many times less as that is more.

    Args:
        own, earlier, later: int64[n], values to oneself, above 0.
    """
    value: I64 = own * earlier // later
    return value


@dataclass(frozen=True)
class Exchange:
    """What was aimed at and heard in B games since the last agreement, micro-utils a month; int64[B] each.

    Args:
        aim: the own last aim.
        earlier, later: net gain by the last two offers heard.
        heard: how many were heard, 2 at most.
        spoken: 1 where there is an own aim.
        agreements: how many had been signed.
    """

    aim: I64
    earlier: I64
    later: I64
    heard: I64
    spoken: I64
    agreements: I64


class Reciprocal(Aspirant):
    """Comes down as far as the other does, in proportion, and for the rest by the clock.

    Args:
        reciprocity: weight of tit-for-tat, per mille; the clock has the rest.
        beta: of the clock, as in `schedule.concession`.
    """

    def __init__(self, brief: Brief, reciprocity: int, beta: Decimal = Decimal(1)) -> None:
        super().__init__(brief)
        assert 0 <= reciprocity <= WHOLE
        self._reciprocity = reciprocity
        self._schedule = Schedule(brief.tables, beta, campaign_window(brief.tables))
        self._notebook: Notebook[Exchange] = Notebook()

    def _target(self, here: Situation, ceiling: I64, key: U64) -> I64:
        known = self._heard(here, key)
        answer = self._answer(here, ceiling, known)
        timely = come_down(here.floor, ceiling, self._schedule.reached(here))
        target: I64 = (self._reciprocity * answer + (WHOLE - self._reciprocity) * timely) // WHOLE
        return self._noted(here, key, known, target)

    def _answer(self, here: Situation, ceiling: I64, known: Exchange) -> I64:
        """What relative tit-for-tat aims at; the ceiling until there is something to answer."""
        zero = 2 * here.floor - ceiling
        games = here.games
        earlier, later = (np.maximum(part.take(games) - zero, 1) for part in (known.earlier, known.later))
        own = np.where(known.spoken.take(games) > 0, known.aim.take(games), ceiling)
        aim = zero + answered(np.maximum(own - zero, 1), earlier, later)
        return np.clip(np.where(known.heard.take(games) > 1, aim, own), here.floor, ceiling)

    def _heard(self, here: Situation, key: U64) -> Exchange:
        """What is known at this moment, the offer that stands now included."""
        known = self._known(here, key)
        stands = np.flatnonzero(here.theirs[:, 0] >= 0)
        there = here.only(stands)
        games, gain = there.games, self.appraiser.net(there, there.theirs)
        earlier, later, heard = known.earlier.copy(), known.later.copy(), known.heard.copy()
        earlier[games], later[games] = later[games], gain
        heard[games] = np.minimum(heard[games] + 1, 2)
        return Exchange(known.aim, earlier, later, heard, known.spoken, known.agreements)

    def _known(self, here: Situation, key: U64) -> Exchange:
        agreements = here.state.agreements.astype(np.int64)
        known = self._notebook.before(key, here.state.clock)
        if known is None:
            return _nothing(agreements)
        return _since(known, agreements > known.agreements, agreements)

    def _noted(self, here: Situation, key: U64, known: Exchange, target: I64) -> I64:
        aim, spoken = known.aim.copy(), known.spoken.copy()
        aim[here.games], spoken[here.games] = target, 1
        after = Exchange(aim, known.earlier, known.later, known.heard, spoken, known.agreements)
        self._notebook.keep(key, here.state.clock, self._known(here, key), after)
        return target

    def _note(self, here: Situation, key: U64, reply: Proposal) -> None:
        """Nothing: the aim was noted when it was chosen."""


def _nothing(agreements: I64) -> Exchange:
    none = np.zeros_like(agreements)
    return Exchange(none, none, none, none, none, agreements)


def _since(known: Exchange, anew: Bool, agreements: I64) -> Exchange:
    """The same, forgotten where another agreement has been signed since."""

    def kept(part: I64) -> I64:
        return np.where(anew, 0, part)

    return Exchange(
        kept(known.aim),
        kept(known.earlier),
        kept(known.later),
        kept(known.heard),
        kept(known.spoken),
        agreements,
    )
