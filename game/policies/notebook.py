"""What a policy notes of its games from slot to slot: a fold over what was seen, kept by batch.

Asking twice about the same moment gives the same answer, starting a game again starts its notes again, and a
resumed game remembers once its moves have been asked for again (decision 052).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from game.foundation.arrays import U64
from game.rules.state import Clock

_MOST_BATCHES = 64

Notes = TypeVar("Notes")


@dataclass(frozen=True)
class _Page(Generic[Notes]):
    when: tuple[int, int]
    before: Notes
    after: Notes


class Notebook(Generic[Notes]):
    """Notes on batches of games, told apart by the games' policy keys."""

    def __init__(self) -> None:
        self._pages: dict[bytes, _Page[Notes]] = {}

    def before(self, key: U64, clock: Clock) -> Notes | None:
        """What was noted before this moment; None if nothing was.

        Args:
            key: uint64[B] policy keys.
        """
        page, now = self._pages.get(key.tobytes()), (clock.turn, clock.slot)
        if page is None or now < page.when:
            return None
        return page.before if now == page.when else page.after

    def keep(self, key: U64, clock: Clock, before: Notes, after: Notes) -> None:
        """Note what is known after this moment, and what was known before it."""
        name = key.tobytes()
        self._pages.pop(name, None)
        self._pages[name] = _Page((clock.turn, clock.slot), before, after)
        while len(self._pages) > _MOST_BATCHES:
            self._pages.pop(next(iter(self._pages)))
