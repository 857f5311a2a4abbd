"""A game of computer seats, saved and gone on with at any ply, is the same game, whoever plays."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from game.information.brief import Brief
from game.information.observe import Observation
from game.match.digests import game_digest
from game.match.library import Opened
from game.match.replaying import replay, resume
from game.match.table import Match
from game.match.transcript import Transcript, read_bytes, write
from game.policies import registry
from game.policies.random_legal import RandomLegal
from game.policies.registry import names
from game.rules.actions import Action
from tests.compiled import open_scenario

LOOKING_AHEAD = ("experienced", "planner", "master")
QUICK = tuple(name for name in names() if name not in LOOKING_AHEAD)
PAIRS = tuple(zip(QUICK, (*QUICK[1:], QUICK[0]), strict=True))


def to_the_end(match: Match) -> Iterator[Transcript]:
    """Plays a game; gives the transcript as it stands before every ply."""
    while not match.over:
        yield match.transcript()
        match.step()


def same_from_anywhere(opened: Opened, pair: tuple[str, str], every: int = 1) -> int:
    """How many plies a game was left at and gone on with."""
    whole = Match(opened, pair, 5)
    saved = list(to_the_end(whole))[::every]
    for transcript in saved:
        again = resume(opened, read_bytes(write(transcript).encode()))
        *_plies, _last = to_the_end(again)
        assert again.transcript() == whole.transcript()
        assert game_digest(again.whole_state()) == game_digest(whole.whole_state())
    *_earlier, final = replay(opened, whole.transcript())
    assert game_digest(final) == game_digest(whole.whole_state())
    return len(saved)


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_a_game_left_at_any_ply_goes_on_the_same(pair: tuple[str, str]) -> None:
    assert same_from_anywhere(open_scenario("two-turns"), pair) > 2


def test_nor_does_it_matter_to_seats_that_look_ahead() -> None:
    assert same_from_anywhere(open_scenario("two-turns"), ("planner", "experienced"), every=3) > 0


@pytest.mark.slow
@pytest.mark.parametrize("pair", [("planner", "experienced"), ("master", "linear"), *PAIRS], ids="-".join)
def test_and_on_one_page(pair: tuple[str, str]) -> None:
    assert same_from_anywhere(open_scenario("one-page"), pair) > 2


def test_a_seat_that_remembers_other_games_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    class Counting(RandomLegal):
        """Draws from how often any of its kind was asked, which no transcript keeps."""

        asked = 0

        def __call__(self, brief: Brief, seen: Observation, key: NDArray[np.uint64]) -> Action:
            Counting.asked += 1
            return super().__call__(brief, seen, key + np.uint64(Counting.asked))

    monkeypatch.setitem(registry._FACTORIES, "linear", lambda _brief: Counting())
    with pytest.raises(AssertionError):
        same_from_anywhere(open_scenario("one-page"), ("linear", "random"), every=4)
