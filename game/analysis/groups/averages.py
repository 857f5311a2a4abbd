"""The plain forecasts: averages of positions, weighted by capability times salience.

On 351 resolved issues of the European Union (the data set DEU III) the weighted mean came closer to what was
decided than an open version of the expected utility model (mean absolute error 23.6 against 28.3 of 100), so
no model is shown without it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]


def influence(capability: F64, salience: F64) -> F64:
    """Capability times salience of each actor: f64[A].

    Args:
        capability: f64[A], at least 0, in any unit.
        salience: f64[A], 0 to 1.

    Raises:
        ValueError: a number out of its range, or nobody with influence.
    """
    for name, values, most in (("capability", capability, np.inf), ("salience", salience, 1.0)):
        wrong = ~((values >= 0) & (values <= most) & np.isfinite(values))
        if wrong.any():
            actor = int(np.flatnonzero(wrong)[0])
            raise ValueError(f"{name} of actor {actor + 1} is {values[actor]}, which is out of its range")
    weight = capability * salience
    if not weight.any():
        raise ValueError("at least one actor needs capability and salience above 0")
    return weight


def weighted_mean(capability: F64, position: F64, salience: F64) -> float:
    """The mean position, each actor counting by capability times salience.

    Source: the compromise model of Achen 2006, in Thomson et al., "The European Union Decides".
    """
    weight = influence(capability, salience)
    return float(weight @ position / weight.sum())


def weighted_median(capability: F64, position: F64, salience: F64) -> float:
    """The lowest position up to which actors with half of all influence stand.

    Source: Black 1948, "On the rationale of group decision-making": it beats any other position if each
        actor supports the nearer one with its influence.
    """
    positions, share = cumulative_influence(capability, position, salience)
    return float(positions[np.searchsorted(share, 0.5)])


def cumulative_influence(capability: F64, position: F64, salience: F64) -> tuple[F64, F64]:
    """Every position taken, ascending, and the share of all influence that stands there or below.

    Returns: f64[n], f64[n] up to 1.
    """
    weight = influence(capability, salience)
    positions, where = np.unique(position, return_inverse=True)
    return positions, np.cumsum(np.bincount(where, weights=weight)) / weight.sum()
