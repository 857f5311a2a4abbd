"""What a seat can ask for: for every amount wanted the half that costs the other least, and back."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I32, I64
from game.policies.appraiser import Appraiser
from game.policies.gifts import DEAREST
from game.policies.half_table import UNIT_BITS, HalfTable, Valued, in_units
from game.policies.rows import best_so_far, counted
from game.policies.shelf import Shelf

CELLS = 64  # amounts are looked up in so many steps
OUT_OF_REACH = -(2**24)  # below every value in units
LABEL_BITS = 6  # room for the number of a menu's entry below a value
_POWERS = np.int64(1) << np.arange(62, dtype=np.int64)


class Asks(HalfTable):
    """The other's halves by plan. Columns of the shelf are [plans, CELLS], in units of 128 micro-utils.

    `half` is the cheapest half that brings at least cell << `width`, `ranked` what the other gains by it,
    shifted by LABEL_BITS, or OUT_OF_REACH if no half brings so much. `most` is what can be had at a cost of
    (cell - 1) << `cost_width`, `most_half` the half; nothing is had in cell 0, which stands for costs below
    0.
    One column a ratifier says what it sees in `half`.
    """

    def __init__(self, appraiser: Appraiser, every: I32) -> None:
        self._plans = len(appraiser.tables.plans.phi)
        super().__init__(appraiser, 1 - appraiser.seat, every)

    def _empty(self) -> Shelf:
        names = ("half", "ranked", "most", "most_half", *self.voter_names())
        plans = (self._plans,)
        return Shelf(**dict.fromkeys(names, (*plans, CELLS)), width=plans, cost_width=plans)

    def _rows(self, valued: Valued) -> dict[str, NDArray[np.integer]]:
        plans = [_of_plan(valued.half, g, t) for g, t in zip(valued.gives, valued.takes, strict=True)]
        rows: dict[str, NDArray[np.integer]] = {
            name: np.stack([plan[name] for plan in plans], axis=1) for name in plans[0]
        }
        return rows | self.voters(valued.at, rows["half"])


def _of_plan(half: NDArray[np.integer], gives: I64, takes: I64) -> dict[str, NDArray[np.integer]]:
    """Columns for one plan; halves lie by falling `takes`."""
    worth_it = gives + DEAREST * takes >= 0
    width = _width(np.where(worth_it, takes, 0).max(axis=1))
    cost_width = _width(np.where(worth_it, -gives, 0).max(axis=1))
    place, least_cost = best_so_far(gives)
    cheapest, there = _bringing(takes, width)
    dearest, had = _affordable(least_cost, cost_width)
    line = np.arange(len(half))[:, None]
    cheapest, dearest = place[line, cheapest], place[line, dearest]
    return {
        "half": half[line, cheapest],
        "ranked": np.where(there, in_units(gives[line, cheapest]), OUT_OF_REACH) << LABEL_BITS,
        "width": width,
        "most": np.where(had, in_units(takes[line, dearest]), OUT_OF_REACH),
        "most_half": half[line, dearest],
        "cost_width": cost_width,
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
