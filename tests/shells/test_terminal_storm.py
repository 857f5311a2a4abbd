"""Whatever is typed, the terminal answers with a sentence and the game goes on."""

import random

import pytest

from game.cli.terminal.session import Session
from game.match.notation import write_action
from game.match.replaying import replay
from game.match.table import PERSON, Match
from game.match.wandering import wander
from tests.compiled import open_scenario

VOCABULARY = """
offer accept hold walk out break off do honour delay breach let pass snap back why theirs mine now undo yes
try help status options owed log brief facts people=ten people=45 people=all:3 people=0 people=-1 nothing
harbour=open terms=choice plan=two_steps plan= = ; , gesture vow_people thirty 5 99999999999 ferry_call
\u0661 \x00 \ud83d привет %s {seat} ' ferry=runs people=ten,people=ten
"""
WORDS = VOCABULARY.split()


class Storm:
    """Types words at random, and now and then a move that is allowed, so that the game gets on."""

    typed = True

    def __init__(self, match, seed, lines):
        self.match, self.rng, self.left = match, random.Random(seed), lines

    def next_line(self, _prompt):
        """The next line."""
        self.left -= 1
        if self.left < 0:
            return None
        if self.rng.random() < 0.15 and not self.match.over:
            state, seat = self.match.whole_state(), self.match.asked
            opened = self.match.opened
            return write_action(
                opened.lexicon, opened.tables, wander(state, self.match.legal(seat), self.match)
            )
        return " ".join(self.rng.choice(WORDS) for _ in range(self.rng.randint(0, 4)))

    def place(self):
        """Nowhere."""
        return ""


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("players", [(PERSON, PERSON), (PERSON, "conceder"), ("boulware", PERSON)])
def test_no_line_brings_the_terminal_down(seed, players, capsys):
    match = Match(open_scenario("one-page"), players, seed)
    Session(match, Storm(match, seed, 150)).run()
    said = capsys.readouterr().out
    assert "Traceback" not in said
    assert match.transcript().moves
    assert sum(1 for _state in replay(match.opened, match.transcript())) == len(match.transcript().moves) + 1
