"""Feelings about gains, losses and chances, against the values that follow from the printed parameters."""

from bisect import bisect_left
from decimal import Decimal
from fractions import Fraction

import pytest

from game.foundation.prospect import NEUTRAL, OBSERVED, Attitude, felt, felt_chance, felt_table

UTIL = 1_000_000
HALF, HUNDREDTH = Fraction(1, 2), Fraction(1, 100)


def feels(amount: int, attitude: Attitude = OBSERVED) -> float:
    return felt(amount * UTIL, UTIL, attitude) / UTIL


def test_gains_and_losses_of_a_hundred():
    assert round(feels(100), 2) == 57.54
    assert round(feels(-100), 2) == -129.47
    assert feels(0) == 0
    assert feels(1) == 1


@pytest.mark.parametrize(
    ("chance", "exponent", "counts"),
    [
        (HALF, OBSERVED.gain_chance, 0.4206),
        (HALF, OBSERVED.loss_chance, 0.4540),
        (HUNDREDTH, OBSERVED.gain_chance, 0.0553),
        (Fraction(0), OBSERVED.gain_chance, 0),
        (Fraction(1), OBSERVED.loss_chance, 1),
    ],
)
def test_what_chances_count_for(chance, exponent, counts):
    assert round(felt_chance(chance, exponent) / 1_000_000, 4) == counts


def even_bet(gain: int, attitude: Attitude) -> float:
    """What winning so many micro-utils feels like if one may as well lose 100 utils."""
    gains = felt_chance(HALF, attitude.gain_chance) * felt(gain, UTIL, attitude)
    losses = felt_chance(HALF, attitude.loss_chance) * felt(-100 * UTIL, UTIL, attitude)
    return (gains + losses) / UTIL / 1_000_000


def test_an_even_bet_of_a_hundred_is_refused():
    assert round(even_bet(100 * UTIL, OBSERVED), 2) == -34.57


def taken_from(attitude: Attitude) -> float:
    """The smallest gain, in tenths of a util, for which an even bet against losing 100 is taken."""
    tenths = bisect_left(range(4000), 0, key=lambda tenth: even_bet(tenth * UTIL // 10, attitude))
    return tenths / 10


def test_gain_needed_against_a_loss_of_a_hundred():
    unweighted = Attitude(OBSERVED.curve, OBSERVED.aversion, Decimal(1), Decimal(1))
    assert taken_from(OBSERVED) == pytest.approx(274.1, abs=0.1)
    assert taken_from(unweighted) == pytest.approx(251.3, abs=0.1)


def test_who_feels_nothing_special_counts_expected_values():
    assert [feels(n, NEUTRAL) for n in (-7, 0, 3, 250)] == [-7, 0, 3, 250]
    assert felt_chance(Fraction(3, 8), NEUTRAL.gain_chance) == 375_000
    assert taken_from(NEUTRAL) == 100


def test_a_table_holds_the_same_and_cannot_be_changed():
    table = felt_table([-UTIL, 0, 5 * UTIL], UTIL, OBSERVED)
    assert table.tolist() == [-2_250_000, 0, felt(5 * UTIL, UTIL, OBSERVED)]
    assert not table.flags.writeable


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: felt(1, 0, OBSERVED),
        lambda: felt_chance(Fraction(3, 2), Decimal(1)),
        lambda: felt_chance(HALF, Decimal(0)),
        lambda: felt_table([2**31], 1, NEUTRAL),
    ],
)
def test_what_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValueError, match=r"got|too large"):
        wrong()
