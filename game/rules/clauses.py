"""What conditions and effects of a scenario are made of, compiled (docs/rules.md 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Op(IntEnum):
    """Nodes of a condition in postfix order; comparisons push, ALL and ANY fold the last `value` results."""

    AT_LEAST = 0
    AT_MOST = 1
    IS = 2
    IS_NOT = 3
    MORE = 4
    LESS = 5
    ALL = 6
    ANY = 7
    NOT = 8


class Quantity(IntEnum):
    """What a comparison reads; `index` says which seat, issue, event or move where one is needed."""

    TURN = 0
    FREED = 1
    HELD = 2
    ARRESTED = 3
    SERVED = 4
    EXILED = 5
    AGREEMENTS = 6
    RELIEF = 7
    TRUST = 8
    LEVEL = 9
    SINCE = 10
    MOVED = 11
    BREACHED = 12
    SNAPPED = 13
    COUNTED = 14
    DISPUTED = 15


@dataclass(frozen=True)
class Step:
    """One node of a condition; comparisons name a quantity, its index and the integer compared with."""

    op: Op
    quantity: Quantity = Quantity.TURN
    index: int = 0
    value: int = 0


Condition = tuple[Step, ...]
"""A condition in postfix order; the empty tuple always holds."""


class Does(IntEnum):
    """What an effect does. Arguments (index, amount): see docs/rules.md 5."""

    TRUST = 0  # seat, by
    MOOD = 1  # actor, by (an effect on a side is one per ratifier)
    LEVEL_BY = 2  # issue, by
    LEVEL_TO = 3  # issue, level
    REVOKE = 4  # seat, 0
    ARREST = 5  # 0, people
    FREE = 6  # 0, people
    PAYOFF = 7  # seat, micro-utils
    END = 8  # ending, 0
    PROMISE = 9  # ratifier, micro-utils a month


@dataclass(frozen=True)
class Effect:
    """One change that an event or side move makes."""

    does: Does
    index: int
    amount: int
