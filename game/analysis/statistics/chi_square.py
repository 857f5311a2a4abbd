"""The tail of the chi-square distribution, in closed form for whole degrees of freedom."""

from __future__ import annotations

import math


def chi_square_tail(value: float, freedom: int) -> float:
    """How likely a sum of `freedom` squares of standard normal numbers is to be at least `value`.

    Args:
        value: at least 0; may be infinite.
        freedom: degrees of freedom, at least 1.

    Raises:
        ValueError: no degree of freedom.

    Source: Abramowitz & Stegun 1964, "Handbook of Mathematical Functions", 26.4.4 and 26.4.5.
    """
    if freedom < 1:
        raise ValueError(f"at least one degree of freedom (got {freedom})")
    half = value / 2
    if math.isinf(half):
        return 0.0
    odd = freedom % 2
    total = math.erfc(math.sqrt(half)) if odd else math.exp(-half)
    power = 0.5 if odd else 1.0
    while power < freedom / 2:
        if half > 0:
            total += math.exp(power * math.log(half) - half - math.lgamma(power + 1))
        power += 1
    return min(1.0, total)
