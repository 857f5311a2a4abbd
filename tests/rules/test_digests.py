"""The same meaning gives the same digest, anything else another."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import numpy as np
import pytest

from game.foundation.digests import digest, short_digest


@dataclass(frozen=True)
class Point:
    x: int
    y: object = None


@dataclass(frozen=True)
class Place:
    x: int
    y: object = None


class Colour(Enum):
    RED = "red"


KNOWN = "c3198d689207a42afd677ec934ab6c8be47d526e6ea02e5a8c242aec1faffdbc"
DIFFERENT = [
    None, True, False, 0, 1, -1, 12, "", "0", "1", b"", b"1", [], [0], [0, 1], [[0], 1], [0, [1]], ["12"],
    ["1", "2"],
    {}, {"a": 1}, {"a": 2}, {"b": 1}, {"a": 1, "b": 1}, {1: "a"},
    frozenset(), {1}, {1, 2}, {"1"}, [None], "N",
    Fraction(1, 3), Fraction(2, 3), Decimal("0.1"), date(2025, 6, 21), "2025-06-21",
    Point(1), Point(2), Place(1),
    Point(1, Point(1)), np.array([1]), np.array([1], dtype=np.int32), np.array([[1]]), np.array([2]),
    np.array([1], dtype=np.uint64), np.array([True]),
    np.zeros((0, 2), dtype=np.int8), np.zeros((2, 0), dtype=np.int8),
    np.array(1),
]  # fmt: skip


def test_different_values_have_different_digests():
    digests = [digest(value) for value in DIFFERENT]
    assert len(set(digests)) == len(digests)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (5, np.int32(5)),
        (True, np.bool_(True)),
        ((1, 2), [1, 2]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({3, 1, 2}, frozenset([1, 2, 3])),
        (Decimal("0.50"), Fraction(1, 2)),
        (Colour.RED, "red"),
        (np.arange(6).reshape(2, 3), np.asfortranarray(np.arange(6).reshape(2, 3))),
        (np.arange(6), np.arange(12)[::2] // 2),
        (np.arange(6, dtype="<i4"), np.arange(6, dtype=">i4")),
    ],
)
def test_the_same_meaning_has_the_same_digest(one, other):
    assert digest(one) == digest(other)


def test_this_very_digest_for_ever():
    assert digest(Point(1, [{"a": np.arange(3, dtype=np.int16)}, "ü"])) == KNOWN
    assert short_digest(Point(1, [{"a": np.arange(3, dtype=np.int16)}, "ü"])) == KNOWN[:16]


@pytest.mark.parametrize(
    "value", [0.5, [0.5], np.array([0.5]), np.float64(1), object(), Point, np.array(["a"])]
)
def test_what_has_no_exact_form_is_refused(value):
    with pytest.raises(TypeError, match="no exact form"):
        digest(value)
