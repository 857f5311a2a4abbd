"""Games between two levels of difficulty, part by part: played when they are asked for, and kept.

Several processes play ahead of what is asked for. What they played in vain, because a rung was decided
meanwhile, is kept as well.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np

from game.analysis.balance.block import Work, playable
from game.analysis.balance.journal import Journal
from game.analysis.episodes import play_out
from game.analysis.scale.executors import executors
from game.analysis.scale.in_order import InOrder
from game.foundation.arrays import I64
from game.information.brief import brief
from game.policies.levels import Level
from game.policies.protocol import Policy

PAYOFFS, SECONDS = "payoffs", "seconds"
Found = dict[str, Any]
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Part:
    """So many games between two levels.

    Args:
        work: the scenario and seed; its `keys` are the games of one part.
        seats: who sits on seat 0 and 1.
        factor: scales the number of worlds that levels imagine.
        number: of the part.
    """

    work: Work
    seats: tuple[Level, Level]
    factor: Fraction
    number: int

    @property
    def name(self) -> str:
        """Tells it from all others of the same work; other numbers of a level are another level."""
        seats = ", ".join(f"{one.name} {one.sharpness} {one.worlds}" for one in self.seats)
        return f"{seats}: {self.number}"


def play_part(part: Part) -> Found:
    """Both payoffs of every game, and the processor time: the same payoffs whatever process plays."""
    began = time.process_time()
    first = part.number * part.work.keys
    games = np.arange(first, first + part.work.keys)
    seats = (_seated(part, 0), _seated(part, 1))
    payoff = play_out(playable(part.work).tables, seats, part.work.seed, games).payoff
    return {PAYOFFS: payoff.tolist(), SECONDS: round(time.process_time() - began, 6)}


def _seated(part: Part, seat: int) -> Policy:
    """A level on a seat, with what it has worked out so far; that changes its speed and nothing else."""
    here, level = playable(part.work), part.seats[seat]
    known = (seat, f"{level} x {part.factor}")
    if known not in here.seats:
        here.seats[known] = level.make(brief(here.tables, seat), part.factor)
    return here.seats[known]


@dataclass
class Supply:
    """Parts in the order in which they are asked for.

    Args:
        journal: of what is played.
        queues: for each rung the parts that it may ask for, in its order.
        progress: called with the number of games that are there.

    Attributes:
        rung: which rung is being climbed: parts of those before are no longer wanted.
        seconds: processor time of all parts that were asked for.
    """

    journal: Journal
    queues: Sequence[Sequence[Part]]
    jobs: int
    progress: Progress
    rung: int = 0
    seconds: float = 0.0
    _given: set[str] = field(default_factory=set)
    _handed: deque[str] = field(default_factory=deque)

    @contextmanager
    def open(self) -> Iterator[None]:
        """While it is open parts can be asked for; what is being played at its end is given up."""
        make, ahead = executors(self.jobs)
        hand_out: InOrder[Part, Found] = InOrder(make, play_part, ahead)
        self._coming: Generator[Found, None, None] = hand_out.results(self._wanted())
        self.progress(self.games)
        try:
            yield
        finally:
            self._coming.close()

    @property
    def games(self) -> int:
        """How many are there."""
        return sum(len(found[PAYOFFS]) for found in self.journal.results.values())

    def payoffs(self, part: Part) -> I64:
        """Of one part, played if it is not there. int64[games,2]."""
        results = self.journal.results
        while part.name not in results:
            found = next(self._coming)
            self.journal.keep(self._handed.popleft(), found)
            self.progress(self.games)
        found = results[part.name]
        if part.name not in self._given:
            self._given.add(part.name)
            self.seconds += found[SECONDS]
        return np.array(found[PAYOFFS], np.int64)

    def _wanted(self) -> Iterator[Part]:
        """What to play next, as things stand when a process is free."""
        handed: set[str] = set()
        for number, queue in enumerate(self.queues):
            for part in queue:
                if number < self.rung:
                    break
                if part.name not in handed and part.name not in self.journal.results:
                    handed.add(part.name)
                    self._handed.append(part.name)
                    yield part
