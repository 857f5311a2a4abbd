"""The projector: larger, marks explained, nothing that is one seat's own, and the draft still there after."""

import pytest

from game.ui.pictured_games import finished, in_talks
from game.ui.playing import Playing
from game.ui.screens.brief import BriefPage
from game.ui.screens.everybody import ForEverybody
from game.ui.screens.home import Home
from game.ui.screens.outcome import Outcome
from game.ui.screens.paused import Paused
from game.ui.screens.reactions import Reactions
from game.ui.screens.table import Table
from tests.compiled import open_scenario
from tests.shells.audit import faults
from tests.shells.drawn import words_on
from tests.shells.player import Player
from tests.shells.seated import PASSES, at_table, played


@pytest.fixture(scope="module")
def opened():
    return open_scenario("belarus-2025")


def all_words(player) -> str:
    """Everything on the page, what has to be scrolled for included."""
    found = []
    for widget in player.app.top.root.walk():
        text = getattr(widget, "text", "")
        found.append(text if isinstance(text, str) else "".join(words.text for words in text))
    return " ".join(" ".join([*words_on(player.app), *found]).split())


@pytest.mark.parametrize("page", [Table, BriefPage, Reactions])
@pytest.mark.parametrize("seat", [0, 1])
def test_nothing_of_a_seats_own_is_projected(opened, page, seat):
    player = Player(screen=page(in_talks(opened, seat, plies=3)))
    own = opened.scenario.seats[seat]
    player.key("f9")
    assert isinstance(player.page, ForEverybody)
    words = all_words(player)
    for secret in (*own.brief.want, *own.brief.must_not, *(wish.text for wish in own.mandate)):
        assert secret not in words
    for word in ("worth", "walking away", "estimat", "votes", "Your draft"):
        assert word not in words, word
    assert "not a forecast" in words
    assert "31 March 2026" in words


def test_what_is_projected_is_the_same_whoever_sits_there(opened):
    match = in_talks(opened, 0, plies=5).match
    shown = []
    for viewer in (0, 1):
        player = Player(screen=ForEverybody(Playing(match, viewer=viewer, briefed=[True, True])))
        shown.append(all_words(player))
    assert shown[0] == shown[1]


def test_the_draft_and_the_size_are_there_again_afterwards():
    player = at_table(played(PASSES), scale=1.1)
    told = []
    player.app.scale_changed = told.append
    slider = player.sliders()[0]
    player.slide(slider.key, 1)
    player.key("f9")
    assert player.app.scale == 1.5
    player.use("back")
    assert isinstance(player.page, Table)
    assert player.app.scale == 1.1
    assert player.find(slider.key).level == 1
    assert told == []  # and the larger size is not remembered as the player's own


def test_a_page_that_comes_while_projecting_is_covered_too(opened):
    playing = in_talks(opened, plies=2)
    player = Player()
    player.key("f9")
    player.app.push(BriefPage(playing))
    assert isinstance(player.page, ForEverybody)
    player.key("escape")
    assert isinstance(player.page, BriefPage)
    assert player.app.scale == 1.0


def test_pages_for_everybody_stay_and_get_the_marks_explained(opened):
    player = Player(screen=Outcome(finished(opened)))
    before = words_on(player.app)
    player.key("f9")
    assert isinstance(player.page, Outcome)
    footer = player.app.stages[-1].footer
    assert footer.root.rect.bottom == 720
    assert player.app.top.root.rect.bottom == footer.root.rect.top
    assert any("no, not reached" in line for line in words_on(player.app))
    assert faults(player.app) == []
    player.use("go")
    assert player.app.stages[-1].footer is not None
    player.key("f9")
    assert player.app.stages[-1].footer is None
    assert before


def test_f9_under_an_open_question_leaves_it_open():
    player = at_table(played(PASSES))
    player.key("escape")
    player.key("f9")
    assert isinstance(player.page, ForEverybody)
    player.key("f9")
    assert player.may("stay")
    player.use("stay")
    assert isinstance(player.page, Table)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 600), (1920, 1080)])
def test_nothing_is_cut_off_on_a_projector(opened, size):
    player = Player(screen=Table(in_talks(opened, plies=5)), size=size)
    player.key("f9")
    assert faults(player.app) == []


def test_a_page_that_was_left_before_the_projector_went_on_does_not_come_back_uncovered():
    player = Player()
    player.start("one-page", 0, 0, "3")
    player.to_the_table()
    player.key("ctrl+p")
    player.key("f9")
    player.use("go on")
    player.app.step()
    assert isinstance(player.page, ForEverybody)
    player.key("ctrl+p")
    assert isinstance(player.page, Paused)
    player.use("home")
    assert isinstance(player.page, Home)
