"""An offer against the ledger of one game: levels it would bring, people it frees, what it exposes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.politics import RedLine
from game.rules.state import State
from game.rules.tables import MOST_PEOPLE, NONE, Tables


@dataclass(frozen=True)
class Deal:
    """An offer in plain numbers.

    Args:
        asked: level of each issue in the offer (0 for world issues).
        base, level: level of each issue without and with it (docs/rules.md 4.3: base and l').
        people: how many people it frees; expelled: how many of them must leave.
        plan: index of its plan.
    """

    asked: tuple[int, ...]
    base: tuple[int, ...]
    level: tuple[int, ...]
    people: int
    expelled: int
    plan: int

    @staticmethod
    def holds_at(tables: Tables, synergy: int, levels: Sequence[int]) -> bool:
        """Whether a synergy's conditions hold at some levels."""
        issues, least = tables.synergy_issue[synergy].tolist(), tables.synergy_level[synergy].tolist()
        return all(levels[i] >= level for i, level in zip(issues, least, strict=True) if i != NONE)

    def exposed(self, tables: Tables, state: State, seat: int) -> int:
        """Share of a seat's own leverage that the deal gives away, per mille."""
        issues = tables.issues
        total = 0
        for issue, (before, after) in enumerate(zip(self.base, self.level, strict=True)):
            if int(issues.owner[issue]) == seat and after > before:
                total += int(issues.leverage[issue, after]) - int(issues.leverage[issue, before])
        if issues.people != NONE and int(issues.owner[issues.people]) == seat:
            total += issues.people_leverage * self.people // max(1, int(state.held[0]))
        return min(max(total, 0), 1000)

    def touches(self, tables: Tables, state: State, line: RedLine) -> bool:
        """Whether the deal lies beyond a red line, its condition apart."""
        if line.issue == tables.issues.people:
            limit = int(tables.issues.people_number[line.level])
            most = max(0, int(state.held[0]) - int(state.promised[0]))
            return self.people > limit if line.above else self.people < min(limit, most)
        asked, base = self.asked[line.issue], self.base[line.issue]
        return asked > max(line.level, base) if line.above else max(asked, base) < line.level


def deal_of(tables: Tables, state: State, offer: Sequence[int]) -> Deal:
    """What an offer (half 0, half 1, plan, people) would do in a game."""
    half0, half1, plan, number = (int(part) for part in offer)
    rows = zip(tables.halves[0][half0].tolist(), tables.halves[1][half1].tolist(), strict=True)
    asked = tuple(first + second for first, second in rows)
    base = tuple(int(level) for level in state.base[0])
    level = tuple(max(*pair) for pair in zip(asked, base, strict=True))
    people, expelled = _people_of(tables, state, asked, level, number)
    return Deal(asked, base, level, people, expelled, plan)


def people_asked(tables: Tables, asked: Sequence[int], number: int) -> int:
    """How many people the wording of an offer names, before the number held is looked at."""
    issue = tables.issues.people
    if issue == NONE:
        return 0
    return number if number >= 0 else int(tables.issues.people_number[asked[issue]])


def _people_of(
    tables: Tables, state: State, asked: Sequence[int], level: Sequence[int], number: int
) -> tuple[int, int]:
    free = max(0, int(state.held[0]) - int(state.promised[0]))
    people = min(people_asked(tables, asked, number), free, MOST_PEOPLE)
    terms = tables.issues.terms
    exile = int(tables.issues.exile[level[terms]]) if terms != NONE else 0
    return people, people * exile // 1000
