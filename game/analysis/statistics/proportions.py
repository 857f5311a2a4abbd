"""How often something happens, with an interval that stays valid however often one looks.

Source: the beta-binomial mixture: Robbins 1970, "Statistical methods related to the law of the iterated
logarithm"; the bound for every moment is Ville's inequality (Ville 1939).
"""

from __future__ import annotations

import math
from collections.abc import Callable

_HALVINGS = 60


def proportion_interval(successes: int, trials: int, alpha: float = 0.05) -> tuple[float, float]:
    """Chances of success that the trials so far do not exclude.

    A chance p is excluded when the trials are 1/alpha times likelier if every chance is as credible as any
    other than under p: ln B(1 + S, 1 + n - S) - S ln p - (n - S) ln(1 - p) >= ln(1 / alpha).

    Args:
        successes: S, 0 to `trials`.
        trials: n; the interval is 0 to 1 without any.
        alpha: greatest chance that the true one is ever left out, at whatever moments one looks.

    Returns: lowest and highest chance not excluded.

    Raises:
        ValueError: counts or alpha out of range.
    """
    if not 0 <= successes <= trials:
        raise ValueError(f"successes lie between 0 and the {trials} trials (got {successes})")
    if not 0 < alpha < 1:
        raise ValueError(f"alpha lies between 0 and 1 (got {alpha})")
    failures = trials - successes
    mixed = math.lgamma(1 + successes) + math.lgamma(1 + failures) - math.lgamma(2 + trials)

    def excluded(chance: float) -> bool:
        likelihood = _term(successes, chance) + _term(failures, 1.0 - chance)
        return mixed - likelihood >= -math.log(alpha)

    middle = successes / trials if trials else 0.5
    return _edge(excluded, middle, 0.0), _edge(excluded, middle, 1.0)


def _term(count: int, chance: float) -> float:
    if count == 0:
        return 0.0
    return count * math.log(chance) if chance > 0 else -math.inf


def _edge(excluded: Callable[[float], bool], inside: float, outside: float) -> float:
    """The border between a chance that is not excluded and one at the end of the range."""
    if not excluded(outside):
        return outside
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2.0
        inside, outside = (inside, middle) if excluded(middle) else (middle, outside)
    return inside
