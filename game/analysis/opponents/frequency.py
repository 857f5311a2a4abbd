"""Which issues matter to an opponent, from what it leaves as it was: a count, no theory of its play.

Source: van Krimpen, Looije & Hajizadeh 2013, "HardHeaded": after each offer the weight of every issue left
unchanged grows by a fixed amount, then all are scaled to sum to one; a level is worth its count over the
largest count of its issue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise

GROWTH = 0.1


@dataclass(frozen=True)
class Frequencies:
    """What was counted.

    Args:
        weights: of every issue, summing to 1.
        values: for every issue its levels seen, with a value of 0 to 1.
    """

    weights: tuple[float, ...]
    values: tuple[dict[Hashable, float], ...]


def counted(offers: Sequence[Sequence[Hashable]], growth: float = GROWTH) -> Frequencies:
    """The model after these offers, in their order.

    Args:
        offers: each the level of every issue; at least one offer with at least one issue.
        growth: added to the weight of an issue that stays as it was.

    Raises:
        ValueError: no offers, or offers on different numbers of issues.
    """
    if not offers or not offers[0] or any(len(offer) != len(offers[0]) for offer in offers):
        raise ValueError("there has to be an offer, and each has to name a level of every issue")
    issues = range(len(offers[0]))
    weights = [1 / len(issues)] * len(issues)
    for before, after in pairwise(offers):
        grown = [weights[i] + (growth if before[i] == after[i] else 0.0) for i in issues]
        weights = [weight / sum(grown) for weight in grown]
    return Frequencies(tuple(weights), tuple(_values([offer[i] for offer in offers]) for i in issues))


def _values(levels: Sequence[Hashable]) -> dict[Hashable, float]:
    counts = Counter(levels)
    most = max(counts.values())
    return {level: count / most for level, count in counts.items()}
