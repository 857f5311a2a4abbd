"""A mediator: plans that need one, and halves that are handed over together or not at all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.foundation.draws import game_keys
from game.foundation.errors import IllegalAction
from game.foundation.purposes import Purpose
from game.rules.actions import Action, Kind, no_action, one
from game.rules.clauses import Op, Quantity, Step
from game.rules.legality import is_legal, legal
from game.rules.play import apply, start
from game.rules.politics import Mediation, Politics
from game.rules.state import Phase, State
from game.rules.tables import Forced, Plans, Tables
from tests.rules.small import ALWAYS, HARBOUR, NEVER_U, half1, small

HELD = 0  # the plan that a mediator holds
NOT_NOW = (Step(Op.LESS, Quantity.TURN, 0, 0),)


NO_MISMATCH = {(turn, int(Purpose.MISMATCH), 0): NEVER_U for turn in range(4)}


def mediated(
    escrow: bool = True,
    when: tuple[Step, ...] = (),
    draws: dict[tuple[int, int, int], int] = NO_MISMATCH,
    steps: int = 1,
) -> Tables:
    tables = small()
    passed = {(turn, seat): True for turn in range(tables.turns) for seat in (0, 1)}
    plans, each = tables.plans, np.array([[steps, steps], [1, 1], [2, 2]], np.int32)
    stepped = Plans(each, plans.delay * 0, plans.phi, plans.keep)
    return replace(
        tables,
        plans=stepped,
        politics=Politics(mediations=(Mediation(HELD, 3, when, escrow),)),
        forced=Forced(draws, passed),
    )


def agreed(tables: Tables, level: int = 1) -> State:
    """Relief for ten people who may stay, compared with a list, up to where a step is due."""
    state = start(tables, game_keys(3, [0]))
    state = apply(tables, state, one(Kind.OFFER, level, half1(1, 1, 1), HELD))
    return apply(tables, state, one(Kind.ACCEPT))


def facts(state: State) -> tuple[int, int, int]:
    return int(state.level[0, HARBOUR]), int(state.freed[0]), int(state.deposited[0])


def test_a_part_waits_for_the_other_and_both_are_handed_over_together() -> None:
    tables = mediated()
    first = agreed(tables)
    assert first.clock.phase is Phase.HONOUR
    second = apply(tables, first, one(Kind.HONOUR))
    assert facts(second) == (0, 0, first.clock.seat)
    after = apply(tables, second, one(Kind.HONOUR))
    assert int(after.level[0, HARBOUR]) == 1
    assert int(after.freed[0]) == 10
    assert after.honoured[0].tolist() == [1, 1]


def test_without_escrow_the_first_is_out_of_pocket() -> None:
    tables = mediated(escrow=False)
    second = apply(tables, agreed(tables), one(Kind.HONOUR))
    assert facts(second) != (0, 0, 0)


def test_a_delay_takes_the_other_part_along_at_no_cost_to_it() -> None:
    tables = mediated()
    first = agreed(tables)
    seat = first.clock.seat
    second = apply(tables, first, one(Kind.HONOUR))
    after = apply(tables, second, one(Kind.DELAY))
    assert after.clock.turn == 1
    assert facts(after) == (0, 0, -1)
    assert after.delayed[0].tolist() == [int(s != seat) for s in (0, 1)]
    assert int(after.trust[0, seat]) < int(first.trust[0, seat])
    assert int(after.trust[0, 1 - seat]) == int(first.trust[0, 1 - seat])
    assert int(after.owed[0, 1, HARBOUR]) == 1
    assert int(after.owed_people[0, 1]) == 10
    assert after.escrow[0].tolist() == [False, True, False, False, False]


@pytest.mark.parametrize("first", [Kind.HONOUR, Kind.BREACH])
def test_a_breach_gives_the_other_its_part_back(first: Kind) -> None:
    tables = mediated(steps=2)
    state = apply(tables, agreed(tables, 2), one(first))
    if first is Kind.HONOUR:
        state = apply(tables, state, one(Kind.BREACH))
    assert facts(state)[:2] == (0, 0)
    assert not state.owed.any()
    assert not state.owed_people.any()
    assert int(state.breached.sum()) == 1


def test_nothing_is_handed_over_while_the_release_waits() -> None:
    waits, goes = ({(0, int(Purpose.MISMATCH), 0): draw} for draw in (ALWAYS, NEVER_U))
    for draws, done in ((waits, False), (goes, True)):
        tables = mediated(draws=draws)
        state = start(tables, game_keys(3, [0]))
        state = apply(tables, state, one(Kind.OFFER, 1, half1(1, 1, 0), HELD))
        for kind in (Kind.ACCEPT, Kind.HONOUR, Kind.HONOUR):
            state = apply(tables, state, one(kind))
        assert bool(state.level[0, HARBOUR]) == done
        assert bool(state.freed[0]) == done
        assert bool(state.owed[0, 1, HARBOUR]) != done
        assert state.honoured[0].tolist() == [int(done)] * 2
        assert (state.trust[0] == [4, 5]).all() != done


def test_a_mediator_who_is_not_ready_closes_its_plan_only() -> None:
    tables = mediated(when=NOT_NOW)
    state = start(tables, game_keys(3, [0]))
    assert legal(tables, state).closed_plans == {HELD}
    with pytest.raises(IllegalAction, match="mediator"):
        apply(tables, state, one(Kind.OFFER, 1, half1(1), HELD))
    assert is_legal(tables, state, one(Kind.OFFER, 1, half1(1), 1))[0]


def test_what_was_offered_cannot_be_accepted_once_the_mediator_is_gone() -> None:
    ready = (Step(Op.AT_LEAST, Quantity.HELD, 0, 60),)
    tables = mediated(when=ready)
    state = apply(tables, start(tables, game_keys(3, [0])), one(Kind.OFFER, 1, half1(1), HELD))
    gone = replace(state, held=np.array([59], np.int32))
    assert Kind.ACCEPT in legal(tables, state).kinds
    assert Kind.ACCEPT not in legal(tables, gone).kinds
    assert not is_legal(tables, gone, one(Kind.ACCEPT))[0]


def test_a_mediator_without_effect_leaves_every_game_as_it_is() -> None:
    """One who is always ready and holds nothing."""
    there = mediated(escrow=False)
    none = replace(there, politics=Politics())
    rng = np.random.default_rng(7)
    states = [start(tables, game_keys(5, range(200))) for tables in (there, none)]
    while states[0].clock.phase is not Phase.OVER:
        action = any_action(none, states[1], rng)
        states = [apply(tables, state, action) for tables, state in zip((there, none), states, strict=True)]
        for name in ("payoff", "level", "freed", "trust", "owed", "honoured", "verdict", "ended"):
            assert (getattr(states[0], name) == getattr(states[1], name)).all(), name
    assert states[0].agreements.any()
    assert states[0].breached.any()


def any_action(tables: Tables, state: State, rng: np.random.Generator) -> Action:
    """Any legal action in every game that is asked."""
    from tests.content.random_play import _action

    return _action(tables, state, rng, None) if state.games > 1 else no_action(1)
