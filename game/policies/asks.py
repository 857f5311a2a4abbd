"""What a seat can ask for: for every amount wanted the half that costs the other least, and back."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I32, I64
from game.policies.appraiser import Appraiser
from game.policies.gifts import DEAREST
from game.policies.half_table import UNIT_BITS, HalfTable, Valued, in_units
from game.policies.rows import Columns, best_so_far, counted
from game.policies.shelf import Shelf

CELLS = 64  # amounts are looked up in so many steps
OUT_OF_REACH = -(2**24)  # below every value in units
LABEL_BITS = 6  # room for the number of a menu's entry below a value
_POWERS = np.int64(1) << np.arange(62, dtype=np.int64)


class Costs(HalfTable):
    """The other's halves by plan, as far as hopes go. Columns [plans, CELLS] hold units of 128 micro-utils.

    `most` is what can be had at a cost of (cell - 1) << `cost_width`, `most_half` the half; nothing is had in
    cell 0, which stands for costs below 0.
    """

    _voted_on = False

    def __init__(self, appraiser: Appraiser, every: I32) -> None:
        self._plans = len(appraiser.tables.plans.phi)
        super().__init__(appraiser, 1 - appraiser.seat, every, voters=self._voted_on)

    def _empty(self) -> Shelf:
        return self._shelf("most", "most_half", cost_width=(self._plans,))

    def _shelf(self, *names: str, **widths: tuple[int, ...]) -> Shelf:
        return Shelf(**dict.fromkeys(names, (self._plans, CELLS)), **widths)

    def _rows(self, valued: Valued) -> dict[str, NDArray[np.integer]]:
        plans = [
            self._of_plan(valued.half, gives, takes, best_so_far(gives))
            for gives, takes in zip(valued.gives, valued.takes, strict=True)
        ]
        return {name: np.stack([plan[name] for plan in plans], axis=1) for name in plans[0]}

    def _of_plan(
        self, half: NDArray[np.integer], gives: I64, takes: I64, cheapest_so_far: tuple[Columns, I64]
    ) -> dict[str, NDArray[np.integer]]:
        """Columns for one plan; halves lie by falling `takes`."""
        place, least_cost = cheapest_so_far
        worth_it = gives + DEAREST * takes >= 0
        width = _width(np.where(worth_it, -gives, 0).max(axis=1))
        dearest, had = _affordable(least_cost, width)
        line = np.arange(len(half))[:, None]
        dearest = place[line, dearest]
        return {
            "most": np.where(had, in_units(takes[line, dearest]), OUT_OF_REACH),
            "most_half": half[line, dearest],
            "cost_width": width,
        }


class Asks(Costs):
    """The same with what menus are made of.

    `half` is the cheapest half that brings at least cell << `width`, `ranked` what the other gains by it,
    shifted by LABEL_BITS, or OUT_OF_REACH if no half brings so much. One column a ratifier says what it sees
    in `half`.
    """

    _voted_on = True

    def _empty(self) -> Shelf:
        names = ("most", "most_half", "half", "ranked", *self.voter_names())
        plans = (self._plans,)
        return self._shelf(*names, width=plans, cost_width=plans)

    def _rows(self, valued: Valued) -> dict[str, NDArray[np.integer]]:
        rows = super()._rows(valued)
        return rows | self.voters(valued.at, rows["half"])

    def _of_plan(
        self, half: NDArray[np.integer], gives: I64, takes: I64, cheapest_so_far: tuple[Columns, I64]
    ) -> dict[str, NDArray[np.integer]]:
        place, _ = cheapest_so_far
        worth_it = gives + DEAREST * takes >= 0
        width = _width(np.where(worth_it, takes, 0).max(axis=1))
        cheapest, there = _bringing(takes, width)
        line = np.arange(len(half))[:, None]
        cheapest = place[line, cheapest]
        return super()._of_plan(half, gives, takes, cheapest_so_far) | {
            "half": half[line, cheapest],
            "ranked": np.where(there, in_units(gives[line, cheapest]), OUT_OF_REACH) << LABEL_BITS,
            "width": width,
        }


def _width(largest: I64) -> I64:
    """By how many bits amounts up to the largest are shifted to lie below the last cell. int64[m]."""
    units = np.maximum(largest >> UNIT_BITS, 0) + 2
    length = np.searchsorted(_POWERS, units, side="right")  # in bits
    width: I64 = np.maximum(length - LABEL_BITS, 0)
    return width


def _bringing(takes: I64, width: I64) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """The last place whose half brings at least cell << width, for every cell, and whether there is one."""
    cell = np.clip((takes >> UNIT_BITS) >> width[:, None], -1, CELLS - 1)
    at_least = counted(cell + 1, CELLS + 1)[:, :0:-1].cumsum(axis=1)[:, ::-1]
    return np.maximum(at_least - 1, 0), at_least > 0


def _affordable(gives: I64, width: I64) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """The first place at which (cell - 1) << width is enough, for every cell, and whether there is one.

    Args:
        gives: the best so far, so rising: the later the place, the less it costs.
    """
    cost = np.maximum(-(gives >> UNIT_BITS), 0)
    cell = np.minimum(-((-cost) >> width[:, None]), CELLS - 1) + 1  # rounded up
    within = counted(cell, CELLS + 1)[:, :CELLS].cumsum(axis=1)
    return np.minimum(gives.shape[1] - within, gives.shape[1] - 1), within > 0
