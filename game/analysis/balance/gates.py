"""Gates: claims of a scenario's author, each tested as its games come in, until it is decided.

Statistics and why these: docs/decisions/070-intervals-valid-at-any-moment.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.analysis.balance.scores import BINS, Columns, Metric, metrics_of
from game.analysis.balance.series import Pair, Series, binned
from game.analysis.balance.skill import skill
from game.analysis.statistics.likeliest import F64
from game.analysis.statistics.likelihood_ratio import mean_ratio
from game.analysis.statistics.proportions import proportion_interval
from game.analysis.statistics.sequential import Claim, Ruling, thresholds
from game.content.schema.balance import USED, Gate
from game.foundation.arrays import Bool
from game.foundation.texts import marked

ALPHA = 0.05  # of all gates of a file together
FEWEST = 50  # scores before the first look at a test whose likelihoods are estimated
_LOOK_AGAIN = 1.25  # a range is looked at when there are so many times the scores of the look before


def pairs_of(policies: Sequence[str]) -> tuple[Pair, ...]:
    """Every pair of these, each on both seats."""
    return tuple((first, second) for first in policies for second in policies)


@dataclass
class Trial:
    """One gate being tested.

    Args:
        gate: what is claimed.
        metric: what of.
        alpha: this gate's share of the chance of error.
        feature: for `used.THING`, the thing's number; -1 for others.
        features: how many features the scenario has.
        line: where the gate stands in its file, from 1; 0 if that is not known.
    """

    gate: Gate
    metric: Metric
    alpha: float
    feature: int = -1
    features: int = 0
    line: int = 0
    ruling: Ruling = Ruling.UNDECIDED
    ratio: float = 0.0
    seconds: float = 0.0
    series: Series = field(init=False)
    _counts: F64 = field(init=False)
    _looked: int = 0
    _seen: Bool | None = None

    def __post_init__(self) -> None:
        pairs = pairs_of(self.gate.policies)
        self.series = Series(self.metric.span, pairs, self.metric.yes_or_no and len(pairs) == 1)
        self._counts = np.zeros(self._steps + 1)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Who plays for it."""
        return self.series.pairs

    @property
    def decided(self) -> bool:
        """Whether no more games are needed."""
        return self.ruling is not Ruling.UNDECIDED

    @property
    def _steps(self) -> int:
        return len(self.pairs) if self.metric.yes_or_no else BINS

    def add(self, blocks: Mapping[Pair, Columns], unpacked: Mapping[Pair, np.ndarray], first: int) -> None:
        """The next games, of all pairs; nothing changes once the gate is decided."""
        if self.decided:
            return
        if self.gate.family == "dead":
            self._add_dead(unpacked)
            return
        if self.gate.family == "skill":
            scores = skill(blocks, self.gate.policies)[None, :]
        elif self.gate.family == USED:
            scores = np.stack([unpacked[pair][:, self.feature].astype(np.float64) for pair in self.pairs])
        else:
            scores = np.stack([self.metric.score(blocks[pair]) for pair in self.pairs])
        found = self.series.add(scores, first)
        if self.gate.between is not None:
            self._look_at_range()
        else:
            self._look_at_bound(found)

    def bounds(self) -> tuple[float, float]:
        """The two means that a one-sided claim tells apart."""
        value = self.gate.at_least if self.gate.at_least is not None else self.gate.at_most
        assert value is not None, "a gate has one claim; check_balance saw to it"
        return float(value - self.gate.margin), float(value + self.gate.margin)

    def interval(self) -> tuple[float, float]:
        """What the mean may be, whenever one looks."""
        if self.gate.family == "dead":
            return 0.0, float(self.features if self._seen is None else (~self._seen).sum())
        return self.series.interval(self.alpha)

    @property
    def estimate(self) -> float | None:
        """The mean so far; of `dead` the number of things not seen so far."""
        if self.gate.family == "dead":
            return None if self._seen is None else float((~self._seen).sum())
        return self.series.mean

    def _look_at_bound(self, found: F64) -> None:
        low, high = self.metric.span
        steps = binned(found, (low, high), self._steps).astype(np.intp)
        self._counts += np.bincount(steps, minlength=self._steps + 1)
        if self._counts.sum() < FEWEST:
            return
        claim = Claim(self._support(), self.bounds(), self.alpha, self.alpha)
        lower, upper = thresholds(claim.alpha, claim.beta)
        self.ratio = mean_ratio(np.array(claim.support), self._counts, claim.bounds)
        above = self.gate.at_least is not None
        if self.ratio >= upper:
            self.ruling = Ruling.PASS if above else Ruling.FAIL
        elif self.ratio <= lower:
            self.ruling = Ruling.FAIL if above else Ruling.PASS

    def _support(self) -> tuple[float, ...]:
        low, high = self.metric.span
        return tuple(low + (high - low) * step / self._steps for step in range(self._steps + 1))

    def _look_at_range(self) -> None:
        """Pass once the mean is surely inside, the margin allowed for; fail once it is surely outside."""
        if self.series.scored < max(FEWEST, self._looked * _LOOK_AGAIN):
            return
        self._looked = self.series.scored
        assert self.gate.between is not None, "only ranges come here"
        low, high = self.series.interval(self.alpha)
        first, last, margin = (*map(float, self.gate.between), float(self.gate.margin))
        if high < first or low > last:
            self.ruling = Ruling.FAIL
        elif first - margin <= low and high <= last + margin:
            self.ruling = Ruling.PASS

    def _add_dead(self, unpacked: Mapping[Pair, np.ndarray]) -> None:
        """Note what was used; what was used once is not dead."""
        if self._seen is None:
            self._seen = np.zeros(self.features, np.bool_)
        for pair in self.pairs:
            self._seen |= unpacked[pair].any(axis=0)
        keys = len(unpacked[self.pairs[0]])
        self.series.keys += keys
        self.series.scored += keys
        dead = int((~self._seen).sum())
        assert self.gate.at_most is not None, "'dead' has at_most; the checks saw to it"
        if dead <= self.gate.at_most:
            self.ruling = Ruling.PASS
        elif self.series.scored >= FEWEST:
            # A key counts once: its games under several pairs are not independent of each other.
            upper = proportion_interval(0, self.series.scored, self.alpha / self.features)[1]
            if upper <= float(self.gate.margin):
                self.ruling = Ruling.FAIL


def trials_of(
    gates: Sequence[Gate], seats: tuple[str, ...], features: Sequence[str], lines: Sequence[int] = ()
) -> tuple[Trial, ...]:
    """The tests of all gates of a scenario, which share the chance of error (Bonferroni).

    Args:
        gates: checked ones.
        seats: ids of both seats.
        features: names of all features.
        lines: where each gate stands in its file.
    """
    known = metrics_of(seats)
    found = []
    for number, gate in enumerate(gates):
        feature = -1
        if gate.family == USED:
            feature = list(features).index(gate.metric.partition(".")[2])
            metric = Metric(gate.metric, marked("games in which it is used"), _no_score, yes_or_no=True)
        elif gate.family == "dead":
            metric = Metric("dead", marked("things that are never used"), _no_score)
        elif gate.family == "skill":
            metric = Metric(
                "skill", marked("how much oftener the stronger policy does better"), _no_score, -1.0
            )
        else:
            metric = known[gate.metric]
        line = lines[number] if lines else 0
        found.append(Trial(gate, metric, ALPHA / len(gates), feature, len(features), line))
    return tuple(found)


def _no_score(columns: Columns) -> F64:
    return np.full(len(columns.rows), math.nan)
