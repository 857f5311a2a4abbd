"""Everything that a run is summed up from, block by block; it does not grow with the number of games."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.analysis.balance.answers import Answers
from game.analysis.balance.features import unpacked
from game.analysis.balance.gates import Trial, pairs_of
from game.analysis.balance.luck import Luck
from game.analysis.balance.measuring import MISSING
from game.analysis.balance.scores import Columns, Metric
from game.analysis.balance.series import Pair, Series
from game.analysis.balance.skill import compared
from game.foundation.arrays import I64, Bool

MOST_DEALS = 400  # that are drawn on the map of a report
PEOPLE_BINS = 20


@dataclass
class PairTally:
    """Sums of one pair.

    Args:
        used: int64[F], in how many games each thing was used.
        payoff: sums over games of both seats' payoffs, micro-utils a month.
        squares: sums of their squares, utils a month.
        agreements: how many games had 0, 1, 2... agreements.
        freed: how many games freed a share of all ever held in each of 20 steps.
        turns: in how many games the first agreement was made in each turn.
    """

    used: I64
    turns: I64
    games: int = 0
    deals: int = 0
    payoff: list[int] = field(default_factory=lambda: [0, 0])
    squares: list[float] = field(default_factory=lambda: [0.0, 0.0])
    shares: list[int] = field(default_factory=lambda: [0, 0])
    agreements: dict[int, int] = field(default_factory=dict)
    freed: I64 = field(default_factory=lambda: np.zeros(PEOPLE_BINS, np.int64))

    def add(self, columns: Columns, used: Bool, freed: np.ndarray) -> None:
        """Games of one block."""
        agreed = columns["agreements"] > 0
        self.games += len(agreed)
        self.deals += int(agreed.sum())
        for seat in (0, 1):
            self.payoff[seat] += int(columns[f"payoff_{seat}"].sum())
            self.squares[seat] += math.fsum(((columns[f"payoff_{seat}"] / 1e6) ** 2).tolist())
            self.shares[seat] += int(columns[f"share_{seat}"].sum())
        for number, count in zip(*np.unique(columns["agreements"], return_counts=True), strict=True):
            self.agreements[int(number)] = self.agreements.get(int(number), 0) + int(count)
        steps = np.minimum((freed * PEOPLE_BINS).astype(np.int64), PEOPLE_BINS - 1)
        self.freed += np.bincount(steps, minlength=PEOPLE_BINS)
        self.turns += np.bincount(columns["first_turn"][agreed], minlength=len(self.turns))
        self.used += used.sum(axis=0)


class Tally:
    """Sums of a whole run.

    Args:
        metrics: those that are reported.
        policies: whose pairs they are reported of, from weak to strong.
        trials: gates being tested.
        names: of the columns of blocks.
        features: names of the features.
        turns: of the calendar.
        held_start: people held at the start.
    """

    def __init__(
        self,
        metrics: Mapping[str, Metric],
        policies: Sequence[str],
        trials: Sequence[Trial],
        names: tuple[str, ...],
        features: tuple[str, ...],
        turns: int,
        held_start: int,
    ) -> None:
        self.metrics = metrics
        self.policies = tuple(policies)
        self.pool = pairs_of(policies)
        self.trials = tuple(trials)
        self.features = features
        self._names, self._turns, self._held = names, turns, held_start
        every = [*self.pool, *(pair for trial in trials for pair in trial.pairs)]
        self.pairs: tuple[Pair, ...] = tuple(dict.fromkeys(every))
        self.series = {
            name: Series(metric.span, self.pool, metric.yes_or_no and len(self.pool) == 1)
            for name, metric in metrics.items()
        }
        self.ladder = {
            (first, last): Series((-1.0, 1.0), ((last, first),))
            for first, last in zip(self.policies, self.policies[1:], strict=False)
        }
        self.by_pair = {
            pair: PairTally(np.zeros(len(features), np.int64), np.zeros(turns, np.int64))
            for pair in self.pairs
        }
        self.luck = Luck(self.pool)
        self.answers = Answers(self.pool)
        self.deals: list[tuple[int, int]] = []
        self.first_used: dict[int, tuple[int, Pair]] = {}  # by thing: game and pair that used it first
        self.seconds_of_pool = 0.0
        self.keys = 0
        self.seconds = 0.0

    @property
    def games(self) -> int:
        """All games that were played."""
        return self.keys * len(self.pairs)

    @property
    def decided(self) -> bool:
        """Whether there are gates and all of them are decided."""
        return bool(self.trials) and all(trial.decided for trial in self.trials)

    def add(self, rows: Mapping[Pair, I64], seconds: Mapping[Pair, float]) -> None:
        """The games of one chunk.

        Args:
            rows: int64[n,C] of each pair, under the same keys.
            seconds: processor time of each.
        """
        blocks = {pair: Columns(self._names, found, self._turns, self._held) for pair, found in rows.items()}
        used = {pair: unpacked(columns.used, len(self.features)) for pair, columns in blocks.items()}
        freed = self.metrics["freed"].score
        for pair in self.pairs:
            self.by_pair[pair].add(blocks[pair], used[pair], freed(blocks[pair]))
        for name, metric in self.metrics.items():
            self.series[name].add(np.stack([metric.score(blocks[pair]) for pair in self.pool]), self.keys)
        for (first, last), series in self.ladder.items():
            series.add(compared(blocks, self.policies, first, last)[None, :], self.keys)
        self.luck.add(blocks, self.keys)
        self.answers.add(blocks)
        self._keep_deals(blocks)
        self._note_first_uses(used)
        for trial in self.trials:
            if not trial.decided:
                trial.seconds += sum(seconds[pair] for pair in trial.pairs)
                trial.add(blocks, used, self.keys)
        self.keys += len(next(iter(rows.values())))
        self.seconds += sum(seconds.values())
        self.seconds_of_pool += sum(seconds[pair] for pair in self.pool)

    def _note_first_uses(self, used: Mapping[Pair, Bool]) -> None:
        for pair in self.pool:
            for thing in np.flatnonzero(used[pair].any(axis=0)).tolist():
                if thing not in self.first_used:
                    self.first_used[thing] = (self.keys + int(used[pair][:, thing].argmax()), pair)

    def _keep_deals(self, blocks: Mapping[Pair, Columns]) -> None:
        for pair in self.pool:
            if len(self.deals) >= MOST_DEALS:
                return
            both = np.stack([blocks[pair]["deal_0"], blocks[pair]["deal_1"]], axis=1)
            there = both[both[:, 0] != MISSING][: MOST_DEALS // len(self.pool) + 1]
            self.deals += [(int(first), int(second)) for first, second in there]
