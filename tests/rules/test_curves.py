"""Curves and tables are exact integers, the same on every machine."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.foundation.curves import curve_table, power
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


@given(st.integers(1, 50), st.integers(1, 50), st.integers(1, 3 * MICRO))
def test_powers_agree_with_the_usual_ones(numerator, denominator, exponent):
    exact = Decimal(exponent) / MICRO
    expected = (numerator / denominator) ** float(exact) * MICRO
    assert power(numerator, denominator, exact) == pytest.approx(expected, abs=0.6, rel=1e-9)


@pytest.mark.parametrize(
    ("numerator", "denominator", "exponent", "value"),
    [(1, 4, "0.5", 500_000), (0, 3, "0.5", 0), (5, 5, "0.3", MICRO), (2, 3, "1", 666_667),
     (1, 3, "2", 111_111),
     (1, 4, "3.5", 7812), (3, 128, "1", 23_438), (1, 64, "0.5", 125_000), (27, 64, "1.5", 274_016)],
)  # fmt: skip
def test_powers_whose_halves_go_to_even(numerator, denominator, exponent, value):
    assert power(numerator, denominator, Decimal(exponent)) == value


@pytest.mark.parametrize(("numerator", "denominator", "exponent"), [(-1, 2, 1), (1, 0, 1), (1, 2, 0)])
def test_powers_without_sense_are_refused(numerator, denominator, exponent):
    with pytest.raises(ValueError, match="no power"):
        power(numerator, denominator, Decimal(exponent))
