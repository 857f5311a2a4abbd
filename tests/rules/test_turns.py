"""Sections 4.1, 4.2, 4.4 and 4.6: news, plies, votes, drift, endings."""

from dataclasses import replace

import numpy as np
import pytest

from game.foundation.draws import game_keys
from game.foundation.errors import IllegalAction
from game.foundation.purposes import Purpose
from game.rules.actions import Kind, no_action, one
from game.rules.clauses import Does, Effect, Op, Quantity, Step
from game.rules.happenings import What
from game.rules.outcome import reservation
from game.rules.play import apply, asked, legal, start
from game.rules.tables import Arrests, Event, Move
from tests.rules.small import (
    ACCEPT,
    ALWAYS,
    FERRY,
    HARBOUR,
    HOLD,
    HONOUR,
    NEVER_U,
    Game,
    forced,
    half1,
    offer,
    small,
)

GOOD = offer(2, 2, 0, 1)  # both sides gain by it


def test_seats_alternate_and_the_other_opens_the_next_turn():
    game = Game(small())
    seats = []
    for _ in range(8):
        seats.append((game.state.clock.turn, game.state.clock.seat))
        game.do(HOLD)
    assert seats == [(0, 0), (0, 1), (0, 0), (0, 1), (1, 1), (1, 0), (1, 1), (1, 0)]


def test_accept_needs_an_offer_of_the_other_side():
    game = Game(small())
    assert Kind.ACCEPT not in legal(game.tables, game.state).kinds
    with pytest.raises(IllegalAction, match="no offer of the other side"):
        game.do(ACCEPT)
    game.do(GOOD)
    assert Kind.ACCEPT in legal(game.tables, game.state).kinds


def test_walking_out_ends_the_talks_of_the_turn_and_clears_offers():
    game = Game(small()).do(GOOD, one(Kind.WALK_OUT))
    assert game.state.clock.turn == 1
    assert (game.state.offer == -1).all()


def test_a_standing_offer_survives_the_turn():
    game = Game(small()).do(GOOD, HOLD, HOLD, HOLD)
    assert game.number("offer", 0, 0) == 2


def test_breaking_off_ends_the_game_and_settles_the_account():
    level_start = replace(small().issues, start=np.array([0, 0, 0, 2, 1], np.int8))
    game = Game(small(issues=level_start)).do(HOLD, one(Kind.BREAK_OFF))
    assert (game.number("ended"), game.number("end_turn")) == (3, 0)
    assert game.number("payoff", 0) == 7000 * -400_000
    assert not asked(game.tables, game.state)[0]


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        (offer(0, 0), "hold something"),
        (one(Kind.OFFER, 5, 1, 0), "numbered 0 to 2"),
        (one(Kind.OFFER, 1, half1(1), 7), "needs a plan"),
        (offer(1, 0, number=5), "must release people"),
        (offer(1, 1, number=61), "between 1 and 60"),
        (one(Kind.HONOUR), "These are talks"),
        (one(Kind.HOLD, move=3), "no such side move"),
    ],
)
def test_an_illegal_move_is_refused_with_its_reason_and_costs_nothing(action, reason):
    game = Game(small())
    before = game.state
    with pytest.raises(IllegalAction, match=reason):
        game.do(action)
    assert game.state is before


def test_a_package_that_failed_is_barred_for_two_turns():
    game = Game(small(forced=forced({}, {(0, 1): False}))).do(GOOD, ACCEPT)
    assert (game.number("trust", 0), game.number("trust", 1)) == (3, 5)
    for turn in (1, 2):
        game.hold_to_turn(turn)
        with pytest.raises(IllegalAction, match="failed to be ratified"):
            game.do(GOOD)
    game.hold_to_turn(3).do(GOOD)


def test_a_veto_player_blocks_whatever_the_others_say():
    tables = small(
        tolerance=np.array([0, 0, 100_000, 300_000], np.int32), forced=forced({(0, Purpose.VOTE, 3): NEVER_U})
    )
    game = Game(tables).do(GOOD, ACCEPT)
    refused = [h.seat for h in game.happened if h.what is What.REFUSED]
    assert refused == [1]


def test_the_mood_of_the_day_can_decide():
    change = -60 * 8_000 + 200_000 * 566 // 1000
    tolerance = np.array([0, 0, 100_000, -change], np.int32)
    for draw, passes in ((ALWAYS, False), (2**31, True)):
        game = Game(small(tolerance=tolerance, forced=forced({(0, Purpose.VOTE, 3): draw}))).do(GOOD, ACCEPT)
        assert (What.RATIFIED in [h.what for h in game.happened]) is passes


