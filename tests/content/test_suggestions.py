"""Hints are given where one answer is likely, and not otherwise."""

from decimal import Decimal

import pytest

from game.content.reading.limits import shortened
from game.content.reading.suggestions import closest, number_in_range, plain_number

KEYS = ("patience", "weights", "side_moves", "policy", "events", "id")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("patiense", "patience"),
        ("Patience", "patience"),
        ("weight", "weights"),
        ("side-moves", "side_moves"),
        ("sidemove", "side_moves"),
        ("policies", "policy"),
        ("zebra", None),
        ("side", "side_moves"),
        ("si", None),
        ("p" * 1000, None),
        ("", None),
    ],
)
def test_the_key_that_was_meant(word: str, expected: str | None) -> None:
    assert closest(word, KEYS) == expected


def test_a_word_of_any_length_costs_no_time() -> None:
    assert closest("x" * 61, ["x" * 61]) is None


def test_a_message_repeats_only_the_beginning_of_a_long_value() -> None:
    assert shortened("x" * 41) == "x" * 40 + "…"
    assert shortened("x" * 40) == "x" * 40
    assert shortened("two\n  lines") == "two lines"


@pytest.mark.parametrize(
    ("number", "low", "high", "hint"),
    [
        ("1.7", 0, 1, "Did you mean 0.17?"),
        ("45", 0, 1, "Did you mean 0.45?"),
        ("-0.3", 0, 1, "Did you mean 0.3?"),
        ("5", 0, 1, ""),
        ("170", 0, 1, ""),
        ("-40", -1, 1, "Did you mean -0.4?"),
        ("70", 0, 60, ""),
    ],
)
def test_the_number_that_was_meant(number: str, low: int, high: int, hint: str) -> None:
    assert number_in_range(Decimal(number), Decimal(low), Decimal(high)) == hint


@pytest.mark.parametrize(
    ("text", "whole", "hint"),
    [
        ("1,000", True, "Write 1000."),
        ("1 000", True, "Write 1000."),
        ("1,5", False, "Write 1.5."),
        (".5", False, "Write 0.5."),
        ("5.", False, "Write 5."),
        ("+5", True, "Write 5."),
        ("007", True, "Write 7."),
        ("50%", False, "Write 0.5."),
        ("1.5", True, ""),
        ("1.400", True, "Write 1400."),
        ("1.400", False, "Write 1.4."),
        ("6 months", False, "Write 6."),
        ("about 1,200 people", True, "Write 1200."),
        ("about 40 %", False, ""),
        ("minus 0.3", False, "Write -0.3."),
        ("\u22120.3", False, "Write -0.3."),
        ("1/2", False, "Write 0.5."),
        ("1/3", False, ""),
        ("1/2", True, ""),
        ("120-165", True, ""),
        ("120 or 165", True, ""),
        ("one month", True, ""),
        ("1e99", False, ""),
        ("0x1F", True, ""),
        ("9" * 200_000 + "_", True, ""),
        ("many", True, ""),
    ],
)
def test_the_number_in_the_form_that_is_accepted(text: str, whole: bool, hint: str) -> None:
    assert plain_number(text, whole=whole) == hint
