"""Ways of coming down that a seat thinks others capable of, and seats that follow one in each game.

Source: Faratin, Sierra & Jennings 1998 for the curves; which four are thought of is assumed, decision
041.
"""

from __future__ import annotations

from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I64, U64
from game.information.brief import Brief
from game.policies.aspiration import Aspirant
from game.policies.schedule import MICRO, Schedule, campaign_window, come_down
from game.policies.situation import Situation
from game.rules.tables import Tables

Which = NDArray[np.intp]

# beta, and how much of the way from best hope to floor is ever given up, in millionths
TEMPOS: tuple[tuple[Decimal, int], ...] = (
    (Decimal(5), MICRO),
    (Decimal(1), MICRO),
    (Decimal("0.2"), MICRO),
    (Decimal(1), MICRO // 4),
)
EARLY, EVEN, LATE, FIRM = range(len(TEMPOS))


class Tempos:
    """How far each tempo has come down at any moment."""

    def __init__(self, tables: Tables) -> None:
        window = campaign_window(tables)
        self._schedules = tuple(Schedule(tables, beta, window) for beta, _most in TEMPOS)

    def conceded(self, here: Situation) -> I64:
        """The share given up by each tempo now. int64[tempos,n], millionths."""
        state = here.state
        agreements, last = state.agreements.take(here.games), state.last_turn.take(here.games)
        clock = state.clock
        return np.stack(
            [
                schedule.conceded(clock.turn, clock.slot, agreements, last) * most // MICRO
                for schedule, (_beta, most) in zip(self._schedules, TEMPOS, strict=True)
            ]
        )


class Paced(Aspirant):
    """A seat that follows a tempo of its own in every game of a batch; for games that are only imagined."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        self._tempos = Tempos(brief.tables)
        self.pace: Which = np.zeros(0, np.intp)

    def _target(self, here: Situation, ceiling: I64, key: U64) -> I64:  # noqa: ARG002 - others need the key
        pace = self.pace.take(here.games)
        alpha = self._tempos.conceded(here)[pace, np.arange(len(pace))]
        return come_down(here.floor, ceiling, alpha)
