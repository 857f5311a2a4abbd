"""Decimals become integers exactly, and integer arithmetic rounds as it says."""

from decimal import Decimal
from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.foundation.integers import (
    INT32_MAX,
    MICRO,
    NumberUnreadable,
    divided,
    micro,
    micro_text,
    permille,
    ratio,
    scaled,
)

int32s = st.integers(-INT32_MAX, INT32_MAX)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("1", MICRO), ("-0.25", -250_000), ("+.5", 500_000), ("3.", 3 * MICRO), ("0.0000010", 1),
     ("0002147.483647", INT32_MAX), ("-2147.483647", -INT32_MAX), (" 0.1 ", 100_000), ("-0", 0)],
)  # fmt: skip
def test_decimals_become_millionths(text, value):
    assert micro(text) == value


@pytest.mark.parametrize(
    ("text", "says"),
    [("", "not a number"), ("abc", "0.25"), ("1e3", "not a number"), ("1_000", "not a number"),
     ("1,5", "not a number"), (".", "not a number"), ("٣", "not a number"), ("0x10", "not a number"),
     ("nan", "not a number"), ("inf", "not a number"), ("1 2", "not a number"), ("--1", "not a number"),
     ("0.0000001", "7 decimals; at most 6"), ("2147.483648", "too large; the largest whole number is 2147"),
     ("9" * 1_000_000, "99999999999999999999... is too large"), ("-2148", "too large")],
)  # fmt: skip
def test_unreadable_numbers_say_what_would_be_right(text, says):
    with pytest.raises(NumberUnreadable) as caught:
        micro(text)
    assert says in str(caught.value)
    assert len(str(caught.value)) < 120


def test_permille():
    assert permille("0.125") == 125
    assert permille("2147483.647") == INT32_MAX
    with pytest.raises(NumberUnreadable, match="4 decimals; at most 3"):
        permille("0.1255")


@given(int32s)
def test_millionths_are_written_as_they_are_read(value):
    assert micro(micro_text(value)) == value
    assert Decimal(micro_text(value)) == Decimal(value) / MICRO


@given(st.lists(st.tuples(int32s, int32s), min_size=1))
def test_scaled_is_an_exact_floor(pairs):
    values, factors = (np.array(column, dtype=np.int32) for column in zip(*pairs, strict=True))
    expected = [floor(Fraction(value * factor, MICRO)) for value, factor in pairs]
    assert scaled(values, factors).tolist() == expected
    assert [scaled(value, factor) for value, factor in pairs] == expected
    assert scaled(values, 3).tolist() == [floor(Fraction(value * 3, MICRO)) for value, _ in pairs]


@given(st.lists(st.tuples(int32s, st.integers(1, INT32_MAX)), min_size=1))
def test_ratio_and_divided_round_as_they_say(pairs):
    values, divisors = (np.array(column, dtype=np.int32) for column in zip(*pairs, strict=True))
    shares = [floor(Fraction(value * MICRO, divisor)) for value, divisor in pairs]
    nearest = [floor(Fraction(value, divisor) + Fraction(1, 2)) for value, divisor in pairs]
    assert ratio(values, divisors).tolist() == shares == [ratio(*pair) for pair in pairs]
    assert divided(values, divisors).tolist() == nearest == [divided(*pair) for pair in pairs]
    assert ratio(values, divisors).dtype == divided(values, divisors).dtype == np.int64
