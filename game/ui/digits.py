"""Numbers as the window writes them: a proper minus, a thin space between thousands."""

from __future__ import annotations

from game.narration.figures import utils

MINUS = "\u2212"
THIN = "\u2009"


def worth(value: int) -> str:
    """Micro-utils as utils with sign: `+0.250`, `−1.004`."""
    return utils(value).replace("-", MINUS)


def many(number: int) -> str:
    """A count: `1 183` with a thin space."""
    return f"{number:,}".replace(",", THIN).replace("-", MINUS)


def signed(number: int) -> str:
    """A change of a count: `+12`, `−1 058`, `0`."""
    return f"+{many(number)}" if number > 0 else many(number)
