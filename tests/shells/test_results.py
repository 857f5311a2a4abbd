"""Every command that writes a file: a disk that refuses, and somebody's work in the way."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from game.cli.entry import main
from game.foundation.places import scenarios_folder
from game.match.saves import load

BUDGET = ("--max-games", "50", "--policies", "boulware,conceder", "--jobs", "1")


@pytest.fixture
def mine(tmp_path):
    """A scenario of one's own, a domain made of it, and a finished game on a shipped one."""
    shutil.copy(scenarios_folder() / "one-page.yaml", tmp_path / "mine.yaml")
    game = tmp_path / "game.transcript"
    assert main(["trace", "one-page", "--seed", "1", "--game", "0", "--out", str(game)]) == 0
    assert main(["export", "genius", "one-page", "--out", str(tmp_path / "domain")]) == 0
    return tmp_path


# Each command with OUT where its result goes, and the name that result has here.
COMMANDS = {
    "simulate": ("OUT.csv", ["simulate", "mine.yaml", "--games", "5", "--out", "OUT.csv"]),
    "describe": ("OUT.html", ["describe", "mine.yaml", "--html", "OUT.html"]),
    "schema": ("OUT.json", ["schema", "--out", "OUT.json"]),
    "docs": ("OUT.md", ["docs", "--out", "OUT.md"]),
    "junit": ("OUT.xml", ["balance", "mine.yaml", *BUDGET, "--out", "run", "--junit", "OUT.xml"]),
    "html": ("OUT.html", ["balance", "mine.yaml", *BUDGET, "--out", "run", "--html", "OUT.html"]),
    "debrief": ("OUT.html", ["debrief", "game.transcript", "--replace", "--html", "OUT.html"]),
    "offers": ("OUT.csv", ["debrief", "game.transcript", "--replace", "--csv", "OUT.csv"]),
    "texts": ("mine.de.po", ["texts", "mine.yaml", "--language", "de"]),
    "template": ("mine.pot", ["texts", "mine.yaml"]),
    "new": ("OUT.yaml", ["new", "--defaults", "--out", "OUT.yaml"]),
    "import": ("OUT.yaml", ["import", "genius", "domain", "--out", "OUT.yaml"]),
    "export": ("domain/one-page-domain.xml", ["export", "genius", "one-page", "--out", "domain"]),
}  # fmt: skip
BEGINS = ("new", "import")  # what they make is to be worked on: they replace nothing
WHOSE = ("simulate", "describe", "schema", "docs", "junit", "html", "debrief", "offers")


@pytest.fixture
def refused_after(monkeypatch):
    """From here on the disk refuses files whose names begin as a result's do."""

    def begin(name):
        whole = os.replace

        def full(source, target, **options):
            if Path(target).name == Path(name).name:
                raise OSError(errno.ENOSPC, "No space left on device")
            return whole(source, target, **options)

        monkeypatch.setattr(os, "replace", full)

    return begin


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_a_disk_that_refuses_is_one_message_and_the_old_result_stays(
    command, mine, refused_after, monkeypatch, capsys
):
    monkeypatch.chdir(mine)
    name, words = COMMANDS[command]
    before = None
    if command not in BEGINS:
        assert main(words) in {0, 3}
        before = (mine / name).read_bytes()
        assert before
    refused_after(name)
    capsys.readouterr()
    assert main(words) == 2
    said = capsys.readouterr().err
    assert "no space left on device" in said.lower()
    assert len(said.splitlines()) == 1
    assert ((mine / name).read_bytes() if (mine / name).exists() else None) == before
    assert not list(mine.rglob(".saving-*"))


@pytest.mark.parametrize("command", WHOSE)
@pytest.mark.parametrize("work", ["other.yaml", "mine.yaml", "kept.transcript", "texts.de.po"])
def test_no_result_takes_the_place_of_work(command, work, mine, monkeypatch, capsys):
    monkeypatch.chdir(mine)
    (mine / "mine.yaml").touch()
    before = (mine / work).read_bytes() if (mine / work).exists() else b"days of work"
    (mine / work).write_bytes(before)
    name, words = COMMANDS[command]
    assert main([work if word == name else word for word in words]) == 2
    said = capsys.readouterr().err
    assert f"{work} would be lost under the result" in said
    assert len(said.splitlines()) == 1
    assert (mine / work).read_bytes() == before


@pytest.mark.parametrize("command", BEGINS)
def test_what_is_begun_replaces_nothing(command, mine, monkeypatch, capsys):
    monkeypatch.chdir(mine)
    name, words = COMMANDS[command]
    assert main(words) == 0
    (mine / name).write_text("changed since")
    assert main(words) == 2
    assert name in capsys.readouterr().err
    assert (mine / name).read_text() == "changed since"


@pytest.mark.parametrize("option", ["--html", "--csv"])
def test_a_debrief_does_not_replace_its_game_under_any_name(option, mine, monkeypatch, capsys):
    monkeypatch.chdir(mine)
    (mine / "game.transcript").rename("game.txt")
    game = load(mine / "game.txt")
    assert main(["debrief", "game.txt", option, "./game.txt", "--replace"]) == 2
    assert "would be lost under the result" in capsys.readouterr().err
    assert load(mine / "game.txt") == game


@pytest.mark.parametrize(
    "words",
    [
        ["debrief", "game.transcript", "--html", "one", "--csv", "./one", "--replace"],
        ["balance", "mine.yaml", *BUDGET, "--out", "run", "--html", "one", "--junit", "./one"],
    ],
)
def test_two_results_in_one_file_are_refused(words, mine, monkeypatch, capsys):
    monkeypatch.chdir(mine)
    assert main(words) == 2
    assert "named for two results" in capsys.readouterr().err
    assert not (mine / "one").exists()


def test_a_page_does_not_replace_the_games_that_it_is_about(mine, monkeypatch, capsys):
    monkeypatch.chdir(mine)
    words = ["balance", "mine.yaml", *BUDGET, "--out", "run"]
    assert main(words) in {0, 3}
    before = (mine / "run" / "games.csv").read_bytes()
    for name in ("games.csv", "run.json", "costs.csv"):
        assert main([*words, "--html", f"run/{name}"]) == 2
        assert "would be lost under the result" in capsys.readouterr().err
    assert (mine / "run" / "games.csv").read_bytes() == before
