"""The frontier made from halves is the frontier of all packages, ties and all."""

import numpy as np
import pytest

from game.bargaining.contributions import Contributions
from game.bargaining.frontier import frontier, zone_of_agreement
from game.bargaining.pareto import MANY, _sorted_out, efficient
from game.bargaining.solutions import kalai_smorodinsky, nash, package_ids
from game.rules.state import State, take
from game.rules.tables import Tables
from game.rules.valuation import appraise
from tests.properties.invented import agreeable, invented, without_people
from tests.properties.playing import reached_states


def _some_states(tables: Tables, seed: int) -> list[State]:
    met = [s for s in reached_states(tables, seed, games=8) if s.clock.slot in (0, 3)]
    return [take(state, np.array([n % 8])) for n, state in enumerate(met)]


def _all_packages(tables: Tables) -> np.ndarray:
    h0, h1, plans = len(tables.halves[0]), len(tables.halves[1]), len(tables.plans.phi)
    offers = np.full((h0 * h1 * plans, 4), -1, np.int32)
    offers[:, 0], rest = np.divmod(np.arange(len(offers)), h1 * plans)
    offers[:, 1], offers[:, 2] = np.divmod(rest, plans)
    return offers


def _by_brute_force(tables: Tables, state: State, types: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    offers = _all_packages(tables)
    many = take(state, np.zeros(len(offers), np.intp))
    gains = np.stack([appraise(tables, many, seat, types[seat], offers).net for seat in (0, 1)], axis=1)
    best = [n for n in efficient(gains[:, 0], gains[:, 1]).tolist() if offers[n, :2].any()]
    return offers[best], gains[best]


@pytest.mark.parametrize("seed", range(3))
def test_frontier_is_that_of_all_packages(seed: int) -> None:
    tables = agreeable(invented(seed, turns=3))
    for state in _some_states(tables, seed):
        types = (seed % 3, tables.mean)
        found = frontier(tables, state, types)
        offers, gains = _by_brute_force(tables, state, types)
        assert (found.offers == offers).all()
        assert (found.gains == gains).all()


def test_frontier_without_a_people_issue() -> None:
    tables = without_people(invented(7, turns=2))
    for state in _some_states(tables, 7):
        offers, gains = _by_brute_force(tables, state, (0, 1))
        found = frontier(tables, state, (0, 1))
        assert (found.offers == offers).all()
        assert (found.gains == gains).all()


def test_no_package_beats_one_on_the_frontier() -> None:
    tables = invented(3, turns=3)
    state = _some_states(tables, 3)[1]
    found = frontier(tables, state, (1, 1))
    packages = _all_packages(tables)
    many = take(state, np.zeros(len(packages), np.intp))
    every = np.stack([appraise(tables, many, seat, 1, packages).net for seat in (0, 1)], axis=1)
    assert len(found.gains) > 10
    for gains in found.gains:
        assert not ((every >= gains).all(axis=1) & (every > gains).any(axis=1)).any()


def test_zone_holds_what_both_principals_sign() -> None:
    tables = invented(1, turns=3)
    found = frontier(tables, _some_states(tables, 1)[0], (2, 2))
    zone = zone_of_agreement(found, (50_000, 20_000))
    inside = [tuple(g) for g in found.gains.tolist() if g[0] >= 50_000 and g[1] >= 20_000]
    assert [tuple(g) for g in zone.gains.tolist()] == inside
    assert 0 < len(inside) < len(found.gains)


def test_a_higher_floor_never_widens_the_zone() -> None:
    tables = invented(1, turns=3)
    found = frontier(tables, _some_states(tables, 1)[0], (2, 2))
    sizes = [len(zone_of_agreement(found, (floor, 0)).gains) for floor in range(0, 2_000_000, 100_000)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 0


def test_solutions_lie_on_the_frontier_above_the_walk_away_line() -> None:
    tables = invented(1, turns=3)
    found = frontier(tables, _some_states(tables, 1)[0], (2, 2))
    ranks = package_ids(tables, found)
    for solution in (nash, kalai_smorodinsky):
        number = solution(found.gains, rank=ranks)
        assert number is not None
        assert (found.gains[number] >= 0).all()


def test_equal_points_keep_the_lowest_number() -> None:
    first = np.array([3, 5, 5, 3, 1, 5], np.int64)
    second = np.array([7, 2, 4, 7, 9, 4], np.int64)
    assert efficient(first, second).tolist() == [2, 0, 4]


def _on_a_line(rng: np.random.Generator, plans: int, size: int) -> np.ndarray:
    """Halves that each give a seat what they take from the other, so that very many packages are equal."""
    given = rng.permuted(np.tile(np.arange(size) % 7, (plans, 1)), axis=1)
    return np.stack([given, 6 - given], axis=2)


def test_of_packages_with_equal_gains_the_lowest_id_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    tables, rng = invented(1, turns=3), np.random.default_rng(3)
    state = _some_states(tables, 1)[0]
    h0, h1, plans = len(tables.halves[0]), len(tables.halves[1]), len(tables.plans.phi)
    ties = 0
    for _ in range(20):
        first, second = (_on_a_line(rng, plans, size) for size in (h0, h1))
        open_ = [np.zeros((size, 2), np.bool_) for size in (h0, h1)]
        pair = (Contributions(0, first, open_[0]), Contributions(1, second, open_[1]))
        monkeypatch.setattr("game.bargaining.frontier.contributions", lambda *_args, pair=pair: pair)
        monkeypatch.setattr("game.bargaining.frontier.walk_away", lambda *_args: np.zeros(2, np.int64))
        offers = _all_packages(tables)
        gains = first[offers[:, 2], offers[:, 0]] + second[offers[:, 2], offers[:, 1]]
        best = [n for n in efficient(gains[:, 0], gains[:, 1]).tolist() if offers[n, :2].any()]
        ties += sum(int((gains == gains[n]).all(axis=1).sum()) > 1 for n in best)
        assert frontier(tables, state, (0, 0)).offers.tolist() == offers[best].tolist()
    assert ties > 100


def test_many_points_are_sorted_out_as_few_are():
    """Dropping what is far behind first changes nothing, with equal points and clouds of any shape."""
    rng = np.random.default_rng(3)
    for spread in (5, 10**3, 10**12):
        for slope in (0, 1, -1):
            first = rng.integers(-spread, spread, 5 * MANY)
            second = rng.integers(-spread, spread, 5 * MANY) + slope * first
            assert efficient(first, second).tolist() == _sorted_out(first, second).tolist()
    same = np.full(2 * MANY, 7, np.int64)
    assert efficient(same, same).tolist() == [0]
