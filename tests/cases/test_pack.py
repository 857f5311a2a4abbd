"""Each case plays to its end, its history is what really happened, and no two have one structure."""

from __future__ import annotations

import itertools
import json
from typing import Any

import numpy as np
import pytest

from game.content import listing_assumptions, listing_sources
from game.foundation.places import content_root
from game.rules.play import apply, start
from game.rules.state import Phase
from tests.cases.pack import COMMAND, FILE, INVENTED, PACK, REAL, course, entry, opened
from tests.cases.shapes import distance, shape_of
from tests.oracle.compare import FOLDER, compare
from tests.properties.playing import any_action
from tests.properties.shipped import numbered, seated

KEPT: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
PARTS_THAT_DIFFER = 5  # of nine
BY_HAND = ("belarus-2025", "belarus-two-days")  # their sources are described on the page itself


@pytest.mark.parametrize("name", PACK)
def test_course_and_outcomes_are_as_recorded(name: str) -> None:
    assert entry(name) == KEPT[name], f"read the difference, then {COMMAND}"


def test_nothing_else_is_recorded() -> None:
    assert list(KEPT) == list(PACK)


@pytest.mark.parametrize("name", REAL)
def test_the_history_is_the_same_whatever_chance_does(name: str) -> None:
    assert course(name, 60)["releases"], "nobody is freed in the history"


@pytest.mark.slow
@pytest.mark.parametrize("name", REAL)
def test_the_history_is_the_same_in_a_thousand_games(name: str) -> None:
    assert course(name, 1000)["releases"]


def _to_the_end(name: str, games: int) -> None:
    """Random games, in which the engine refuses nothing and everybody is accounted for."""
    tables = opened(name).tables
    rng = np.random.default_rng(11)
    state = start(tables, numbered(games).astype(np.uint64) + np.uint64(77))
    while state.clock.phase is not Phase.OVER:
        state = apply(tables, state, any_action(tables, state, rng))
        assert (state.held == tables.held_start + state.arrested - state.freed - state.served).all()
        assert ((state.held >= 0) & (state.exiled <= state.freed)).all()
    assert (state.ended > 0).all()


@pytest.mark.parametrize("name", PACK)
def test_random_games_come_to_an_end(name: str) -> None:
    _to_the_end(name, 60)


@pytest.mark.slow
@pytest.mark.parametrize("name", PACK)
def test_a_thousand_random_games_come_to_an_end(name: str) -> None:
    _to_the_end(name, 1000)


@pytest.mark.slow
@pytest.mark.parametrize("name", PACK)
@pytest.mark.parametrize("pair", [("boulware", "conceder"), ("micro", "linear"), ("random", "micro")])
def test_a_thousand_games_of_the_computer_come_to_an_end(name: str, pair: tuple[str, str]) -> None:
    *_before, (last, _action) = seated(opened(name).tables, pair).played(5, numbered(1000))
    assert (last.ended > 0).all()


@pytest.mark.slow
@pytest.mark.parametrize("name", PACK)
def test_engine_and_oracle_agree_after_every_ply(name: str) -> None:
    seen = compare(FOLDER / f"{name}.yaml", 300)
    assert seen.games == 300
    assert seen.refused > 100


def test_no_two_scenarios_have_one_structure() -> None:
    shapes = {name: shape_of(opened(name).scenario) for name in PACK}
    for one, other in itertools.combinations(shapes, 2):
        differing = distance(shapes[one], shapes[other])
        assert differing >= PARTS_THAT_DIFFER, f"{one} and {other} differ in {differing} parts only"


def test_names_and_numbers_alone_are_no_structure() -> None:
    scenario = opened(PACK[0]).scenario
    renamed = scenario.model_copy(
        update={
            "title": "Another",
            "issues": tuple(
                issue.model_copy(update={"title": issue.title + "!"}) for issue in scenario.issues
            ),
            "calendar": scenario.calendar.model_copy(update={"turns": scenario.calendar.turns + 1}),
        }
    )
    assert distance(shape_of(scenario), shape_of(renamed)) == 0


def test_the_page_of_assumptions_is_up_to_date() -> None:
    written = (content_root() / listing_assumptions.PAGE).read_text(encoding="utf-8")
    assert written == listing_assumptions.page(listing_assumptions.shipped()), (
        "run: python -m game.content.listing_assumptions"
    )


def test_every_assumption_has_a_reason_and_its_numbers() -> None:
    for name in PACK:
        found = list(listing_assumptions.rows(opened(name).scenario))
        assert len(found) > 30
        for row in found:
            general = row.reason.strip("*")
            assert " " in row.reason or general in listing_assumptions.GENERAL, row
            assert row.numbers


def test_the_page_of_sources_is_up_to_date() -> None:
    written = (content_root() / listing_sources.PAGE).read_text(encoding="utf-8")
    assert {*REAL} - {*BY_HAND} <= {scenario.id for scenario in listing_sources.annotated()}
    for name in BY_HAND:
        unlisted = [source for source in opened(name).scenario.sources if f"| {source} |" not in written]
        assert not unlisted, f"{name}: no row on the page"
    assert written == listing_sources.page(written, listing_sources.annotated()), (
        "run: python -m game.content.listing_sources"
    )


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_case_says_so(name: str) -> None:
    scenario = opened(name).scenario
    assert scenario.fiction
    assert not scenario.history
