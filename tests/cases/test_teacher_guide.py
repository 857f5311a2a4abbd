"""The teacher's guide names every case, divides a lesson as the card does, and points at what is there."""

import re

import pytest

from game.classroom.timing import LESSONS, steps
from game.match.library import shipped
from tests.cases.pack import PACK, opened
from tests.house.checkout import TOP

GUIDE = (TOP / "docs" / "teacher-guide.md").read_text(encoding="utf-8")
EXAMPLES = {"first-lesson", "one-page", "two-turns"}
ID = re.compile(r"`([\w-]+)`")


def rows(heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, without the first two."""
    lines = GUIDE.split(f"\n## {heading}\n")[1].split("\n## ")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")][
        2:
    ]


def test_every_case_has_its_lesson() -> None:
    named = [ID.findall(row[0])[0] for row in rows("Which case for which lesson")]
    assert sorted(named) == sorted({path.stem for path in shipped()} - EXAMPLES)
    assert set(PACK) <= set(named)


def test_turns_are_those_of_the_files() -> None:
    for row in rows("Which case for which lesson"):
        calendar = opened(ID.findall(row[0])[0]).scenario.calendar
        unit = "months" if calendar.unit == "month" else "half days"
        assert row[1] == f"{calendar.turns} {unit}", row[0]


def test_what_can_be_seen_is_in_the_files_that_are_named() -> None:
    found = rows("What can be seen where")
    assert len(found) == 15
    for _regularity, cases, where in found:
        for case in ID.findall(cases):
            assert (TOP / "scenarios" / f"{case}.yaml").exists(), case
        for name in ID.findall(where):
            texts = [(TOP / "scenarios" / f"{case}.yaml").read_text("utf-8") for case in ID.findall(cases)]
            assert any(re.search(rf"\b{name}\b", text) for text in texts), (name, cases)


@pytest.mark.parametrize("column", [0, 1])
def test_a_lesson_is_divided_as_on_the_card(column: int) -> None:
    lesson = LESSONS[column]
    parts = [(row[0], int(row[column + 1])) for row in rows("45 and 90 minutes")]
    assert parts == [(step.what, step.minutes[column]) for _minutes, step in steps(lesson)]
    assert sum(minutes for _part, minutes in parts) == lesson


def test_there_are_five_questions_and_five_answers() -> None:
    questions, answers = GUIDE.split("## Pre-test and post-test")[1].split("**Answers.**")
    assert re.findall(r"^(\d)\. ", questions, re.MULTILINE) == list("12345")
    assert re.findall(r"(?:^|\s)(\d)\. ", answers) == list("12345")
    assert sum(int(row[0]) for row in rows("Marking scheme")) == 20
