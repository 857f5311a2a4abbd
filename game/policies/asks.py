"""What a seat can ask for: for every amount it wants, the half that costs the other least; and the other way round."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.policies.appraiser import Appraiser
from game.policies.gifts import DEAREST
from game.policies.half_table import UNIT_BITS, HalfTable, Valued, in_units
from game.policies.rows import Ranked, ranked
from game.policies.shelf import Shelf
from game.rules.state import I32, I64

CELLS = 64  # amounts are looked up in so many steps
OUT_OF_REACH = -(2**29)


class Asks(HalfTable):
    """The other's halves by plan. Columns of the shelf [plans, CELLS], in units of 128 micro-utils:

    `half`, `gives`, `takes` of the cheapest half that brings at least cell << `width`; where no half brings so
    much, `gives` is OUT_OF_REACH. `most` is what can be had at all at a cost of cell << `cost_width`, and
    `most_half` the half. `voters` [plans, CELLS, ratifiers] belongs to `half`.
    """

    def __init__(self, appraiser: Appraiser, every: I32) -> None:
        self._plans = len(appraiser.tables.plans.phi)
        super().__init__(appraiser, 1 - appraiser.seat, every)

    def _empty(self) -> Shelf:
        shape = (self._plans, CELLS)
        return Shelf(
            half=shape,
            gives=shape,
            takes=shape,
            width=(self._plans,),
            most=shape,
            most_half=shape,
            cost_width=(self._plans,),
            voters=(*shape, len(self.appraiser.ratifiers)),
        )

    def _rows(self, valued: Valued) -> dict[str, NDArray[np.integer]]:
        plans = [self._of_plan(g, t) for g, t in zip(valued.gives, valued.takes, strict=True)]
        rows: dict[str, NDArray[np.integer]] = {
            name: np.stack([plan[name] for plan in plans], axis=1) for name in plans[0]
        }
        rows["voters"] = self.voters(valued.at, rows["half"].astype(np.int32))
        return rows

    def _of_plan(self, gives: I64, takes: I64) -> dict[str, NDArray[np.integer]]:
        worth_it = gives + DEAREST * takes >= 0
        width = _width(np.where(worth_it, takes, 0).max(axis=1))
        cost_width = _width(np.where(worth_it, -gives, 0).max(axis=1))
        by_takes, by_gives = ranked(takes, gives), ranked(gives, takes)
        cheapest, reached = _best_from(by_takes, takes, width)
        dearest, affordable = _best_within(by_gives, gives, cost_width)
        return {
            "half": self.every.take(cheapest),
            "gives": np.where(reached, in_units(np.take_along_axis(gives, cheapest, axis=1)), OUT_OF_REACH),
            "takes": in_units(np.take_along_axis(takes, cheapest, axis=1)),
            "width": width,
            "most": np.where(affordable, in_units(np.take_along_axis(takes, dearest, axis=1)), OUT_OF_REACH),
            "most_half": self.every.take(dearest),
            "cost_width": cost_width,
        }


def _width(largest: I64) -> I64:
    """The smallest number of bits by which amounts up to the largest are shifted into the cells. int64[m]."""
    units = np.maximum(largest >> UNIT_BITS, 0)
    width = np.zeros(len(units), np.int64)
    while (too_wide := (units >> width) >= CELLS - 1).any():
        width += too_wide
    return width


def _best_from(points: Ranked, first: I64, width: I64) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """For every cell the best column among those whose first value is at least cell << width, and if there is one."""
    rows = len(first)
    cell = np.clip((first >> UNIT_BITS) >> width[:, None], -1, CELLS - 1)
    at_least = _counted_from_above(cell, rows)
    place = np.maximum(at_least - 1, 0)
    return np.take_along_axis(points.best, place, axis=1), at_least > 0


def _best_within(points: Ranked, first: I64, width: I64) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """For every cell the best column among those whose first value is at least -(cell << width)."""
    rows = len(first)
    cost = np.maximum(-(first >> UNIT_BITS), 0)
    cell = np.minimum(-((-cost) >> width[:, None]), CELLS)  # rounded up: a cost beyond the cells is in none
    within = _counted(cell, rows)[:, :CELLS].cumsum(axis=1)
    place = np.maximum(within - 1, 0)
    return np.take_along_axis(points.best, place, axis=1), within > 0


def _counted_from_above(cell: I64, rows: int) -> I64:
    """How many of a row's values lie in each cell or above it; cell -1 is below all. int64[rows, CELLS]."""
    return _counted(cell + 1, rows)[:, :0:-1].cumsum(axis=1)[:, ::-1]


def _counted(cell: I64, rows: int) -> I64:
    """How many of a row's values lie in each of CELLS + 1 cells. int64[rows, CELLS + 1]."""
    flat = np.arange(rows)[:, None] * (CELLS + 1) + cell
    return np.bincount(flat.reshape(-1), minlength=rows * (CELLS + 1)).reshape(rows, CELLS + 1)
