"""Parts for the world as it is in force."""

from __future__ import annotations

from collections.abc import Iterator

from game.foundation.texts import _
from game.narration.explaining.part import Part, issue_at, together
from game.narration.words import Words
from game.narration.worlds import Deal
from game.rules.state import State
from game.rules.tables import Tables


def world_parts(words: Words, tables: Tables, state: State, actor: int, type_: int) -> Iterator[Part]:
    """What levels in force, people and synergies are worth to an actor now."""
    for issue in range(len(tables.issues.owner)):
        if issue != tables.issues.people:
            yield from _issue_in_force(words, tables, state, issue, actor, type_)
    count = tables.values.count[actor, type_]
    last = count.shape[1] - 1
    numbers = (state.freed, state.exiled, state.held, state.arrested)
    names = (_("People freed"), _("People expelled"), _("People held"), _("People newly arrested"))
    for what, (number, name) in enumerate(zip(numbers, names, strict=True)):
        yield Part(name, int(count[what, min(int(number[0]), last)]), str(int(number[0])))
    now = [int(level) for level in state.level[0]]
    for synergy in range(len(tables.synergy_owner)):
        if Deal.holds_at(tables, synergy, now):
            amount = int(tables.values.synergy[actor, type_, synergy])
            yield Part(together(words, tables, synergy), amount, words.synergies[synergy])


def _issue_in_force(
    words: Words, tables: Tables, state: State, issue: int, actor: int, type_: int
) -> Iterator[Part]:
    worth = tables.values.level[actor, type_, issue, max(int(state.uses[0, issue]) - 1, 0)]
    level = int(state.level[0, issue])
    yield Part(issue_at(words, issue, level), int(worth[level]), _("in force now"))
    yield from winding(words, tables, state, issue, actor, type_)


def winding(words: Words, tables: Tables, state: State, issue: int, actor: int, type_: int) -> Iterator[Part]:
    """What is left of an issue that was taken back, while it winds down."""
    worth = tables.values.level[actor, type_, issue, max(int(state.uses[0, issue]) - 1, 0)]
    level, wound = int(state.level[0, issue]), int(state.wound[0, issue])
    if wound > level and state.clock.turn < int(state.wind_until[0, issue]):
        keep = int(tables.issues.keep[issue])
        amount = keep * (int(worth[wound]) - int(worth[level])) // 1000
        yield Part(issue_at(words, issue, wound), amount, _("winding down: part of it still works"))
