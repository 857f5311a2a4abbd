"""Rows of numbers that are made once and read often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I32, U16

Number = TypeVar("Number", bound=np.integer[Any])
_LARGE = 1 << 12
_FOR_GOOD = 5 << 12
_HALVES = {"half", "most_half"}


class Shelf:
    """Named arrays that grow together by rows; given are the names and the shapes of a row.

    They are int32, but for columns of halves: a seat has at most 65,536, which fit into uint16.
    """

    def __init__(self, **columns: tuple[int, ...]) -> None:
        self.rows = 0
        self._halves = {
            name: np.zeros((16, *columns.pop(name)), np.uint16) for name in _HALVES & columns.keys()
        }
        self._arrays = {name: np.zeros((16, *shape), np.int32) for name, shape in columns.items()}

    def __getitem__(self, name: str) -> I32:
        return self._arrays[name]

    def halves(self, name: str) -> U16:
        """A column of halves."""
        return self._halves[name]

    def append(self, parts: Mapping[str, NDArray[Any]]) -> None:
        """Put rows at the end; every column has to be given."""
        assert parts.keys() == self._arrays.keys() | self._halves.keys()
        more = len(next(iter(parts.values())))
        for name, part in parts.items():
            if name in self._halves:
                self._halves[name] = _roomy(self._halves[name], self.rows, more)
                self._halves[name][self.rows : self.rows + more] = part
            else:
                self._arrays[name] = _roomy(self._arrays[name], self.rows, more)
                self._arrays[name][self.rows : self.rows + more] = part
        self.rows += more


def _roomy(array: NDArray[Number], used: int, more: int) -> NDArray[Number]:
    """The array with room for more rows.

    A large one gets room for good at once: memory that is not written to is not taken, a copy would be.
    """
    if used + more <= len(array):
        return array
    rows = 2 * (used + more)
    wider = np.zeros((rows if rows < _LARGE else max(rows, _FOR_GOOD), *array.shape[1:]), array.dtype)
    wider[:used] = array[:used]
    return wider
