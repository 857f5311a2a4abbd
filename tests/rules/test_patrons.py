"""A patron pays for signing nothing more, and an agreement ends it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.foundation.draws import game_keys
from game.rules.actions import Kind, one
from game.rules.happenings import What
from game.rules.patrons import counter_offers
from game.rules.play import apply, start
from game.rules.politics import Patron, Politics
from game.rules.state import State, draft_of
from game.rules.tables import Forced, Tables
from game.rules.valuation import appraise, forgone, outside_value
from tests.rules.small import HARBOUR, half1, small

OTHER = 3  # an actor of no side here
NEITHER = 2**31


def patronised(**terms: object) -> Tables:
    """Seat 1 has a patron who loses 100 000 and 200 000 by the levels of the harbour."""
    tables = small()
    level = tables.values.level.copy()
    level[OTHER] = 0
    level[OTHER, :, HARBOUR] = [0, -100_000, -200_000]
    count = tables.values.count.copy()
    count[OTHER] = 0
    passed = {(turn, seat): True for turn in range(tables.turns) for seat in (0, 1)}
    patron = Patron(
        **{"actor": OTHER, "seat": 1, "tolerance": 60_000, "share": 500, "most": 50_000, "rest": 2} | terms
    )
    return replace(
        tables,
        actor_side=np.array([0, 1, 0, -1], np.int8),
        votes=np.array([0, 0, 1, 0], np.int32),
        veto=np.zeros(4, np.bool_),
        values=replace(tables.values, level=level, count=count),
        politics=Politics(patrons=(patron,)),
        forced=Forced(verdicts=passed),
    )


def standing(tables: Tables, **parts: object) -> State:
    state = start(tables, game_keys(3, [0]))
    return replace(
        state, **{name: np.array([value], getattr(state, name).dtype) for name, value in parts.items()}
    )


def offered(tables: Tables, **parts: object) -> int:
    draft = draft_of(standing(tables, **parts), [])
    counter_offers(tables, draft)
    return int(draft.aid[0, 1])


def harbour(level: int) -> list[int]:
    levels = [0, 0, 0, 0, 1]
    levels[HARBOUR] = level
    return levels


@pytest.mark.parametrize(("level", "aid"), [(0, 0), (1, 20_000), (2, 50_000)])
def test_it_pays_a_share_of_what_it_loses_beyond_its_tolerance(level: int, aid: int) -> None:
    assert offered(patronised(), level=harbour(level)) == aid


def test_what_is_announced_or_owed_counts_as_much_as_what_is_in_force() -> None:
    owed = np.zeros((5, 5), np.int8)
    owed[2, HARBOUR] = 1
    announced = [-1, -1, -1, 1, -1]
    assert offered(patronised(), owed=owed) == 20_000
    assert offered(patronised(), enacting=announced) == 20_000


def test_it_makes_no_offer_for_a_while_after_being_passed_over() -> None:
    tables = patronised()
    state = standing(tables, level=harbour(1), aid_turn=[-1, 0])
    for turn, aid in ((1, 0), (2, 20_000)):
        draft = draft_of(replace(state, clock=replace(state.clock, turn=turn)))
        counter_offers(tables, draft)
        assert int(draft.aid[0, 1]) == aid


def test_only_the_seat_that_is_paid_values_it() -> None:
    tables = patronised()
    poor, rich = standing(tables), standing(tables, aid=[0, 35_000])
    offer = np.array([(1, half1(1), 0, -1)], np.int32)
    # Turns weigh 1, 1, 1 and 4 months: two of seven are lost.
    lost = 35_000 * 2 // 7
    for seat, less in ((0, 0), (1, lost)):
        nets = [int(appraise(tables, state, seat, 0, offer).net[0]) for state in (poor, rich)]
        assert nets[0] - nets[1] == less
    assert int(outside_value(tables, rich, 1)[0]) == 35_000
    assert int(forgone(tables, rich, 1)[0]) == lost


def test_an_agreement_ends_it() -> None:
    tables = patronised()
    state = standing(tables, aid=[0, 35_000])
    state = apply(tables, state, one(Kind.OFFER, 1, half1(1), 0))
    state = apply(tables, state, one(Kind.ACCEPT))
    assert state.aid[0].tolist() == [0, 0]
    assert state.aid_turn[0].tolist() == [-1, 0]


def test_a_month_without_an_agreement_is_paid_for() -> None:
    tables = patronised(share=1)  # what it pays from the next turn on does not matter here
    paid, unpaid = (standing(tables, aid=[0, aid]) for aid in (35_000, 0))
    for turn in range(4):
        paid, unpaid = (apply(tables, state, one(Kind.HOLD)) for state in (paid, unpaid))
        assert (paid.clock.turn, turn) == (unpaid.clock.turn, turn)
    assert paid.clock.turn == 1
    assert (paid.payoff - unpaid.payoff)[0].tolist() == [0, 35_000 * 1000]


def test_the_offer_is_told_when_it_changes() -> None:
    tables = patronised()
    draft = draft_of(standing(tables, level=harbour(1)), [])
    counter_offers(tables, draft)
    counter_offers(tables, draft)
    assert [(h.what, h.seat, h.index, h.amount) for h in draft.record] == [(What.COUNTERED, 1, OTHER, 20_000)]


def test_a_patron_who_never_minds_changes_nothing() -> None:
    calm, none = patronised(tolerance=10**9), replace(patronised(), politics=Politics())
    states = [standing(tables) for tables in (calm, none)]
    for kind in (Kind.HOLD, Kind.HOLD, Kind.OFFER, Kind.ACCEPT, Kind.HONOUR, Kind.HONOUR):
        action = one(kind, 1, half1(1), 0) if kind is Kind.OFFER else one(kind)
        states = [apply(tables, state, action) for tables, state in zip((calm, none), states, strict=True)]
        assert (states[0].payoff == states[1].payoff).all()
        assert (states[0].level == states[1].level).all()
        assert not states[0].aid.any()
