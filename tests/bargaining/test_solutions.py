"""Bargaining solutions on points whose answers are known in print or by hand."""

from math import isqrt

import numpy as np
import pytest

from game.bargaining.pareto import efficient
from game.bargaining.solutions import egalitarian, kalai_smorodinsky, nash, utilitarian

# A(10,0) B(8,5) C(5,8) D(0,9) E(4,4)
LETTERS = np.array([[10, 0], [8, 5], [5, 8], [0, 9], [4, 4]], np.int64)
STEPS = 100_000


def curve(k: int) -> np.ndarray:
    """u1 = z, u2 = k sqrt(1 - z) in millionths, at z = 0, 1/STEPS, .. 1."""
    points = [(z * 10, k * isqrt((STEPS - z) * 10**12 // STEPS)) for z in range(STEPS + 1)]
    return np.array(points, np.int64)


def test_frontier_of_the_letters() -> None:
    assert sorted(efficient(LETTERS[:, 0], LETTERS[:, 1]).tolist()) == [0, 1, 2, 3]


def test_nash_of_the_letters_is_a_tie_that_the_lower_number_wins() -> None:
    assert nash(LETTERS) == 1
    assert nash(LETTERS, rank=[0, 9, 2, 3, 4]) == 2


def test_kalai_smorodinsky_of_the_letters() -> None:
    assert kalai_smorodinsky(LETTERS) == 1


@pytest.mark.parametrize(("k", "second"), [(1, 577_350), (2, 1_154_700)])
def test_nash_of_the_curve_does_not_depend_on_scale(k: int, second: int) -> None:
    points = curve(k)
    found = points[nash(points)]
    assert abs(found[0] - 666_667) <= 2000  # the product is flat at its top
    assert abs(found[1] - second) <= 200


@pytest.mark.parametrize(("k", "second"), [(1, 618_034), (2, 1_236_068)])
def test_kalai_smorodinsky_of_the_curve_does_not_depend_on_scale(k: int, second: int) -> None:
    points = curve(k)
    found = points[kalai_smorodinsky(points)]
    assert abs(found[0] - 618_034) <= 10
    assert abs(found[1] - second) <= 20


@pytest.mark.parametrize(("k", "both"), [(1, 618_034), (2, 828_427)])
def test_egalitarian_of_the_curve_depends_on_scale(k: int, both: int) -> None:
    points = curve(k)
    found = points[egalitarian(points)]
    assert abs(found[0] - both) <= 10
    assert abs(found[1] - both) <= 20


@pytest.mark.parametrize(("powers", "share"), [((1, 1), 500), ((2, 1), 667), ((1, 3), 250)])
def test_nash_with_powers_splits_by_them(powers: tuple[int, int], share: int) -> None:
    points = np.array([[z, 1000 - z] for z in range(1001)], np.int64)
    assert points[nash(points, powers)][0] == share


def test_utilitarian_takes_the_largest_sum() -> None:
    assert utilitarian(LETTERS) == 1
    assert utilitarian(np.array([[1, 1], [9, 0], [4, 4]], np.int64)) == 1


def test_nothing_is_picked_below_the_walk_away_line() -> None:
    points = np.array([[5, -1], [-2, 8]], np.int64)
    for solution in (nash, kalai_smorodinsky, egalitarian, utilitarian):
        assert solution(points) is None


def test_large_gains_do_not_overflow() -> None:
    points = np.array([[2**31, 2**31], [2**31 - 1, 2**31 + 2]], np.int64)
    assert nash(points, (2, 2)) == 1
