"""Square roots in whole numbers, the same on every machine."""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import I64

_HIGHEST = 31  # the bit a root of an int64 may begin with is one below


def whole_roots(values: I64) -> I64:
    """The greatest whole number whose square is not above each value.

    Args:
        values: int64[...], at least 0.

    Returns: int64 of the same shape. Source: Woo 1985, "Square root by abacus algorithm": bit by bit.
    """
    assert (values >= 0).all()
    root = np.zeros_like(values)
    for bit in range(_HIGHEST, -1, -1):
        tried = root | (1 << bit)
        fits = (tried <= values // np.maximum(tried, 1)) & (tried > 0)
        root = np.where(fits, tried, root)
    return root
