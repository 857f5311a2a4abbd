"""How far a weight may move before an outcome turns: exact, in millionths of a util.

But for the rounding of table entries, what decides bends one way only (or not at all) on either side of
the weight 0. So the slope beside a stretch bounds how far it can dip within; where that and rounding
cannot make it cross 0 the stretch is passed over, and the others are looked at weight by weight.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.analysis.weighing.stake import Margin
from game.foundation.arrays import I64, Bool

_PARTS = 64
_AT_ONCE = 1 << 12
_MOST_LOOKED_AT = 1 << 24


class TooFlat(Exception):
    """So many weights lie within rounding of the turning point that they were not all looked at."""


def turning_point(margin: Margin, weight: int, limit: int, slack: int) -> int | None:
    """The weight nearest to the present one, on the way to a limit, at which the outcome is another.

    Args:
        margin: what decides, by weight; from 0 on it is yes.
        weight: the present weight, micro-utils.
        limit: the last weight that may be tried; above the present one or below.
        slack: how far rounding can carry what decides, micro-utils.

    Returns: None if the outcome is the same all the way.

    Raises:
        TooFlat: more than 16 million weights would have to be looked at one by one.
    """
    search = _Search(margin, weight, 1 if limit >= weight else -1, slack)
    for first, last in _one_sided(weight, limit):
        found = search.first_other(first, last)
        if found is not None:
            return weight + search.step * found
    return None


def _one_sided(weight: int, limit: int) -> Iterator[tuple[int, int]]:
    """Distances from the weight to the limit, parted where the weight passes 0."""
    end = abs(limit - weight)
    turn = abs(weight) if (weight > 0) != (limit > 0) and 0 < abs(weight) < end else end
    yield 0, turn
    if turn < end:
        yield turn, end


class _Search:
    """Looks for the first other outcome along distances from a weight."""

    def __init__(self, margin: Margin, weight: int, step: int, slack: int) -> None:
        self.margin, self.weight, self.step, self.slack = margin, weight, step, slack
        self.says_yes = bool(self._at(np.array([0], np.int64))[0] >= 0)
        self.looked_at = 0

    def first_other(self, first: int, last: int) -> int | None:
        """The first distance of a stretch at which the outcome is another."""
        if last - first < _AT_ONCE:
            return self._one_by_one(first, last)
        ends = np.unique(np.linspace(first, last, _PARTS + 1).astype(np.int64))
        for n in np.flatnonzero(~self._sure(self._at(ends))).tolist():
            found = self.first_other(int(ends[n]), int(ends[n + 1]))
            if found is not None:
                return found
        return None

    def _sure(self, margins: I64) -> Bool:
        """Which of the stretches between even steps cannot hold another outcome. bool[n-1]."""
        above = margins if self.says_yes else -margins
        change = np.abs(np.diff(above))
        before = np.append(change[1], change[:-1])
        after = np.append(change[1:], change[-2])
        least = np.minimum(above[:-1], above[1:]) - np.minimum(before, after)
        sure: Bool = least > 4 * self.slack
        return sure

    def _one_by_one(self, first: int, last: int) -> int | None:
        self.looked_at += last - first + 1
        if self.looked_at > _MOST_LOOKED_AT:
            raise TooFlat
        distances = np.arange(first, last + 1, dtype=np.int64)
        other = (self._at(distances) >= 0) != self.says_yes
        return int(distances[int(np.argmax(other))]) if other.any() else None

    def _at(self, distances: I64) -> I64:
        return self.margin(self.weight + self.step * distances)
