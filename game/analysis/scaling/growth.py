"""The power of a size with which a cost grows: 1 is in proportion, below 1 is less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np


@dataclass(frozen=True)
class Growth:
    """How a cost grows with a size.

    Args:
        sizes: from small to large.
        costs: of each, above 0.
        exponent: b of the curve a * size ** b with the least squares of logarithms.
        error: standard error of the exponent; 0 for two points.
        factor: a of that curve.
        steepest: the largest exponent between two neighbouring sizes. A fixed cost makes the fitted exponent
            smaller than what large sizes will show; it cannot hide here.
    """

    sizes: tuple[float, ...]
    costs: tuple[float, ...]
    exponent: float
    error: float
    factor: float
    steepest: float


def growth(sizes: Sequence[float], costs: Sequence[float]) -> Growth:
    """Fit the power.

    Args:
        sizes: at least two, each larger than the one before, above 0.
        costs: one for each, above 0.

    Raises:
        ValueError: other sizes or costs.

    Source: ordinary least squares of log cost on log size.
    """
    if len(sizes) != len(costs) or len(sizes) < 2:
        raise ValueError(f"at least two sizes with one cost each (got {len(sizes)} and {len(costs)})")
    if sizes[0] <= 0 or any(second <= first for first, second in pairwise(sizes)):
        raise ValueError(f"sizes grow and are above 0 (got {list(sizes)})")
    if min(costs) <= 0:
        raise ValueError(f"costs are above 0 (got {list(costs)})")
    x, y = np.log(np.array(sizes, float)), np.log(np.array(costs, float))
    spread = float(((x - x.mean()) ** 2).sum())
    exponent = float(((x - x.mean()) * (y - y.mean())).sum()) / spread
    level = float(y.mean() - exponent * x.mean())
    left = len(sizes) - 2
    error = float(np.sqrt(((y - level - exponent * x) ** 2).sum() / left / spread)) if left else 0.0
    steepest = float((np.diff(y) / np.diff(x)).max())
    return Growth(tuple(sizes), tuple(costs), exponent, error, float(np.exp(level)), steepest)
