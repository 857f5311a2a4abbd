"""Section 4.5: what is owed, honoured, put off, broken, answered; what lapses and winds down."""

from dataclasses import replace

import numpy as np
import pytest

from game.foundation.errors import IllegalAction
from game.foundation.purposes import Purpose
from game.rules.actions import Kind, one
from game.rules.happenings import What
from tests.rules.small import (
    ACCEPT,
    ALWAYS,
    BREACH,
    DELAY,
    FERRY,
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


def agreed(action, draws=None, **changes):
    return Game(small(forced=forced(draws or {}, YES), **changes)).do(action, ACCEPT)


def test_both_at_once_is_due_in_the_same_turn():
    game = agreed(offer(2, 1, 1, 1))
    assert game.number("owed", 0, HARBOUR) == 2
    assert game.number("owed_people", 0) == 10
    game.do(HONOUR, HONOUR)
    assert (game.number("level", HARBOUR), game.number("freed"), game.number("exiled")) == (2, 10, 0)


def test_release_first_puts_relief_a_turn_later():
    game = agreed(offer(2, 1, 1, 1, plan=1))
    assert game.state.clock.seat == 1
    assert game.number("owed", 1, HARBOUR) == 2


def test_steps_split_people_and_levels():
    game = agreed(offer(2, 1, 0, 1, plan=2, number=11))
    assert [game.number("owed", row, HARBOUR) for row in (0, 1)] == [1, 2]
    assert [game.number("owed_people", row) for row in (0, 1)] == [5, 6]


def test_trust_grows_by_the_size_of_the_step():
    game = agreed(offer(1, 0, 0, 0)).do(HONOUR)
    assert game.number("trust", 1) == 5 + 1 + 6 * 250 // 250
    game = agreed(offer(0, 1, 0, 1, number=2)).do(HONOUR)
    assert game.number("trust", 0) == 4 + 1 + 6 * (900 * 2 // 60) // 250


def test_without_a_list_a_release_earns_only_its_credit():
    game = agreed(offer(0, 2, 0, 0), {(0, Purpose.MISMATCH, 0): NEVER_U}).do(HONOUR)
    assert game.number("trust", 0) == 4 + (7 * 500 + 999) // 1000


def test_a_mismatch_of_lists_puts_people_off_without_a_breach():
    game = agreed(offer(0, 1, 0, 0), {(0, Purpose.MISMATCH, 0): ALWAYS}).do(HONOUR)
    assert (game.number("freed"), game.number("owed_people", 1), game.number("trust", 0)) == (0, 10, 4)
    assert What.NOT_MATCHED in [h.what for h in game.happened]


def test_a_receiving_state_may_refuse_those_who_must_leave():
    closed = replace(small().issues, start=np.array([0, 0, 0, 0, 0], np.int8))
    game = agreed(offer(0, 1, 0, 1), issues=closed).do(HONOUR)
    assert (game.number("freed"), game.number("owed_people", 1)) == (0, 10)
    stays = agreed(offer(0, 1, 1, 1), issues=closed).do(HONOUR)
    assert stays.number("freed") == 10
    assert game.number("level", FERRY) == 0


def test_a_step_is_put_off_twice_at_most():
    game = agreed(offer(1, 0)).do(DELAY).hold_to_talks().do(HOLD, HOLD, HOLD, HOLD, DELAY)
    assert (game.number("late", 0), game.number("trust", 1), game.number("delayed", 0)) == (2, 3, 2)
    game.do(HOLD, HOLD, HOLD, HOLD)
    with pytest.raises(IllegalAction, match="put off 2 times"):
        game.do(DELAY)
    game.do(HONOUR)
    assert game.number("late", 0) == 0


def test_a_breach_voids_what_is_owed_and_the_other_may_snap_back():
    game = agreed(offer(2, 1, 0, 1, plan=2)).do(HONOUR)
    assert game.number("level", HARBOUR) == 1
    game.do(BREACH)
    assert (game.number("trust", 0), game.number("broke", 1)) == (0, 1)
    assert not game.state.owed_people.any()
    game.do(one(Kind.SNAP_BACK))
    assert (game.number("level", HARBOUR), game.number("wound", HARBOUR)) == (0, 1)
    assert (game.number("snapped", 0), game.number("trust", 1)) == (1, 5 + 7 - 2)
    assert not game.state.owed.any()


def test_letting_a_breach_pass_keeps_what_one_owes():
    game = agreed(offer(2, 1, 0, 1, plan=2)).do(HONOUR, BREACH, one(Kind.LET_PASS))
    assert game.number("owed", 1, HARBOUR) == 2


def test_a_wind_down_ends():
    game = agreed(offer(2, 1, 0, 1, plan=2)).do(HONOUR, BREACH, one(Kind.SNAP_BACK))
    assert game.number("wind_until", HARBOUR) == 1
    game.hold_to_turn(2)
    assert game.number("wound", HARBOUR) == 0


def test_a_licence_lapses_and_winds_down():
    game = agreed(offer(1, 0)).do(HONOUR)
    assert game.number("expires", HARBOUR) == 2
    game.hold_to_turn(2)
    assert (game.number("level", HARBOUR), game.number("base", HARBOUR)) == (1, 0)
    game.hold_to_turn(3)
    assert (game.number("level", HARBOUR), game.number("wound", HARBOUR)) == (0, 1)
    assert What.LAPSED in [h.what for h in game.happened]


def test_a_law_lags_behind_its_announcement():
    issues = replace(small().issues, lag=((), (), (), ((2**31, 0), (2**32, 2)), ()))
    game = agreed(offer(2, 0), {(0, Purpose.LAG, HARBOUR): NEVER_U}, issues=issues).do(HONOUR)
    assert (
        game.number("level", HARBOUR),
        game.number("enacting", HARBOUR),
        game.number("base", HARBOUR),
    ) == (0, 2, 2)
    game.hold_to_turn(2)
    assert game.number("level", HARBOUR) == 0
    game.hold_to_turn(3)
    assert (game.number("level", HARBOUR), game.number("enacting", HARBOUR)) == (2, -1)


def test_a_shock_is_paid_by_who_honours():
    sides = tuple(replace(side, shocks=((2**31, 70_000),)) for side in small().sides)
    game = agreed(offer(1, 0), {(0, Purpose.SHOCK, 0): ALWAYS, (0, Purpose.SHOCK, 1): NEVER_U}, sides=sides)
    assert (game.number("shock", 0), game.number("shock", 1)) == (70_000, 0)
    before = game.number("payoff", 0)
    game.do(HONOUR)
    assert game.number("payoff", 0) == before - 70_000_000 + 1000 * -200_000


def test_agreements_may_overlap():
    matched = {(0, Purpose.MISMATCH, 0): NEVER_U}
    game = agreed(offer(2, 1, 0, 1, plan=2), matched).do(HONOUR, HONOUR)
    assert (game.number("promised"), game.number("base", HARBOUR)) == (5, 2)
    game.do(HOLD, offer(0, 2, 0, 1), ACCEPT)
    assert game.number("owed_people", 1) == 5 + 50
