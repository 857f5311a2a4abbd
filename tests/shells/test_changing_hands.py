"""Pausing, changing seats, names on the curtain, holding the space bar; by mouse and by keyboard."""

import random

import pygame
import pytest

from game.match.table import PERSON, Match
from game.narration.stated import in_their_words
from game.policies.registry import names
from game.ui.levels import OPPONENTS, levels
from game.ui.naming import MOST, shown_name
from game.ui.playing import Playing
from game.ui.screens.brief import BriefPage
from game.ui.screens.change_seats import ChangeSeats
from game.ui.screens.curtain import Curtain
from game.ui.screens.home import Home
from game.ui.screens.outcome import Outcome
from game.ui.screens.paused import Paused
from game.ui.screens.reactions import Reactions
from game.ui.screens.table import Table
from tests.compiled import open_scenario
from tests.shells.audit import faults
from tests.shells.drawn import words_on
from tests.shells.player import Player, only_save
from tests.shells.seated import at_table, played

ONE_PAGE = "one-page"
BOTH = pytest.mark.parametrize(
    "mouse", [pytest.param(True, id="mouse", marks=pytest.mark.slow), pytest.param(False, id="keyboard")]
)


def begun(mouse=True, seat=0, opponent=0, seed="3", **window):
    player = Player(mouse, **window)
    player.start(ONE_PAGE, seat, opponent, seed)
    player.to_the_table()
    return player


def paused(player):
    player.key("ctrl+p")
    assert isinstance(player.page, Paused)
    return player


# pausing


@BOTH
def test_a_pause_hides_the_game_and_gives_it_back(mouse):
    player = begun(mouse)
    before = words_on(player.app)
    page = player.page
    paused(player)
    said = " ".join(words_on(player.app))
    scenario = page._playing.opened.scenario
    for own in (*scenario.seats[0].mandate, *scenario.seats[1].mandate):
        assert own.text not in said
    player.use("go on")
    assert player.page is page
    assert words_on(player.app) == before


@pytest.mark.parametrize("key", ["ctrl+p", "escape"])
def test_the_key_that_paused_it_goes_on_again(key):
    player = paused(begun())
    player.key(key)
    assert isinstance(player.page, Table)


@BOTH
def test_every_page_of_a_game_can_be_paused_by_a_button(mouse):
    seen = set()
    player = Player(mouse)
    player.start("two-turns", 2, 0, "5")
    for _page in range(14):
        page = player.page
        if isinstance(page, Outcome):
            break
        seen.add(type(page))
        if isinstance(page, Table):
            player.use("leave")
            player.use("pause")
        else:
            player.use("pause game")
        assert isinstance(player.page, Paused), page
        player.use("go on")
        assert isinstance(player.page, Curtain)  # two persons: whoever comes back says who it is
        player.use("lift")
        if isinstance(player.page, Table):
            player.use("hold")
        elif isinstance(player.page, BriefPage | Reactions):
            player.use("go")
    assert {Curtain, BriefPage, Table} & seen


def test_a_curtain_stands_between_a_pause_and_the_one_who_looked():
    player = begun(seat=2)
    viewer = player.page._playing.viewer
    paused(player)
    player.use("go on")
    assert isinstance(player.page, Curtain)
    assert player.page._seat == viewer


# codes


@BOTH
def test_the_code_of_a_paused_game_begins_the_same_game_elsewhere(mouse):
    player = begun(mouse, seed="77")
    first = player.match.transcript()
    paused(player)
    code = player.find("code").text
    player.use("copy code")
    assert player.app.clipboard.get() == code
    player.use("home")
    player.use("play")
    player.use("code")
    player.type(code.lower())
    player.use("yes")
    assert player.page._opened.scenario.id == ONE_PAGE
    player.choose("opponent", 0)
    player.use("start")
    again = player.page._playing.match
    assert again.seed == 77
    again.advance()
    assert again.transcript().marks[0] == first.marks[0]


