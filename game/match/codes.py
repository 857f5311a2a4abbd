"""A game to start again as a short code that can be read out and typed: `K7QX2-9MPD4`.

Ten signs of Crockford's base 32, without I, L, O and U: the seed in 32 bits, and 18 bits that say for which
content it was made, so that a slip of the keys or another scenario is noticed.
Source: D. Crockford, Base 32, https://www.crockford.com/base32.html
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from game.foundation.errors import GameError
from game.foundation.texts import _
from game.match.library import Opened

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
SEEDS = 2**32  # of the games that have a code; larger seeds are given as numbers
_CHECK_BITS = 5 * LENGTH - 32
_READ_AS = {"I": "1", "L": "1", "O": "0"}


def write_code(opened: Opened, seed: int) -> str:
    """The code of the game of a scenario under a seed; the number itself where it is too large for one."""
    if not 0 <= seed < SEEDS:
        return str(seed)
    number = seed << _CHECK_BITS | _check(opened, seed)
    signs = "".join(SIGNS[number >> 5 * place & 31] for place in reversed(range(LENGTH)))
    return f"{signs[: LENGTH // 2]}-{signs[LENGTH // 2 :]}"


def looks_like_code(text: str) -> bool:
    """Whether somebody who typed this meant a code rather than a number."""
    signs = _signs(text)
    return len(signs) == LENGTH and not text.strip().isdecimal()


def read_code(opened: Opened, text: str) -> int:
    """The seed that a code means.

    Raises:
        GameError: it is no code, or not one of this scenario.
    """
    number = _number(text)
    seed = number >> _CHECK_BITS
    if number & ((1 << _CHECK_BITS) - 1) != _check(opened, seed):
        raise GameError(
            _(
                "The code {text!r} is not one of {title!r} as it is here. "
                "Perhaps one sign is wrong, or it belongs to another scenario or another version of this one."
            ).format(text=text.strip()[:40], title=opened.scenario.title)
        )
    return seed


def find_game(known: Iterable[Opened], text: str) -> tuple[Opened, int]:
    """The scenario and the seed that a code means, among the scenarios that are known.

    Raises:
        GameError: it is no code, or one of none of them.
    """
    number = _number(text)
    seed = number >> _CHECK_BITS
    for opened in known:
        if number & ((1 << _CHECK_BITS) - 1) == _check(opened, seed):
            return opened, seed
    raise GameError(
        _(
            "The code {text!r} belongs to none of the scenarios here. "
            "Perhaps one sign is wrong, or it was made with another version of the game."
        ).format(text=text.strip()[:40])
    )


def _check(opened: Opened, seed: int) -> int:
    content = f"{opened.scenario.id} {opened.tables.digest} {seed}".encode()
    return int.from_bytes(hashlib.sha256(content).digest()[:4]) >> (32 - _CHECK_BITS)


def _signs(text: str) -> str:
    kept = "".join(sign for sign in text.upper() if sign not in "- \t\u2010\u2011\u2013")
    return "".join(_READ_AS.get(sign, sign) for sign in kept)


def _number(text: str) -> int:
    signs = _signs(text)
    if len(signs) != LENGTH or any(sign not in SIGNS for sign in signs):
        raise GameError(
            _("{text!r} is no code of a game: ten letters and digits are expected, such as {code}.").format(
                text=text.strip()[:40], code="K7QX2-9MPD4"
            )
        )
    number = 0
    for sign in signs:
        number = number << 5 | SIGNS.index(sign)
    return number
