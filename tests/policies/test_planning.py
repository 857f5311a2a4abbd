"""What a planner makes of worlds: it leaves the learning seat's choice only for what is surely better."""

from __future__ import annotations

import math

import numpy as np
import pytest

from game.foundation.roots import whole_roots
from game.policies.planner import MARGIN, leads_of

UNIT = 1_000_000
USUAL = np.zeros(1, np.intp)


def leads(*others: list[int]) -> tuple[list[int], list[int]]:
    """Least and greatest lead of some options over one that brings nothing in any world, in units."""
    payoffs = np.array([[[0] * len(others[0])], *([other] for other in others)], np.int64) * UNIT
    low, high = leads_of(payoffs, USUAL)
    return (low[:, 0] // UNIT).tolist(), (high[:, 0] // UNIT).tolist()


def test_what_is_better_in_every_world_by_as_much_is_surely_better() -> None:
    assert leads([7, 7, 7, 7], [-2, -2, -2, -2]) == ([0, 7, -2], [0, 7, -2])


def test_what_is_better_by_luck_may_be_worse() -> None:
    """Mean 3; squared distances from it sum to 12, so the standard error is sqrt(12 / (4 * 3)) = 1."""
    assert leads([2, 2, 2, 6]) == ([0, 3 - MARGIN], [0, 3 + MARGIN])


def test_a_single_world_tells_nothing() -> None:
    assert leads([50]) == ([0, 50 - 50 * MARGIN], [0, 50 + 50 * MARGIN])


@pytest.mark.parametrize("root", [0, 1, 2, 1000, 2**31 - 1, 3_037_000_499])
def test_roots_are_whole_and_exact(root: int) -> None:
    values = [value for value in (root**2 - 1, root**2, root**2 + 1) if 0 <= value < 2**63]
    assert whole_roots(np.array(values, np.int64)).tolist() == [math.isqrt(value) for value in values]
