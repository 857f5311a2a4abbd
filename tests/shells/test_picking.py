"""Choosing a case, a seat and a game, and what is said where that cannot be."""

import pytest

from game.content.loading import check_file
from game.foundation.errors import GameError
from game.match.library import shipped
from game.ui import display
from game.ui.app import run
from game.ui.levels import OPPONENTS
from game.ui.screens import picker
from game.ui.screens.brief import ContentNote
from game.ui.screens.picker import Picker
from game.ui.screens.seats import Seats
from tests.shells.drawn import words_on
from tests.shells.player import Player


@pytest.fixture(params=[True, False], ids=["mouse", "keyboard"])
def player(request):
    player = Player(request.param)
    player.use("play")
    return player


def test_the_card_follows_the_list(player):
    for number, case in enumerate(picker.cases()):
        player.focus(player.find("cases"))
        player.key("home")
        player.key("down", number)
        words = " ".join(words_on(player.app))
        assert case.title in words
        assert case.scenario.content_note.split(".")[0].split()[0] in words


def test_a_scenario_with_faults_is_listed_with_the_first_and_not_opened(monkeypatch, tmp_path):
    broken = tmp_path / "broken.yaml"
    text = next(path for path in shipped() if path.stem == "one-page").read_text(encoding="utf-8")
    broken.write_text(text.replace("turns: 4", "turns: many"), encoding="utf-8")
    first = str(check_file(broken)[1][0])
    monkeypatch.setattr(picker, "shipped", lambda: [broken])
    player = Player()
    player.use("play")
    said = " ".join(words_on(player.app))
    assert "has faults" in said
    assert f":{first.split(':')[1]}:" in said.replace(" ", "")  # a long path may break anywhere
    player.use("choose")
    player.use("understood")
    assert isinstance(player.page, Picker)


def test_a_scenario_that_vanished_is_said(player, monkeypatch):
    def gone(_path):
        raise GameError("no such file")

    monkeypatch.setattr(picker, "open_scenario", gone)
    player.use("choose")
    assert "no such file" in " ".join(words_on(player.app))
    player.use("understood")
    assert isinstance(player.page, Picker)


@pytest.mark.parametrize("text", ["abc", "-1", "1.5", "9223372036854775808", "²"])
def test_what_is_no_number_of_a_game_is_said(player, text):
    player.use("choose")
    player.reach("seed")
    if player.mouse:
        player.click(player.find("seed"))
    player.type(text)
    player.use("start")
    assert text in " ".join(words_on(player.app))
    player.use("understood")
    assert isinstance(player.page, Seats)


@pytest.mark.parametrize(("seat", "players"), [(0, ("person", "{}")), (1, ("{}", "person"))])
@pytest.mark.parametrize("opponent", range(len(OPPONENTS)))
def test_seat_opponent_and_number_are_those_of_the_game(player, seat, players, opponent):
    player.use("choose")
    player.choose("seat", seat)
    player.choose("opponent", opponent)
    player.reach("seed")
    if player.mouse:
        player.click(player.find("seed"))
    player.type("9223372036854775807")
    player.use("start")
    assert isinstance(player.page, ContentNote)
    match = player.page._playing.match
    assert match.players == tuple(name.format(OPPONENTS[opponent]) for name in players)
    assert match.seed == 2**63 - 1


def test_two_persons_need_no_opponent(player):
    player.use("choose")
    player.choose("seat", 2)
    assert not player.may("opponent")
    player.use("start")
    assert player.page._playing.match.players == ("person", "person")


@pytest.mark.parametrize(
    ("file", "options", "says"),
    [
        ("nowhere.yaml", {}, "nowhere.yaml"),
        ("one-pag", {}, "one-page"),
        ("one-page", {"seat": "king"}, "king"),
        ("one-page", {"seat": "envoy", "opponent": "nobody"}, "nobody"),
    ],
)
def test_what_cannot_be_played_is_said_before_a_window_opens(file, options, says, monkeypatch):
    def never(*_args, **_options):
        raise AssertionError("a window was opened")

    monkeypatch.setattr(display, "open_window", never)
    monkeypatch.setattr("game.ui.app.open_window", never)
    with pytest.raises(GameError, match=says):
        run(file, **options)


def test_the_list_begins_with_a_real_case_that_fits_a_lesson_and_says_how_long_each_is(player):
    known = [case.scenario for case in picker.cases()]
    assert known[0].fiction is None
    assert known[0].calendar.turns == min(case.calendar.turns for case in known if case.fiction is None)
    for number, scenario in enumerate(known):
        player.focus(player.find("cases"))
        player.key("home")
        player.key("down", number)
        words = " ".join(words_on(player.app))
        speeches = scenario.calendar.turns * scenario.calendar.plies // 2
        assert f"Length: {scenario.calendar.turns} turns; you speak at most {speeches} times" in words
        assert ("It fits a lesson of 45 minutes." in words) == (scenario.calendar.turns <= 8)
