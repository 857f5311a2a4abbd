"""Curves and tables are exact integers, the same on every machine."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.foundation.curves import curve_table, exponential, logarithm, logistic, power, power_table
from game.foundation.integers import MICRO


def test_a_curve_passes_through_its_points_and_stays_level_outside():
    table = curve_table([(2, 100), (5, 40), (6, 41)], 9)
    assert table.tolist() == [100, 100, 100, 80, 60, 40, 41, 41, 41]
    assert not table.flags.writeable


def test_a_curve_rounds_down_between_points():
    assert curve_table([(0, 0), (3, 1)], 4).tolist() == [0, 0, 0, 1]
    assert curve_table([(0, 0), (3, -1)], 4).tolist() == [0, -1, -1, -1]


@pytest.mark.parametrize("size", [0, 1, 4, 20])
def test_a_curve_may_be_longer_or_shorter_than_its_points(size):
    assert curve_table([(3, 7), (10, 14)], size).tolist() == [
        7 if n < 3 else min(14, n + 4) for n in range(size)
    ]


def test_a_curve_may_begin_left_of_nothing():
    assert curve_table([(-2, 0), (2, 4)], 4).tolist() == [2, 3, 4, 4]


@pytest.mark.parametrize("points", [[], [(1, 0), (1, 5)], [(3, 0), (2, 0)]])
def test_points_that_make_no_curve_are_refused(points):
    with pytest.raises(ValueError, match="curve"):
        curve_table(points, 5)


def test_a_value_too_large_is_refused():
    with pytest.raises(ValueError, match="too large"):
        curve_table([(0, 2**31)], 2)


def test_powers_do_not_gather_errors():
    table = power_table(970_000, 200).tolist()
    assert table[:3] == [MICRO, 970_000, 940_900]
    assert table == [round(0.97**n * MICRO) for n in range(200)]
    assert power_table(0, 3).tolist() == [MICRO, 0, 0]


@given(st.integers(1, 5 * MICRO), st.integers(-3 * MICRO, 3 * MICRO))
def test_functions_agree_with_the_usual_ones(value, exponent):
    assert logarithm(value) == pytest.approx(math.log(value / MICRO) * MICRO, abs=1)
    assert exponential(exponent) == pytest.approx(math.exp(exponent / MICRO) * MICRO, abs=1)
    assert logistic(exponent) == pytest.approx(MICRO / (1 + math.exp(-exponent / MICRO)), abs=1)
    assert power(value, exponent) == pytest.approx(
        (value / MICRO) ** (exponent / MICRO) * MICRO, abs=1, rel=1e-9
    )


def test_functions_at_their_ends():
    assert (exponential(0), logarithm(MICRO), logistic(0)) == (MICRO, 0, 500_000)
    assert exponential(-40 * MICRO) == logistic(-40 * MICRO) == 0
    assert (power(0, 0), power(0, 500_000), power(250_000, 500_000)) == (MICRO, 0, 500_000)
    with pytest.raises(ValueError, match="above 0"):
        logarithm(0)
    with pytest.raises(ValueError, match="negative"):
        power(-1, 500_000)
