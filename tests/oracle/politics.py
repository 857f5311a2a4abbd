"""The oracle's second opinion on politics at home and around the table, in plain Python ints.

Written from docs/rules.md alone (its sections stand in comments), as a part of the oracle of one game.
"""

from collections.abc import Sequence
from typing import Any

from tests.oracle.worths import micro, mille, times, tolerated

VOTE, SPOIL, HINDER = 5, 14, 15


class Politics:  # of one game; what it reads of the game stands in oracle.py
    book: Any
    holds: Any
    in_offer: Any
    increment: Any
    base: list[int]
    level: list[int]
    mood: list[int]
    ally_vote: list[int]
    aid: list[int]
    aid_turn: list[int]
    spoiled: list[int]
    owed: list[list[int]]
    owed_people: list[int]
    enacting: list[int]
    freed: int
    exiled: int
    turn: int
    escrow: list[bool]
    paid: list[int]
    hindered: list[int]
    _trusts: Any
    owes: Any
    _cancel: Any
    _received: Any
    exile: Any
    effect: Any
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
        return better + feeling >= -tolerated(self.book.actors[a])

    def _worth_to_come(self, a: int) -> int:  # 4.1, the world to come
        kept = self.level, self.freed, self.held, self.exiled
        rows = [self.level, self.enacting, *self.owed]
        self.level = [max(row[i] for row in rows) for i in range(len(self.level))]
        people = sum(self.owed_people)
        self.exiled += people * self.exile(self.level) // 1000
        self.freed, self.held = self.freed + people, max(0, self.held - people)
        worth = self.world_value(a)
        self.level, self.freed, self.held, self.exiled = kept
        return int(worth)

    def patrons_offer(self) -> None:
        for s, (a, patron) in self.book.patrons.items():
            if self.aid_turn[s] >= 0 and self.turn - self.aid_turn[s] < patron.rest:
                continue
            beyond = self.worth_at_start[a] - self._worth_to_come(a) - micro(patron.tolerance)
            self.aid[s] = min(micro(patron.most), max(0, beyond) * mille(patron.share) // 1000)

    def aid_lost(self, s: int) -> int:  # 4.3
        if s not in self.book.patrons or not self.aid[s]:
            return 0
        left, rest = self.book.remaining, self.book.patrons[s][1].rest
        lost = left[self.turn] - left[min(self.turn + rest, self.book.turns)]
        return int(self.aid[s] * lost // left[self.turn])

    def pass_over_aid(self) -> None:  # 4.4
        for s in (0, 1):
            if self.aid[s] > 0:
                self.aid[s], self.aid_turn[s] = 0, self.turn

    def spoilers_act(self) -> None:  # 4.5
        for a, actor in enumerate(self.book.actors):
            spoiler = actor.spoiler
            if not spoiler or (self.spoiled[a] >= 0 and self.turn - self.spoiled[a] < spoiler.cooldown):
                continue
            hurts = self._worth_to_come(a) - self.world_value(a) < -micro(spoiler.cost)
            if hurts and self.u(SPOIL, a) < times(2**32, spoiler.chance):
                self.spoiled[a] = self.turn
                for effect in spoiler.effects:
                    self.effect(effect)

    def plan_open(self, plan: int) -> bool:  # 4.2
        name = self.book.file.plans[plan].mediator
        ready = [actor.mediator for actor in self.book.actors if actor.id == name]
        return not ready or bool(self.holds(ready[0].when))

    def in_escrow(self) -> bool:  # 4.5, escrow
        row = self.turn % self.book.rows
        return bool(self.escrow[row] and any(self.owes(0)) and any(self.owes(1)))

    def release_waits(self) -> bool:
        row = self.turn % self.book.rows
        people = min(self.owed_people[row], self.held) > 0
        return bool(people and not self._received(self.owed[row]))

    def move_along(self, s: int) -> None:
        (levels, people), later = self.owes(s), (self.turn + 1) % self.book.rows
        self._cancel(s, [self.turn % self.book.rows])
        for i, level in levels.items():
            self.owed[later][i] = max(self.owed[later][i], level)
        self.owed_people[later] += people
        self.escrow[later] = True

    def drag_along(self, s: int, delays: bool, together: bool) -> None:
        if not delays:
            self._cancel(1 - s, [row for row, held in enumerate(self.escrow) if held])
        elif together:
            self.move_along(1 - s)

    def promised_at_home(self, s: int) -> int:  # 4.3
        return sum(self.paid[a] for a in self.book.ratifiers[s])

    def held_up(self, s: int) -> bool:  # 4.5
        entries = [one for one in self.book.file.seats[s].hindered if self.holds(one.when)]
        if not entries or self.u(HINDER, s) >= times(2**32, entries[0].chance):
            return False
        flags = self.escrow[:]
        self.move_along(s)
        self.escrow = flags
        self.hindered[s] += 1
        self._trusts(1 - s, -self.book.file.trust.delay)
        return True
