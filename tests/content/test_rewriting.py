"""Ids and dates of everyday use, and how they would be written here."""

import pytest

from game.content.reading.rewriting import as_day, as_pattern, impossible_day

ID = r"^[a-z][a-z0-9_]{0,39}$"
FILE_ID = r"^[a-z][a-z0-9-]{0,59}$"
MONTH = r"^\d{4}-\d{2}$"
ROUGH = r"^\d{4}(-\d{2}(-\d{2})?)?$"


@pytest.mark.parametrize(
    ("text", "pattern", "hint"),
    [
        ("Große Straße", ID, "Write grosse_strasse."),
        ("Łódź Café", FILE_ID, "Write lodz-cafe."),
        ("salt-road", ID, "Write salt_road."),
        ("“envoy”", ID, "Write envoy."),
        ("2 visits", ID, ""),
        ("переговоры", ID, ""),
        ("x" * 81, ID, ""),
        ("2026-05-01", MONTH, "Write 2026-05."),
        ("5/2026", MONTH, ""),
        ("May 2026", MONTH, "Write 2026-05."),
        ("Smarch 2026", MONTH, ""),
        ("12.04.2026", ROUGH, "Write 2026-04-12."),
        ("12 Apr 2026", ROUGH, "Write 2026-04-12."),
        ("31.02.2026", ROUGH, ""),
        ("2026-5", MONTH, "Write 2026-05."),
    ],
)
def test_what_was_meant_in_the_form_that_fits(text: str, pattern: str, hint: str) -> None:
    assert as_pattern(text, pattern) == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("23.11.2026", "Write 2026-11-23."),
        ("23 November 2026", "Write 2026-11-23."),
        ("2026/11/23", "Write 2026-11-23."),
        ("November 2026", "Write year, month and day."),
        ("23.13.2026", "Write year, month and day."),
        ("soon", "Write year, month and day."),
    ],
)
def test_a_day_as_it_is_read(text: str, hint: str) -> None:
    assert as_day(text) == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2025-13-01", "The month stands in the middle and is 01 to 12."),
        ("2025-02-29", "That month has the days 01 to 28."),
        ("2024-02-30", "That month has the days 01 to 29."),
        ("0000-01-01", ""),
    ],
)
def test_why_there_is_no_such_day(text: str, hint: str) -> None:
    assert impossible_day(text) == hint
