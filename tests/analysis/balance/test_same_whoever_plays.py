"""The same games and the same report, whatever processes play them and whatever becomes of these."""

import errno
import multiprocessing
import os
import signal

import pytest

from game.analysis.balance.folder import GAMES, HEADING, RunFolder
from game.analysis.balance.journal import Journal
from game.analysis.balance.running import carry_out
from game.foundation.errors import GameError
from tests.analysis.balance.runs import report_bytes, run_of, run_to_be, with_gates


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    folder = tmp_path_factory.mktemp("alone")
    return report_bytes(run_of(folder=folder)), (folder / GAMES).read_bytes()


def both(run, folder):
    return report_bytes(run), (folder / GAMES).read_bytes()


def test_two_processes_and_one_that_is_killed(alone, tmp_path):
    """One run with two processes, of which one is killed in the middle: the same report, to the last byte."""
    run = run_to_be(jobs=2)
    killed = []

    def kill_one(_games):
        if not killed:
            killed.append(multiprocessing.active_children()[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    carry_out(run, tmp_path, kill_one)
    assert killed
    assert run.deaths >= 1
    assert both(run, tmp_path) == alone


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [2, 3, 5])
def test_any_number_of_processes(alone, tmp_path, jobs):
    assert both(run_of(folder=tmp_path, jobs=jobs), tmp_path) == alone


def test_keeping_nothing_finds_the_same(alone):
    assert report_bytes(run_of()) == alone[0]


def test_a_run_goes_on_where_it_stopped(alone, tmp_path):
    run = run_to_be()

    def stop(games):
        if games >= 512:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(run, tmp_path, stop)
    kept = (tmp_path / GAMES).read_bytes()
    assert kept.count(b"\n") == 513
    assert alone[1].startswith(kept)
    assert both(run_of(folder=tmp_path), tmp_path) == alone


def test_half_a_chunk_at_the_end_is_played_again(alone, tmp_path):
    run_of(folder=tmp_path)
    games = (tmp_path / GAMES).read_bytes()
    (tmp_path / GAMES).write_bytes(games[: len(games) * 2 // 3])
    assert both(run_of(folder=tmp_path), tmp_path) == alone


def test_what_is_there_is_not_played_again(alone, tmp_path, monkeypatch):
    run_of(folder=tmp_path)
    monkeypatch.setattr("game.analysis.balance.running.play_block", None)
    assert both(run_of(folder=tmp_path), tmp_path) == alone


def test_a_changed_row_is_noticed(tmp_path):
    run_of(folder=tmp_path)
    lines = (tmp_path / GAMES).read_bytes().splitlines(keepends=True)
    lines[7] = lines[8]
    (tmp_path / GAMES).write_bytes(b"".join(lines))
    with pytest.raises(GameError, match=r"games\.csv:8: this is not game 6 of boulware - boulware"):
        run_of(folder=tmp_path)


def test_another_run_is_not_mixed_in(tmp_path):
    run_of(folder=tmp_path, games=256)
    with pytest.raises(GameError, match="holds another run: its seed is 1, not 2"):
        run_of(folder=tmp_path, games=256, seed=2)


def test_a_damaged_heading_is_said(tmp_path):
    run_of(folder=tmp_path, games=256)
    (tmp_path / HEADING).write_text("{", encoding="utf-8")
    with pytest.raises(GameError, match=r"run\.json cannot be read"):
        run_of(folder=tmp_path, games=256)


def test_a_full_disk_is_one_message_and_nothing_is_lost(alone, tmp_path, monkeypatch):
    run_of(folder=tmp_path, games=512)
    kept = (tmp_path / GAMES).read_bytes()

    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("game.analysis.balance.folder.os.fsync", full)
    with pytest.raises(GameError, match=r"no space left on device\. Whole chunks of games are kept"):
        run_of(folder=tmp_path)
    monkeypatch.undo()
    assert (tmp_path / GAMES).read_bytes().startswith(kept)
    assert both(run_of(folder=tmp_path), tmp_path) == alone


def test_play_ends_when_every_gate_is_decided(tmp_path):
    source = with_gates("id: deals, metric: deal_rate, at_most: 0.9, margin: 0.05, policies: [boulware]")
    run = run_of(source, tmp_path, games=None)
    assert run.tally.decided
    assert run.tally.keys == 64
    assert (tmp_path / GAMES).read_bytes().count(b"\n") == 1 + 4 * 64


def test_another_pool_is_named_as_reports_name_it(tmp_path):
    run_of(folder=tmp_path, games=256)
    with pytest.raises(
        GameError, match=r"its pairs is boulware - boulware, boulware - conceder, .*, not linear"
    ):
        run_of(folder=tmp_path, games=256, policies=("linear",))


def test_a_file_is_no_folder_for_games(tmp_path):
    (tmp_path / "x").write_text("mine")
    with pytest.raises(GameError, match="x is a file; games are kept in a folder"):
        run_of(folder=tmp_path / "x", games=256)
    with (
        pytest.raises(GameError, match="x is a file; games are kept in a folder"),
        Journal(tmp_path / "x" / "y", {}),
    ):
        pass
    assert (tmp_path / "x").read_text() == "mine"


def test_games_of_which_nothing_says_what_they_are_stay(tmp_path):
    run_of(folder=tmp_path, games=256)
    (tmp_path / "run.json").unlink()
    before = (tmp_path / GAMES).read_bytes()
    with pytest.raises(GameError, match=r"holds games, but no run\.json that says which"):
        run_of(folder=tmp_path, games=256)
    assert (tmp_path / GAMES).read_bytes() == before


def test_a_run_without_its_games_is_played_anew(tmp_path):
    run_of(folder=tmp_path, games=256)
    before = (tmp_path / GAMES).read_bytes()
    (tmp_path / GAMES).unlink()
    run_of(folder=tmp_path, games=256)
    assert (tmp_path / GAMES).read_bytes() == before


def test_two_do_not_write_into_one_folder(tmp_path):
    run = run_of(folder=tmp_path, games=256)
    first = RunFolder(tmp_path, run.heading)
    try:
        with pytest.raises(GameError, match="is being written by another process"):
            RunFolder(tmp_path, run.heading)
    finally:
        first.close()
    RunFolder(tmp_path, run.heading).close()