@pytest.mark.parametrize("text", ["", "00000-1V17B", "ABC", "😀" * 40, "\u202eevil" * 60])
def test_a_code_that_cannot_be_used_is_said_and_nothing_begins(text):
    player = Player()
    player.use("play")
    player.use("code")
    player.type(text)
    player.use("yes")
    player.use("understood")
    assert player.may("choose")


def test_a_code_of_another_case_is_refused_on_the_page_of_seats():
    player = paused(begun(seed="77"))
    code = player.find("code").text
    player.use("home")
    player.use("play")
    player.key("home")
    player.use("choose")  # the flagship
    player.click(player.reach("seed"))
    player.type(code)
    player.use("start")
    assert "another scenario" in " ".join(words_on(player.app))


# seats change hands


@BOTH
def test_a_seat_is_left_to_the_computer_and_the_game_comes_out(mouse, home):
    player = begun(mouse)
    paused(player)
    player.use("seats")
    assert isinstance(player.page, ChangeSeats)
    player.choose("seat 0", 1)
    assert "plays to the end" in " ".join(words_on(player.app))
    player.use("take")
    while not isinstance(player.page, Outcome):
        player.use("go")
    assert player.match.people == ()
    assert only_save(home).over
    player.debrief()


@BOTH
def test_a_player_changes_sides_and_reads_the_other_brief(mouse):
    player = begun(mouse)
    paused(player)
    player.use("seats")
    player.choose("seat 0", 1)
    player.choose("seat 1", 0)
    player.use("take")
    page = player.page
    while not isinstance(page, BriefPage):
        player.use("go")
        page = player.page
    assert page._playing.viewer == 1
    assert player.match.players == (OPPONENTS[0], PERSON)
    player.to_the_table()
    assert player.match.asked == 1


def test_a_second_person_sits_down_in_the_middle_behind_a_curtain():
    player = begun()
    paused(player)
    player.use("seats")
    player.choose("seat 1", 0)
    player.use("take")
    assert isinstance(player.page, Curtain)
    seen = set()
    for _move in range(6):
        player.to_the_table()
        seen.add(player.page._playing.viewer)
        player.use("hold")
    assert seen == {0, 1}


def test_one_of_two_leaves_and_the_computer_takes_over():
    player = begun(seat=2)
    paused(player)
    player.use("seats")
    player.choose("seat 1", 3)
    player.use("take")
    player.to_the_table()
    assert player.match.players == (PERSON, OPPONENTS[2])
    assert player.page._playing.viewer == 0
    player.whole_game(random.Random(2))


def test_nothing_changes_before_it_is_taken():
    player = begun()
    before = player.match.transcript()
    paused(player)
    player.use("seats")
    player.choose("seat 0", 3)
    player.use("back")
    player.use("go on")
    assert player.match.transcript() == before
    player.key("ctrl+p")
    player.use("seats")
    player.key("escape")
    assert isinstance(player.page, Paused)


def test_a_changed_game_goes_on_after_the_window_was_closed():
    player = begun(seat=2)
    player.use("hold")
    player.to_the_table()
    paused(player)
    player.use("seats")
    player.choose("seat 0", 2)
    player.use("take")
    player.to_the_table()
    kept = player.match.transcript()
    player.close_window()
    again = Player()
    again.use("resume")
    again.to_the_table()
    assert again.match.transcript() == kept
    assert again.match.people == (1,)


def test_an_unknown_policy_on_a_seat_is_shown_by_its_name():
    playing = Playing(Match(open_scenario(ONE_PAGE), (PERSON, "random"), 1), briefed=[True, True])
    player = Player(screen=Home())
    player.app.push(ChangeSeats(playing))
    player.app.step()
    assert "computer, random" in " ".join(words_on(player.app))


def test_every_level_is_a_policy_that_can_be_made():
    assert tuple(level.policy for level in levels()) == OPPONENTS
    assert set(OPPONENTS) <= set(names())
    assert all(level.title and level.about for level in levels())


# names, and the curtain


