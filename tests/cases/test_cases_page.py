"""Every place that docs/cases.md names is in the file it names, and every regularity has a case."""

import re
from functools import cache
from typing import Any

import pytest
import yaml

from tests.cases.pack import PACK
from tests.house.checkout import TOP

PAGE = (TOP / "docs" / "cases.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([^`]+)`")


def rows(heading: str) -> list[list[str]]:
    """Cells of the table under a heading, without its head."""
    lines = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return cells[2:]


PLACES = [
    (CODE.findall(case)[0], place)
    for heading in ("Regularities", "Structures")
    for _what, case, places in rows(heading)
    for place in CODE.findall(places)
]


@cache
def written(case: str) -> Any:
    """A scenario as plain maps and lists, with dates as they are written."""
    text = (TOP / "scenarios" / f"{case}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)  # the safest loader there is: nothing but text


def follow(case: str, place: str) -> Any:
    """What stands at a place.

    Raises:
        KeyError: If nothing does.
    """
    part, *steps = place.split(".")
    here = written(case)[part]
    for step in steps:
        here = _named(here, step) if isinstance(here, list) else here[step]
    return here


def _named(things: list[Any], name: str) -> Any:
    for thing in things:
        if name in (thing.get("id"), thing.get("date"), thing.get("turn")):
            return thing
    raise KeyError(name)


@pytest.mark.parametrize(("case", "place"), PLACES)
def test_what_is_named_is_there(case: str, place: str) -> None:
    assert follow(case, place) not in (None, "", "false", [])


@pytest.mark.parametrize("place", ["issues.nothing", "history.1900-01-01", "issues.words.lag", "nowhere"])
def test_a_wrong_place_would_be_noticed(place: str) -> None:
    with pytest.raises(KeyError):
        follow("cuba-2025", place)


def test_no_regularity_and_no_case_is_left_out() -> None:
    said = [row[0] for row in rows("Regularities") if row[0]]
    assert len(said) == 13, "ten regularities, of which reversal has four causes"
    assert {case for case, _place in PLACES} == set(PACK)
    assert all(CODE.findall(row[2]) for heading in ("Regularities", "Structures") for row in rows(heading))
