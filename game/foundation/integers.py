"""Exact numbers: what a designer writes as a decimal becomes an integer here, once, and stays one.

Floats would give one game different bits alone and in a batch; see docs/decisions. A value is counted in
micro-utils (millionths), a share in millionths of the whole.
"""

import re
from typing import overload

import numpy as np

from game.foundation.arrays import I64, IntArray
from game.foundation.texts import _

MICRO = 1_000_000
PERMILLE = 1_000
INT32_MAX = 2**31 - 1

_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)


class NumberUnreadable(ValueError):
    """A text that is no number, or more exact or larger than the game can hold; its text says which."""


def micro(text: str) -> int:
    """A decimal as a whole number of millionths, exactly: "0.25" gives 250000.

    Args:
        text: digits with an optional sign and point; no exponent, no grouping, at most 6 decimals.

    Returns: millionths, within int32.

    Raises:
        NumberUnreadable: with a message that says what would be right.
    """
    return _scaled_text(text, 6)


def permille(text: str) -> int:
    """A decimal as a whole number of thousandths, exactly: "0.25" gives 250. At most 3 decimals."""
    return _scaled_text(text, 3)


def micro_text(value: int) -> str:
    """Millionths as the shortest decimal that means them: 250000 gives "0.25"."""
    whole, part = divmod(abs(value), MICRO)
    decimals = f"{part:06d}".rstrip("0")
    return ("-" if value < 0 else "") + str(whole) + (f".{decimals}" if decimals else "")


def _scaled_text(text: str, places: int) -> int:
    written = text.strip()
    if not _DECIMAL.fullmatch(written):
        raise NumberUnreadable(
            _("{text!r} is not a number; write digits with a point, as in 0.25").format(text=_shortened(text))
        )
    whole, _point, decimals = written.lstrip("+-").partition(".")
    whole, decimals = whole.lstrip("0"), decimals.rstrip("0")
    if len(decimals) > places:
        raise NumberUnreadable(
            _("{number} has {count} decimals; at most {most} are kept").format(
                number=_shortened(written), count=len(decimals), most=places
            )
        )
    largest = INT32_MAX // 10**places
    # By length first: making a number of a million digits would take minutes.
    if len(whole) > len(str(largest)) or int((whole or "0") + decimals.ljust(places, "0")) > INT32_MAX:
        raise NumberUnreadable(
            _("{number} is too large; the largest whole number is {largest}").format(
                number=_shortened(written), largest=largest
            )
        )
    size = int((whole or "0") + decimals.ljust(places, "0"))
    return -size if written.startswith("-") else size


def _shortened(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:20]}..."


@overload
def scaled(value: int, factor: int) -> int: ...
@overload
def scaled(value: IntArray, factor: IntArray | int) -> I64: ...
@overload
def scaled(value: int, factor: IntArray) -> I64: ...
def scaled(value: IntArray | int, factor: IntArray | int) -> I64 | int:
    """A value times a factor in millionths, rounded towards minus infinity.

    Args:
        value: any unit, any shape, within int32 if factor may be as large.
        factor: millionths; shapes broadcast.

    Returns: floor(value x factor / 1,000,000) in the unit of value, as int64.
    """
    if isinstance(value, int) and isinstance(factor, int):
        return value * factor // MICRO
    product: I64 = np.multiply(value, factor, dtype=np.int64)
    return product // MICRO


@overload
def ratio(value: int, divisor: int) -> int: ...
@overload
def ratio(value: IntArray, divisor: IntArray | int) -> I64: ...
@overload
def ratio(value: int, divisor: IntArray) -> I64: ...
def ratio(value: IntArray | int, divisor: IntArray | int) -> I64 | int:
    """What share of the divisor a value is, in millionths, rounded towards minus infinity.

    Args:
        value: any unit, any shape, within int32.
        divisor: the same unit, above 0; shapes broadcast.

    Returns: floor(value x 1,000,000 / divisor), as int64.
    """
    if isinstance(value, int) and isinstance(divisor, int):
        return value * MICRO // divisor
    share: I64 = np.multiply(value, MICRO, dtype=np.int64)
    quotient: I64 = np.floor_divide(share, divisor, dtype=np.int64)
    return quotient


@overload
def divided(value: int, divisor: int) -> int: ...
@overload
def divided(value: IntArray, divisor: IntArray | int) -> I64: ...
def divided(value: IntArray | int, divisor: IntArray | int) -> I64 | int:
    """A value divided by a number above 0 and rounded to the nearest, halves upwards.

    Returns: floor((2 x value + divisor) / (2 x divisor)), as int64.
    """
    if isinstance(value, int) and isinstance(divisor, int):
        return (2 * value + divisor) // (2 * divisor)
    twice: I64 = np.multiply(value, 2, dtype=np.int64)
    quotient: I64 = np.floor_divide(twice + divisor, np.multiply(divisor, 2, dtype=np.int64), dtype=np.int64)
    return quotient
