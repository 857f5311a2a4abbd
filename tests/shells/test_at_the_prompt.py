"""Somebody at a keyboard who knows nothing: asked plainly, understood where possible, and nothing lost."""

import dataclasses
import errno

import click
import pytest

from game.cli import playing
from game.cli.playing import Wishes, play_game
from game.cli.terminal.session import Session
from game.foundation import keeping
from game.match.saves import Keeper, load
from game.match.table import PERSON, Match
from tests.compiled import open_scenario


class Typist:
    """Types what it was given, and then is gone."""

    typed = True

    def __init__(self, *lines):
        self.lines = list(lines)
        self.asked = []

    def next_line(self, prompt):
        self.asked.append(prompt)
        click.echo(prompt)
        return self.lines.pop(0) if self.lines else None

    def place(self):
        return ""


def sit_down(*lines, players=(PERSON, PERSON), keeper=None, seed=1):
    match = Match(open_scenario("one-page"), players, seed, keeper=keeper)
    match.advance()
    Session(match, Typist(*lines)).run()
    return match


def moves_of(match, seat=0):
    return [move.do for move in match.transcript().moves if move.seat == seat]


@pytest.mark.parametrize(
    ("typed", "does"),
    [
        ("HOLD", "hold"),
        ("Walk out", "walk out"),
        ("Offer People=Ten harbour = licence", "offer people=ten harbour=licence plan=together"),
        ("DO vow_people TEN; hold", "do vow_people ten; hold"),
    ],
)
def test_capitals_and_spaces_are_understood(typed, does):
    assert moves_of(sit_down(typed, players=(PERSON, "boulware"))) == [does]


def test_what_is_possible_is_said_once(capsys):
    sit_down("dance", players=(PERSON, "boulware"))
    said = " ".join(capsys.readouterr().out.split())
    assert "cannot read the move 'dance'. Possible: offer, hold, walk out, break off, " in said
    assert "Possible now" not in said


def test_an_offer_of_nothing_is_told_what_can_be_offered(capsys):
    sit_down("offer", players=(PERSON, "boulware"))
    said = " ".join(capsys.readouterr().out.split())
    assert "Issues: people, terms, list, calm, harbour, visit." in said
    assert "ferry." not in said


def test_two_people_at_one_screen_each_read_their_brief_and_the_news(capsys, monkeypatch):
    wiped = []
    monkeypatch.setattr(click, "clear", lambda: wiped.append(capsys.readouterr().out))
    sit_down("", "offer people=ten harbour=licence", "", "hold", "", "hold", "", "quit")
    last = capsys.readouterr().out
    assert len(wiped) == 3
    first, second, third = wiped
    assert first.index("Before you begin") < first.index("You are: Envoy")  # nobody wiped the notes away
    assert "You are: Government" not in first
    assert second.index("Envoy of the Trading Union offers") < second.index("You are: Government")
    assert "You are: Envoy" not in second + third + last  # once is enough
    assert "Government of Tarvia leaves things as they stand" in third
    assert third.index("Pass to: Envoy") < third.index("Government of Tarvia leaves things")


def test_nobody_behind_the_curtain_sees_nothing(capsys):
    sit_down("", "hold")
    _before, _curtain, behind = capsys.readouterr().out.partition("Pass to: Government of Tarvia")
    assert behind.strip() == ". Press Enter to see."


def full(monkeypatch, home):
    """A disk without room for anything in the folder of saved games."""
    real = keeping.tempfile.mkstemp

    def no_room(**asked):
        if asked["dir"] == home / "games":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(**asked)

    monkeypatch.setattr(keeping.tempfile, "mkstemp", no_room)


def test_who_leaves_a_game_that_is_not_saved_is_asked(home, monkeypatch, capsys):
    full(monkeypatch, home)
    keeper = Keeper(home / "games" / "one-page-001.transcript")
    match = sit_down("hold", "quit", "no", "quit", "yes", "hold", players=(PERSON, "boulware"), keeper=keeper)
    assert moves_of(match) == ["hold"]
    said = " ".join(capsys.readouterr().out.split())
    assert "The game is not saved: no space left on device" in said
    assert said.count("Write yes to do it") == 2


def test_a_game_can_be_saved_elsewhere(home, tmp_path, monkeypatch, capsys):
    full(monkeypatch, home)
    there = tmp_path / "stick" / "mine.transcript"
    keeper = Keeper(home / "games" / "one-page-001.transcript")
    match = sit_down("hold", f"save {there}", players=(PERSON, "boulware"), keeper=keeper)
    assert load(there) == match.transcript()
    assert "'save FOLDER/NAME.transcript' keeps it in another place" in capsys.readouterr().out
    other = sit_down("walk out", f"save {there}", players=(PERSON, "boulware"))
    assert load(there) == match.transcript() != other.transcript()
    assert "holds another game" in capsys.readouterr().out


@pytest.fixture
def keyboard(monkeypatch):
    """Somebody at a terminal who types these lines."""

    def types(*lines):
        typist = Typist(*lines)
        monkeypatch.setattr(playing, "Keyboard", lambda: typist)
        monkeypatch.setattr(playing.sys.stdin, "isatty", lambda: True, raising=False)
        return typist

    return types


def test_who_names_nothing_is_asked_and_told_what_enter_means(keyboard, capsys):
    typist = keyboard("nowhere", "one-page", "king", "TARVIA", "quit")
    assert play_game(Wishes(text=True)) == 0
    assert typist.asked[0] == "Which? Enter alone: belarus-2025. "
    assert typist.asked[2] == "Which seat is yours? Enter alone: union. "
    said = capsys.readouterr().out
    assert "both: two people at this screen" in said
    assert "You are: Government of Tarvia" in said


@pytest.mark.parametrize("before", [(), ("one-page",)])
def test_who_leaves_before_the_game_starts_none(keyboard, home, before):
    keyboard(*before)
    with pytest.raises(click.Abort):
        play_game(Wishes(text=True))
    assert not (home / "games").exists()


def test_the_command_to_go_on_can_be_typed_as_it_stands(keyboard, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("REPRIEVE_HOME", str(tmp_path / "my games"))
    keyboard("quit")
    play_game(dataclasses.replace(Wishes(file="one-page", text=True), seat="envoy"))
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.endswith(f'--load "{tmp_path / "my games" / "games" / "one-page-001.transcript"}"')
