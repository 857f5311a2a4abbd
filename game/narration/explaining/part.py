"""What an explanation consists of, and how its parts are called."""

from __future__ import annotations

from dataclasses import dataclass

from game.foundation.texts import _
from game.narration.words import Words
from game.rules.tables import NONE, Tables


@dataclass(frozen=True)
class Part:
    """One signed part: what it is for, how much (micro-utils a month), and why."""

    name: str
    amount: int
    why: str


def together(words: Words, tables: Tables, synergy: int) -> str:
    """The issues of a synergy."""
    issues = [words.issues[i].title for i in tables.synergy_issue[synergy].tolist() if i != NONE]
    return _("{issues} together").format(issues=_(" and ").join(issues))


def issue_at(words: Words, issue: int, level: int) -> str:
    """An issue at a level."""
    entry = words.issues[issue]
    return f"{entry.title}: {entry.levels[level].title}"