@BOTH
def test_names_stand_on_the_curtain_and_on_no_disk(mouse, home):
    player = Player(mouse)
    player.use("play")
    player.click_row("cases", 2) if mouse else (
        player.key("home"),
        player.key("down", 2),
        player.key("enter"),
    )
    player.choose("seat", 2)
    for n, name in enumerate(("Zuzana Q", "Ibrahim W")):
        widget = player.reach(f"name {n}")
        if mouse:
            player.click(widget)
        player.type(name)
    player.use("start")
    player.use("go_on")
    assert isinstance(player.page, Curtain)
    asked = player.page._seat
    assert ("Zuzana Q", "Ibrahim W")[asked] in " ".join(words_on(player.app))
    player.to_the_table()
    player.use("hold")
    assert ("Zuzana Q", "Ibrahim W")[1 - asked] in " ".join(words_on(player.app))
    for path in home.rglob("*"):
        if path.is_file():
            assert "Zuzana" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Ana \t\n Maria ", "Ana Maria"),
        ("\u202egnol\u202c", "gnol"),
        ("a\x00b\x07", "ab"),
        ("", ""),
        ("\u200f\u2066", ""),
        ("محمد", "محمد"),
        ("😀" * 300, "😀" * (MOST - 1) + "…"),
    ],
)
def test_names_are_made_fit_to_be_shown(typed, shown):
    assert shown_name(typed) == shown


@pytest.mark.parametrize("scale", [1.0, 1.75])
@pytest.mark.parametrize("name", ["x" * 300, "Ж" * 300, "😀" * 300, "محمد " * 60, "\u202e" * 300])
def test_a_long_name_leaves_the_curtain_whole(name, scale):
    playing = Playing(Match(open_scenario(ONE_PAGE), (PERSON, PERSON), 1), names=[name, name])
    player = Player(screen=Home(), size=(1024, 600), scale=scale)
    player.app.push(Curtain(playing, 0))
    assert faults(player.app) == []


def test_the_space_bar_has_to_be_held():
    player = Player(False)
    player.start("two-turns", 2, 0, "5")
    assert isinstance(player.page, Curtain)
    player.key("space")  # pressed and let go
    player.wait(1.0)
    player.wait(1.0)
    assert isinstance(player.page, Curtain)
    player.send(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ", scancode=0)
    for _moment in range(8):
        player.wait(0.05)
    assert isinstance(player.page, Curtain)
    for _moment in range(8):
        player.wait(0.05)
    assert isinstance(player.page, BriefPage)


def test_leaving_while_the_space_bar_is_held_does_no_harm():
    player = Player(False)
    player.start("two-turns", 2, 0, "5")
    player.send(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ", scancode=0)
    player.key("ctrl+p")
    for _moment in range(30):
        player.wait(0.05)
    assert isinstance(player.page, Paused)


# what the computer says


def test_the_computer_says_why_without_a_number():
    player = at_table(played("hold", players=(PERSON, "conceder"), seed=3))
    said = player.find("stated")
    rule = player.match.stated()[-1].rule
    assert in_their_words(rule)
    assert in_their_words(rule) in said.text
    assert not any(sign.isdigit() for sign in said.text)


def test_where_a_person_sits_nothing_is_said():
    assert at_table(played("hold")).find("stated").text == ""


def test_an_unknown_rule_says_nothing():
    assert in_their_words("random") == in_their_words("no such rule") == ""


# what really happened, on a seat


@BOTH
def test_the_history_can_sit_on_the_other_seat_where_there_is_one(mouse):
    player = Player(mouse)
    player.start("belarus-two-days", 0, len(OPPONENTS), "5")
    assert player.page._playing.match.players == (PERSON, "history")
    player.to_the_table()
    player.whole_game(random.Random(4))
    assert player.match.over


def test_without_a_history_it_is_not_offered():
    player = Player()
    player.start(ONE_PAGE, 0, 0, "5")
    player.key("ctrl+p")
    player.use("seats")
    assert len(player.find("seat 0").options) == 1 + len(OPPONENTS)
