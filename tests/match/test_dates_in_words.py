"""Dates as players read them."""

from datetime import date

import pytest

from game.content.schema.calendar import Calendar
from game.narration.dates import day, turn_in_short, turn_in_words


def calendar(unit: str, start: str) -> Calendar:
    given = {"unit": unit, "start": start, "turns": 9, "plies": 2, "first": "a", "basis": "assumed"}
    return Calendar.model_validate({"weights": 1, "residual": 0, **given})


@pytest.mark.parametrize(
    ("unit", "start", "turn", "words", "short"),
    [
        ("month", "2025-06", 0, "June 2025", "Jun 2025"),
        ("month", "2025-06", 3, "September 2025", "Sep"),
        ("month", "2025-06", 7, "January 2026", "Jan 2026"),
        ("half_day", "2025-12-12 am", 0, "12 December 2025, morning", "12 Dec am"),
        ("half_day", "2025-12-31 pm", 1, "1 January 2026, morning", "1 Jan am"),
        ("half_day", "2025-12-31 am", 1, "31 December 2025, afternoon", "31 Dec pm"),
    ],
)
def test_turns(unit, start, turn, words, short):
    named = calendar(unit, start)
    assert turn_in_words(named, turn) == words
    assert turn_in_short(named, turn) == short


def test_days():
    assert day(date(2026, 3, 31)) == "31 March 2026"
