"""Whether a higher level does better, and that the ladder would say so if it did not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.analysis.ladder import Ladder, Rung
from game.analysis.statistics.sequential import Ruling
from game.cli.commands.reprieve import reprieve
from game.cli.entry import main
from game.cli.laddering import chosen_levels, factor_of
from game.content.extending import read_whole
from game.foundation.errors import GameError
from game.match.library import find
from game.policies.levels import BEGINNER, LEVELS, PRACTISED, Level, scaled
from game.policies.registry import names

READING = read_whole(find("two-turns"))


def ladder(*levels: Level, jobs: int = 1) -> Ladder:
    return Ladder(READING, "two-turns", levels, 1, Fraction(1, 4), jobs)


def void(_rung: object) -> None:
    """Somebody who does not look."""


def rungs(*levels: Level) -> list[Ruling]:
    told: list[Rung] = []
    found = ladder(*levels).climb(None, told.append)
    assert found == told
    return [rung.verdict.ruling for rung in found]


def without_times(rungs: list[Rung]) -> list[Rung]:
    return [replace(rung, verdict=replace(rung.verdict, seconds=0.0)) for rung in rungs]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """At most 1,000 games a rung in five parts, whatever the test says by then."""
    monkeypatch.setattr("game.analysis.ladder.MOST_PLIES", 4000)
    monkeypatch.setattr("game.analysis.ladder.LOOKS", 5)


def test_every_level_but_one_does_better_than_the_one_below_on_both_seats() -> None:
    assert rungs(*LEVELS[:3]) == [Ruling.PASS] * 4


@pytest.mark.slow
def test_every_level_does_better_than_the_one_below_on_both_seats() -> None:
    assert rungs(*LEVELS) == [Ruling.PASS] * 6


def test_upside_down_the_ladder_does_not_hold() -> None:
    assert Ruling.PASS not in rungs(PRACTISED, BEGINNER)


@pytest.mark.usefixtures("short")
def test_a_level_is_not_better_than_itself() -> None:
    assert rungs(BEGINNER, replace(BEGINNER, name="again")) == [Ruling.UNDECIDED, Ruling.UNDECIDED]


class Stopped(BaseException):
    """As Ctrl+C, and never caught on the way."""


@pytest.mark.usefixtures("short")
def test_a_ladder_that_was_stopped_goes_on_and_finds_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(games: int) -> None:
        if games >= 400:  # two parts
            raise Stopped

    whole = ladder(BEGINNER, PRACTISED).climb(tmp_path / "whole", void)
    with pytest.raises(Stopped):
        ladder(BEGINNER, PRACTISED).climb(tmp_path / "stopped", void, stop)
    kept = (tmp_path / "stopped" / "two-turns.jsonl").read_bytes()
    assert kept.count(b"\n") == 1 + 2
    again = ladder(BEGINNER, PRACTISED)
    assert without_times(again.climb(tmp_path / "stopped", void)) == without_times(whole)
    assert (tmp_path / "stopped" / "two-turns.jsonl").read_bytes().startswith(kept)
    monkeypatch.setattr("game.analysis.level_games.play_out", None)  # nothing is left to be played
    assert again.climb(tmp_path / "stopped", void) == ladder(BEGINNER, PRACTISED).climb(
        tmp_path / "stopped", void
    )


@pytest.mark.usefixtures("short")
def test_several_processes_find_the_same(tmp_path: Path) -> None:
    alone = ladder(BEGINNER, PRACTISED).climb(None, void)
    shared = ladder(BEGINNER, PRACTISED, jobs=2).climb(tmp_path, void)
    assert without_times(shared) == without_times(alone)


@pytest.mark.usefixtures("short")
def test_levels_with_other_numbers_are_played_anew(tmp_path: Path) -> None:
    first, other = ladder(BEGINNER, PRACTISED), replace(BEGINNER, sharpness=Decimal("0.25"))
    first.climb(tmp_path, void)
    second = ladder(other, PRACTISED)
    found = second.climb(tmp_path, void)
    assert second.games > first.games
    assert without_times(found) == without_times(ladder(other, PRACTISED).climb(None, void))


@pytest.mark.usefixtures("short")
def test_games_of_another_factor_are_refused(tmp_path: Path) -> None:
    ladder(BEGINNER, PRACTISED).climb(tmp_path, void)
    with pytest.raises(GameError, match="holds other work: its factor is 1/4, not 1/2"):
        Ladder(READING, "two-turns", LEVELS, 1, Fraction(1, 2)).climb(tmp_path, void)


def test_who_stops_the_command_reads_where_the_games_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_journal: object, _piece: str, _result: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.analysis.balance.journal.Journal.keep", stop)
    assert main(["ladder", "two-turns", "--jobs", "1", "--out", str(tmp_path)]) == 130
    said = " ".join(capsys.readouterr().err.split())
    assert f"0 games are kept in {tmp_path}; the same command goes on from there." in said


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
