"""Draws of the rules, with those that history or a test forces (docs/rules.md 2)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import U64
from game.foundation.draws import draw
from game.foundation.purposes import Purpose
from game.rules.tables import Tables

U32 = NDArray[np.uint32]


def roll(tables: Tables, key: U64, turn: int, purpose: Purpose, lanes: int = 1, index: int = 0) -> U32:
    """The draws for one purpose, forced ones in their place.

    Args:
        key: uint64[B].
        lanes: how many words a game gets.
        index: the side move of a MOVE draw, else 0.

    Returns: uint32[B, lanes].
    """
    words = draw(key, turn, purpose, lanes, index)
    forced = tables.forced.draws
    if forced:
        words = words.copy()
        for lane in range(lanes):
            number = index if purpose is Purpose.MOVE else lane
            if (turn, int(purpose), number) in forced:
                words[:, lane] = forced[turn, int(purpose), number]
    return words


def choose(words: U32, marks: tuple[tuple[int, int], ...]) -> NDArray[np.int64]:
    """The second number of the first pair whose cumulative threshold exceeds the draw, else 0. int64."""
    found = np.zeros(words.shape, np.int64)
    for mark, number in reversed(marks):
        found = np.where(words.astype(np.uint64) < np.uint64(mark), number, found)
    return found
