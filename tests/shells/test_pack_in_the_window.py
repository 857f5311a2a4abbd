"""Each case of the pack from the first page to the last of the debrief, in both chairs, and at the prompt."""

import random

import pytest

from game.ui.screens.home import Home
from game.ui.screens.outcome import Outcome
from tests.cases.pack import PACK
from tests.shells.player import Player, only_save
from tests.shells.test_whole_games import typed_again

SHORT = ("grain-and-teachers", 1)


def _whole_game(case: str, seat: int, home, tmp_path, capsys) -> None:
    player = Player(mouse=bool((seat + len(case)) % 2))
    player.start(case, seat, 0, str(seat + 3))
    player.whole_game(random.Random(seat))
    assert isinstance(player.page, Outcome)
    played = player.match.transcript()
    player.debrief()
    assert isinstance(player.page, Home)
    assert only_save(home) == played
    assert played.over
    assert typed_again(played, home, tmp_path, capsys) == [played, played]


def test_the_invented_case_in_one_chair(home, tmp_path, capsys):
    _whole_game(*SHORT, home, tmp_path, capsys)


@pytest.mark.slow
@pytest.mark.parametrize("seat", [0, 1])
@pytest.mark.parametrize("case", PACK)
def test_every_case_in_each_chair(case, seat, home, tmp_path, capsys):
    _whole_game(case, seat, home, tmp_path, capsys)