def test_the_principal_refuses_below_its_floor():
    floors = tuple(replace(side, floor_low=900_000, floor_high=900_000) for side in small().sides)
    game = Game(small(sides=floors)).do(GOOD, ACCEPT)
    assert [h.seat for h in game.happened if h.what is What.REFUSED] == [0, 1]


def test_a_quorum_above_all_votes_lets_nothing_pass():
    sides = (replace(small().sides[0], quorum=2), small().sides[1])
    game = Game(small(sides=sides)).do(GOOD, ACCEPT)
    assert [h.seat for h in game.happened if h.what is What.REFUSED] == [0]


def test_events_fire_once_by_chance_and_condition():
    halt = (Effect(Does.LEVEL_TO, FERRY, 0),)
    late = (Step(Op.AT_LEAST, Quantity.TURN, 0, 2),)
    events = (Event((), 2**30, True, 0, halt), Event(late, 2**32, True, 0, (Effect(Does.TRUST, 0, -3),)))
    game = Game(
        small(events=events, forced=forced({(0, Purpose.EVENT, 0): NEVER_U, (1, Purpose.EVENT, 0): ALWAYS}))
    )
    assert (game.number("fired", 0), game.number("level", FERRY)) == (-1, 1)
    game.hold_to_turn(1)
    assert (game.number("fired", 0), game.number("level", FERRY)) == (1, 0)
    game.hold_to_turn(3)
    assert (game.number("fired", 1), game.number("trust", 0)) == (2, 1)


def test_a_revocation_winds_down_what_can_be_revoked():
    events = (Event((Step(Op.IS, Quantity.TURN, 0, 1),), 2**32, True, 0, (Effect(Does.REVOKE, 0, 0),)),)
    game = Game(small(events=events, forced=forced({}, {(0, 0): True, (0, 1): True}))).do(
        offer(2, 0), ACCEPT, HONOUR
    )
    assert (game.number("level", HARBOUR), game.number("wound", HARBOUR), game.number("revoked")) == (0, 2, 1)


def test_a_gesture_frees_people_and_moves_the_base():
    gesture = Move(0 + 1, (), 10_000, 2, 2**32, 5, -1, (Effect(Does.TRUST, 0, 1),))
    game = Game(small(moves=(gesture,))).do(HOLD, one(Kind.HOLD, move=0, amount=4))
    assert [game.number(n) for n in ("freed", "held", "base_freed", "exiled", "base_exiled")] == [
        4,
        56,
        4,
        4,
        4,
    ]
    assert (game.number("trust", 0), game.number("payoff", 1)) == (5, -10_000_000)
    with pytest.raises(IllegalAction, match="too recently"):
        game.do(HOLD, one(Kind.HOLD, move=0, amount=4))


def test_a_broken_vow_is_paid_for_the_months_left_and_a_kept_one_is_not():
    vow = Move(0, (), 9_000, 0, 2**32, 0, 0, ())
    yes = forced({}, {(0, 0): True, (0, 1): True})
    said = one(Kind.OFFER, 0, half1(1, 1, 1), 0, -1, 0, 2)
    game = Game(small(moves=(vow,), forced=yes)).do(said, ACCEPT)
    assert game.number("payoff", 0) == -9_000 * 7000
    assert game.number("mood", 2) == -1
    assert game.number("vow", 0, 0) == -1
    kept = Game(small(moves=(vow,), forced=yes)).do(one(Kind.OFFER, 0, half1(2, 0, 1), 0, -1, 0, 2), ACCEPT)
    assert (kept.number("payoff", 0), kept.number("mood", 2)) == (0, 1)


