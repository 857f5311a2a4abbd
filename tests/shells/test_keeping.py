"""Nothing that was done is lost: pausing, closing, a full disk, damaged files."""

import errno
import random

import pytest

from game.foundation.places import settings_file
from game.match import saves
from game.ui.app import run
from game.ui.looks import Looks, read_looks, write_looks
from game.ui.screens.brief import BriefPage, ContentNote
from game.ui.screens.curtain import Curtain
from game.ui.screens.home import Home
from game.ui.screens.paused import Paused
from game.ui.screens.reactions import Reactions
from game.ui.screens.seats import Seats
from game.ui.screens.table import Table
from tests.shells.drawn import words_on
from tests.shells.player import Player, only_save

ONE_PAGE, TWO_TURNS = "one-page", "two-turns"


def begun(mouse=True, case=ONE_PAGE, seat=0):
    player = Player(mouse)
    player.start(case, seat, 0, "3")
    player.to_the_table()
    return player


def test_a_game_is_not_kept_before_the_content_note_is_accepted(home):
    player = Player()
    player.use("play")
    player.use("choose")
    player.use("start")
    assert isinstance(player.page, ContentNote)
    player.use("back")
    assert isinstance(player.page, Seats)
    assert not list((home / "games").glob("*"))


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
def test_pausing_and_going_on_from_the_first_page(mouse, home):
    player = begun(mouse)
    player.use("hold")
    player.to_the_table()
    match = player.match
    moment, moves = match.moment, match.transcript()
    player.key("ctrl+p")
    assert isinstance(player.page, Paused)
    player.use("home")
    assert isinstance(player.page, Home)
    assert any("turn" in text for text in words_on(player.app))
    player.use("resume")
    player.to_the_table()
    assert isinstance(player.page, Table)
    assert player.match is not match
    assert player.match.moment == moment
    assert player.match.transcript() == moves
    player.use("hold")
    assert len(only_save(home).moves) > len(moves.moves)


def test_a_resumed_game_tells_the_last_turn_again_and_no_more():
    player = begun()
    for _move in range(4):
        player.use("hold")
        player.to_the_table()
    turn = player.match.moment.turn
    assert turn >= 1
    player.key("ctrl+p")
    player.use("home")
    player.use("resume")
    if isinstance(player.page, Reactions):
        playing = player.page._playing
        fresh = playing.match.happenings(0)[playing.told[0] :]
        assert {happening.turn for happening in fresh} <= {turn - 1, turn}


def test_closing_the_window_in_the_middle_loses_no_move(home):
    player = begun()
    for _decision in range(3):
        player.decide(random.Random(1))
        player.to_the_table()
    made = player.match.transcript()
    player.close_window()
    assert not player.app.running
    assert only_save(home) == made
    again = Player()
    again.use("resume")
    again.to_the_table()
    assert again.match.transcript() == made


def test_closing_the_window_over_a_question_changes_nothing(home):
    player = begun()
    player.key("escape")
    made = player.match.transcript()
    player.close_window()
    assert only_save(home) == made


def test_a_full_disk_is_said_once_and_the_game_goes_on(home, monkeypatch):
    player = begun()
    whole = saves.write_whole

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(saves, "write_whole", full)
    match = player.match
    player.use("hold")
    assert player.may("understood")
    assert "no space left on device" in " ".join(words_on(player.app))
    player.use("understood")
    player.to_the_table()
    player.use("hold")
    assert not player.may("understood")
    monkeypatch.setattr(saves, "write_whole", whole)
    player.to_the_table()
    player.use("hold")
    assert only_save(home) == match.transcript()


def test_a_save_that_was_damaged_is_left_as_it_is_and_said(home):
    player = begun()
    player.use("hold")
    (path,) = (home / "games").iterdir()
    player.key("ctrl+p")
    player.use("home")
    damaged = path.read_bytes()[:-40] + b"#" * 40
    path.write_bytes(damaged)
    player.use("resume")
    assert player.may("understood")
    player.use("understood")
    assert isinstance(player.page, Home)
    assert path.read_bytes() == damaged
    assert not Player().may("resume")


