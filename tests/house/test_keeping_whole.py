"""What is written is whole or not there, and never takes the place of something else."""

import errno
import os
import stat
import subprocess
import sys

import pytest

from game.foundation.alone import write_alone
from game.foundation.errors import GameError
from game.foundation.keeping import NotWritten, keep, write_whole
from game.foundation.results import put, putting, require_apart, require_places

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such links and pipes there")


def full(_handle):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("old", [b"the old one", None])
def test_a_full_disk_leaves_what_was_there(old, tmp_path, monkeypatch):
    path = tmp_path / "x.csv"
    if old is not None:
        path.write_bytes(old)
    monkeypatch.setattr(os, "fsync", full)
    for writing in (lambda: put(path, b"new"), lambda: keep(path, "new", replace=True)):
        with pytest.raises(NotWritten, match=r"x\.csv could not be written: no space left on device"):
            writing()
    assert (path.read_bytes() if path.exists() else None) == old
    assert [one.name for one in tmp_path.iterdir()] == (["x.csv"] if old else [])


def test_what_stops_in_the_middle_leaves_what_was_there(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(b"the old one")

    def stopped():
        with putting(path) as file:
            file.write(b"half of the n")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert path.read_bytes() == b"the old one"
    assert len(list(tmp_path.iterdir())) == 1


@posix
def test_a_link_goes_on_pointing_where_it_did(tmp_path):
    (tmp_path / "far").mkdir()
    for target in ("there", "not-yet"):
        link = tmp_path / f"to-{target}"
        link.symlink_to(f"far/{target}")
    (tmp_path / "far" / "there").write_bytes(b"old")
    for target in ("there", "not-yet"):
        put(tmp_path / f"to-{target}", b"new")
        assert (tmp_path / f"to-{target}").is_symlink()
        assert (tmp_path / "far" / target).read_bytes() == b"new"


@posix
def test_a_link_to_itself_is_replaced_and_nobody_waits(tmp_path):
    link = tmp_path / "x"
    link.symlink_to(link)
    put(link, b"new")
    assert link.read_bytes() == b"new"


@posix
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        put(pipe, b"new")
        assert os.read(reader, 100) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert len(list(tmp_path.iterdir())) == 1


@posix
def test_results_are_for_everybody_and_saved_games_for_oneself(tmp_path):
    put(tmp_path / "result", b"")
    write_whole(tmp_path / "own", b"")
    assert stat.S_IMODE((tmp_path / "result").stat().st_mode) == 0o644
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["mine.yaml", "mine.YML", "mine.de.po", "game-001.transcript"])
def test_a_result_never_takes_the_place_of_somebodys_work(name, tmp_path):
    (tmp_path / name).write_text("days of work")
    with pytest.raises(NotWritten, match="would be lost under the result; it was left as it is"):
        require_places([tmp_path / name])
    with pytest.raises(NotWritten, match="would be lost"):
        put(tmp_path / name, b"new")
    assert (tmp_path / name).read_text() == "days of work"


def test_a_result_never_takes_the_place_of_what_it_is_made_from(tmp_path):
    game = tmp_path / "game.txt"
    game.write_text("a game")
    os.link(game, tmp_path / "the-same")
    for path in (game, tmp_path / "." / "game.txt", tmp_path / "the-same"):
        with pytest.raises(NotWritten, match="would be lost"):
            require_apart([None, path], [game])
    require_apart([tmp_path / "other.txt"], [game])


def test_two_results_need_two_files(tmp_path):
    with pytest.raises(NotWritten, match="named for two results"):
        require_places([tmp_path / "x", None, tmp_path / "x"])
    require_places([tmp_path / "x", None, tmp_path / "y"])


def test_a_place_that_is_none_is_said_before_the_work(tmp_path):
    for path in (tmp_path, tmp_path / "nowhere" / "x"):
        with pytest.raises(NotWritten, match="no such folder"):
            require_places([path])


TAKES = """
import sys
from game.foundation.alone import write_alone
from game.foundation.errors import GameError
with open(sys.argv[1], "ab") as file:
    try:
        write_alone(file, sys.argv[1])
        print("free")
    except GameError as fault:
        print(fault)
"""


def taken_by_another(path):
    done = subprocess.run(
        [sys.executable, "-c", TAKES, str(path)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_file_that_another_process_writes_is_refused_until_that_ends(tmp_path):
    path = tmp_path / "games.csv"
    with path.open("ab") as file:
        write_alone(file, path)
        assert taken_by_another(path) == (
            f"{path} is being written by another process. Let that one end, "
            "or name another folder with --out."
        )
    assert taken_by_another(path) == "free"


def test_a_disk_that_knows_no_locks_refuses_nobody(tmp_path, monkeypatch):
    def unknown(_file):
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr("game.foundation.alone._lock", unknown)
    with (tmp_path / "x").open("ab") as file:
        write_alone(file, "x")
    monkeypatch.undo()
    with (tmp_path / "x").open("ab") as file, (tmp_path / "x").open("ab") as other:
        write_alone(file, "x")
        with pytest.raises(GameError):
            write_alone(other, "x")
