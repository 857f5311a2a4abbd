"""Whether each level of difficulty does better than the one below, as either seat.

A rung: the higher level sits on one seat and the lower one on the other; what counts is whether the
higher level ends with more than the lower one does on that same seat, against the same opponent, in the
game with the same chances. Games that end alike say nothing and are left out. The claim is that of the
others more than half are won: a sequential probability ratio test between 50 and 55 % at 5 % error
(decision 044). What is played is kept part by part, so that a ladder that was stopped goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.analysis.balance.block import Work, playable, source_of
from game.analysis.balance.journal import Journal
from game.analysis.level_games import Part, Progress, Supply
from game.analysis.statistics.sequential import Claim, Verdict, sprt
from game.content.reading.loading import Reading
from game.foundation.arrays import I64
from game.policies.levels import Level

CLAIM = Claim(support=(0.0, 1.0), bounds=(0.5, 0.55))
MOST_PLIES = 240_000  # most games of a rung are so many plies of talk
MICRO = 1_000_000
LOOKS = 50  # the test looks so often at most; the games between are played together, few cost more each
FORMAT = 1


@dataclass(frozen=True)
class Rung:
    """One comparison.

    Args:
        seat: where the higher level sits.
        factor: what numbers of imagined worlds were scaled by.
        verdict: its seconds are processor time of all processes; what two rungs share counts for the first.
        gain: by how much more the higher level ended with on average over all games, a month.
    """

    scenario: str
    lower: str
    upper: str
    seat: int
    factor: Fraction
    verdict: Verdict
    gain: float


Report = Callable[[Rung], None]


def _nobody(_games: int) -> None:
    """Does not look."""


@dataclass
class Ladder:
    """The ladder of one scenario.

    Args:
        reading: of the scenario file.
        file: how commands name it.
        levels: from the lowest up.
        factor: scales the number of worlds that levels imagine.
        jobs: processes.
    """

    reading: Reading
    file: str
    levels: tuple[Level, ...]
    seed: int
    factor: Fraction
    jobs: int = 1
    games: int = field(default=0, init=False)  # that are there

    def __post_init__(self) -> None:
        work = Work(source_of(self.reading), self.file, self.seed, 1, 0)
        here = playable(work)
        self._tables, self._scenario = here.tables, here.lexicon.scenario
        self.title = here.lexicon.title
        self._most = max(1, MOST_PLIES // (self._tables.turns * self._tables.plies))
        self._work = replace(work, keys=max(1, self._most // LOOKS))

    @property
    def heading(self) -> dict[str, Any]:
        """What all its games depend on besides the levels."""
        return {
            "format": FORMAT,
            "scenario": self._scenario,
            "digest": self._tables.digest,
            "rules_version": self._tables.rules_version,
            "seed": self.seed,
            "factor": str(self.factor),
            "games": self._work.keys,
        }

    def climb(self, folder: Path | None, report: Report, progress: Progress = _nobody) -> list[Rung]:
        """Every rung, both seats.

        Args:
            folder: where games are kept, and gone on with; None to keep nothing.
            report: called with each rung when it is decided.
            progress: called with the number of games that are there.

        Raises:
            GameError: the folder holds other games, or the disk refuses.
            KeyboardInterrupt: somebody stopped it; whole parts are kept.
        """
        path = None if folder is None else folder / f"{self._scenario}.jsonl"
        steps = [(lower, upper, seat) for lower, upper in pairwise(self.levels) for seat in (0, 1)]
        queues = [[part for pair in self._pairs(*step) for part in pair] for step in steps]

        def noted(games: int) -> None:
            self.games = games
            progress(games)

        rungs = []
        with Journal(path, self.heading) as journal:
            supply = Supply(journal, queues, self.jobs, noted)
            with supply.open():
                for supply.rung, step in enumerate(steps):
                    rungs.append(self._climbed(supply, *step))
                    report(rungs[-1])
        return rungs

    def _pairs(self, lower: Level, upper: Level, seat: int) -> Iterator[tuple[Part, Part]]:
        """Games with the higher level on a seat, and the same games without it, part by part."""
        above = (upper, lower) if seat == 0 else (lower, upper)
        for number in range(-(-self._most // self._work.keys)):
            yield (
                Part(self._work, above, self.factor, number),
                Part(self._work, (lower, lower), self.factor, number),
            )

    def _climbed(self, supply: Supply, lower: Level, upper: Level, seat: int) -> Rung:
        pairs, gains = self._pairs(lower, upper, seat), list[I64]()

        def more(_done: int, now: int) -> NDArray[np.float64]:
            above, below = (supply.payoffs(part)[:now, seat] for part in next(pairs))
            gain = above - below
            gains.append(gain)
            won: NDArray[np.float64] = (gain[gain != 0] > 0).astype(np.float64)
            return won

        verdict = sprt(more, CLAIM, self._most, self._work.keys, lambda: supply.seconds)
        mean = float(np.concatenate(gains).mean()) / int(self._tables.remaining[0]) / MICRO
        return Rung(self._scenario, lower.name, upper.name, seat, self.factor, verdict, mean)
