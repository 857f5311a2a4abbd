"""Intervals and chances by the normal approximation, for means of many games."""

from __future__ import annotations

import math

_HALF = 1.96  # half the width of an interval that holds 95 %, in standard errors


def interval_95(mean: float, error: float) -> tuple[float, float]:
    """The ends of the 95 % interval of a mean.

    Args:
        error: its standard error.

    Source: the central limit theorem; looked at once, not after every game (those are `bounded_means`).
    """
    return mean - _HALF * error, mean + _HALF * error


def two_sided_chance(mean: float, error: float) -> float:
    """How likely a mean so far from 0 would be if it were 0; certain either way where nothing varies.

    Args:
        error: its standard error.

    Source: as above.
    """
    if error == 0:
        return float(mean == 0)
    return math.erfc(abs(mean) / error / math.sqrt(2))


class WithInterval:
    """What has a mean and its standard error has a 95 % interval too."""

    mean: float
    error: float

    @property
    def low(self) -> float:
        """Lower end of the 95 % interval of the mean, by the normal approximation."""
        return interval_95(self.mean, self.error)[0]

    @property
    def high(self) -> float:
        """Upper end of it."""
        return interval_95(self.mean, self.error)[1]
