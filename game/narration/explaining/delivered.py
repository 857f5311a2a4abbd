"""Parts for what a deal delivers: levels, people, what holds together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from game.foundation.texts import _, ngettext
from game.narration.explaining.in_force import winding
from game.narration.explaining.part import Part, issue_at, together
from game.narration.words import Words
from game.narration.worlds import Deal
from game.rules.state import State
from game.rules.tables import NONE, Count, Tables


def delivered_parts(
    words: Words,
    tables: Tables,
    state: State,
    deal: Deal,
    seat: int,
    actor: int,
    type_: int,
    theirs: bool = False,
) -> Iterator[Part]:
    """What one side would deliver, as an actor of `seat` values it: own things in full, theirs by life."""
    owner = 1 - seat if theirs else seat
    table = (tables.values.promise if theirs else tables.values.level)[actor, type_]
    for issue in np.flatnonzero(tables.issues.owner == owner).tolist():
        before, after = deal.base[issue], deal.level[issue]
        if issue == tables.issues.people or after <= before:
            continue
        uses = int(state.uses[0, issue])
        amount = int(table[issue, uses, after]) - int(table[issue, max(uses - 1, 0), before])
        yield Part(issue_at(words, issue, after), amount, _delivery_reason(words, owner, theirs))
    if tables.issues.people != NONE and int(tables.issues.owner[tables.issues.people]) == owner:
        why = _("from {now} to {then}, all agreements counted")
        yield from people_parts(tables, promised_people(state), deal, actor, type_, why)
    yield from synergy_parts(words, tables, deal.base, deal.level, actor, type_, owner)


def _delivery_reason(words: Words, owner: int, theirs: bool) -> str:
    if theirs:
        return _("{seat} would deliver it; counted by how long such a promise lasts").format(
            seat=words.seats[owner].title
        )
    return _("your own side would deliver it; counted in full")


def people_parts(
    tables: Tables, before: dict[Count, int], deal: Deal, actor: int, type_: int, why: str
) -> Iterator[Part]:
    """What it is worth that people come free.

    Args:
        before: the counts that the deal changes.
        why: has the places {now} and {then}.
    """
    count = tables.values.count[actor, type_]
    last = count.shape[1] - 1
    change = {Count.FREED: deal.people, Count.EXILED: deal.expelled, Count.HELD: -deal.people}
    names = {
        Count.FREED: ngettext("{n} person freed", "{n} people freed", deal.people),
        Count.EXILED: ngettext("{n} of them expelled", "{n} of them expelled", deal.expelled),
        Count.HELD: ngettext("{n} person fewer held", "{n} people fewer held", deal.people),
    }
    for what in (Count.FREED, Count.EXILED, Count.HELD):
        now, then = before[what], before[what] + change[what]
        amount = int(count[what, min(then, last)]) - int(count[what, min(now, last)])
        yield Part(names[what].format(n=abs(change[what])), amount, why.format(now=now, then=then))


def promised_people(state: State) -> dict[Count, int]:
    """People as all agreements so far would leave them."""
    return {
        Count.FREED: int(state.base_freed[0]),
        Count.EXILED: int(state.base_exiled[0]),
        Count.HELD: max(0, int(state.held[0]) - int(state.promised[0])),
    }


def counted_people(state: State) -> dict[Count, int]:
    """People as they are now."""
    return {
        Count.FREED: int(state.freed[0]),
        Count.EXILED: int(state.exiled[0]),
        Count.HELD: int(state.held[0]),
    }


def synergy_parts(
    words: Words,
    tables: Tables,
    before: Sequence[int],
    after: Sequence[int],
    actor: int,
    type_: int,
    owner: int | None = None,
) -> Iterator[Part]:
    """What begins or ceases to hold from some levels to others; that of one owner only, if one is named."""
    for number, whose in enumerate(tables.synergy_owner.tolist()):
        if owner is not None and whose != owner:
            continue
        change = int(Deal.holds_at(tables, number, after)) - int(Deal.holds_at(tables, number, before))
        amount = int(tables.values.synergy[actor, type_, number]) * change
        yield Part(together(words, tables, number), amount, words.synergies[number])


def levels_reached(state: State, deal: Deal) -> tuple[int, ...]:
    """Level of each issue once the deal is all in force."""
    now = [int(level) for level in state.level[0]]
    risen = zip(now, deal.base, deal.level, strict=True)
    return tuple(max(level, after) if after > before else level for level, before, after in risen)


def gained_parts(
    words: Words, tables: Tables, state: State, deal: Deal, actor: int, type_: int
) -> Iterator[Part]:
    """What each issue that comes into force is worth more there than where it stands now."""
    reached = levels_reached(state, deal)
    for issue, (before, after) in enumerate(zip(deal.base, deal.level, strict=True)):
        if issue == tables.issues.people or after <= before:
            continue
        table = tables.values.level[actor, type_, issue]
        uses, level = int(state.uses[0, issue]), int(state.level[0, issue])
        again = min(uses + 1, table.shape[0] - 1) if tables.issues.fades[issue] else uses
        amount = int(table[max(again - 1, 0), reached[issue]]) - int(table[max(uses - 1, 0), level])
        yield Part(issue_at(words, issue, reached[issue]), amount, _("once it is in force"))
        for part in winding(words, tables, state, issue, actor, type_):
            yield Part(part.name, -part.amount, _("it stops winding down, being in force again"))
