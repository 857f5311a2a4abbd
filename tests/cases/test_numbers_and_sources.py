"""Numbers that are told with a source stand on the page of sources too, in the row of one that is cited."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from game.content.schema.scenario import Scenario
from tests.cases.pack import INVENTED, PACK, opened
from tests.house.checkout import TOP

REAL_ONES = tuple(name for name in PACK if name not in INVENTED)
PAGE = (TOP / "scenarios" / "SOURCES.md").read_text(encoding="utf-8")
CITED = re.compile(r"\(((?:[A-Z]+\d+(?:, )?)+)\)")
NUMBER = re.compile(r"(?<![\w.])\d[\d.]*(?!\w)")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b(?:\d{{1,2}} )?(?:{MONTHS})(?: \d{{4}})?\b")
WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip


def rows(case: str) -> dict[str, str]:
    """What the page of sources says of each source of a case."""
    part = PAGE[PAGE.index(f"## {case}\n") :].split("\n## ")[0]
    cells = (line.strip("|\n ").split(" | ") for line in part.splitlines() if line.startswith("| "))
    return {row[0].strip(): " ".join(row[1:]) for row in cells if len(row) == 5}


def numbers(text: str) -> set[str]:
    """Numbers that count something: neither years nor days of a month."""
    bare = DATE.sub(" ", CITED.sub(" ", text))
    found = {one.rstrip(".") for one in NUMBER.findall(bare)}
    return {one for one in found if not re.fullmatch(r"1[89]\d\d|20[0-3]\d", one)}


def said(text: str) -> set[str]:
    """Numbers of a row, words among them."""
    lower = text.lower()
    return set(re.findall(r"\d+(?:\.\d+)?", text)) | {
        str(value) for word, value in WORDS.items() if re.search(rf"\b{word}\b", lower)
    }


def claims(scenario: Scenario) -> Iterator[tuple[str, set[str]]]:
    """Texts with the sources that they cite: up to each citation in prose, each step of the history."""
    prose = [scenario.fact_box, scenario.people.note if scenario.people else None]
    prose += [part.note for part in (*scenario.issues, *scenario.world, *scenario.events)]
    for text in filter(None, prose):
        for sentence in re.split(r"(?<=[.;:])\s+", text):
            start = 0
            for found in CITED.finditer(sentence):
                yield sentence[start : found.start()], set(found[1].split(", "))
                start = found.end()
    for step in scenario.history:
        yield step.text or "", set(step.sources)


def missing(scenario: Scenario, page: dict[str, str]) -> list[str]:
    """Claims with a number that stands in the row of no source that they cite."""
    found = []
    for text, cited in claims(scenario):
        unknown = numbers(text) - set().union(*(said(page.get(name, "")) for name in cited))
        if unknown:
            found.append(f"{sorted(unknown)} ({', '.join(sorted(cited))}): {text[:80]}")
    return found


@pytest.mark.parametrize("case", REAL_ONES)
def test_a_number_with_a_source_is_in_what_the_source_is_cited_for(case: str) -> None:
    assert not missing(opened(case).scenario, rows(case))


def test_another_number_would_be_missed() -> None:
    scenario, page = opened("belarus-2025").scenario, rows("belarus-2025")
    page["S1"] = page["S1"].replace("1227", "1277")
    assert [text.startswith("['1227'] (S1)") for text in missing(scenario, page)] == [True]


@pytest.mark.parametrize("case", REAL_ONES)
def test_nothing_read_before_play_names_a_year_after_the_case(case: str) -> None:
    scenario = opened(case).scenario
    assert scenario.people is not None
    stories = [seat.brief.story or "" for seat in scenario.seats]
    last = max(step.date.year for step in scenario.history if isinstance(step.date, date))
    before = " ".join((scenario.summary, scenario.content_note, scenario.people.note or "", *stories))
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", before)}
    assert all(year <= last for year in years), sorted(years)


@pytest.mark.parametrize("case", PACK)
def test_the_tests_of_resolution_1900_are_told_with_their_motives(case: str) -> None:
    box = " ".join(opened(case).scenario.fact_box.split())
    assert "out of proportion" in box
    assert box.count("for political motives") == 2, "the third and the fourth test ask for political motives"
