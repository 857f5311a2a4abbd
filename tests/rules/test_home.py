"""Side payments to ratifiers, and seats that want to honour and cannot."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.bargaining.win_sets import win_sets
from game.foundation.draws import game_keys
from game.foundation.purposes import Purpose
from game.rules.actions import Kind, one
from game.rules.clauses import Does, Effect, Op, Quantity, Step
from game.rules.effects import MOST_PROMISED, apply_effects
from game.rules.happenings import What
from game.rules.play import apply, start
from game.rules.politics import Hindrance, Politics
from game.rules.ratification import votes
from game.rules.state import State, draft_of
from game.rules.tables import Forced, Tables
from game.rules.valuation import appraise, ratifier_change
from tests.rules.small import HARBOUR, half1, small

GUARD = 3  # of seat 1, with a veto
RELIEF = (1, half1(1, 1, 1), 0, -1)
ALL_FREE = np.array([(0, half1(2), 0, -1)], np.int32)  # costs the guard 480 000, and seat 1 300 000
TRUE = ()


def promised(state: State, amount: int) -> State:
    paid = state.paid.copy()
    paid[:, GUARD] = amount
    return replace(state, paid=paid)


def opening(tables: Tables) -> State:
    return start(tables, game_keys(3, [0]))


def test_a_promise_raises_what_a_ratifier_sees_and_lowers_what_its_seat_does() -> None:
    tables = small()
    plain, paid = opening(tables), promised(opening(tables), 70_000)
    for value, change in (
        (lambda state: ratifier_change(tables, state, GUARD, ALL_FREE), 70_000),
        (lambda state: appraise(tables, state, 1, 0, ALL_FREE).net, -70_000),
        (lambda state: appraise(tables, state, 0, 0, ALL_FREE).net, 0),
        (lambda state: ratifier_change(tables, state, 2, ALL_FREE), 0),
    ):
        assert int(value(paid)[0] - value(plain)[0]) == change


def test_a_vote_can_be_bought() -> None:
    tables = small(tolerance=np.array([0, 0, 100_000, 400_000], np.int32))
    calm = np.zeros((1, 4), np.int64)
    for amount, vote in ((0, -1), (79_999, -1), (80_000, 1)):
        assert votes(tables, promised(opening(tables), amount), 1, ALL_FREE, calm)[0, GUARD] == vote


def test_a_promise_to_a_ratifier_never_shrinks_its_win_set() -> None:
    tables = small(tolerance=np.array([0, 0, 100_000, 0], np.int32))
    amounts = range(0, 600_000, 60_000)
    states = [promised(opening(tables), amount) for amount in amounts]
    passed = [win_sets(tables, state, (0, 0)).passed[1] for state in states]
    assert passed == sorted(passed)
    assert passed[0] < passed[-1]


def test_what_was_promised_is_paid_for_the_months_that_are_left_and_then_forgotten() -> None:
    passing = {(turn, seat): True for turn in range(4) for seat in (0, 1)}
    tables = small(forced=Forced(verdicts=passing))
    ends = []
    for amount in (0, 70_000):
        state = promised(opening(tables), amount)
        state = apply(tables, state, one(Kind.OFFER, *RELIEF[:3]))
        ends.append(apply(tables, state, one(Kind.ACCEPT)))
    assert (ends[0].payoff - ends[1].payoff)[0].tolist() == [0, 70_000 * 7000]
    assert not ends[1].paid.any()


def test_what_fails_is_not_paid_for_and_the_promise_stands() -> None:
    tables = small(forced=Forced(verdicts={(0, 0): False, (0, 1): True}))
    state = promised(opening(tables), 70_000)
    state = apply(tables, state, one(Kind.OFFER, *RELIEF[:3]))
    state = apply(tables, state, one(Kind.ACCEPT))
    assert int(state.verdict[0, 0]) == -1 or state.clock.turn == 1
    assert int(state.paid[0, GUARD]) == 70_000


def test_promises_add_up_to_a_limit() -> None:
    tables = small()
    draft = draft_of(opening(tables))
    effect = Effect(Does.PROMISE, GUARD, 60_000_000)
    for expected in (60_000_000, MOST_PROMISED):
        apply_effects(tables, draft, (effect,), np.ones(1, np.bool_))
        assert int(draft.paid[0, GUARD]) == expected


# --- held up at home


def hindered(*entries: Hindrance, word: int = 0) -> Tables:
    passing = {(turn, seat): True for turn in range(4) for seat in (0, 1)}
    draws = {(turn, int(Purpose.HINDER), seat): word for turn in range(4) for seat in (0, 1)}
    return small(politics=Politics(hindrances=entries), forced=Forced(draws, passing))


def first_due(tables: Tables) -> State:
    state = apply(tables, opening(tables), one(Kind.OFFER, 1, half1(), 0))  # the harbour alone
    return apply(tables, state, one(Kind.ACCEPT))


@pytest.mark.parametrize(("word", "kept"), [(2**31 - 1, True), (2**31, False)])
def test_a_seat_that_is_held_up_does_a_turn_later_what_it_owes(word: int, kept: bool) -> None:
    tables = hindered(Hindrance(0, TRUE, 2**31), word=word)
    before = first_due(tables)
    record: list = []
    after = apply(tables, before, one(Kind.HONOUR), record)
    assert (int(after.level[0, HARBOUR]) == 0) == kept
    assert (int(after.owed[0, 1, HARBOUR]) == 1) == kept
    assert after.hindered[0].tolist() == [int(kept), 0]
    assert after.honoured[0].tolist() == [int(not kept), 0]
    assert (int(after.trust[0, 1]) == int(before.trust[0, 1]) - 1) == kept
    assert any(h.what is What.HINDERED for h in record) == kept
    assert int(after.late[0, 0]) == int(after.delayed[0, 0]) == int(after.breached[0, 0]) == 0


def test_the_first_entry_whose_condition_holds_counts() -> None:
    never = (Step(Op.MORE, Quantity.HELD, 0, 4000),)
    sure, safe = Hindrance(0, TRUE, 2**32), Hindrance(0, TRUE, 0)
    for entries, kept in (((sure, safe), 1), ((safe, sure), 0), ((Hindrance(0, never, 2**32), safe), 0)):
        tables = hindered(*entries)
        assert int(apply(tables, first_due(tables), one(Kind.HONOUR)).hindered[0, 0]) == kept


def test_only_the_seat_that_is_named_is_held_up() -> None:
    tables = hindered(Hindrance(1, TRUE, 2**32))
    assert not apply(tables, first_due(tables), one(Kind.HONOUR)).hindered.any()


def test_whoever_breaks_its_word_is_not_held_up() -> None:
    tables = hindered(Hindrance(0, TRUE, 2**32))
    after = apply(tables, first_due(tables), one(Kind.BREACH))
    assert int(after.breached[0, 0]) == 1
    assert not after.hindered.any()
