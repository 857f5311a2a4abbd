"""What happens when two rules meet in one turn, worked out by hand from docs/rules.md 4.2 to 4.5."""

import pytest

from game.foundation.errors import IllegalAction
from game.foundation.purposes import Purpose
from game.rules.actions import Kind, one
from tests.rules.small import (
    ACCEPT,
    BREACH,
    DELAY,
    HARBOUR,
    HOLD,
    HONOUR,
    NEVER_U,
    Game,
    forced,
    offer,
    small,
)

YES = {(t, s): True for t in range(4) for s in (0, 1)}
MATCHED = {(t, Purpose.MISMATCH, 0): NEVER_U for t in range(4)}


def opened(**changes):
    return Game(small(forced=forced(MATCHED, YES), **changes))


def licensed_until_turn_2():
    """The harbour has a licence from turn 0 that lapses in turn 2, in which talks begin."""
    game = opened().do(offer(1, 0), ACCEPT, HONOUR).hold_to_turn(2)
    assert (game.number("level", HARBOUR), game.number("expires", HARBOUR)) == (1, 2)
    return game


def test_a_licence_renewed_in_the_turn_in_which_it_lapses_stands_for_its_whole_time_again():
    game = licensed_until_turn_2().do(offer(1, 1, 1, 1), ACCEPT)
    assert (game.number("level", HARBOUR), game.number("wound", HARBOUR)) == (0, 1)  # lapsed, winding down
    game.do(HONOUR)
    assert (game.number("level", HARBOUR), game.number("wound", HARBOUR)) == (1, 0)
    assert game.number("expires", HARBOUR) == 4


def test_it_can_lapse_be_renewed_and_be_taken_back_in_one_turn():
    game = licensed_until_turn_2().do(offer(1, 1, 1, 1), ACCEPT, HONOUR, BREACH, one(Kind.SNAP_BACK))
    assert (game.number("level", HARBOUR), game.number("wound", HARBOUR)) == (0, 1)
    assert (game.number("wind_until", HARBOUR), game.number("expires", HARBOUR)) == (3, 32767)


def test_when_it_lapses_and_its_renewal_is_broken_only_the_lapse_counts():
    game = licensed_until_turn_2().do(offer(1, 1, 1, 1), ACCEPT, BREACH)
    assert (game.number("level", HARBOUR), game.number("wound", HARBOUR)) == (0, 1)
    assert game.number("wind_until", HARBOUR) == 3


@pytest.mark.parametrize("plan", [0, 2])
def test_two_agreements_over_everybody_free_everybody_once(plan):
    game = opened().do(offer(1, 2, 1, 1, plan=2), ACCEPT, HONOUR)
    assert (game.number("freed"), game.number("promised")) == (30, 30)
    game.do(HOLD, offer(2, 2, 1, 1, plan=plan), ACCEPT)
    assert (game.number("agreements"), game.number("last_people")) == (2, 0)
    assert game.state.owed_people.sum() == 30
    game.do(HONOUR, HONOUR).hold_to_turn(3)
    assert (game.number("freed"), game.number("held")) == (60, 0)


def test_steps_put_off_and_steps_due_are_one_step_and_free_nobody_twice():
    game = opened().do(offer(1, 2, 1, 1, plan=2), ACCEPT, DELAY)
    assert game.number("owed_people", 1) == 60
    game.hold_to_turn(2)
    assert (game.number("freed"), game.number("held"), game.number("honoured", 1)) == (60, 0, 1)


def test_a_plan_longer_than_the_game_is_carried_out_as_far_as_the_game_goes():
    game = opened().hold_to_turn(3).do(HOLD, offer(1, 2, 1, 1, plan=2), ACCEPT)
    while not game.state.ended[0]:
        game.do(HONOUR)
    assert (game.number("ended"), game.number("end_turn")) == (1, 3)
    assert (game.number("freed"), game.number("held")) == (30, 30)
    assert game.number("owed_people", 4) == 30  # still owed when the game ends, and no breach
    assert game.state.breached.sum() == 0


def test_nobody_held_can_be_agreed_on_but_not_a_number_of_them():
    game = opened(held_start=0)
    with pytest.raises(IllegalAction):
        game.do(offer(1, 2, 1, 1, number=1))
    game.do(offer(1, 2, 1, 1), ACCEPT)
    assert (game.number("agreements"), game.number("first_people")) == (1, 0)
    assert game.state.owed_people.sum() == 0


def test_forty_thousand_people_are_owed_and_freed_to_the_last():
    game = opened(held_start=40_000).do(offer(1, 2, 1, 1, number=39_999), ACCEPT)
    assert game.number("owed_people", 0) == 39_999
    game.do(HONOUR, HONOUR)
    assert (game.number("freed"), game.number("held")) == (39_999, 1)
