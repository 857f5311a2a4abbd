"""Decimals as the whole numbers that the rules count in. The schema limits the decimals, so none is lost."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from game.foundation.draws import threshold


def micro(number: Decimal) -> int:
    """Millionths."""
    return _whole(number.scaleb(6))


def per_mille(number: Decimal | None, unwritten: int = 0) -> int:
    """Thousandths; what counts instead where nothing was written is in thousandths already."""
    return unwritten if number is None else _whole(number.scaleb(3))


@lru_cache(maxsize=4096)
def mark(chance: Decimal) -> int:
    """The threshold that a 32-bit draw stays below with this chance."""
    return threshold(chance)


def marks(chances: Iterable[Decimal]) -> tuple[int, ...]:
    """The thresholds of several chances, one after the other."""
    reached, found = Decimal(0), []
    for chance in chances:
        reached += chance
        found.append(mark(reached))
    return tuple(found)


def _whole(number: Decimal) -> int:
    whole = int(number)
    assert whole == number, f"{number} has more decimals than the schema lets through"
    return whole
