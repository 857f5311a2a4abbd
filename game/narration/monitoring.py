"""What a monitor says of how many were freed: its own count, with how far it may be off."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.foundation.texts import _
from game.narration.figures import many
from game.rules.tables import Tables


class Counted(Protocol):
    """A state or an outcome: people freed, and what a monitor counts of them. int32[B] each."""

    @property
    def freed(self) -> NDArray[np.int32]:
        """All of them, as the government counts."""

    @property
    def counted(self) -> NDArray[np.int32]:
        """Those on the monitor's own list."""

    @property
    def unsure(self) -> NDArray[np.int32]:
        """By how many that may be off, either way."""


def monitor_says(tables: Tables, counts: Counted) -> str | None:
    """The monitor's count of the first game, or nothing where nobody is freed yet or nobody else counts."""
    freed, counted, unsure = int(counts.freed[0]), int(counts.counted[0]), int(counts.unsure[0])
    if not tables.issues.monitored or not freed:
        return None
    low, high = max(0, counted - unsure), min(freed, counted + unsure)
    if low == high:
        return _("{n} by a monitor's list").format(n=many(low))
    return _("{low} to {high} by a monitor's list").format(low=many(low), high=many(high))
