"""The replay: every moment can be come to by mouse and keyboard, and tells what would have been accepted."""

import pytest

from game.cli.entry import main
from game.match.table import Match
from game.narration.alternatives import alternatives
from game.narration.offers import in_words
from game.rules.actions import Kind
from game.rules.state import Phase
from game.ui.charts.timeline import Timeline
from game.ui.playing import Playing
from game.ui.screens.debrief import DebriefPage
from game.ui.screens.outcome import Outcome
from game.ui.screens.replay import Replay
from tests.compiled import open_scenario
from tests.shells.audit import faults
from tests.shells.drawn import words_on
from tests.shells.player import Player


@pytest.fixture(scope="module")
def match():
    match = Match(open_scenario("belarus-2025"), ("conceder", "boulware"), 7)
    match.advance()
    return match


def replaying(match, mouse=True, **window) -> Player:
    player = Player(mouse, screen=Outcome(Playing(match)), **window)
    player.use("go")
    player.use("replay")
    assert isinstance(player.page, Replay)
    return player


def text_of(player) -> str:
    return " ".join(label.text if isinstance(label.text, str) else "".join(w.text for w in label.text)
                    for label in player.page._words.walk() if hasattr(label, "text"))  # fmt: skip


def test_what_would_have_been_accepted_is_said_at_every_moment(match):
    player = replaying(match)
    plies = match.course().plies
    told = 0
    for number, ply in enumerate(plies):
        player.page.go(number)
        player.app.step()
        words, found = text_of(player), alternatives(match.opened.tables, ply.before)
        if ply.before.clock.phase is not Phase.TALK:
            assert "had to be done" in words
        elif found.best is None:
            assert "No efficient package would have been" in words
        else:
            offer = in_words(match.opened.words, match.opened.tables, found.frontier.at(found.best))
            assert f"For example: {offer}." in words
            told += 1
    assert told > 3


def test_scrubbing_by_mouse_shows_the_moment_under_the_thumb(match):
    player = replaying(match)
    slider = player.find("moment")
    player.drag(slider.place_of(0), slider.place_of(20))
    assert player.page._number == 20
    assert any(slider.levels[20] in line for line in words_on(player.app))


def test_a_click_on_an_offer_shows_that_offer(match):
    player = replaying(match)
    chart = player.find("turns")
    assert isinstance(chart, Timeline)
    plies = match.course().plies
    offers = [spot for spot in chart.spots if int(plies[spot.tag].action.kind[0]) == Kind.OFFER]
    assert {plies[spot.tag].seat for spot in offers} == {0, 1}
    for spot in offers[:12:3]:
        player.click((chart.rect.x + round(spot.at[0]), chart.rect.y + round(spot.at[1])))
        assert player.page._number == spot.tag
        assert plies[spot.tag].before.clock.turn == chart.now


def test_the_keyboard_goes_from_offer_to_offer_and_back_to_the_debrief(match):
    player = replaying(match, mouse=False)
    kinds = [int(ply.action.kind[0]) for ply in match.course().plies]
    offers = [number for number, kind in enumerate(kinds) if kind == Kind.OFFER]
    assert player.app.focused.key == "moment"
    player.key("end")
    assert player.page._number == len(kinds) - 1
    player.key("home")
    player.key("right", 2)
    assert player.page._number == 2
    player.use("next offer")
    assert player.page._number == next(number for number in offers if number > 2)
    player.use("offer before")
    assert player.page._number == max(number for number in offers if number < player.page._number + 1)
    player.key("escape")
    assert isinstance(player.page, DebriefPage)


def test_every_worth_answers_why(match):
    player = replaying(match, mouse=False)
    keys: list[str] = []
    for moment in range(len(match.course().plies)):  # to the first offer
        player.page.go(moment)
        player.app.step()
        keys = [widget.key for widget in player.page._words.walk() if widget.key.startswith("worth")]
        if keys:
            break
    assert keys
    for key in keys:
        widget = player.reach(key)
        why = widget.why()
        assert why.parts
        assert why.total.removeprefix("= ") in "".join(part.text for part in widget.text)


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_nothing_is_cut_off_at_any_moment(match, scale):
    player = replaying(match, scale=scale)
    for number in range(0, len(match.course().plies), 7):
        player.page.go(number)
        assert faults(player.app) == []


def test_a_game_that_ended_at_once_can_be_looked_at():
    from game.rules.actions import one

    match = Match(open_scenario("one-page"), ("person", "conceder"), 1)
    match.advance()
    match.submit(match.asked, one(Kind.BREAK_OFF), confirm=True)
    assert match.over
    player = replaying(match)
    assert not player.may("next offer")
    assert "breaks off" in text_of(player)


# from the command line


@pytest.fixture
def shown(monkeypatch):
    """The pages on which a window would have opened."""
    from game.ui import app

    monkeypatch.setattr("game.cli.looking_back.display_trouble", lambda: "")
    pages = []
    monkeypatch.setattr(app, "live", lambda window: pages.append(type(window.stages[-1].screen).__name__))
    return pages


def kept(home):
    (path,) = (home / "games").iterdir()
    return path


def test_the_command_opens_the_page_on_a_finished_game_and_leaves_its_file(written, home, shown):
    main(
        ["play", "one-page", "--seat", "both", "--seed", "1", "--moves", written("hold", "break off", "yes")]
    )
    before = kept(home).read_bytes()
    assert main(["replay", str(kept(home)), "--window"]) == 0
    assert shown == ["Replay"]
    assert kept(home).read_bytes() == before


def test_the_command_opens_a_game_between_two_computers(tmp_path, shown):
    path = tmp_path / "traced.transcript"
    main(["trace", "two-turns", "--seed", "3", "--game", "5", "--out", str(path)])
    assert main(["replay", str(path), "--window"]) == 0
    assert shown == ["Replay"]


def test_a_game_that_goes_on_is_not_opened(written, home, shown, capsys):
    main(["play", "one-page", "--seat", "both", "--seed", "1", "--moves", written("hold")])
    assert main(["replay", str(kept(home)), "--window"]) == 2
    assert "still goes on" in capsys.readouterr().err
    assert shown == []


def test_without_a_display_the_command_says_what_does_the_same(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("game.cli.looking_back.display_trouble", lambda: "No display was found.")
    path = tmp_path / "traced.transcript"
    main(["trace", "two-turns", "--seed", "3", "--game", "5", "--out", str(path)])
    capsys.readouterr()
    assert main(["replay", str(path), "--window"]) == 2
    assert f"'replay {path}' shows the same in words" in capsys.readouterr().err
    assert main(["replay", str(path), "--window", "--verify"]) == 2
