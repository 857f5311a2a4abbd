"""The oracle's second opinion on politics at home and around the table, in plain Python ints.

Written from docs/rules.md alone (its sections stand in comments), as a part of the oracle of one game.
"""

from collections.abc import Sequence
from typing import Any

from tests.oracle.worths import micro

VOTE = 5


class Politics:  # of one game; what it reads of the game stands in oracle.py
    book: Any
    holds: Any
    in_offer: Any
    increment: Any
    base: list[int]
    level: list[int]
    mood: list[int]
    ally_vote: list[int]
    worth_at_start: list[int]
    world_value: Any
    u: Any
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

    def allies_vote(self) -> None:  # 4.1
        for world in self.book.file.world:
            if world.vote and self.holds(world.vote.when):
                self._measure_put_to(world)

    def _measure_put_to(self, world: Any) -> None:
        i = self.book.issue[world.id]
        members = [a for a in self.book.members if self.book.actors[a].member.of == world.id]
        now, more = self.level[i], min(self.level[i] + 1, len(world.levels) - 1)
        content = [[self._content(a, i, level) for a in members] for level in (now, more)]
        for a, yes in zip(members, content[1], strict=True):
            self.ally_vote[a] = 1 if yes else -1
        if all(content[1]):
            self.level[i] = more
        elif now > 0 and not any(content[0]):
            self.level[i] = now - 1

    def _content(self, a: int, i: int, level: int) -> bool:  # V of the page, against what it tolerates
        kept, self.level[i] = self.level[i], level
        better = self.world_value(a) - self.worth_at_start[a]
        self.level[i] = kept
        feeling = (self.mood[a] + self.u(VOTE, a, 3) - 1) * micro(self.book.issues[i].vote.mood_unit)
        return better + feeling >= -micro(self.book.actors[a].member.tolerance)
