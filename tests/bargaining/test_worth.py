"""The look-up tables give the same numbers as the rules' own valuation."""

import numpy as np
import pytest

from game.bargaining.lattice import lattice, standing
from game.bargaining.worth import counted, exposure, kept, released, share_of_half, worth_of_half
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.valuation import appraise, broken_vow, outside_value, ratifier_change
from tests.properties.invented import agreeable, invented, without_people
from tests.properties.playing import any_offers, reached_states


@pytest.mark.parametrize("seed", range(4))
def test_look_ups_equal_the_valuation_of_the_rules(seed: int) -> None:
    tables = agreeable(invented(seed)) if seed % 2 else invented(seed)
    for state in reached_states(tables, seed, games=40):
        _compare(tables, state, seed)


def test_look_ups_equal_the_valuation_without_a_people_issue() -> None:
    tables = agreeable(without_people(invented(5)))
    for state in reached_states(tables, 5, games=40):
        _compare(tables, state, 5)


def _compare(tables: Tables, state: State, seed: int) -> None:
    offer = any_offers(tables, state, seed + 17 * state.clock.slot + 1000 * state.clock.turn)
    types = tables.mean + 1
    for seat in (0, 1):
        actors = [a for a in np.flatnonzero(tables.actor_side == seat).tolist() if a > 1]
        views = tuple((seat, k) for k in range(types)) + tuple((a, 0) for a in actors)
        halves = (lattice(tables, 0, views), lattice(tables, 1, views))
        at = standing(tables, halves, state)
        people = [released(tables, half, at, offer[:, half.owner], offer[:, 3]) for half in halves]

        def worth(owner: int, view: int, halves=halves, at=at, people=people) -> np.ndarray:
            which = np.full(state.games, view)
            return worth_of_half(halves[owner], at, offer[:, owner], which, people[owner])

        for kind in range(types):
            expected = appraise(tables, state, seat, kind, offer)
            received = counted(tables, worth(1 - seat, kind), state.trust[:, seat])
            share = share_of_half(tables, halves[seat], at, offer[:, seat], people[seat])
            cost = exposure(tables, seat, tables.plans.phi[offer[:, 2], seat], share, state.trust[:, seat])
            gross = kept(received, tables.plans.keep[offer[:, 2], seat]) + worth(seat, kind) - cost
            gross = gross - broken_vow(tables, state, seat, offer)
            assert (worth(seat, kind) == expected.given).all()
            assert (received == expected.received).all()
            assert (cost == expected.exposure).all()
            assert (gross - outside_value(tables, state, seat) == expected.net).all()
        for number, actor in enumerate(actors):
            view = types + number
            change = counted(tables, worth(1 - seat, view), state.trust[:, seat]) + worth(seat, view)
            assert (change == ratifier_change(tables, state, actor, offer)).all()
