"""Do better policies do better? Policies compared on one seat, against the same others in the same games."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from game.analysis.balance.scores import Columns
from game.analysis.balance.series import Pair
from game.analysis.statistics.likeliest import F64


def skill(blocks: Mapping[Pair, Columns], policies: Sequence[str]) -> F64:
    """How much oftener the last of the policies does better than the first, key by key.

    Args:
        blocks: games of every pair of the policies, under the same keys.
        policies: from weak to strong; at least two.

    Returns: f64[n] from -1 to 1: the mean, over both seats and all policies as the other side, of 1 where the
        last one has the higher payoff, -1 where the first one has.
    """
    return compared(blocks, policies, policies[0], policies[-1])


def compared(blocks: Mapping[Pair, Columns], policies: Sequence[str], first: str, last: str) -> F64:
    """The same for any two of them."""
    signs = []
    for seat in (0, 1):
        for other in policies:
            pair_last = (last, other) if seat == 0 else (other, last)
            pair_first = (first, other) if seat == 0 else (other, first)
            better = blocks[pair_last][f"payoff_{seat}"] - blocks[pair_first][f"payoff_{seat}"]
            signs.append(np.sign(better).astype(np.float64))
    found: F64 = np.mean(signs, axis=0)
    return found
