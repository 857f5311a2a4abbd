"""Measures of a zone of agreement and of what a deal left on the table."""

import numpy as np
import pytest

from game.bargaining.distances import Shortfall, distance, ideal, shortfall
from game.bargaining.frontier import Frontier
from game.bargaining.solutions import egalitarian, kalai_smorodinsky, nash, utilitarian
from game.bargaining.zone import ZoneMeasures, zone_measures

POINTS = np.array([[12, -1], [10, 0], [8, 5], [5, 8], [0, 9], [-3, 10]], np.int64)


def frontier_of(points: np.ndarray) -> Frontier:
    return Frontier(np.zeros((len(points), 4), np.int32), points)


def test_measures_of_a_zone():
    assert zone_measures(frontier_of(POINTS)) == ZoneMeasures(4, 6, (0, 0), (10, 9))
    assert zone_measures(frontier_of(POINTS), (5, 1)) == ZoneMeasures(2, 6, (5, 5), (8, 8))


def test_an_empty_zone_has_no_measures():
    assert zone_measures(frontier_of(POINTS), (9, 9)) is None
    assert zone_measures(frontier_of(POINTS[:0])) is None


@pytest.mark.parametrize(
    ("deal", "left"),
    [
        ((8, 5), Shortfall(0, 0, (0, 0))),
        ((5, 8), Shortfall(0, 0, (0, 0))),
        ((10, 0), Shortfall(0, 0, (0, 0))),
        ((4, 4), Shortfall(1, 5, (4, 4))),
        ((4, 5), Shortfall(1, 4, (4, 3))),
        ((8, 1), Shortfall(0, 4, (0, 4))),
        ((8, -1), Shortfall(1, 6, (4, 6))),
        ((-2, -2), Shortfall(7, 17, (14, 11))),
        ((9, 9), Shortfall(0, 0, (0, 0))),
    ],
)
def test_what_a_deal_leaves_on_the_table(deal, left):
    assert shortfall(POINTS, deal) == left


def test_without_a_point_good_for_both_there_is_no_hope():
    assert ideal(POINTS[[0, 5]]) is None


def test_distances_are_shares_of_the_best_hopes():
    hope = ideal(POINTS)
    assert hope == (10, 9)
    assert distance((10, 0), (0, 0), hope) == 1000
    assert distance((8, 5), (8, 5), hope) == 0
    assert distance((4, 4), (8, 5), hope) == 415  # the root of (4/10)^2 + (1/9)^2
    assert distance((8, 5), (4, 4), hope) == 415


def test_distances_do_not_depend_on_units():
    scaled = POINTS * np.array([1_000_000, 37])
    assert distance((4_000_000, 148), (8_000_000, 185), ideal(scaled)) == 415


def test_points_picked_are_those_of_the_letters():
    """On A(10,0) B(8,5) C(5,8) D(0,9) all four pick B, of two that are as good for three of them."""
    picks = [solution(POINTS) for solution in (nash, kalai_smorodinsky, egalitarian, utilitarian)]
    assert picks == [2, 2, 2, 2]
    assert nash(POINTS, (1, 3)) == 3
