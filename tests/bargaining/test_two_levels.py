"""Two-level games: win-sets counted one by one, and who writes the offer."""

from dataclasses import replace

import numpy as np
import pytest

from game.bargaining.agenda import setter_choice
from game.bargaining.win_sets import win_sets
from game.rules.ratification import carried, votes
from game.rules.state import State, take
from game.rules.tables import Tables, frozen
from game.rules.valuation import appraise
from tests.properties.invented import agreeable, invented, without_people
from tests.properties.playing import reached_states

LINE = np.arange(1001)


def setter_and_ratifier(ideal: int) -> int:
    """Where a setter with ideal 1000 ends, the status quo being 0: places from 0 to 1000."""
    gains = np.stack([LINE, ideal - np.abs(LINE - ideal)], axis=1).astype(np.int64)
    found = setter_choice(gains, gains[:, 1] >= 0, 0)
    assert found is not None
    return found


@pytest.mark.parametrize(("ideal", "place"), [(200, 400), (300, 600), (500, 1000), (700, 1000)])
def test_setter_takes_twice_the_ratifiers_ideal(ideal, place):
    assert setter_and_ratifier(ideal) == place


def test_setter_without_anything_accepted():
    gains = np.array([[5, 1], [-1, 9]], np.int64)
    assert setter_choice(gains, np.array([False, True]), 0) is None
    assert setter_choice(gains, np.array([False, True]), 1) == 1


def test_setter_breaks_ties_by_rank():
    gains = np.array([[5, 1], [5, 2], [4, 9]], np.int64)
    assert setter_choice(gains, np.ones(3, np.bool_), 0) == 0
    assert setter_choice(gains, np.ones(3, np.bool_), 0, rank=[8, 2, 0]) == 1


def some_state(tables: Tables, seed: int) -> State:
    met = [s for s in reached_states(tables, seed, games=6) if s.clock.slot == 1]
    return take(met[-1], np.array([seed % 6]))


def one_by_one(tables: Tables, state: State, types: tuple[int, int], floors: tuple[int, int]) -> list[int]:
    """The sizes of `WinSets`, from the rules' own valuation and votes."""
    h0, h1, plans = len(tables.halves[0]), len(tables.halves[1]), len(tables.plans.phi)
    offers = np.full((h0 * h1 * plans, 4), -1, np.int32)
    offers[:, 0], rest = np.divmod(np.arange(len(offers)), h1 * plans)
    offers[:, 1], offers[:, 2] = np.divmod(rest, plans)
    offers = offers[offers[:, :2].any(axis=1)]
    many = take(state, np.zeros(len(offers), np.intp))
    calm = np.zeros((len(offers), len(tables.votes)), np.int64)
    signed = [appraise(tables, many, seat, types[seat], offers).net >= floors[seat] for seat in (0, 1)]
    passed = [carried(tables, side, votes(tables, many, side, offers, calm)) for side in (0, 1)]
    won = [signed[side] & passed[side] for side in (0, 1)]
    sets = (*signed, *passed, *won, won[0] & won[1], signed[0] & signed[1])
    return [len(offers), *(int(each.sum()) for each in sets)]


def sizes(tables: Tables, state: State, types=(1, 1), floors=(0, 0)) -> list[int]:
    found = win_sets(tables, state, types, floors)
    return [found.packages, *found.signed, *found.passed, *found.won, found.agreed, found.zone]


@pytest.mark.parametrize("seed", range(4))
def test_win_sets_are_those_of_the_rules(seed, monkeypatch):
    monkeypatch.setattr("game.bargaining.win_sets._TILE", 1000)
    tables = invented(seed, turns=3)
    if seed % 2:
        tables = agreeable(tables)
    state = some_state(tables, seed)
    floors = (30_000 * seed, 10_000)
    found = sizes(tables, state, (seed % 3, tables.mean), floors)
    assert found == one_by_one(tables, state, (seed % 3, tables.mean), floors)
    assert 0 < found[1] < found[0]


def test_win_sets_without_a_people_issue():
    tables = without_people(invented(7, turns=2))
    state = some_state(tables, 7)
    assert sizes(tables, state) == one_by_one(tables, state, (1, 1), (0, 0))


def test_another_veto_player_never_enlarges_a_win_set():
    tables = invented(3, turns=3)
    state = some_state(tables, 3)
    before = win_sets(tables, state, (1, 1))
    smaller = 0
    for actor in np.flatnonzero(tables.votes > 0).tolist():
        veto = tables.veto.copy()
        veto[actor] = True
        after = win_sets(replace(tables, veto=frozen(veto)), state, (1, 1))
        assert all(a <= b for a, b in zip(after.won, before.won, strict=True))
        assert after.agreed <= before.agreed
        smaller += after.passed != before.passed
    assert smaller > 0


def test_more_tolerance_never_shrinks_a_win_set():
    """To a ratifier a larger tolerance is the same as a worse state without agreement."""
    tables = invented(2, turns=3)
    state = some_state(tables, 2)
    passed = [
        win_sets(replace(tables, tolerance=frozen(tables.tolerance + more)), state, (1, 1)).passed
        for more in (0, 50_000, 200_000, 2_000_000)
    ]
    assert passed == sorted(passed)
    assert passed[0] < passed[-1]


def test_higher_floors_never_enlarge_the_zone():
    tables = invented(1, turns=3)
    state = some_state(tables, 1)
    zones = [win_sets(tables, state, (2, 2), (floor, floor)).zone for floor in range(0, 3_000_000, 300_000)]
    assert zones == sorted(zones, reverse=True)
    assert zones[0] > 0
    assert zones[-1] == 0
