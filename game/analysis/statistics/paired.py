"""Two versions played with the same keys: what a change makes, with chance largely cancelled out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.analysis.statistics.bounded_means import betting_interval
from game.analysis.statistics.likeliest import F64


@dataclass(frozen=True)
class Difference:
    """Second minus first, game by game.

    Args:
        games: how many pairs.
        mean: of the differences.
        low, high: interval that holds the true mean with a chance of at least 1 - alpha, whenever one looks.
        error: standard error of the mean.
        gain: how many times fewer games this took than independent keys would have: the variance of the
            difference of independent games over that of pairs. Infinite if all pairs differ by the same.
    """

    games: int
    mean: float
    low: float
    high: float
    error: float
    gain: float


def paired_difference(first: F64, second: F64, span: tuple[float, float], alpha: float = 0.05) -> Difference:
    """The mean difference between two versions under common random numbers.

    Args:
        first, second: f64[n], scores of the same keys in the same order; at least two.
        span: lowest and highest value that a score can have.
        alpha: chance of error of the interval.

    Raises:
        ValueError: fewer than two pairs, or not as many scores of one as of the other.

    Source: common random numbers: Law 2015, "Simulation Modeling and Analysis", 11.2; the interval is that
        of `bounded_means`.
    """
    if len(first) != len(second) or len(first) < 2:
        raise ValueError(f"pairs are needed, at least two (got {len(first)} and {len(second)} scores)")
    differences = second - first
    width = span[1] - span[0]
    low, high = betting_interval(differences, alpha, (-width, width))
    variance = float(differences.var(ddof=1))
    apart = float(first.var(ddof=1) + second.var(ddof=1))
    error = math.sqrt(variance / len(differences))
    gain = apart / variance if variance > 0 else math.inf
    return Difference(len(differences), float(np.mean(differences)), low, high, error, gain)
