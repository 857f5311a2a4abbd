"""The signed sum behind a number, as it is shown when the player asks why."""

from dataclasses import dataclass

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
