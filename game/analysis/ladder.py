"""Whether each level of difficulty does better than the one below, as either seat.

A rung: the higher level sits on one seat and the lower one on the other; what counts is whether the
higher level ends with more than the lower one does on that same seat, against the same opponent, in the
game with the same chances. Games that end alike say nothing and are left out. The claim is that of the
others more than half are won: a sequential probability ratio test between 50 and 55 % at 5 % error
(decision 044).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from game.analysis.episodes import play_out
from game.analysis.statistics.sequential import Claim, Verdict, sprt
from game.foundation.arrays import I64
from game.information.brief import brief
from game.policies.levels import Level
from game.policies.protocol import Policy
from game.rules.tables import Tables

CLAIM = Claim(support=(0.0, 1.0), bounds=(0.5, 0.55))
MOST_PLIES = 240_000  # most games of a rung are so many plies of talk
MICRO = 1_000_000
LOOKS = 150  # the test looks so often at most
Report = Callable[["Rung"], None]


@dataclass(frozen=True)
class Rung:
    """One comparison.

    Args:
        seat: where the higher level sits.
        factor: what numbers of imagined worlds were scaled by.
        gain: by how much more the higher level ended with on average over all games, a month.
    """

    scenario: str
    lower: str
    upper: str
    seat: int
    factor: Fraction
    verdict: Verdict
    gain: float


@dataclass
class _Table:
    """Games between two levels, played in the order of their numbers and kept."""

    tables: Tables
    seats: tuple[Policy, Policy]
    seed: int
    payoff: list[I64] = field(default_factory=list)

    def played(self, part: int, games: NDArray[np.int64]) -> I64:
        """Payoffs of a part of the games. int64[B,2]."""
        if part == len(self.payoff):
            self.payoff.append(play_out(self.tables, self.seats, self.seed, games).payoff)
        return self.payoff[part]


def climb(
    name: str, tables: Tables, lower: Level, upper: Level, seed: int, factor: Fraction, report: Report
) -> list[Rung]:
    """Both rungs between two levels in one scenario.

    Args:
        name: of the scenario.
        factor: scales the number of worlds that levels imagine.
        report: called with each rung when it is decided.
    """
    below = _seated(tables, lower, lower, seed, factor)
    rungs = []
    for seat in (0, 1):
        pair = (upper, lower) if seat == 0 else (lower, upper)
        above = _seated(tables, *pair, seed, factor)
        most = max(1, MOST_PLIES // (tables.turns * tables.plies))
        gains: list[I64] = []
        verdict = sprt(_sampler(above, below, seat, gains), CLAIM, most, max(1, most // LOOKS))
        mean = float(np.concatenate(gains).mean()) / int(tables.remaining[0]) / MICRO
        rungs.append(Rung(name, lower.name, upper.name, seat, factor, verdict, mean))
        report(rungs[-1])
    return rungs


def _sampler(
    above: _Table, below: _Table, seat: int, gains: list[I64]
) -> Callable[[int, int], NDArray[np.float64]]:
    def more(done: int, now: int) -> NDArray[np.float64]:
        games, part = np.arange(done, done + now), len(gains)
        gain = above.played(part, games)[:, seat] - below.played(part, games)[:, seat]
        gains.append(gain)
        won: NDArray[np.float64] = (gain[gain != 0] > 0).astype(np.float64)
        return won

    return more


def _seated(tables: Tables, first: Level, second: Level, seed: int, factor: Fraction) -> _Table:
    made = tuple(level.make(brief(tables, seat), factor) for seat, level in enumerate((first, second)))
    return _Table(tables, (made[0], made[1]), seed)
