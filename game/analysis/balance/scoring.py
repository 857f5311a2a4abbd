"""What the games of a run scored, key by key, to be held against the same keys of a changed scenario."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from game.analysis.balance.block import Block
from game.analysis.balance.comparing import columns_by_pair, difference_of, score_by_key, with_belief
from game.analysis.balance.folder import Heading
from game.analysis.balance.scores import metrics_of
from game.analysis.balance.series import Pair
from game.analysis.statistics.likeliest import F64
from game.foundation.arrays import I64

MOST_KEYS = 1 << 13
"""Keys that are compared: the scores of a run are sent to every process that plays its mutations."""


@dataclass(frozen=True)
class Scored:
    """The games of a run, summed up.

    Args:
        scores: of each metric, float64[keys], the mean over the pairs; nan where there is none.
        games: digest of all games, to the last number of each.
    """

    scores: Mapping[str, F64]
    games: str


@dataclass(frozen=True)
class Moved:
    """How far a metric is from where it was, believed not to be chance.

    Args:
        metric: its name.
        mean: now less before, over the same keys.
        low, high: interval of the mean.
    """

    metric: str
    mean: float
    low: float
    high: float


class Scoring:
    """Games as they are played.

    Args:
        heading: of their run.
    """

    def __init__(self, heading: Heading) -> None:
        self._heading = heading
        self._games = hashlib.sha256()
        self._found: dict[str, list[F64]] = {name: [] for name in metrics_of(heading.seats)}
        self._keys = 0

    def add(self, blocks: Iterable[Block]) -> None:
        """The blocks of all pairs of the next chunk."""
        rows: dict[Pair, I64] = {block.pair: block.rows for block in blocks}
        for found in rows.values():
            self._games.update(found.tobytes())
        if self._keys < MOST_KEYS:
            columns = columns_by_pair(self._heading, rows)
            for name, metric in metrics_of(self._heading.seats).items():
                self._found[name].append(score_by_key(metric, columns, self._heading.pairs))
        self._keys += self._heading.keys

    @property
    def scored(self) -> Scored:
        """What came in so far."""
        none: F64 = np.zeros(0)
        return Scored(
            {name: np.concatenate([none, *found]) for name, found in self._found.items()},
            self._games.hexdigest(),
        )


def moved(heading: Heading, before: Scored, now: Scored) -> tuple[Moved, ...]:
    """The metrics that are believed to have moved, the farthest first.

    Args:
        heading: of either run; both have the same seats.
        before, now: scores of the same keys; what only one has is left aside.
    """
    keys = min(len(found) for side in (before, now) for found in side.scores.values())
    metrics = metrics_of(heading.seats)
    changes = with_belief(
        [
            difference_of(metric, before.scores[name][:keys], now.scores[name][:keys])
            for name, metric in metrics.items()
        ]
    )
    found = [
        Moved(change.metric.name, change.difference.mean, change.difference.low, change.difference.high)
        for change in changes
        if change.believed and change.difference is not None
    ]
    return tuple(sorted(found, key=lambda one: (-abs(one.mean), one.metric)))
