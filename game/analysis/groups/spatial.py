"""The spatial model of politics of the KAPSARC Toolkit for Behavioral Analysis (KTAB): who wins, how likely.

Source: KAPSARC, "Multidimensional Bargaining using KTAB" and "An Introduction to the KAPSARC Toolkit for
Behavioral Analysis (KTAB)"; the toolkit's own code (github.com/lsyaseen/KTAB, MIT licence), whose example's
figures the tests hold. Turn 0 only: the chances of
the positions as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.groups.averages import F64, weighted_mean, weighted_median

_SMALLEST_COALITION = 1e-8  # keeps a contest in which nobody takes part a draw


@dataclass(frozen=True)
class Standing:
    """How likely each actor's position is to win, and what plain averages say.

    Args:
        chance: f64[A], summing to 1.
        risk: f64[A], attitude to risk, -0.5 (least likely to win) to 1 (most likely).
        median, mean: f64[D], the plain forecasts for each issue; show them wherever chances are shown.
    """

    chance: F64
    risk: F64
    median: F64
    mean: F64


def standing(capability: F64, position: F64, salience: F64, span: float) -> Standing:
    """The chances of positions on one issue or several.

    Args:
        capability: f64[A], at least 0, in any unit.
        position: f64[A] or f64[A, D], on the issues' scale.
        salience: the same shape, 0 to 1; nobody indifferent to everything.
        span: width of the scale of every issue.

    Raises:
        ValueError: a number out of its range.
    """
    places, weights = position.reshape(len(capability), -1), salience.reshape(len(capability), -1)
    issues = list(zip(places.T, weights.T, strict=True))
    mean = np.array([weighted_mean(capability, place, weight) for place, weight in issues])
    median = np.array([weighted_median(capability, place, weight) for place, weight in issues])
    distance = _distances(places / span, weights)
    risk = _risk(_chances(capability, 1.0 - distance))
    chance = _chances(capability, (1.0 - distance) * (1.0 + distance * risk[:, None]))
    return Standing(chance, risk, median, mean)


def _distances(position: F64, salience: F64) -> F64:
    """How far each actor finds itself from each other, by its own salience: f64[A, A]."""
    weight = salience**2
    if not weight.any(axis=1).all():
        raise ValueError("every actor needs salience above 0 on at least one issue")
    squares = (position[:, None, :] - position[None, :, :]) ** 2
    distance: F64 = np.sqrt((squares * weight[:, None, :]).sum(axis=2) / weight.sum(axis=1)[:, None])
    return distance


def _chances(capability: F64, utility: F64) -> F64:
    """Chances to win against everybody in turn, made to sum to 1.

    Args:
        utility: f64[A, A], of each actor for each position.
    """
    gain = utility[:, :, None] - utility[:, None, :]
    coalition = _SMALLEST_COALITION + (capability[:, None, None] * np.maximum(gain, 0.0)).sum(axis=0)
    chance: F64 = (coalition / (coalition + coalition.T)).prod(axis=1)
    chance /= chance.sum()
    return chance


def _risk(chance: F64) -> F64:
    least, most = chance.min(), chance.max()
    if least == most:
        return np.zeros_like(chance)
    attitude: F64 = (3.0 * chance - (most + 2.0 * least)) / (2.0 * (most - least))
    return attitude
