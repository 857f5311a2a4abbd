"""Which of the numbers that nobody knows decide what is measured: all of them moved a little, part by part.

Every row of a walk plays the same keys (common random numbers), so that two rows differ by the step between
them and hardly by chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from game.analysis.balance.comparing import difference_of
from game.analysis.balance.journal import Journal
from game.analysis.balance.running import Asked, prepared
from game.analysis.balance.scores import Metric
from game.analysis.balance.trying import played
from game.analysis.balance.walking import Plan
from game.analysis.scale.executors import executors
from game.analysis.scale.in_order import InOrder
from game.analysis.statistics.elementary_effects import Effect, Step, effect
from game.analysis.statistics.likeliest import F64
from game.analysis.statistics.paired import Difference
from game.analysis.statistics.several import benjamini_hochberg

RATE = 0.05  # of false findings among those that are believed
_DIGITS = 9

Row = tuple[int, int]
"""A walk, and how many of its steps were made."""


@dataclass(frozen=True)
class Owed:
    """What one metric owes to one part of the scenario.

    Args:
        metric: its name.
        part: the part, or the single number.
        effect: in units of the metric, if the numbers of the part move over their whole range.
        believed: by Benjamini and Hochberg's rule over all metrics and parts, with an interval of one step at
            least that leaves out 0.
    """

    metric: str
    part: str
    effect: Effect
    believed: bool


@dataclass(frozen=True)
class Screening:
    """Walks to be played.

    Args:
        plan: what is moved.
        asked: policies, keys and seed of the games of every row, and the processes.
        file: how commands name the scenario.
        walks: numbers of the walks.
    """

    plan: Plan
    asked: Asked
    file: str
    walks: tuple[int, ...]

    @property
    def rows(self) -> list[Row]:
        """All rows, walk by walk."""
        return [(number, step) for number in self.walks for step in range(self.plan.steps)]

    def play(self, journal: Journal, progress: Callable[[int], None] = lambda _rows: None) -> None:
        """Play the rows that the journal does not hold yet.

        Args:
            progress: called with the number of rows that are there.

        Raises:
            GameError: the disk refuses.
            KeyboardInterrupt: somebody stopped it; whole rows are kept.
        """
        left = [row for row in self.rows if _key(row) not in journal.results]
        done = len(self.rows) - len(left)
        progress(done)
        if not left:
            return
        make, ahead = executors(self.asked.jobs)
        asked = replace(self.asked, jobs=1)
        hand_out: InOrder[Row, dict[str, Any]] = InOrder(
            make, partial(_scores, self.plan, self.file, asked), ahead
        )
        for row, scores in zip(left, hand_out.results(left), strict=True):
            journal.keep(_key(row), scores)
            done += 1
            progress(done)


def owed(screening: Screening, journal: Journal, metrics: Sequence[Metric]) -> tuple[Owed, ...]:
    """What every metric owes to every part, from rows that have been played."""
    changes: dict[tuple[str, int], list[tuple[Step, Difference]]] = defaultdict(list)
    for metric in metrics:
        for part, step, change in _changes(screening, journal, metric):
            changes[metric.name, part].append((step, change))
    effects = {place: effect([step for step, _change in found]) for place, found in changes.items()}
    marks = benjamini_hochberg([one.chance for one in effects.values()], RATE)
    return tuple(
        Owed(place[0], screening.plan.parts[place[1]], one, bool(mark) and _convinces(changes[place]))
        for (place, one), mark in zip(effects.items(), marks, strict=True)
    )


def _changes(
    screening: Screening, journal: Journal, metric: Metric
) -> Iterator[tuple[int, Step, Difference]]:
    """Every step that changed a metric's scores, or could have: its part, and by how much."""
    for number in screening.walks:
        walk = screening.plan.walk(number)
        rows = (
            _floats(journal.results[_key((number, step))][metric.name])
            for step in range(screening.plan.steps)
        )
        for part, (before, after) in zip(walk.order, pairwise(rows), strict=True):
            change = difference_of(metric, before, after).difference
            if change is not None:
                members = [place for place, group in enumerate(walk.groups) if group == part]
                direction = walk.direction(members[0]) if len(members) == 1 else 0
                yield part, Step(change.mean, change.error, direction), change


def _convinces(changes: Sequence[tuple[Step, Difference]]) -> bool:
    return any(change.low > 0 or change.high < 0 for _step, change in changes)


def _scores(plan: Plan, file: str, asked: Asked, row: Row) -> dict[str, Any]:
    """The scores of one row of games, key by key."""
    scores = played(prepared(plan.reading_at(*row), file, asked)).scores
    return {name: _kept(found) for name, found in scores.items()}


def _key(row: Row) -> str:
    return f"walk {row[0]}, step {row[1]}"


def _kept(scores: F64) -> list[float | None]:
    return [None if np.isnan(one) else round(float(one), _DIGITS) for one in scores]


def _floats(kept: Sequence[float | None]) -> F64:
    return np.array([np.nan if one is None else one for one in kept], np.float64)
