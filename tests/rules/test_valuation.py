"""Section 4.3 of docs/rules.md with numbers worked by hand from the tables in small.py."""

from dataclasses import replace

import numpy as np
import pytest

from game.rules.clauses import Op, Quantity, Step
from game.rules.tables import Move
from game.rules.valuation import appraise, outside_value, ratifier_change, world_value
from tests.rules.small import HARBOUR, Game, half1, small


def terms(harbour: int, people: int, *, stay: int = 0, monitor: int = 0, plan: int = 0, number: int = -1):
    return np.array([[harbour, half1(people, stay, monitor), plan, number]], np.int32)


def test_what_is_given_counts_in_full_and_what_is_got_by_trust():
    game = Game(small())
    seen = appraise(game.tables, game.state, 0, 0, terms(1, 1))
    assert int(seen.given[0]) == -200_000
    assert int(seen.got[0]) == 10 * 20_000
    assert int(seen.received[0]) == 200_000 * (350 + 650 * 4 // 15) // 1000 == 104_600
    assert int(seen.net[0]) == 104_600 - 200_000


def test_a_promised_licence_counts_by_its_life_and_a_synergy_is_got_with_it():
    game = Game(small())
    seen = appraise(game.tables, game.state, 1, 0, terms(1, 1))
    assert int(seen.got[0]) == 300_000 * 6 // 10 - 100_000
    assert int(seen.received[0]) == 80_000 * (350 + 650 * 5 // 15) // 1000
    assert int(seen.given[0]) == -50_000


def test_negative_values_round_towards_minus_infinity():
    tables = small()
    synergy = tables.values.synergy.copy()
    synergy[1] = -180_001
    tables = replace(tables, values=replace(tables.values, synergy=synergy))
    seen = appraise(tables, Game(tables).state, 1, 0, terms(1, 1))
    assert int(seen.got[0]) == -1
    assert int(seen.received[0]) == -1


def test_exposure_is_convex_and_falls_with_trust():
    sides = tuple(replace(side, rho=6_000_000) for side in small().sides)
    game = Game(small(sides=sides))
    once = appraise(game.tables, game.state, 0, 0, terms(1, 0))
    twice = appraise(game.tables, game.state, 0, 0, terms(2, 0))
    assert int(once.exposure[0]) == 6_000_000 * 11 * 150**2 // 15_000_000
    assert int(twice.exposure[0]) == 6_000_000 * 11 * 400**2 // 15_000_000
    assert (
        int(appraise(game.tables, game.state, 0, 0, terms(1, 0, plan=1)).exposure[0]) == 6 * 11 * 18**2 // 15
    )
    people = appraise(game.tables, game.state, 1, 0, terms(0, 1))
    assert int(people.exposure[0]) == 6_000_000 * 10 * (900 * 10 // 60 // 2) ** 2 // 15_000_000


def test_a_plan_keeps_a_share_of_what_is_received():
    game = Game(small())
    seen = appraise(game.tables, game.state, 1, 0, terms(2, 0, plan=1))
    assert int(seen.gross[0]) == 950 * (600_000 * 566 // 1000) // 1000


def test_an_explicit_number_of_people_counts_and_nobody_is_freed_twice():
    game = Game(small())
    assert int(appraise(game.tables, game.state, 0, 0, terms(0, 1, number=7)).people[0]) == 7
    assert int(appraise(game.tables, game.state, 0, 0, terms(0, 2)).people[0]) == 60
    state = replace(game.state, promised=np.array([55], np.int32))
    assert int(appraise(game.tables, state, 0, 0, terms(0, 1)).people[0]) == 5


def test_what_is_owed_or_in_force_is_not_counted_again():
    game = Game(small())
    base = game.state.base.copy()
    base[0, HARBOUR] = 1
    state = replace(game.state, base=base)
    assert int(appraise(game.tables, state, 0, 0, terms(1, 0)).given[0]) == 0
    assert int(appraise(game.tables, state, 0, 0, terms(2, 0)).given[0]) == -200_000


def test_the_outside_option_ends_with_the_first_agreement():
    shut = (Step(Op.IS, Quantity.FREED, 0, 0),)
    values = replace(small().values, outside=((), ((shut, 60_000), ((), 5_000))))
    game = Game(small(values=values))
    assert int(outside_value(game.tables, game.state, 1)[0]) == 65_000
    assert int(appraise(game.tables, game.state, 1, 0, terms(1, 1)).outside[0]) == 65_000
    signed = replace(game.state, agreements=np.array([1], np.int16))
    assert int(outside_value(game.tables, signed, 1)[0]) == 0


def test_a_vow_costs_only_below_the_vowed_level():
    vow = Move(seat=0, needs=(), cost=9_000, cooldown=0, chance=2**32, people=0, vow=0, effects=())
    game = Game(small(moves=(vow,)))
    said = game.state.vow.copy()
    said[0, 0] = (0, 2)
    state = replace(game.state, vow=said)
    assert int(appraise(game.tables, state, 0, 0, terms(1, 1)).audience[0]) == 9_000
    assert int(appraise(game.tables, state, 0, 0, terms(1, 2)).audience[0]) == 0
    assert int(appraise(game.tables, state, 1, 0, terms(1, 1)).audience[0]) == 0


def test_a_ratifier_has_no_exposure_and_no_plan():
    game = Game(small())
    assert (
        int(ratifier_change(game.tables, game.state, 3, terms(2, 1, plan=1))[0])
        == -80_000 + 200_000 * 566 // 1000
    )
    assert int(ratifier_change(game.tables, game.state, 2, terms(1, 1))[0]) == 50_000


def test_the_world_in_force_and_what_winds_down():
    game = Game(small())
    level, wound, until = (getattr(game.state, n).copy() for n in ("level", "wound", "wind_until"))
    level[0, HARBOUR] = 2
    state = replace(game.state, level=level)
    assert int(world_value(game.tables, state, 1, 0)[0]) == 700_000 - 100_000
    level = level.copy()
    level[0, HARBOUR], wound[0, HARBOUR], until[0, HARBOUR] = 0, 2, 1
    falling = replace(game.state, level=level, wound=wound, wind_until=until)
    assert int(world_value(game.tables, falling, 1, 0)[0]) == 350_000


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_one_number_or_one_for_each_game_name_the_same_type(kind):
    game = Game(small())
    by_number = appraise(game.tables, game.state, 0, kind, terms(1, 1)).net
    by_array = appraise(game.tables, game.state, 0, np.array([kind], np.int8), terms(1, 1)).net
    assert (by_number == by_array).all()