def test_two_persons_each_read_their_brief_behind_a_curtain():
    player = Player()
    player.start(TWO_TURNS, 2, 0, "5")
    seen = []
    for _page in range(6):
        page = player.page
        seen.append((type(page), page._seat if isinstance(page, Curtain) else page._playing.viewer))
        if isinstance(page, Table):
            player.use("hold")
        else:
            player.use("lift" if isinstance(page, Curtain) else "go")
    first = seen[0][1]
    other = 1 - first
    assert seen == [
        (Curtain, first), (BriefPage, first), (Table, first),
        (Curtain, other), (BriefPage, other), (Table, other),
    ]  # fmt: skip


def test_resuming_with_two_persons_begins_behind_the_curtain():
    player = begun(case=TWO_TURNS, seat=2)
    asked = player.match.asked
    player.key("ctrl+p")
    player.use("home")
    player.use("resume")
    assert isinstance(player.page, Curtain)
    assert player.page._seat == asked


def test_pausing_behind_the_curtain():
    player = begun(case=TWO_TURNS, seat=2)
    player.use("hold")
    assert isinstance(player.page, Curtain)
    player.key("ctrl+p")
    player.use("home")
    assert isinstance(player.page, Home)
    assert player.may("resume")


# settings


def settings(mouse=True):
    player = Player(mouse)
    player.use("settings")
    return player


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
def test_settings_apply_at_once_and_are_remembered(mouse):
    player = settings(mouse)
    player.choose("theme", 1)
    player.choose("family", 1)
    size = player.reach("size")
    if mouse:
        player.click(size._ends()[2].center)
    else:
        player.key("right")
    assert player.app.kit.theme.name == "light"
    assert player.app.scale == pytest.approx(1.05)
    assert read_looks() == (Looks("light", "andika", 1.05), "")
    player.use("back")
    assert isinstance(player.page, Home)


def test_the_keys_for_text_size_show_on_the_settings_page():
    player = settings()
    player.key("ctrl++")
    assert player.find("size").value == round(100 * player.app.scale) == 110
    player.choose("theme", 2)
    assert player.app.scale == pytest.approx(1.1)
    assert read_looks()[0].scale == pytest.approx(1.1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"theme": "pink"}',
        b'{"scale": "large"}',
        b'{"scale": 1e999}',
        b"\xff\xfe\x00",
        b"null",
    ],
)
def test_damaged_settings_are_said_and_left_as_they_are(content):
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_bytes(content)
    looks, remark = read_looks()
    assert looks == Looks()
    assert str(settings_file()) in remark
    player = Player(screen=Home(remark))
    assert "settings cannot be used" in " ".join(words_on(player.app))
    assert settings_file().read_bytes() == content


def test_settings_that_cannot_be_written_are_said(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(errno.EACCES, "Permission denied")

    player = settings()
    monkeypatch.setattr("game.ui.looks.write_whole", refuse)
    player.choose("theme", 1)
    assert player.app.kit.theme.name == "light"
    assert "Permission denied" in " ".join(words_on(player.app))
    assert write_looks(Looks())


# the way in


def test_the_window_opens_at_what_was_asked_for_and_closes(monkeypatch):
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    import pygame

    from game.ui import display

    pages = []
    loop = display.run

    def closing(app):
        pages.append([type(stage.screen).__name__ for stage in app.stages])
        app.later(0.01, lambda: pygame.event.post(pygame.event.Event(pygame.QUIT)))
        loop(app)

    monkeypatch.setattr("game.ui.app.live", closing)
    assert run() == 0
    assert run("one-page") == 0
    assert run("one-page", seat="government", opponent="linear", seed=4) == 0
    assert pages == [["Home"], ["Home", "Seats"], ["Home", "ContentNote"]]
    assert not pygame.display.get_init()
