"""Numbers for keys, in order of first appearance: a hash table asked for thousands of keys at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I64

Ids = NDArray[np.intp]
_FREE = -1
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


class Numbering:
    """Gives every distinct key, a whole number from 0 up, a number of its own: 0, 1, 2, ..."""

    def __init__(self) -> None:
        self._resize(1 << 10)
        self.count = 0

    def find(self, keys: I64) -> Ids:
        """The keys' numbers, -1 for keys that have none yet."""
        slot = self._home(keys)
        met = self._keys.take(slot)
        found = self._numbers.take(slot).astype(np.intp)
        lost = np.flatnonzero((met != keys) & (met != _FREE))
        while len(lost):
            slot[lost] = (slot[lost] + 1) & self._mask
            met[lost] = self._keys.take(slot[lost])
            found[lost] = self._numbers.take(slot[lost])
            lost = lost[(met[lost] != keys[lost]) & (met[lost] != _FREE)]
        return found

    def add(self, keys: I64) -> Ids:
        """Number keys, all different and none of them known."""
        numbers = np.arange(self.count, self.count + len(keys))
        self.count += len(keys)
        if 2 * self.count > len(self._keys):
            known, old = self._keys[self._keys != _FREE], self._numbers[self._keys != _FREE]
            self._resize(1 << (2 * self.count).bit_length())
            self._place(known, old)
        self._place(keys, numbers)
        return numbers

    def _resize(self, size: int) -> None:
        self._keys = np.full(size, _FREE, np.int64)
        self._numbers = np.full(size, -1, np.int32)
        self._mask = size - 1
        self._shift = np.uint64(64 - self._mask.bit_length())

    def _home(self, keys: I64) -> Ids:
        return (keys.astype(np.uint64) * _SPREAD >> self._shift).astype(np.intp)

    def _place(self, keys: I64, numbers: Ids) -> None:
        """Put keys into free slots: of those that want the same slot one gets it, the others go on."""
        left, slot = np.arange(len(keys)), self._home(keys)
        while len(left):
            free = self._keys.take(slot) == _FREE
            self._keys[slot[free]] = keys[left[free]]
            self._numbers[slot[free]] = numbers[left[free]]
            homeless = self._keys.take(slot) != keys[left]
            left, slot = left[homeless], (slot[homeless] + 1) & self._mask