def test_people_are_conserved_and_arrests_follow_relief():
    arrests = Arrests(2_400, 5_000, 1_000, 1, np.array([1000], np.int32), 100, 5)
    draws = {(0, Purpose.ARRESTS, 1): ALWAYS, (0, Purpose.ARRESTS, 2): ALWAYS}
    yes = {(0, 0): True, (0, 1): True}
    game = Game(small(arrests=arrests, forced=forced(draws, yes))).do(offer(2, 0), ACCEPT, HONOUR)
    assert game.number("arrested") == (2_400 + 5_000 * 800 // 1000 + 1_000) // 1000 == 7
    assert game.number("served") == 60 * 100 // 1000
    assert game.number("held") == 60 + 7 - 6
    assert game.number("trust", 0) == 4 - 2


def test_where_nobody_is_arrested_the_stock_falls_one_for_one():
    """Moral hazard switched off: held falls by exactly those freed."""
    yes = forced({}, {(0, 0): True, (0, 1): True})
    game = Game(small(forced=yes)).do(offer(2, 1, 1), ACCEPT, HONOUR, HONOUR).hold_to_turn(4)
    assert (game.number("freed"), game.number("held")) == (10, 60 - 10)


@pytest.mark.parametrize(("relief", "stock"), [(0, 30), (2, 80)])
def test_where_relief_draws_arrests_the_stock_settles_where_in_equals_out(relief, stock):
    """S* solves A0 + k p = outflow: 3 + 5 x .8 x [relief] a turn come in, a tenth of those held leaves."""
    arrests = Arrests(3_000 if not relief else 4_000, 5_000, 0, 0, np.array([1000], np.int32), 100, 0)
    long = np.full(4, 1000, np.int64)
    issues = replace(small().issues, start=np.array([0, 0, 0, relief, 1], np.int8))
    draws = {(t, Purpose.ARRESTS, lane): ALWAYS for t in range(4) for lane in (1, 2)}
    game = Game(small(arrests=arrests, forced=forced(draws), issues=issues, held_start=stock, weight=long))
    game.hold_to_turn(4)
    assert game.number("arrested") == game.number("served") == 4 * stock // 10
    assert game.number("held") == stock


def test_the_account_is_weighted_and_the_last_turn_stands_for_more():
    issues = replace(small().issues, start=np.array([0, 0, 0, 2, 1], np.int8))
    game = Game(small(issues=issues)).hold_to_turn(9)
    assert game.number("payoff", 0) == 7000 * -400_000
    assert (game.number("ended"), game.number("end_turn")) == (1, 3)


def test_a_scenario_ending_settles_what_is_left():
    issues = replace(small().issues, start=np.array([0, 0, 0, 2, 1], np.int8))
    over = ((Step(Op.AT_LEAST, Quantity.TURN, 0, 1),),)
    game = Game(small(issues=issues, endings=over)).hold_to_turn(9)
    assert (game.number("ended"), game.number("end_turn")) == (4, 1)
    assert game.number("payoff", 0) == 7000 * -400_000


def test_moods_move_by_their_draw():
    yes = {(0, Purpose.MOOD, 2): ALWAYS, (0, Purpose.MOOD, 3): 2**29, (1, Purpose.MOOD, 2): 2**30}
    game = Game(small(forced=forced(yes))).hold_to_turn(1)
    assert (game.number("mood", 2), game.number("mood", 3), game.number("mood", 0)) == (-1, 1, 0)
    assert game.hold_to_turn(2).number("mood", 2) == 0


def test_a_batch_plays_each_game_as_if_it_were_alone():
    tables = small()
    state = start(tables, game_keys(3, range(5)))
    alone = [Game(tables, 3)]
    while asked(tables, state).any():
        hold = no_action(5)
        hold.kind[:] = {0: Kind.HOLD, 1: Kind.HONOUR, 2: Kind.LET_PASS}[state.clock.phase] * asked(
            tables, state
        )
        state = apply(tables, state, hold)
    alone[0].hold_to_turn(9)
    assert (state.payoff[0] == alone[0].state.payoff[0]).all()
    assert (state.mood[0] == alone[0].state.mood[0]).all()


def test_a_state_that_was_handed_out_is_never_written_to():
    game = Game(small()).do(GOOD)
    with pytest.raises(ValueError, match="read-only"):
        game.state.offer[0, 0, 0] = 1
    before = game.state.offer.copy()
    apply(game.tables, game.state, ACCEPT)
    assert (game.state.offer == before).all()


def test_the_reservation_value_is_the_present_world_and_the_outside_option_for_the_time_left():
    issues = replace(small().issues, start=np.array([0, 0, 0, 2, 1], np.int8))
    values = replace(small().values, outside=((), (((), 60_000),)))
    game = Game(small(issues=issues, values=values)).hold_to_turn(1)
    assert int(reservation(game.tables, game.state, 0)[0]) == 6000 * -400_000
    assert int(reservation(game.tables, game.state, 1)[0]) == 6000 * (700_000 - 100_000 + 60_000)
    over = game.do(one(Kind.BREAK_OFF))
    assert int(reservation(over.tables, over.state, 0)[0]) == 6000 * -400_000
