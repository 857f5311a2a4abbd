"""The offers of a finished game as rows: a table of the page, and CSV for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

from game.narration.debrief import Finished, Tabled
from game.narration.figures import MILLI
from game.narration.worlds import people_asked
from game.rules.tables import NONE

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets would work out instead of showing


def offers_csv(done: Finished) -> str:
    """One row an offer, in the order in which they were made; levels under the id of their issue.

    Columns: turn (from 1), date, who made it, what became of it, its gain to both principals over walking
    away then (utils a month), whether each would have signed it, people asked for, plan, and every issue.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_heads(done))
    for tabled in done.told.tabled:
        writer.writerow([_cell(value) for value in _row(done, tabled)])
    return out.getvalue()


def _heads(done: Finished) -> list[str]:
    first, second = (seat.id for seat in done.words.seats)
    issues = [issue.id for issue in done.words.issues[: len(done.tables.issues.owner)]]
    owned = [
        issue for issue, owner in zip(issues, done.tables.issues.owner.tolist(), strict=True) if owner != NONE
    ]
    return [
        "turn", "date", "seat", "fate", f"gain_{first}", f"gain_{second}", f"signed_by_{first}",
        f"signed_by_{second}", "people_asked", "plan", *owned,
    ]  # fmt: skip


def _row(done: Finished, tabled: Tabled) -> list[object]:
    tables, words = done.tables, done.words
    half0, half1, plan, number = tabled.offer
    pairs = zip(tables.halves[0][half0].tolist(), tables.halves[1][half1].tolist(), strict=True)
    asked = tuple(first + second for first, second in pairs)
    owned = [issue for issue, owner in enumerate(tables.issues.owner.tolist()) if owner != NONE]
    return [
        tabled.turn + 1,
        words.date(tabled.turn),
        words.seats[tabled.seat].id,
        tabled.fate,
        *(_utils(gain) for gain in tabled.gains),
        *("yes" if signed else "no" for signed in tabled.signed_by),
        people_asked(tables, asked, number),
        words.plans[plan].title,
        *(words.issues[issue].levels[asked[issue]].title for issue in owned),
    ]


def _utils(value: int) -> float:
    return round(value / MILLI) / 1000


def _cell(value: object) -> object:
    """A value as a spreadsheet shows it: texts that look like formulas stay texts."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
