"""The likeliest distribution over known scores among those that meet a hypothesis about their mean.

Source: on the mean, Michel Van den Bergh, cantate.be/Fishtest/support_MLE_multinomial.pdf, proposition 1.1
(it is empirical likelihood: Owen 2001, "Empirical Likelihood", chapter 2); on the mean in standard deviations
his "Comments on normalized Elo", section 4.1, cantate.be/Fishtest/normalized_elo_practical.pdf.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]

_MOST_STEPS = 200
_MOST_REPETITIONS = 40  # three to seven are usual; shares near 0 leave some noise of rounding
_CLOSE, _CLOSE_ENOUGH = 1e-13, 1e-6


def likeliest_with_mean(scores: F64, shares: F64, mean: float) -> F64:
    """The distribution with a given mean under which the observed shares were likeliest.

    Args:
        scores: f64[K], the values a game can score.
        shares: f64[K], how often each was observed, summing to 1; each above 0.
        mean: strictly between the lowest and the highest score.

    Returns: f64[K], shares / (1 + theta (scores - mean)) with theta such that the mean comes out.

    Raises:
        ValueError: a mean that no distribution over the scores has.
    """
    if not scores.min() < mean < scores.max():
        raise ValueError(f"a mean of {mean} needs scores on both sides of it, not {scores.tolist()}")
    return shares / (1.0 + _tilt(scores - mean, shares) * (scores - mean))


def likeliest_with_distance(scores: F64, shares: F64, reference: float, distance: float) -> F64:
    """The same when the mean is to lie a number of standard deviations above a reference.

    Args:
        reference: what the distance is counted from.
        distance: (mean - reference) / standard deviation.

    Returns: f64[K]. Found by repetition: with mean and deviation taken from the last distribution the
        condition is one about a mean again.

    Raises:
        ValueError: a distance so large that hardly any score but one would be possible.
    """
    found = np.full(len(scores), 1.0 / len(scores))
    change = 1.0
    for _ in range(_MOST_REPETITIONS):
        if change < _CLOSE:
            break
        mean = float(found @ scores)
        deviation = math.sqrt(float(found @ (scores - mean) ** 2))
        pull = distance * deviation * (1.0 + ((mean - scores) / deviation) ** 2) / 2.0
        gaps = scores - reference - pull
        if not gaps.min() < 0 < gaps.max():
            raise ValueError(f"{distance:.3g} standard deviations from {reference} are too many")
        before, found = found, likeliest_with_mean(gaps, shares, 0.0)
        change = float(np.abs(found - before).max())
    assert change < _CLOSE_ENOUGH, f"no distribution at a distance of {distance} was found"
    return found


def _tilt(gaps: F64, shares: F64) -> float:
    """Theta with sum shares gaps / (1 + theta gaps) = 0: Newton's method, halving where it would leave."""
    low, high = -1.0 / gaps.max(), -1.0 / gaps.min()
    theta = 0.0
    for _ in range(_MOST_STEPS):
        part = gaps / (1.0 + theta * gaps)
        excess, slope = float(shares @ part), -float(shares @ part**2)
        low, high = (theta, high) if excess > 0 else (low, theta)
        step = theta - excess / slope
        after = step if low < step < high else (low + high) / 2.0
        if abs(after - theta) <= 1e-15 * max(1.0, abs(theta)):
            return after
        theta = after
    return theta
