"""Several tests at once: what a chance of error of 5 % means when twenty questions are asked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Bool = NDArray[np.bool_]


def bonferroni(alpha: float, tests: int) -> float:
    """The alpha of each of several tests, so that the chance of any error stays at most `alpha` in all.

    Source: Dunn 1961, "Multiple comparisons among means".

    Raises:
        ValueError: no test.
    """
    if tests < 1:
        raise ValueError(f"alpha is shared among at least one test (got {tests})")
    return alpha / tests


def benjamini_hochberg(p_values: Sequence[float], rate: float) -> Bool:
    """Which of many findings to believe, so that on average at most a share `rate` of those is false.

    For tables that are looked through for something of interest; a gate uses `bonferroni`.

    Args:
        p_values: of independent tests, each 0 to 1.
        rate: expected share of false findings.

    Returns: bool[n], in the order given.

    Source: Benjamini & Hochberg 1995, "Controlling the false discovery rate", JRSS B 57:289-300.
    """
    found = np.asarray(p_values, dtype=np.float64)
    if ((found < 0) | (found > 1) | np.isnan(found)).any():
        raise ValueError(f"p-values lie between 0 and 1 (got {list(p_values)})")
    order = np.argsort(found, kind="stable")
    small = found[order] <= rate * np.arange(1, len(found) + 1) / max(1, len(found))
    last = int(np.flatnonzero(small)[-1]) + 1 if small.any() else 0
    believed = np.zeros(len(found), np.bool_)
    believed[order[:last]] = True
    return believed
