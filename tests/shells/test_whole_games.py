"""Whole games from the first page to the last of the debrief, by mouse and by keyboard alone."""

import random

import pytest

from game.cli.entry import main
from game.match.saves import saved_games
from game.match.table import PERSON
from game.match.transcript import Seated
from game.ui.screens.home import Home
from game.ui.screens.outcome import Outcome
from tests.shells.player import Player, only_save

FLAGSHIP, ONE_PAGE, TWO_TURNS = "belarus-2025", "one-page", "two-turns"
LESSON = "belarus-two-days"


def typed_again(transcript, home, tmp_path, capsys):
    """All transcripts on disk after the terminal has read the same moves from a file."""
    heading = transcript.heading
    own = [move.do for move in transcript.moves if heading.players[move.seat] == PERSON]
    moves = tmp_path / "moves.txt"
    moves.write_text("\n".join(own) + "\n", encoding="utf-8")
    people = [seat for seat in (0, 1) if heading.players[seat] == PERSON]
    seat = "both" if len(people) == 2 else ("envoy", "government")[people[0]]
    opponent = next((name for name in heading.players if name != PERSON), "conceder")
    arguments = ["play", heading.scenario, "--seat", seat, "--opponent", opponent]
    arguments += ["--seed", str(heading.seed), "--moves", str(moves)]
    assert main(arguments) == 0, capsys.readouterr().err
    return [saved.transcript for saved in saved_games(home / "games")]


@pytest.mark.parametrize(
    ("mouse", "case", "seat", "opponent", "seed"),
    [
        pytest.param(True, FLAGSHIP, 0, 0, "7", id="envoy-by-mouse", marks=pytest.mark.slow),
        pytest.param(False, FLAGSHIP, 1, 0, "8", id="government-by-keyboard", marks=pytest.mark.slow),
        pytest.param(False, LESSON, 1, 2, "8", id="lesson-government-by-keyboard", marks=pytest.mark.slow),
        pytest.param(True, LESSON, 1, 2, "11", id="lesson-government-by-mouse", marks=pytest.mark.slow),
        pytest.param(False, LESSON, 2, 0, "12", id="lesson-two-persons-by-keyboard", marks=pytest.mark.slow),
        pytest.param(False, ONE_PAGE, 0, 3, "3", id="small-envoy-by-keyboard"),
        pytest.param(True, ONE_PAGE, 1, 2, "4", id="small-government-by-mouse", marks=pytest.mark.slow),
        pytest.param(True, TWO_TURNS, 2, 0, "5", id="two-persons-by-mouse"),
        pytest.param(False, TWO_TURNS, 2, 0, "6", id="two-persons-by-keyboard"),
        pytest.param(False, ONE_PAGE, 2, 0, "9", id="small-two-persons-by-keyboard", marks=pytest.mark.slow),
    ],
)
def test_from_the_first_page_to_the_debrief(mouse, case, seat, opponent, seed, home, tmp_path, capsys):
    player = Player(mouse)
    player.start(case, seat, opponent, seed)
    player.whole_game(random.Random(int(seed)))
    assert isinstance(player.page, Outcome)
    played = player.match.transcript()
    player.debrief()
    assert isinstance(player.page, Home)
    assert not player.may("resume")
    assert only_save(home) == played
    assert played.over
    assert typed_again(played, home, tmp_path, capsys) == [played, played]  # every mark of a turn included


def test_a_game_at_175_percent_where_panes_are_tabs(home):
    player = Player(scale=1.75)
    player.start(ONE_PAGE, 0, 0, "3")
    player.whole_game(random.Random(5))
    player.debrief()
    assert only_save(home).over


CASES = (ONE_PAGE, TWO_TURNS, LESSON, "first-lesson", LESSON)
TWENTY = [(CASES[n % len(CASES)], n % 3, n % 4, str(100 + n)) for n in range(18)] + [
    (FLAGSHIP, 0, 2, "118"),
    (FLAGSHIP, 1, 0, "119"),
]


@pytest.mark.slow
@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
@pytest.mark.parametrize(("case", "seat", "opponent", "seed"), TWENTY)
def test_twenty_games_each_way(mouse, case, seat, opponent, seed, home, tmp_path, capsys):
    test_from_the_first_page_to_the_debrief(mouse, case, seat, opponent, seed, home, tmp_path, capsys)


@pytest.mark.parametrize(
    "mouse", [pytest.param(True, id="mouse", marks=pytest.mark.slow), pytest.param(False, id="keyboard")]
)
def test_a_game_that_is_paused_and_changes_hands_comes_to_its_debrief(mouse, home, capsys):
    """A second person joins, one leaves, the sides are switched; it plays again to the last bit."""
    player = Player(mouse)
    player.start(LESSON, 0, 1, "31")
    rng = random.Random(31)
    for seats in ((0, 0), (2, 0), (0, 2)):
        for _move in range(2):
            player.to_the_table()
            if isinstance(player.page, Outcome):
                break
            player.decide(rng)
            player.close_dialogs()
        player.to_the_table()
        if isinstance(player.page, Outcome):
            break
        player.key("ctrl+p")
        player.use("seats")
        for seat, who in enumerate(seats):
            player.choose(f"seat {seat}", who)
        player.use("take")
    player.whole_game(rng)
    transcript = player.match.transcript()
    player.debrief()
    assert only_save(home) == transcript
    assert sum(isinstance(entry, Seated) for entry in transcript.entries) >= 3
    (path,) = (home / "games").iterdir()
    assert main(["replay", str(path), "--verify"]) == 0, capsys.readouterr().err
