"""The list of saved games: going on, renaming, deleting, copies under a name, and files that are damaged."""

import pytest

from game.match import saves
from game.match.saves import Keeper, load, named_path
from game.match.table import PERSON
from game.ui.screens.home import Home
from game.ui.screens.outcome import Outcome
from game.ui.screens.saved import SavedGames
from game.ui.screens.table import Table
from tests.shells.audit import faults
from tests.shells.drawn import words_on
from tests.shells.player import Player
from tests.shells.seated import played
from tests.shells.test_changing_hands import BOTH, begun, paused


@pytest.fixture
def folder(home):
    (home / "games").mkdir(parents=True)
    return home / "games"


def kept(folder, name, *moves, **how):
    match = played(*moves, **how)
    match.keep_at(Keeper(named_path(folder, name)))
    return match


def listed(mouse=True, **window):
    player = Player(mouse, **window)
    player.use("saved")
    assert isinstance(player.page, SavedGames)
    return player


def mark(player, name):
    number = [game.name for game in player.page._games].index(name)
    player.focus(player.find("games"))
    player.key("home")
    player.key("down", number)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@BOTH
def test_any_saved_game_is_gone_on_with(mouse, folder):
    older = kept(folder, "older", "hold", players=(PERSON, "conceder"))
    kept(folder, "newer", "hold", "hold")
    player = listed(mouse)
    mark(player, "older")
    player.use("go on")
    player.to_the_table()
    assert player.match.transcript() == older.transcript()


def test_a_game_that_has_ended_shows_how_it_came_out(folder):
    match = kept(folder, "ended", players=("conceder", "linear"))
    assert match.over
    player = listed()
    assert "ended" in words_on(player.app)
    assert player.find("go on").text == "See how it came out"
    player.use("go on")
    while not isinstance(player.page, Outcome):
        player.use("go")


@BOTH
def test_a_copy_under_a_name_stays_while_the_game_goes_on(mouse, home):
    player = begun(mouse)
    paused(player)
    player.use("keep")
    player.type("before the accord")
    player.use("yes")
    player.use("understood")
    copy = load(named_path(home / "games", "before the accord"))
    assert copy == player.match.transcript()
    player.use("go on")
    assert isinstance(player.page, Table)
    player.use("hold")
    assert load(named_path(home / "games", "before the accord")) == copy
    assert len(list((home / "games").iterdir())) == 2


def test_a_copy_never_replaces_another_game_or_a_damaged_file(folder):
    kept(folder, "other", "hold", "hold", seed=9)
    (folder / "broken.transcript").write_bytes(b"half")
    before = contents(folder)
    player = paused(begun())
    for name in ("other", "broken", "../up", "", "x" * 300, "😀", "con"):
        player.use("keep")
        player.type(name)
        player.use("yes")
        player.use("understood")
    after = contents(folder)
    assert {name: after[name] for name in before} == before
    assert len(after) == len(before) + 1  # the game that is played


@BOTH
def test_a_game_is_renamed(mouse, folder):
    match = kept(folder, "one-page-001", "hold")
    player = listed(mouse)
    player.use("rename")
    player.key("ctrl+a")
    player.type("spring talks")
    if mouse:
        player.use("yes")
    else:
        player.key("enter")
    assert [path.name for path in folder.iterdir()] == ["spring talks.transcript"]
    assert player.page._games[player.page._now].name == "spring talks"
    assert load(named_path(folder, "spring talks")) == match.transcript()


def test_renaming_never_replaces_and_says_why(folder):
    kept(folder, "one", "hold", seed=1)
    kept(folder, "two", "hold", seed=2)
    before = contents(folder)
    player = listed()
    mark(player, "one")
    for name in ("two", "a/b", "", "nul"):
        player.use("rename")
        player.key("ctrl+a")
        player.key("delete")
        player.type(name)
        player.use("yes")
        player.use("understood")
    assert contents(folder) == before


@BOTH
def test_a_game_is_deleted_only_after_a_question(mouse, folder):
    kept(folder, "one", "hold", seed=1)
    kept(folder, "two", "hold", seed=2)
    player = listed(mouse)
    mark(player, "one")
    player.use("delete")
    assert player.app.focused.key == "keep it"
    player.use("keep it")
    assert len(contents(folder)) == 2
    player.key("delete")
    player.key("escape")
    assert len(contents(folder)) == 2
    player.use("delete")
    player.use("delete now")
    assert list(contents(folder)) == ["two.transcript"]
    player.use("delete")
    player.use("delete now")
    assert "There are no saved games yet." in words_on(player.app)
    assert not player.may("delete")
    player.use("back")
    assert isinstance(player.page, Home)
    assert not player.may("resume")


@pytest.mark.parametrize("content", [b"", b"half", b"\xff\xfe", b"[]", b'{"kind": "reprieve transcript"}'])
def test_a_damaged_file_is_said_in_one_line_and_left_alone(content, folder):
    (folder / "broken.transcript").write_bytes(content)
    player = listed()
    assert "damaged" in words_on(player.app)
    fault = player.page._games[0].fault
    assert len(fault.splitlines()) == 1
    assert not player.may("go on")
    assert player.find("go on").hint == fault
    player.key("enter")  # on the list
    assert isinstance(player.page, SavedGames)
    assert (folder / "broken.transcript").read_bytes() == content
    assert faults(player.app) == []


def test_a_disk_that_refuses_is_said(folder, monkeypatch):
    kept(folder, "one", "hold")
    player = listed()

    def refuse(*_args):
        raise saves.TranscriptError("one.transcript: permission denied")

    monkeypatch.setattr(saves, "delete", refuse)
    monkeypatch.setattr(saves, "rename", refuse)
    player.use("delete")
    player.use("delete now")
    assert "permission denied" in " ".join(words_on(player.app))
    player.use("understood")
    player.use("rename")
    player.use("yes")
    assert "permission denied" in " ".join(words_on(player.app))


def test_a_game_that_vanished_or_changed_since_it_was_listed_is_said(folder):
    kept(folder, "one", "hold")
    player = listed()
    (folder / "one.transcript").write_bytes(b"half")
    player.use("go on")
    player.use("understood")
    (folder / "one.transcript").unlink()
    player.use("go on")
    player.use("understood")
    assert isinstance(player.page, SavedGames)


def test_hundreds_of_games_are_listed_and_the_last_can_be_reached(folder):
    match = played("hold")
    for n in range(300):
        match.keep_at(Keeper(named_path(folder, f"game {n:03d}")))
    player = listed(False)
    player.key("end")
    assert player.page._now == 299
    assert player.may("go on")
    assert faults(player.app) == []


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_names_of_every_length_fit(folder, scale):
    match = played("hold")
    for name in ("x" * 60, "ж" * 60, "م" * 60, "a b " * 14 + "c"):
        match.keep_at(Keeper(named_path(folder, name)))
    player = listed(size=(1024, 600), scale=scale)
    for _row in range(4):
        assert faults(player.app) == []
        player.key("down")
