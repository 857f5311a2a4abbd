"""Moves made in the window, and the same moves written in a file, are the same game to the last bit."""

import random

import pytest

from game.cli.entry import main
from game.match.saves import load, saved_games
from game.rules.state import Phase
from game.ui.journey import show_next
from game.ui.playing import begin
from game.ui.screens.brief import BriefPage
from game.ui.screens.outcome import Outcome
from game.ui.screens.reactions import Reactions
from game.ui.screens.table import Table
from tests.compiled import open_scenario
from tests.shells.hand import Hand, Plain

MOST_PAGES = 400


def play_in_the_window(scenario, seat, opponent, seed):
    """A whole game by clicks and keys only; what is clicked is drawn by lot."""
    rng = random.Random(seed)
    playing = begin(open_scenario(scenario), seat, opponent, seed)
    hand = Hand(Plain([]))
    show_next(hand.app, playing)
    hand.app.step()
    for _page in range(MOST_PAGES):
        page = hand.app.stages[-1].screen
        if isinstance(page, Outcome):
            return playing.match
        if isinstance(page, BriefPage | Reactions):
            hand.click(hand.find("go"))
        else:
            assert isinstance(page, Table)
            decide(hand, playing.match, rng)
    raise AssertionError("the game does not end")


def decide(hand, match, rng):
    """One decision: an answer to what is owed, or a table move after some keys pressed in the draft."""
    if match.phase is Phase.HONOUR:
        hand.click(hand.find("honour" if rng.random() < 0.8 else "breach"))
        return
    if match.phase is Phase.RESPOND:
        hand.click(hand.find(rng.choice(("let pass", "snap back"))))
        return
    for key in rng.choices(("right", "tab", "left", "tab"), k=rng.randint(0, 14)):
        hand.key(key)
    hand.click(hand.find(rng.choice(("send", "accept", "hold", "hold"))))
    hand.app.step()


@pytest.mark.parametrize(
    ("scenario", "seat", "opponent", "seed"),
    [
        ("one-page", 0, "conceder", 3),
        ("one-page", 1, "conceder", 8),
        pytest.param("belarus-2025", 0, "conceder", 5, marks=pytest.mark.slow),
    ],
)
def test_window_and_moves_file_give_the_same_game(scenario, seat, opponent, seed, home, tmp_path, capsys):
    match = play_in_the_window(scenario, seat, opponent, seed)
    in_the_window = match.transcript()
    assert load(next((home / "games").iterdir())) == in_the_window
    own = [move.do for move in in_the_window.moves if move.seat == seat]
    assert any(text.startswith(("offer", "do", "accept")) for text in own), own
    moves = tmp_path / "moves.txt"
    moves.write_text("\n".join(own) + "\n", encoding="utf-8")
    name = ("envoy", "government")[seat]
    arguments = [
        "play",
        scenario,
        "--seat",
        name,
        "--opponent",
        opponent,
        "--seed",
        str(seed),
        "--moves",
        str(moves),
    ]
    assert main(arguments) == 0, capsys.readouterr().err
    transcripts = [saved.transcript for saved in saved_games(home / "games")]
    assert len(transcripts) == 2
    assert transcripts[0] == transcripts[1] == in_the_window
