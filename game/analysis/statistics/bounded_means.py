"""Means of scores between two bounds, with an interval that stays valid however often one looks.

Source: Waudby-Smith & Ramdas 2024, "Estimating means of bounded random variables by betting", Journal of the
Royal Statistical Society B 86(1), theorem 3 (hedged capital) with the predictable plug-in bets of their
section 4; constants as in the authors' own package confseq 0.0.11, whose values the tests hold.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from game.analysis.statistics.likeliest import F64

_CAUTION = 0.5  # share of one's capital that a single bet may lose at most
_HALVINGS = 40


def betting_interval(
    scores: F64, alpha: float = 0.05, span: tuple[float, float] = (0.0, 1.0)
) -> tuple[float, float]:
    """Means that the scores so far do not exclude.

    Two gamblers bet against every possible mean, one that the scores are higher and one that they are lower;
    against the true one neither gets rich. A mean against which one of them has multiplied its capital by
    2 / alpha is excluded.

    Args:
        scores: f64[n], in the order in which they came.
        alpha: greatest chance that the true mean is ever left out, at whatever moments one looks.
        span: lowest and highest value that a score can have.

    Returns: lowest and highest mean not excluded; the whole span without scores.

    Raises:
        ValueError: a score outside the span, or alpha out of range.
    """
    lowest, highest = span
    if not 0 < alpha < 1:
        raise ValueError(f"alpha lies between 0 and 1 (got {alpha})")
    if len(scores) == 0:
        return lowest, highest
    if not (lowest <= scores.min() and scores.max() <= highest):
        raise ValueError(f"scores lie between {lowest} and {highest} (got {scores.min()} to {scores.max()})")
    within = (scores - lowest) / (highest - lowest)
    low = _least(within, alpha)
    high = 1.0 - _least(1.0 - within, alpha)
    return lowest + low * (highest - lowest), lowest + high * (highest - lowest)


def bets(scores: F64, alpha: float) -> F64:
    """What is staked on each score, decided before it is seen: f64[n].

    Large while scores vary little and early, so that the capital grows fast; the mean and variance of earlier
    scores are mixed with one score of 1/2 and variance 1/4.
    """
    count = np.arange(1, len(scores) + 1)
    means = (0.5 + np.cumsum(scores)) / (count + 1)
    variances = (0.25 + np.cumsum((scores - means) ** 2)) / (count + 1)
    known = np.concatenate(([0.25], variances[:-1]))
    stakes: F64 = np.sqrt(2.0 * math.log(2.0 / alpha) / (count * np.log(count + 1.0) * known))
    return stakes


def log_capital(scores: F64, stakes: F64, mean: float) -> float:
    """Logarithm of what 1 becomes by betting that scores are higher than a mean above 0."""
    return float(np.log1p(np.minimum(stakes, _CAUTION / mean) * (scores - mean)).sum())


def _least(scores: F64, alpha: float) -> float:
    """The lowest mean that the gambler on high scores does not exclude; its capital falls with the mean."""
    stakes = bets(scores, alpha)
    rich = math.log(2.0 / alpha)
    return _border(lambda mean: log_capital(scores, stakes, mean) >= rich)


def _border(excluded: Callable[[float], bool]) -> float:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2.0
        low, high = (middle, high) if excluded(middle) else (low, middle)
    return low
