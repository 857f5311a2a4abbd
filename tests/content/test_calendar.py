"""Turns and their dates."""

import pytest

from game.content.schema.calendar import Calendar


def calendar(unit: str, start: str, **others: object) -> Calendar:
    given = {"unit": unit, "start": start, "turns": 8, "plies": 2, "first": "a", "basis": "assumed"}
    return Calendar.model_validate({"weights": 1, "residual": 0, **given, **others})


def test_months_go_on_over_the_year() -> None:
    months = calendar("month", "2025-06")
    assert [months.name_of(turn) for turn in (0, 6, 7)] == ["2025-06", "2025-12", "2026-01"]
    assert months.turn_of("2026-01") == 7
    assert months.turn_of("2025-05") == -1


def test_half_days_go_on_over_the_month() -> None:
    days = calendar("half_day", "2025-11-30 pm")
    assert [days.name_of(turn) for turn in range(3)] == ["2025-11-30 pm", "2025-12-01 am", "2025-12-01 pm"]
    assert days.turn_of("2025-12-01 pm") == 2


@pytest.mark.parametrize("unit_start", [("month", "2025-06"), ("half_day", "2025-12-12 am")])
def test_names_and_turns_are_each_others_inverse(unit_start: tuple[str, str]) -> None:
    named = calendar(*unit_start)
    assert [named.turn_of(named.name_of(turn)) for turn in range(named.turns)] == list(range(named.turns))


def test_a_number_counts_turns_from_one() -> None:
    assert [calendar("month", "2025-06").turn_of(text) for text in ("1", "12", "0")] == [0, 11, -1]


@pytest.mark.parametrize("text", ["2025-13", "2025-6", "1234", "June", "2025-12-12 am", "-1", "1.5"])
def test_what_is_no_turn_is_none(text: str) -> None:
    assert calendar("month", "2025-06").turn_of(text) is None


def test_a_day_that_does_not_exist_is_no_turn() -> None:
    assert calendar("half_day", "2025-12-12 am").turn_of("2025-02-30 am") is None


def test_one_weight_stands_for_all_turns() -> None:
    assert [str(weight) for weight in calendar("month", "2025-06", weights="0.5").months] == ["0.5"] * 8
