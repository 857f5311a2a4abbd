"""Draws of the rules, with those that history or a test forces (docs/rules.md 2)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import U64
from game.foundation.draws import LANES_A_BLOCK, draw, draw_block
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


class Lanes:
    """The draws for one purpose in one turn, forced ones in their place, made as lanes are asked for.

    Args:
        key: uint64[B].
    """

    def __init__(self, tables: Tables, key: U64, turn: int, purpose: Purpose) -> None:
        self._forced = tables.forced.draws
        self._key, self._turn, self._purpose = key, turn, purpose
        self._blocks: dict[int, U32] = {}

    def lane(self, number: int) -> U32:
        """The words of one lane: the same as `roll` gives there. uint32[B]."""
        forced = self._forced.get((self._turn, int(self._purpose), number))
        if forced is not None:
            return np.full(len(self._key), forced, np.uint32)
        block, place = divmod(number, LANES_A_BLOCK)
        if block not in self._blocks:
            self._blocks[block] = draw_block(self._key, self._turn, self._purpose, block)
        words: U32 = self._blocks[block][place]
        return words


def choose(words: U32, marks: tuple[tuple[int, int], ...]) -> NDArray[np.int64]:
    """The second number of the first pair whose cumulative threshold exceeds the draw, else 0. int64."""
    found = np.zeros(words.shape, np.int64)
    for mark, number in reversed(marks):
        found = np.where(words.astype(np.uint64) < np.uint64(mark), number, found)
    return found
