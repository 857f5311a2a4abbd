"""The signed sum behind a number, as it is shown when the player asks why."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from game.foundation.texts import ngettext
from game.ui.digits import MINUS, THIN
from game.ui.theme import ToneName


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a sum: what it is, what it adds, written out and as a length for its bar."""

    label: str
    shown: str
    amount: float
    tone: ToneName = "plain"


@dataclass(frozen=True, slots=True)
class Why:
    """A number taken apart. Parts and total are worked out apart and must agree before they come here."""

    title: str
    parts: tuple[Part, ...]
    total: str
    note: str = ""  # whose estimate it is, how uncertain, what it leaves out


def shortened_to(parts: Sequence[Part], most: int) -> list[Part]:
    """At most so many lines of a sum: the greatest parts as they are, and in a last line all the others."""
    if len(parts) <= most:
        return list(parts)
    by_size = sorted(range(len(parts)), key=lambda n: -abs(parts[n].amount))
    kept = sorted(by_size[: max(0, most - 1)])
    rest = [part for n, part in enumerate(parts) if n not in kept]
    return [*(parts[n] for n in kept), _together(rest)]


def _together(parts: Sequence[Part]) -> Part:
    """Some parts as one; what is written adds up as it did line by line."""
    written = sum((_number(part.shown) for part in parts), Decimal(0))
    places = max(-int(_number(part.shown).as_tuple().exponent) for part in parts)
    label = ngettext("{n} smaller part", "{n} smaller parts", len(parts)).format(n=len(parts))
    tone: ToneName = "good" if written > 0 else "bad" if written < 0 else "muted"
    shown = f"{written:+,.{places}f}".replace(",", THIN).replace("-", MINUS)
    return Part(label, shown, sum(part.amount for part in parts), tone)


def _number(shown: str) -> Decimal:
    """What a number says that the window has written."""
    return Decimal(shown.replace(THIN, "").replace(MINUS, "-"))
