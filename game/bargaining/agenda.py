"""What a seat gets if it alone writes the offer and the others can only say yes or no.

Source: Romer & Rosenthal 1978, "Political resource allocation, controlled agendas, and the status quo",
Public Choice 33:27-43. Schelling 1960: the fewer packages one's own side ratifies, the better one's terms,
until there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.foundation.arrays import I64, Bool


def setter_choice(gains: I64, accepted: Bool, seat: int, rank: Sequence[int] | None = None) -> int | None:
    """The best point for a seat among those that everybody else accepts.

    Args:
        gains: int64[N,2], micro-utils a month over signing nothing.
        accepted: bool[N], whether all who have to agree would.
        seat: who writes the offer.
        rank: for ties, lower first (`package_ids`); without it the number of the point.

    Returns: the number of the point; None if nothing accepted is at least as good for the seat as nothing.
    """
    order = np.arange(len(gains)) if rank is None else np.asarray(rank)
    possible = np.flatnonzero(accepted & (gains[:, seat] >= 0))
    if not len(possible):
        return None
    return int(possible[np.lexsort((order[possible], -gains[possible, seat]))[0]])
