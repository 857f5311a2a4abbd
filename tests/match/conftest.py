"""Games for the tests of the match room."""

import pytest

from game.match.table import PERSON, Match
from game.match.wandering import wander
from tests.compiled import open_scenario


@pytest.fixture(scope="session")
def one_page():
    return open_scenario("one-page")


@pytest.fixture(scope="session")
def flagship():
    return open_scenario("belarus-2025")


@pytest.fixture
def table(one_page):
    """A game that two people play."""
    return Match(one_page, (PERSON, PERSON), 1)


@pytest.fixture(scope="session")
def wandered():
    """Plays a game along the wandering course, to the end or for some moves."""

    def play(match, moves=10_000):
        while not match.over and moves:
            state, seat = match.whole_state(), match.asked
            match.submit(seat, wander(state, match.legal(seat), match), confirm=True)
            moves -= 1
        return match

    return play
