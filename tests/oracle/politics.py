"""The oracle's second opinion on politics at home and around the table, in plain Python ints.

Written from docs/rules.md alone (its sections stand in comments), as a part of the oracle of one game.
"""

from collections.abc import Sequence
from typing import Any


class Politics:  # of one game; what it reads of the game stands in oracle.py
    book: Any
    holds: Any
    in_offer: Any
    increment: Any
    base: list[int]
    held: int
    promised: int

    def crosses(self, a: int, offer: Sequence[int]) -> bool:  # 4.3, red lines
        return any(self._touches(line, offer) for line in self.book.actors[a].never if self.holds(line.when))

    def _touches(self, line: Any, offer: Sequence[int]) -> bool:
        i = self.book.issue[line.issue]
        x = self.book.level[i][line.above if line.above is not None else line.below]
        if i == self.book.people:
            n, limit = self.increment(offer), self.book.issues[i].levels[x].people or 0
            if line.above is not None:
                return n > limit
            return n < min(limit, max(self.held - self.promised, 0))
        asked = self.in_offer(offer)[i]
        if line.above is not None:
            return asked > x and asked > self.base[i]
        return max(asked, self.base[i]) < x
