"""Changes of the world: levels in force or winding down, people freed (docs/rules.md 4.5)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import Bool
from game.foundation.draws import below
from game.foundation.purposes import Purpose
from game.rules.chance import roll
from game.rules.happenings import Happening, What
from game.rules.state import Draft, State
from game.rules.tables import NEVER, USES, Tables


def note(draft: Draft, what: What, seat: int = -1, index: int = -1, amount: int = 0) -> None:
    """Record a happening, if one game is being recorded."""
    if draft.record is not None:
        draft.record.append(Happening(what, draft.clock.turn, seat, index, int(amount)))


def shift_trust(draft: Draft, seat: int, by: NDArray[np.int64] | int, who: Bool) -> None:
    """Change how far `seat` trusts the other, within 0 to 15."""
    before = draft.trust[:, seat].astype(np.int64)
    after = np.where(who, np.clip(before + by, 0, 15), before)
    trust = draft.write("trust")
    trust[:, seat] = after
    if draft.record is not None and after[0] != before[0]:
        note(draft, What.TRUST, seat, amount=int(after[0] - before[0]))


def come_into_force(tables: Tables, draft: Draft, issue: int, to: NDArray[np.int8], who: Bool) -> None:
    """Level `to` of an issue becomes law where `who`."""
    level, expires = draft.write("level"), draft.write("expires")
    reached = np.maximum(draft.level[:, issue], to)
    lasts = tables.issues.lasts[issue].take(reached)
    level[:, issue] = np.where(who, reached, level[:, issue])
    until = np.where(lasts > 0, draft.clock.turn + lasts, NEVER)
    expires[:, issue] = np.where(who, until, expires[:, issue])
    draft.write("enacting")[who, issue] = -1
    draft.write("wound")[who, issue] = 0
    if tables.issues.fades[issue]:
        uses = draft.write("uses")
        uses[:, issue] = np.where(who, np.minimum(USES - 1, uses[:, issue] + 1), uses[:, issue])
    if draft.record is not None and who[0]:
        note(draft, What.IN_FORCE, int(tables.issues.owner[issue]), issue, int(level[0, issue]))


def wind_down(tables: Tables, draft: Draft, issue: int, who: Bool, what: What = What.WOUND_DOWN) -> None:
    """An issue falls back to level 0 where `who`; part of its value stays while it winds down."""
    falls = who & (draft.level[:, issue] > 0)
    if not falls.any():
        return
    turns = int(tables.issues.winddown[issue])
    if draft.record is not None:
        note(draft, what, int(tables.issues.owner[issue]), issue, int(draft.level[0, issue]))
    level, wound, until = draft.write("level"), draft.write("wound"), draft.write("wind_until")
    wound[:, issue] = np.where(falls, level[:, issue] if turns else 0, wound[:, issue])
    until[falls, issue] = draft.clock.turn + turns
    level[falls, issue] = 0
    draft.write("expires")[falls, issue] = NEVER


def withdraw(tables: Tables, draft: Draft, seat: int, who: Bool) -> None:
    """A seat takes back what it can: revocable levels wind down, announced ones are cancelled."""
    for i in np.flatnonzero((tables.issues.owner == seat) & tables.issues.revocable):
        wind_down(tables, draft, int(i), who)
        draft.write("enacting")[who, i] = -1


def owes(tables: Tables, state: State, seat: int) -> Bool:
    """Whether a seat has something due this turn. bool[B]."""
    row = state.clock.turn % tables.rows
    due = np.zeros(state.games, np.bool_)
    for i in np.flatnonzero(tables.issues.owner == seat):
        due |= state.owed[:, row, i] > 0
    people = tables.issues.people
    if people >= 0 and tables.issues.owner[people] == seat:
        due |= state.owed_people[:, row] > 0
    return due


def cancel_owed(
    tables: Tables, draft: Draft, seat: int, who: Bool, rows: tuple[int, ...] | None = None
) -> None:
    """What a seat still owes, in all rows or in some, is void."""
    own = tables.issues.owner == seat
    which = np.arange(tables.rows) if rows is None else np.array(rows)
    owed = draft.write("owed")
    owed[np.ix_(np.flatnonzero(who), which, np.flatnonzero(own))] = 0
    if tables.issues.people >= 0 and own[tables.issues.people]:
        draft.write("owed_people")[np.ix_(np.flatnonzero(who), which)] = 0


def move_row(tables: Tables, draft: Draft, seat: int, who: Bool) -> None:
    """What a seat owes this turn is owed in the next one."""
    row, following = draft.clock.turn % tables.rows, (draft.clock.turn + 1) % tables.rows
    owed = draft.write("owed")
    for i in np.flatnonzero(tables.issues.owner == seat):
        moved = np.maximum(owed[:, following, i], owed[:, row, i])
        owed[:, following, i] = np.where(who, moved, owed[:, following, i])
        owed[who, row, i] = 0
    if tables.issues.people >= 0 and int(tables.issues.owner[tables.issues.people]) == seat:
        people = draft.write("owed_people")
        people[:, following] += np.where(who, people[:, row], 0)
        people[who, row] = 0


def exile_share(tables: Tables, draft: Draft) -> NDArray[np.int64]:
    """Per mille of those freed now who must leave the country. int64[B]."""
    terms = tables.issues.terms
    if terms < 0:
        return np.zeros(draft.games, np.int64)
    standing = np.maximum(draft.level[:, terms], draft.enacting[:, terms])
    return tables.issues.exile.take(standing).astype(np.int64)


def free(tables: Tables, draft: Draft, people: NDArray[np.int64], who: Bool) -> NDArray[np.int64]:
    """People leave custody where `who`; at most those held.

    Returns: how many of them a monitor finds on its own list. int64[B].
    """
    released = np.where(who, np.minimum(people, draft.held), 0)
    leave = released * exile_share(tables, draft) // 1000
    found, unsure = monitor_count(tables, draft, released)
    for name, change in (
        ("freed", released), ("held", -released), ("exiled", leave), ("counted", found), ("unsure", unsure),
    ):  # fmt: skip
        array = draft.write(name)
        array += change.astype(np.int32)
    if draft.record is not None and released[0]:
        note(
            draft, What.FREED, int(tables.issues.owner[tables.issues.people]), int(leave[0]), int(released[0])
        )
        if tables.issues.monitored:
            note(
                draft, What.COUNTED, int(tables.issues.owner[tables.issues.people]), int(unsure[0]), found[0]
            )
    return found


def monitor_count(
    tables: Tables, draft: Draft, released: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Of those released, how many a monitor finds on its own list, and by how many that may be off.

    Source: a monitor's list and a government's differ (Viasna counted 40 of the 52 freed in September 2025);
        the form is assumed, decision 131.

    Returns: int64[B], int64[B].
    """
    issues = tables.issues
    if not issues.monitored or not released.any():
        return released, np.zeros_like(released)
    level = draft.level[:, issues.verification]
    known, unclear = (array.take(level).astype(np.int64) for array in (issues.known, issues.unclear))
    words = roll(tables, draft.key, draft.clock.turn, Purpose.COUNT)[:, 0]
    share = np.clip(known + below(words, 2 * unclear + 1).astype(np.int64) - unclear, 0, 1000)
    return released * share // 1000, released * unclear // 1000


def work_out_base(tables: Tables, draft: Draft, who: Bool) -> None:
    """What is in force, announced or owed, less what lapses within two turns (docs/rules.md 4.1)."""
    issues, soon = tables.issues, draft.clock.turn + 2
    base = draft.write("base")
    for i in range(len(issues.owner)):
        standing = draft.level[:, i]
        if issues.owner[i] >= 0:
            secured = np.where(draft.expires[:, i] <= soon, 0, standing)
            owed = draft.owed[:, :, i].max(axis=1)
            standing = np.maximum(np.maximum(secured, draft.enacting[:, i]), owed)
        base[:, i] = np.where(who, standing, base[:, i])
    promised = draft.owed_people.sum(axis=1, dtype=np.int64)
    share = issues.exile.take(base[:, issues.terms]).astype(np.int64) if issues.terms >= 0 else 0
    for name, value in (
        ("promised", promised),
        ("base_freed", draft.freed + promised),
        ("base_exiled", draft.exiled + promised * share // 1000),
    ):
        array = draft.write(name)
        array[who] = value[who]
