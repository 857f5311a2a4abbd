"""Which issues matter to an opponent: Bayesian learning over all rankings of a few issues.

Source: Hindriks & Tykhonov 2008, "Opponent modelling in automated multi-issue negotiation using Bayesian
learning": every ranking of n issues is a hypothesis with weights 2 rank / (n (n + 1)); a bid is the likelier
the nearer its utility lies to what the opponent is thought to aim at, 1 - c t, by a normal curve of spread s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]
MOST_ISSUES = 7  # 5,040 rankings
SPREAD = 0.25
STEP = 0.05  # what the opponent is thought to give up from bid to bid


def ranked_weights(issues: int) -> F64:
    """The weights of every ranking. f64[n!, n]; each row sums to 1.

    Raises:
        ValueError: no issue, or more than 7.
    """
    if not 1 <= issues <= MOST_ISSUES:
        raise ValueError(f"rankings of 1 to {MOST_ISSUES} issues are compared (got {issues})")
    ranks = np.array(list(permutations(range(1, issues + 1))), np.float64)
    return 2 * ranks / (issues * (issues + 1))


def likelihood(utility: F64, aim: float, spread: float = SPREAD) -> F64:
    """How likely a bid is that has these utilities under the hypotheses, up to a common factor. f64[H]."""
    if not spread > 0:
        raise ValueError(f"the spread is above 0 (got {spread})")
    found: F64 = np.exp(-((utility - aim) ** 2) / (2 * spread**2))
    return found


def updated(prior: F64, likely: F64) -> F64:
    """Bayes' rule over hypotheses. f64[H], sums to 1.

    Raises:
        ValueError: no hypothesis is left possible.
    """
    product = prior * likely
    total = float(product.sum())
    if not total > 0:
        raise ValueError("no hypothesis is left possible")
    posterior: F64 = product / total
    return posterior


@dataclass(frozen=True)
class Estimate:
    """What is believed after some bids.

    Args:
        hypotheses: f64[H,n] weights.
        posterior: f64[H].
    """

    hypotheses: F64
    posterior: F64

    @property
    def weights(self) -> F64:
        """The expected weight of every issue. f64[n]."""
        expected: F64 = self.posterior @ self.hypotheses
        return expected

    @property
    def likeliest(self) -> F64:
        """The weights of the likeliest ranking, of equal ones the first. f64[n]."""
        best: F64 = self.hypotheses[int(self.posterior.argmax())]
        return best


def learned(bids: Sequence[Sequence[float]], step: float = STEP, spread: float = SPREAD) -> Estimate:
    """What the bids of an opponent tell of its weights.

    Args:
        bids: each the value to the opponent of every issue's level, 0 to 1, in their order.
        step: what it is thought to give up from bid to bid.
    """
    values = np.array(bids, np.float64)
    if values.ndim != 2 or not ((values >= 0) & (values <= 1)).all():
        raise ValueError("bids are rows of values from 0 to 1, one for each issue")
    hypotheses = ranked_weights(values.shape[1])
    posterior = np.full(len(hypotheses), 1 / len(hypotheses))
    for number, bid in enumerate(values):
        posterior = updated(posterior, likelihood(hypotheses @ bid, 1 - step * number, spread))
    return Estimate(hypotheses, posterior)
