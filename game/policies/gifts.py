"""What a seat can give: efficient halves of its own, from nothing to much."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.policies.appraiser import Appraiser
from game.policies.half_table import HalfTable, Valued, in_units
from game.policies.rows import ranked, spread_towards_nothing
from game.policies.shelf import Shelf
from game.rules.state import I32

ENTRIES = 64  # a menu has no more entries, whatever the number of plans
DEAREST = 4  # a half that costs its giver so many times what it brings the taker is not worth searching


class Gifts(HalfTable):
    """Own halves by plan; columns of the shelf [plans, points]: `half`, `gives`, `takes`, `voters` [.., ratifiers].

    `takes` is what the other gets if it trusts fully; both values in units of 128 micro-utils.
    """

    def __init__(self, appraiser: Appraiser, every: I32) -> None:
        plans = len(appraiser.tables.plans.phi)
        self.points = max(4, ENTRIES // plans)
        self._shape = (plans, self.points)
        super().__init__(appraiser, appraiser.seat, every)

    def _empty(self) -> Shelf:
        shape = self._shape
        return Shelf(half=shape, gives=shape, takes=shape, voters=(*shape, len(self.appraiser.ratifiers)))

    def _rows(self, valued: Valued) -> dict[str, NDArray[np.integer]]:
        parts: dict[str, list[NDArray[np.integer]]] = {"half": [], "gives": [], "takes": []}
        for gives, takes in zip(valued.gives, valued.takes, strict=True):
            points = ranked(takes, gives)
            worth_it = np.take_along_axis(gives + DEAREST * takes >= 0, points.column, axis=1)
            worth_it[:, -1] = True
            picked = spread_towards_nothing(points, worth_it, self.points)
            parts["half"].append(self.every.take(picked))
            parts["gives"].append(in_units(np.take_along_axis(gives, picked, axis=1)))
            parts["takes"].append(in_units(np.take_along_axis(takes, picked, axis=1)))
        rows = {name: np.stack(part, axis=1) for name, part in parts.items()}
        rows["voters"] = self.voters(valued.at, rows["half"].astype(np.int32))
        return rows
