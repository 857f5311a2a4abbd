"""What a seat can give: efficient halves of its own, from much to nothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I32
from game.policies.appraiser import Appraiser
from game.policies.half_table import HalfTable, Valued, in_units
from game.policies.rows import best_so_far, spread_towards_last
from game.policies.shelf import Shelf

ENTRIES = 64  # a menu has no more entries, whatever the number of plans
DEAREST = 2  # a half that costs its giver so many times what it brings the taker is not worth searching


class Gifts(HalfTable):
    """Own halves by plan; columns of the shelf [plans, points]: `half`, `gives`, `takes`, and one a ratifier.

    `takes` is what the other gets if it trusts fully; values in units of 128 micro-utils. Points lie closer
    together where little is given.
    """

    def __init__(self, appraiser: Appraiser, every: I32, *, voters: bool) -> None:
        plans = len(appraiser.tables.plans.phi)
        assert plans <= ENTRIES, f"policies search at most {ENTRIES} plans"
        self.points = ENTRIES // plans
        self._shape = (plans, self.points)
        super().__init__(appraiser, appraiser.seat, every, voters=voters)

    def _empty(self) -> Shelf:
        names = ("half", "gives", "takes", *self.voter_names())
        return Shelf(**dict.fromkeys(names, self._shape))

    def _rows(self, valued: Valued) -> dict[str, NDArray[np.integer]]:
        parts: dict[str, list[NDArray[np.integer]]] = {"half": [], "gives": [], "takes": []}
        for gives, takes in zip(valued.gives, valued.takes, strict=True):
            place, _ = best_so_far(gives)
            points = (place == np.arange(place.shape[1])) & (gives + DEAREST * takes >= 0)
            points[:, -1] |= ~points.any(axis=1)
            picked = spread_towards_last(points, self.points)
            parts["half"].append(np.take_along_axis(valued.half, picked, axis=1))
            parts["gives"].append(in_units(np.take_along_axis(gives, picked, axis=1)))
            parts["takes"].append(in_units(np.take_along_axis(takes, picked, axis=1)))
        rows: dict[str, NDArray[np.integer]] = {name: np.stack(part, axis=1) for name, part in parts.items()}
        return rows | self.voters(valued.at, rows["half"])
