"""Points from judgements in pairs: how many times as much one swing matters as another.

Of judgements that do not contradict each other the points follow exactly. Else those are taken whose ratios
come nearest to all judgements in their logarithms, which for a full set is the geometric mean of each row.
What was not judged follows from what was.

Source: Crawford & Williams 1985, Journal of Mathematical Psychology 29:387-405 (geometric mean); Bozóki,
Fülöp & Rónyai 2010, Mathematical and Computer Modelling 52:318-333 (sets with gaps); Saaty 1980, The Analytic
Hierarchy Process, McGraw-Hill (consistency ratio and its random index).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

RANDOM_INDEX = (0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
"""What the index is on average for judgements made at random, by the number of things (Saaty 1980)."""

_STEPS = 10**12


@dataclass(frozen=True)
class Judgement:
    """One swing matters `times` as much as another."""

    more: str
    less: str
    times: Fraction


@dataclass(frozen=True)
class Judged:
    """What judgements in pairs come to.

    Args:
        points: by name; the largest is 1.
        consistency: how far the judgements contradict each other, as a share of what chance would do; None
            where there are more things than the index is known for.
        judged, possible: how many pairs were judged, of how many there are.
    """

    points: dict[str, Fraction]
    consistency: float | None
    judged: int
    possible: int


def unconnected(judgements: Sequence[Judgement]) -> tuple[list[str], list[str]] | None:
    """Two groups of names that no judgement connects; None if there are none."""
    names = _names(judgements)
    reached = set(_along_a_tree(judgements))
    rest = [name for name in names if name not in reached]
    return ([name for name in names if name in reached], rest) if rest else None


def points_from_pairs(judgements: Sequence[Judgement]) -> Judged:
    """The points that judgements come to.

    Args:
        judgements: each pair once; all names connected.
    """
    names = _names(judgements)
    exact = _along_a_tree(judgements)
    if any(exact[one.more] != exact[one.less] * one.times for one in judgements):
        exact = _nearest(names, judgements)
    most = max(exact.values())
    points = {name: exact[name] / most for name in names}
    possible = len(names) * (len(names) - 1) // 2
    return Judged(points, consistency_ratio(points, judgements), len(judgements), possible)


def consistency_ratio(points: dict[str, Fraction], judgements: Sequence[Judgement]) -> float | None:
    """How far judgements contradict each other; 0 not at all, above 0.1 too far by the usual rule.

    A pair that was not judged is taken as it follows from the points, so that a set with gaps looks better
    than a full one would.
    """
    size = len(points)
    if size >= len(RANDOM_INDEX):
        return None
    if size < 3:
        return 0.0
    largest = float(np.linalg.eigvals(_matrix(points, judgements)).real.max())
    return max(0.0, (largest - size) / (size - 1) / RANDOM_INDEX[size])


def _matrix(points: dict[str, Fraction], judgements: Sequence[Judgement]) -> NDArray[np.float64]:
    """How many times as much the row matters as the column."""
    at = {name: n for n, name in enumerate(points)}
    sizes = np.array([float(point) for point in points.values()])
    matrix: NDArray[np.float64] = sizes[:, None] / sizes[None, :]
    for one in judgements:
        matrix[at[one.more], at[one.less]] = float(one.times)
        matrix[at[one.less], at[one.more]] = 1 / float(one.times)
    return matrix


def _names(judgements: Sequence[Judgement]) -> list[str]:
    return list(dict.fromkeys(name for one in judgements for name in (one.more, one.less)))


def _along_a_tree(judgements: Sequence[Judgement]) -> dict[str, Fraction]:
    """Points of all that judgements connect with the first thing named, each by the first way there."""
    points = {judgements[0].more: Fraction(1)}
    waiting = True
    while waiting:
        waiting = False
        for one in judgements:
            if (one.more in points) != (one.less in points):
                waiting = True
                if one.more in points:
                    points[one.less] = points[one.more] / one.times
                else:
                    points[one.more] = points[one.less] * one.times
    return points


def _nearest(names: Sequence[str], judgements: Sequence[Judgement]) -> dict[str, Fraction]:
    """Points whose ratios differ least from the judgements, in the sum of squares of their logarithms."""
    at = {name: n for n, name in enumerate(names)}
    rows = np.zeros((len(judgements) + 1, len(names)))
    goal = np.zeros(len(judgements) + 1)
    for n, one in enumerate(judgements):
        rows[n, at[one.more]], rows[n, at[one.less]] = 1, -1
        goal[n] = np.log(float(one.times))
    rows[-1] = 1  # the size of all together is free; their logarithms sum to 0
    logs = np.linalg.lstsq(rows, goal, rcond=None)[0]
    return {name: Fraction(round(float(np.exp(logs[at[name]])) * _STEPS), _STEPS) for name in names}
