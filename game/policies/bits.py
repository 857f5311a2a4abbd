"""Sets of menu entries as 64-bit words, one word for each game."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.rules.state import U64, Bool

_ONE = np.uint64(1)
EVERY = np.uint64(2**64 - 1)


def up_to(last: NDArray[np.intp]) -> U64:
    """Bits 0 to `last` (-1 for none, at most 63)."""
    shift = np.clip(63 - last, 0, 63).astype(np.uint64)
    return np.where(last < 0, np.uint64(0), EVERY >> shift)


def highest(words: U64) -> NDArray[np.intp]:
    """Number of the highest bit set, -1 for none."""
    spread = words | words >> _ONE
    for shift in (2, 4, 8, 16, 32):
        spread |= spread >> np.uint64(shift)
    return np.bitwise_count(spread).astype(np.intp) - 1


def lowest(words: U64) -> NDArray[np.intp]:
    """Number of the lowest bit set, 64 for none."""
    return np.bitwise_count((words & (~words + _ONE)) - _ONE).astype(np.intp)


def without(words: U64, bit: NDArray[np.intp]) -> U64:
    """The words with one bit each cleared (-1: none)."""
    mask = np.where(bit < 0, np.uint64(0), _ONE << np.clip(bit, 0, 63).astype(np.uint64))
    return words & ~mask


def packed(flags: Bool) -> U64:
    """64 flags on the last axis as one word: flag j is bit j."""
    octets = np.packbits(flags, axis=-1, bitorder="little")
    words: U64 = octets.view("<u8")[..., 0].astype(np.uint64)
    return words
