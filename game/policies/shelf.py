"""Rows of numbers that are made once and read often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I32


class Shelf:
    """Named int32 arrays that grow together by rows; given are the names and the shapes of a row."""

    def __init__(self, **columns: tuple[int, ...]) -> None:
        self.rows = 0
        self._arrays = {name: np.zeros((16, *shape), np.int32) for name, shape in columns.items()}

    def __getitem__(self, name: str) -> I32:
        return self._arrays[name]

    def append(self, parts: Mapping[str, NDArray[Any]]) -> None:
        """Put rows at the end; every column has to be given."""
        assert parts.keys() == self._arrays.keys()
        more = len(next(iter(parts.values())))
        for name, part in parts.items():
            self._arrays[name] = _roomy(self._arrays[name], self.rows, more)
            self._arrays[name][self.rows : self.rows + more] = part
        self.rows += more


def _roomy(array: I32, used: int, more: int) -> I32:
    if used + more <= len(array):
        return array
    wider = np.zeros((2 * (used + more), *array.shape[1:]), array.dtype)
    wider[:used] = array[:used]
    return wider
