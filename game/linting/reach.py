"""What can ever be so in a game: levels, events, moves and counts, generously taken.

Whatever can happen is among it; not all of it need be possible at once. So what lies outside never happens.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import numpy as np

from game.content.names import Names
from game.content.schema.conditions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Not,
    read_comparison,
)
from game.content.schema.effects import ArrestEffect, Effect, FreeEffect, LevelEffect
from game.foundation.arrays import I8
from game.rules.tables import MOST_PEOPLE

NEVER = 9999
_TESTS = {
    ">=": lambda one, other: one >= other,
    "<=": lambda one, other: one <= other,
    "=": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    ">": lambda one, other: one > other,
    "<": lambda one, other: one < other,
}


class Reach:
    """What can be reached in a scenario without errors.

    Args:
        halves: what each seat can offer, int8[H,I].

    Attributes:
        levels: the levels that each issue can have, by its id, as numbers.
        events: ids of events that can happen.
        moves: ids of side moves that can be made.
    """

    def __init__(self, names: Names, halves: tuple[I8, I8]) -> None:
        self._names = names
        self._halves = halves
        self.levels = {issue.id: {self._opening(issue.id)} for issue in names.issue_list}
        for issue in names.scenario.issues:
            self.levels[issue.id] |= {0, *self.offered[issue.id]}
        self.events: set[str] = set()
        self.moves: set[str] = set()
        while self._grows():
            pass

    @cached_property
    def offered(self) -> dict[str, set[int]]:
        """The levels of each owned issue that stand in a package which may be offered."""
        found = {}
        for number, issue in enumerate(self._names.scenario.issues):
            levels = self._halves[self._names.seats[issue.owner]][:, number]
            found[issue.id] = set(np.flatnonzero(np.bincount(levels)).tolist())
        return found

    def possible(self, condition: Condition | None) -> bool:
        """Whether a condition may hold at some moment of some game."""
        match condition:
            case None:
                return True
            case str():
                return self._together([read_comparison(condition)])
            case AllOf(all_of=inner):
                plain = [read_comparison(one) for one in inner if isinstance(one, str)]
                return all(map(self.possible, inner)) and self._together(plain)
            case AnyOf(any_of=inner):
                return any(map(self.possible, inner))
            case Not(none_of=negated):
                return not self.certain(negated)

    def certain(self, condition: Condition | None) -> bool:
        """Whether a condition holds at every moment of every game."""
        match condition:
            case None:
                return True
            case str():
                test = read_comparison(condition)
                return all(self._holds(test, value) for value in self._values(test.quantity, test.of, [test]))
            case AllOf(all_of=inner):
                return all(map(self.certain, inner))
            case AnyOf(any_of=inner):
                return any(map(self.certain, inner))
            case Not(none_of=negated):
                return not self.possible(negated)

    def never(self, condition: Condition) -> str | None:
        """The innermost comparison that can never hold and so keeps the whole from holding, as written."""
        if isinstance(condition, AllOf):
            return next((text for text in map(self.never, condition.all_of) if text), None)
        return condition if isinstance(condition, str) and not self.possible(condition) else None

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """The effects of everything that can happen."""
        scenario = self._names.scenario
        happening = [event.effects for event in scenario.events if event.id in self.events]
        made = [move.effects for move in scenario.moves if move.id in self.moves]
        spoilt = [actor.spoiler.effects for actor in scenario.actors if actor.spoiler is not None]
        return tuple(effect for effects in (*happening, *made, *spoilt) for effect in effects)

    def _opening(self, issue: str) -> int:
        start = self._names.issue_list[self._names.issues[issue]].start
        return 0 if start is None else self._names.levels[issue][start]

    def _grows(self) -> bool:
        """Adds what follows from what is known so far; whether there was anything."""
        before = (len(self.events), len(self.moves), sum(map(len, self.levels.values())))
        scenario = self._names.scenario
        self.events |= {e.id for e in scenario.events if e.chance > 0 and self.possible(e.when)}
        self.moves |= {m.id for m in scenario.moves if self.possible(m.needs)}
        self.__dict__.pop("effects", None)
        for effect in self.effects:
            if isinstance(effect, LevelEffect):
                self._change(effect)
        for world in scenario.world:
            if world.vote is not None and self.possible(world.vote.when):
                self.levels[world.id] = set(range(len(world.levels)))
        return before != (len(self.events), len(self.moves), sum(map(len, self.levels.values())))

    def _change(self, effect: LevelEffect) -> None:
        issue, levels = effect.level.issue, self._names.levels[effect.level.issue]
        if effect.level.to is not None:
            self.levels[issue].add(levels[effect.level.to])
        else:
            by = effect.level.by or 0
            self.levels[issue] |= {min(max(level + by, 0), len(levels) - 1) for level in self.levels[issue]}

    def _together(self, tests: Iterable[Comparison]) -> bool:
        """Whether each quantity has a value that satisfies everything that is asked of it."""
        asked: dict[tuple[str, str], list[Comparison]] = defaultdict(list)
        for test in tests:
            asked[test.quantity, test.of].append(test)
        return all(
            any(all(self._holds(test, value) for test in same) for value in self._values(*quantity, same))
            for quantity, same in asked.items()
        )

    def _holds(self, test: Comparison, value: int) -> bool:
        return bool(_TESTS[test.sign](value, self._compared(test)))

    def _compared(self, test: Comparison) -> int:
        if test.quantity == "level":
            return self._names.levels[test.of][test.value]
        if test.quantity == "turn":
            return self._names.scenario.calendar.turn_of(test.value) or 0
        return int(test.value)

    def _values(self, quantity: str, of: str, tests: list[Comparison]) -> set[int]:
        """Values that a quantity can have, as many as make a difference to the tests."""
        if quantity == "level":
            return self.levels[of]
        low, high = self._range(quantity, of)
        near = {self._compared(test) + step for test in tests for step in (-1, 0, 1)}
        found = {low, high} | {value for value in near if low <= value <= high}
        return found | {NEVER} if quantity in ("since", "moved") else found

    def _range(self, quantity: str, of: str) -> tuple[int, int]:
        scenario = self._names.scenario
        turns = scenario.calendar.turns
        match quantity:
            case "turn":
                return 0, turns - 1
            case "trust":
                return 0, 15
            case "relief":
                return 0, 1000
            case "since":
                return (0, turns) if of in self.events else (NEVER, NEVER)
            case "moved":
                return (0, turns) if of in self.moves else (NEVER, NEVER)
            case "agreements" | "breached" | "snapped":
                return 0, turns * 40
            case "held":
                start = scenario.people.held if scenario.people else 0
                return 0, 2 * MOST_PEOPLE if self.count_moves("arrested") else start
            case "counted":
                return self._range("freed", of)
            case "freed" | "exiled" if not self.count_moves("arrested"):
                start = scenario.people.held if scenario.people else 0
                return 0, start if self.count_moves(quantity) else 0
            case "freed" | "exiled" | "arrested" | "served" | "disputed":
                return 0, MOST_PEOPLE if self.count_moves(quantity) else 0
            case _:
                return 0, MOST_PEOPLE

    def count_moves(self, count: str) -> bool:
        """Whether a count of people (freed, exiled, held, arrested, served) can ever change."""
        scenario = self._names.scenario
        people = self._names.people_issue is not None
        match count:
            case "arrested":
                return scenario.arrests is not None or any(isinstance(e, ArrestEffect) for e in self.effects)
            case "served":
                return scenario.arrests is not None and scenario.arrests.served > 0
            case "disputed":
                lists = self._names.aspect("verification")
                return lists is not None and any((level.known or 1) < 1 for level in lists.levels)
            case "exiled":
                terms = self._names.aspect("terms")
                return terms is not None and any(level.exile for level in terms.levels)
            case _:
                return people or any(isinstance(e, FreeEffect) for e in self.effects)
