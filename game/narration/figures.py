"""Numbers as people read them: utils a month, shares, counts."""

from __future__ import annotations

from collections.abc import Sequence

MILLI = 1_000  # micro-utils in the smallest amount that is shown


def utils(value: int) -> str:
    """A value in utils with its sign and three decimals: 250000 gives "+0.250", -1 gives "-0.000"... as 0.

    Args:
        value: micro-utils.
    """
    return _shown(_nearest(value))


def parts_and_sum(amounts: Sequence[int]) -> tuple[list[str], str]:
    """Amounts and their sum, rounded so that what is shown adds up too.

    Each is rounded down or up to a thousandth, those nearest to the next thousandth first, until the shown
    parts sum to the shown total; none is off by a thousandth or more.

    Args:
        amounts: micro-utils.
    """
    total = _nearest(sum(amounts))
    floors = [amount // MILLI for amount in amounts]
    missing = total - sum(floors)
    order = sorted(range(len(amounts)), key=lambda n: (-(amounts[n] % MILLI), n))
    for n in order[: max(0, missing)]:
        floors[n] += 1
    return [_shown(part) for part in floors], _shown(total)


def share(permille: int) -> str:
    """Per mille as per cent: 350 gives "35 %", 354 gives "35.4 %"."""
    whole, tenth = divmod(permille, 10)
    return f"{whole}.{tenth} %" if tenth else f"{whole} %"


def many(number: int) -> str:
    """A count in groups of three: 16614715 gives "16,614,715"."""
    return f"{number:,}"


def _nearest(value: int) -> int:
    return (2 * value + MILLI) // (2 * MILLI)


def _shown(thousandths: int) -> str:
    whole, part = divmod(abs(thousandths), 1000)
    sign = "-" if thousandths < 0 else "+" if thousandths > 0 else ""
    return f"{sign}{whole}.{part:03d}"
