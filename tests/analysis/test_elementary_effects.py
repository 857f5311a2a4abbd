"""Screening by elementary effects: on functions whose effects are known, and on nothing but noise."""

import math

import numpy as np
import pytest

from game.analysis.statistics.chi_square import chi_square_tail
from game.analysis.statistics.elementary_effects import LEVELS, SPAN, Step, effect, walk


@pytest.mark.parametrize(
    ("value", "freedom", "chance"),
    [(3.841, 1, 0.05), (5.991, 2, 0.05), (7.815, 3, 0.05), (18.307, 10, 0.05), (24.996, 15, 0.05),
     (6.635, 1, 0.01), (23.209, 10, 0.01), (0.584, 3, 0.9)],
)  # fmt: skip
def test_the_tail_is_that_of_the_printed_table(value, freedom, chance):
    """Abramowitz & Stegun 1964, table 26.8."""
    assert chi_square_tail(value, freedom) == pytest.approx(chance, rel=2e-3)


def test_the_tail_at_its_ends():
    assert [chi_square_tail(0.0, freedom) for freedom in (1, 2, 7)] == pytest.approx([1, 1, 1])
    assert chi_square_tail(math.inf, 3) == 0.0
    assert chi_square_tail(1e6, 5) == 0.0
    with pytest.raises(ValueError, match="at least one degree"):
        chi_square_tail(1.0, 0)


def test_a_walk_moves_every_group_once_by_two_levels():
    way = walk((0, 0, 1, 2, 2), seed=5, number=3)
    assert sorted(way.order) == [0, 1, 2]
    for step, group in enumerate(way.order):
        before, after = way.levels(step), way.levels(step + 1)
        for place, its in enumerate(way.groups):
            apart = after[place] - before[place]
            assert abs(apart) == (2 if its == group else 0)
            if its == group:
                assert apart == 2 * way.direction(place)


def test_starts_and_orders_are_as_likely_as_any_other():
    ways = [walk(tuple(range(3)), seed=1, number=number) for number in range(6000)]
    starts = np.bincount([way.start[1] for way in ways], minlength=LEVELS)
    assert abs(starts - 1500).max() < 5 * math.sqrt(6000 * 3 / 16)
    orders = [way.order for way in ways]
    assert max(abs(orders.count(order) - 1000) for order in set(orders)) < 5 * math.sqrt(6000 * 5 / 36)
    assert len(set(orders)) == 6


def _effects(function, groups, walks, seed=1):
    """The effect of every group on a function of inputs between 0 and 1."""
    steps = {group: [] for group in groups}
    for number in range(walks):
        way = walk(groups, seed, number)
        rows = [function(np.array(way.levels(step)) / (LEVELS - 1)) for step in range(len(way.order) + 1)]
        for group, before, after in zip(way.order, rows[:-1], rows[1:], strict=True):
            alone = groups.index(group) if groups.count(group) == 1 else None
            direction = 0 if alone is None else way.direction(alone)
            steps[group].append(Step(float(after - before), 0.0, direction))
    return [effect(steps[group]) for group in dict.fromkeys(groups)]


def test_of_a_plane_the_effects_are_its_slopes():
    found = _effects(lambda x: 3 * x[0] - 2 * x[1], (0, 1, 2), walks=5)
    assert [one.signed for one in found] == pytest.approx([3, -2, 0])
    assert [one.size for one in found] == pytest.approx([3, 2, 0])
    assert [one.spread for one in found] == pytest.approx([0, 0, 0], abs=1e-12)
    assert [one.chance for one in found] == [0.0, 0.0, 1.0]


def test_what_goes_up_here_and_down_there_has_a_size_and_no_sign():
    """The reason for mu* beside mu: (x - 1/2)^2 has no slope on average (Campolongo and others 2007)."""
    (found,) = _effects(lambda x: (x[0] - 0.5) ** 2 * 9, (0,), walks=400)
    assert found.size == pytest.approx(3, abs=1e-9)
    assert abs(found.signed) < 0.3
    assert found.spread == pytest.approx(3, abs=0.1)


def _morris(rest):
    """The function of twenty inputs of Morris 1991, section 4, with its small random coefficients given."""

    def function(x):
        w = 2 * (x - 0.5)
        for i in (2, 4, 6):
            w[i] = 2 * (1.1 * x[i] / (x[i] + 0.1) - 0.5)
        total = 20 * w[:10].sum() + rest[0] @ w[10:]
        for i in range(20):
            for j in range(i + 1, 20):
                total += (-15 if j < 6 else rest[1][i, j]) * w[i] * w[j]
        for i in range(5):
            for j in range(i + 1, 5):
                for k in range(j + 1, 5):
                    total += -10 * w[i] * w[j] * w[k]
        return total + 5 * w[0] * w[1] * w[2] * w[3]

    return function


def test_morris_own_example_is_sorted_as_he_sorted_it():
    """The first ten matter, the last ten do not; 8 to 10 act alone, 1 to 7 with others or in curves."""
    chance = np.random.default_rng(1991)
    function = _morris((chance.standard_normal(10), chance.standard_normal((20, 20))))
    found = _effects(function, tuple(range(20)), walks=10)
    assert set(np.argsort([-one.size for one in found])[:10].tolist()) == set(range(10))
    alone = [found[i] for i in (7, 8, 9)]
    assert [one.signed for one in alone] == pytest.approx([40, 40, 40], abs=6)
    assert max(one.spread for one in alone) < min(found[i].spread for i in range(7))


def test_a_group_has_the_size_of_what_its_inputs_do_together():
    (found, other) = _effects(lambda x: x[0] + x[1] + 5 * x[2], (0, 0, 1), walks=2000)
    assert (found.signed, found.spread) == (None, None)
    assert found.size == pytest.approx(1, abs=0.1)  # 2 or 0, as both go the same way or not
    assert other.size == pytest.approx(5)


def test_noise_alone_is_as_large_as_it_says_and_rarely_believed():
    chance = np.random.default_rng(7)
    found = [effect([Step(float(one), 0.3, 0) for one in chance.normal(0, 0.3, 6)]) for _case in range(2000)]
    assert np.mean([one.size for one in found]) == pytest.approx(found[0].luck, rel=0.03)
    assert found[0].luck == pytest.approx(0.3 / SPAN * math.sqrt(2 / math.pi))
    assert np.mean([one.chance < 0.05 for one in found]) == pytest.approx(0.05, abs=0.015)
