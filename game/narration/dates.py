"""Dates as people read them. In files they stay as they are written there: 2025-06, 2025-12-12 am."""

from __future__ import annotations

from datetime import date

from game.content.schema.calendar import Calendar
from game.foundation.texts import _, marked

_MONTHS = (
    (marked("January"), marked("Jan")), (marked("February"), marked("Feb")), (marked("March"), marked("Mar")),
    (marked("April"), marked("Apr")), (marked("May"), marked("May")), (marked("June"), marked("Jun")),
    (marked("July"), marked("Jul")), (marked("August"), marked("Aug")), (marked("September"), marked("Sep")),
    (marked("October"), marked("Oct")), (marked("November"), marked("Nov")),
    (marked("December"), marked("Dec")),
)  # fmt: skip


def day(when: date) -> str:
    """A day: `31 March 2026`."""
    return _("{day} {month} {year}").format(day=when.day, month=_(_MONTHS[when.month - 1][0]), year=when.year)


def turn_in_words(calendar: Calendar, turn: int) -> str:
    """A turn, counted from 0: `June 2025`, or `12 December 2025, morning`."""
    when, half = _read(calendar, turn)
    if calendar.unit == "month":
        return _("{month} {year}").format(month=_(_MONTHS[when.month - 1][0]), year=when.year)
    text = _("{day}, morning") if half == "am" else _("{day}, afternoon")
    return text.format(day=day(when))


def turn_in_short(calendar: Calendar, turn: int) -> str:
    """A turn among others: `Jun 2025` where a year begins or the game does, `Jul` elsewhere; `12 Dec am`."""
    when, half = _read(calendar, turn)
    month = _(_MONTHS[when.month - 1][1])
    if calendar.unit != "month":
        text = _("{day} {month} am") if half == "am" else _("{day} {month} pm")
        return text.format(day=when.day, month=month)
    if turn and when.month > 1:
        return month
    return _("{month} {year}").format(month=month, year=when.year)


def _read(calendar: Calendar, turn: int) -> tuple[date, str]:
    """The day a turn begins on, and the half of the day if turns are half-days."""
    stamp, _space, half = calendar.name_of(turn).partition(" ")
    return date.fromisoformat(stamp if half else f"{stamp}-01"), half
