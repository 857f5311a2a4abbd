"""The scores of one metric as they come in: a mean, an interval, and the most extreme games."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass, field

import numpy as np

from game.analysis.balance.scores import BINS
from game.analysis.statistics.bounded_means import betting_interval
from game.analysis.statistics.likeliest import F64
from game.analysis.statistics.proportions import proportion_interval

Pair = tuple[str, str]

MOST_KEPT = 1 << 17
"""Scores that an interval rests on; later ones count for the mean alone, so that memory stays flat. A
confidence sequence is valid at every moment, so also at the moment at which one stops looking."""


@dataclass(frozen=True)
class Extreme:
    """A game that anybody can play again."""

    value: float
    game: int
    pair: Pair


@dataclass
class Series:
    """Scores of one metric, key by key: a key's score is the mean over the pairs that played it.

    Args:
        span: lowest and highest score.
        pairs: who plays, in the order of the rows that are added.
        two: whether a key's score is always one of the two bounds.
        keys, scored: keys so far, and those of them that have a score.
        scored_games: games that have one.
    """

    span: tuple[float, float]
    pairs: tuple[Pair, ...]
    two: bool = False
    keys: int = 0
    scored: int = 0
    scored_games: int = 0
    total: float = 0.0
    lowest: Extreme | None = None
    highest: Extreme | None = None
    _kept: list[F64] = field(default_factory=list)
    _room: int = MOST_KEPT

    def add(self, scores: F64, first: int) -> F64:
        """Add scores of the next keys.

        Args:
            scores: f64[pairs,n], nan where there is none.
            first: number of the first key's game.

        Returns: the keys' scores without those that have none. f64[m]
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # a key that no pair scored has no mean
            by_key = np.nanmean(scores, axis=0)
        found: F64 = by_key[~np.isnan(by_key)]
        self.keys += scores.shape[1]
        self.scored += len(found)
        self.scored_games += int(np.count_nonzero(~np.isnan(scores)))
        self.total += math.fsum(found.tolist())
        if len(found):
            self._note_extremes(scores, first)
        if self._room:
            self._kept.append(found[: self._room])
            self._room -= len(self._kept[-1])
        return found

    @property
    def games(self) -> int:
        """How many games were played for it."""
        return self.keys * len(self.pairs)

    @property
    def mean(self) -> float | None:
        """The estimate; None without any score."""
        return self.total / self.scored if self.scored else None

    def interval(self, alpha: float) -> tuple[float, float]:
        """Means that are not excluded, whenever one looks."""
        low, high = self.span
        kept = np.concatenate(self._kept) if self._kept else np.zeros(0)
        if self.two:
            successes = int((kept == high).sum())
            share = proportion_interval(successes, len(kept), alpha)
            return low + share[0] * (high - low), low + share[1] * (high - low)
        return betting_interval(np.clip(kept, low, high), alpha, self.span)

    def _note_extremes(self, scores: F64, first: int) -> None:
        least, most = np.nanargmin(scores), np.nanargmax(scores)
        for where, better in ((int(least), False), (int(most), True)):
            pair, key = divmod(where, scores.shape[1])
            value = float(scores[pair, key])
            before = self.highest if better else self.lowest
            if before is None or (value > before.value if better else value < before.value):
                found = Extreme(value, first + key, self.pairs[pair])
                if better:
                    self.highest = found
                else:
                    self.lowest = found


def binned(scores: F64, span: tuple[float, float], steps: int = BINS) -> F64:
    """Numbers of the nearest of so many steps between both bounds; halves to even. f64[n]."""
    low, high = span
    return np.rint((np.clip(scores, low, high) - low) / (high - low) * steps)
