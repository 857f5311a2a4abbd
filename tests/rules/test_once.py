"""What is remembered of a record is its own, and goes with it."""

from __future__ import annotations

import gc
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.foundation.once import OncePerRecord


@dataclass(frozen=True)
class Few:
    numbers: NDArray[np.int64]


def test_a_record_is_worked_on_once_and_an_equal_one_anew() -> None:
    worked: list[int] = []

    def total(few: Few) -> int:
        worked.append(len(few.numbers))
        return int(few.numbers.sum())

    once, few = OncePerRecord(total), Few(np.array([1, 2]))
    assert [once(few), once(few)] == [3, 3]
    assert worked == [2]
    assert once(replace(few, numbers=np.array([1, 2, 4]))) == 7
    assert once(few) == 3
    assert worked == [2, 3]


def test_nothing_is_kept_of_a_record_that_is_gone() -> None:
    once = OncePerRecord(lambda few: few.numbers.sum())
    for number in range(50):  # a later record may lie where an earlier one lay
        assert once(Few(np.array([number]))) == number
    gc.collect()
    assert not once._known
