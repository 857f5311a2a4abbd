"""Two runs of the same keys: what a change of the scenario makes, game by game."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.analysis.balance.folder import Heading, chunks_of, read_heading
from game.analysis.balance.scores import Columns, Metric, metrics_of
from game.analysis.balance.series import MOST_KEPT, Pair
from game.analysis.statistics.likeliest import F64
from game.analysis.statistics.normal import two_sided_chance
from game.analysis.statistics.paired import Difference, paired_difference
from game.analysis.statistics.several import benjamini_hochberg
from game.foundation.arrays import I64
from game.foundation.errors import GameError
from game.foundation.texts import _

RATE = 0.05  # of false findings among those that are believed
ALPHA = 0.05


@dataclass(frozen=True)
class Changed:
    """What became of one metric.

    Args:
        first, second: its means in both runs.
        difference: second less first, key by key; None where fewer than two keys were scored in both.
        believed: whether it is among the findings that Benjamini and Hochberg's rule lets through, with an
            interval that leaves out 0.
    """

    metric: Metric
    first: float
    second: float
    difference: Difference | None
    believed: bool


@dataclass(frozen=True)
class Comparison:
    """Two runs beside each other.

    Args:
        same_scenario: whether both have the same digest, so that no game can differ.
        keys: games of each pair that both have.
    """

    first: Heading
    second: Heading
    pairs: tuple[Pair, ...]
    keys: int
    same_scenario: bool
    changes: tuple[Changed, ...]


def compared_runs(first: Path, second: Path) -> Comparison:
    """Compare two runs on the games that both have.

    Raises:
        GameError: one is no run, or they have no games in common.
    """
    headings = (read_heading(first), read_heading(second))
    require_comparable(first, headings[0], headings[1])
    pairs = tuple(pair for pair in headings[0].pairs if pair in headings[1].pairs)
    metrics = metrics_of(headings[0].seats)
    scores: dict[str, list[tuple[F64, F64]]] = {name: [] for name in metrics}
    keys = 0
    both = zip(chunks_of(first, headings[0]), chunks_of(second, headings[1]), strict=False)
    for (rows_of_first, _end), (rows_of_second, _also_end) in both:
        if keys >= MOST_KEPT:
            break
        keys += headings[0].keys
        blocks = (columns_by_pair(headings[0], rows_of_first), columns_by_pair(headings[1], rows_of_second))
        for name, metric in metrics.items():
            means = [score_by_key(metric, block, pairs) for block in blocks]
            scores[name].append((means[0], means[1]))
    if not keys:
        raise GameError(_("{first} and {second} have no whole chunk of games in common").format(
            first=first, second=second
        ))  # fmt: skip
    changes = with_belief(
        [
            difference_of(
                metrics[name],
                np.concatenate([one for one, _two in found]),
                np.concatenate([two for _one, two in found]),
            )
            for name, found in scores.items()
        ]
    )
    same = headings[0].digest == headings[1].digest
    return Comparison(*headings, pairs, keys, same, tuple(changes))


def require_comparable(path: Path, there: Heading, here: Heading) -> None:
    """Raises GameError unless two runs play the same keys of the same scenario under the same rules.

    Args:
        path: of the run that `there` is of, for the message.
    """
    for what, one, two in (
        (_("scenario"), there.scenario, here.scenario),
        (_("rules version"), there.rules_version, here.rules_version),
        (_("seed"), there.seed, here.seed),
        (_("number of games in a chunk"), there.keys, here.keys),
        (_("turns"), there.turns, here.turns),
        (_("seats"), " - ".join(there.seats), " - ".join(here.seats)),
    ):
        if one != two:
            raise GameError(
                _("{path} cannot be compared with this run: its {what} is {one}, here it is {two}").format(
                    path=path, what=what, one=one, two=two
                )
            )
    if not set(there.pairs) & set(here.pairs):
        raise GameError(_("{path} cannot be compared with this run: no policies in common").format(path=path))


def columns_by_pair(heading: Heading, rows: Mapping[Pair, I64]) -> dict[Pair, Columns]:
    """The columns of one chunk, by pair."""
    return {
        pair: Columns(heading.columns, found, heading.turns, heading.held_start)
        for pair, found in rows.items()
    }


def score_by_key(metric: Metric, blocks: Mapping[Pair, Columns], pairs: tuple[Pair, ...]) -> F64:
    """The mean over the pairs of each key's scores. f64[keys], nan where no pair has one."""
    scores = np.stack([metric.score(blocks[pair]) for pair in pairs])
    there = ~np.isnan(scores)
    count = there.sum(axis=0)
    total = np.where(there, scores, 0.0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def difference_of(metric: Metric, first: F64, second: F64) -> Changed:
    """What became of a metric, by its scores of the same keys; nobody believes it yet (`with_belief`).

    Args:
        first, second: f64[keys], nan where there is no score.
    """
    both = ~(np.isnan(first) | np.isnan(second))
    first, second = first[both], second[both]
    if len(first) < 2:
        return Changed(metric, math.nan, math.nan, None, believed=False)
    difference = paired_difference(first, second, metric.span, ALPHA)
    return Changed(metric, float(first.mean()), float(second.mean()), difference, believed=False)


def with_belief(changes: list[Changed]) -> list[Changed]:
    """Mark what is believed, at an expected share of 5 % of false findings among these.

    The interval has to leave out 0 as well: with few keys the normal approximation believes too much, and a
    finding whose own interval holds 0 convinces nobody.
    """
    chances = [_chance(change.difference) for change in changes]
    marks = benjamini_hochberg(chances, RATE)
    return [
        Changed(
            change.metric, change.first, change.second, change.difference, bool(mark) and _away_from_0(change)
        )
        for change, mark in zip(changes, marks, strict=True)
    ]


def _away_from_0(change: Changed) -> bool:
    return change.difference is not None and (change.difference.low > 0 or change.difference.high < 0)


def _chance(difference: Difference | None) -> float:
    """Two-sided chance of such a difference if there were none, by the normal approximation."""
    return 1.0 if difference is None else two_sided_chance(difference.mean, difference.error)
