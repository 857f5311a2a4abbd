"""A seat that does what really happened: every scenario with a history, to the end, whoever sits opposite."""

import pytest

from game.foundation.errors import GameError
from game.match.chairs import HISTORY
from game.match.library import shipped
from game.match.replaying import resume
from game.match.table import PERSON, Match
from game.match.wandering import wander
from tests.compiled import open_scenario

WITH_HISTORY = [path for path in shipped() if open_scenario(path).scenario.history]


@pytest.mark.parametrize("path", WITH_HISTORY, ids=lambda path: path.stem)
def test_both_seats_do_what_they_really_did(path):
    opened = open_scenario(path)
    match = Match(opened, (HISTORY, HISTORY), 4)
    match.advance()
    assert match.over
    offers = [step for step in opened.scenario.history if step.do == "offer"]
    first = next(move for move in match.transcript().moves if "offer" in move.do) if offers else None
    if first is not None:
        assert opened.scenario.calendar.turn_of(offers[0].turn) == first.turn
    assert {said.rule for said in match.stated()} == {HISTORY}


@pytest.mark.parametrize("path", WITH_HISTORY, ids=lambda path: path.stem)
@pytest.mark.parametrize("seat", [0, 1])
def test_it_comes_through_whatever_the_other_does(path, seat):
    opened = open_scenario(path)
    for seed in range(2):
        players = (HISTORY, PERSON) if seat == 0 else (PERSON, HISTORY)
        match = Match(opened, players, seed)
        match.advance()
        while not match.over:
            asked = match.asked
            match.submit(asked, wander(match.whole_state(), match.legal(asked), match), confirm=True)
            match.advance()
        assert resume(opened, match.transcript()).stated() == match.stated()


def test_where_nothing_is_told_there_is_no_such_seat(one_page):
    with pytest.raises(GameError, match="no history"):
        Match(one_page, (PERSON, HISTORY), 1)
    match = Match(one_page, (PERSON, PERSON), 1)
    with pytest.raises(GameError, match="no history"):
        match.change_seat(1, HISTORY)
    assert match.players == (PERSON, PERSON)
