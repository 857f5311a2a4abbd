"""Whether a higher level does better, and that the ladder would say so if it did not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from click.testing import CliRunner

from game.analysis.ladder import Rung, climb
from game.analysis.statistics.sequential import Ruling
from game.cli.commands.reprieve import reprieve
from game.cli.laddering import chosen_levels, factor_of
from game.foundation.errors import GameError
from game.match.library import open_scenario
from game.policies.levels import BEGINNER, LEVELS, PRACTISED, scaled
from game.policies.registry import names


def rungs(lower: object, upper: object) -> list[Ruling]:
    told: list[Rung] = []
    tables = open_scenario("two-turns").tables
    found = climb("two-turns", tables, lower, upper, 1, Fraction(1, 4), told.append)
    assert found == told
    return [rung.verdict.ruling for rung in found]


def test_practised_does_better_than_beginner_on_both_seats() -> None:
    assert rungs(BEGINNER, PRACTISED) == [Ruling.PASS, Ruling.PASS]


def test_upside_down_the_ladder_does_not_hold() -> None:
    assert Ruling.PASS not in rungs(PRACTISED, BEGINNER)


def test_a_level_is_not_better_than_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.analysis.ladder.MOST_PLIES", 4000)
    assert rungs(BEGINNER, replace(BEGINNER, name="again")) == [Ruling.UNDECIDED, Ruling.UNDECIDED]


def test_levels_are_policies_and_scale() -> None:
    assert {level.name for level in LEVELS} <= set(names())
    assert (scaled(64, Fraction(1, 4)), scaled(3, Fraction(1, 64))) == (16, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--levels", "beginner,genius"], "there is no level 'genius'. There are: beginner"),
        (["--levels", "master"], "two levels at least"),
        (["--factor", "0"], "a factor is a number above 0 and up to 16"),
        (["--factor", "1/0"], "got 1/0"),
        (["--factor", "many"], "got many"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str], said: str) -> None:
    found = CliRunner().invoke(reprieve, ["ladder", "two-turns", *arguments])
    assert isinstance(found.exception, GameError)
    assert said in str(found.exception)


def test_levels_and_factors_are_read() -> None:
    assert chosen_levels("practised,beginner") == (BEGINNER, PRACTISED)
    assert chosen_levels(None) == LEVELS
    assert factor_of("0.25") == factor_of("1/4")
