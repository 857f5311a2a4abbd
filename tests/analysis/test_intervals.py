"""Intervals that stay valid however often one looks, against published values and by simulation."""

import math
from fractions import Fraction

import numpy as np
import pytest

from game.analysis.statistics.bounded_means import bets, betting_interval, log_capital
from game.analysis.statistics.normal import interval_95, two_sided_chance
from game.analysis.statistics.paired import paired_difference
from game.analysis.statistics.proportions import proportion_interval

EVEN = np.array([(t * 37 % 101) / 100 for t in range(1, 501)])
RARE = np.array([float(t * 7 % 10 < 3) for t in range(1, 401)])

# betting_cs of confseq 0.0.11, the package of Waudby-Smith and Ramdas, on a grid of 10,000 means (which
# widens the interval by up to 1/10,000 at each end): scores, alpha, how many of them, lowest, highest.
CONFSEQ = [
    (EVEN, 0.05, 20, 0.3137, 0.6854),
    (EVEN, 0.05, 100, 0.4206, 0.5890),
    (EVEN, 0.05, 500, 0.4585, 0.5442),
    (EVEN, 0.01, 500, 0.4514, 0.5514),
    (RARE, 0.05, 20, 0.0569, 0.6032),
    (RARE, 0.05, 100, 0.1605, 0.4443),
    (RARE, 0.05, 400, 0.2146, 0.3812),
    (RARE, 0.01, 100, 0.1409, 0.4707),
]


@pytest.mark.parametrize(("scores", "alpha", "count", "low", "high"), CONFSEQ)
def test_betting_intervals_are_those_of_the_authors(scores, alpha, count, low, high):
    found = betting_interval(scores[:count], alpha)
    assert found == pytest.approx((low, high), abs=2.1e-4)


def test_capital_is_that_of_the_authors():
    """betting_mart of confseq 0.0.11 at 0.5, halved there because two gamblers share the capital."""
    assert math.exp(log_capital(EVEN, bets(EVEN, 0.05), 0.4)) / 2 == pytest.approx(493969.1519688839)
    assert math.exp(log_capital(1 - RARE, bets(1 - RARE, 0.05), 0.5)) / 2 == pytest.approx(3409721.5272881268)


def test_betting_works_in_any_span():
    plain = betting_interval(EVEN)
    wide = betting_interval(EVEN * 40 - 10, span=(-10.0, 30.0))
    assert wide == pytest.approx((plain[0] * 40 - 10, plain[1] * 40 - 10))
    assert betting_interval(EVEN[:0], span=(-1.0, 3.0)) == (-1.0, 3.0)


def test_scores_at_one_end_leave_that_end_open():
    low, high = betting_interval(np.ones(300))
    assert low > 0.95
    assert high == pytest.approx(1)
    assert proportion_interval(0, 300)[0] == 0
    assert proportion_interval(300, 300)[1] == 1


def test_one_trial_by_hand():
    """B(2, 1) = 1/2, and 1/2 >= 20 p for p <= 1/40."""
    assert proportion_interval(1, 1, 0.05) == (pytest.approx(1 / 40), 1.0)
    assert proportion_interval(0, 0, 0.05) == (0.0, 1.0)


def test_ends_of_a_proportion_satisfy_the_equation():
    for end in proportion_interval(13, 40, 0.1):
        beta = Fraction(math.factorial(13) * math.factorial(27), math.factorial(41))
        assert math.log(beta) - 13 * math.log(end) - 27 * math.log(1 - end) == pytest.approx(math.log(10))


def false_alarms(interval, draws, truth):
    """The share of runs in which the truth was left out at one of the looks."""
    looks = range(50, draws.shape[1] + 1, 50)
    wrong = 0
    for run in draws:
        ends = (interval(run[:count]) for count in looks)
        wrong += any(not low <= truth <= high for low, high in ends)
    return wrong / len(draws)


def ordinary(run):
    """What a textbook would write down at one look planned beforehand."""
    half = 1.96 * run.std() / math.sqrt(len(run))
    return run.mean() - half, run.mean() + half


def test_looking_often_raises_false_alarms_with_ordinary_intervals_only():
    """Every 50 of 2,000 games: about 31 % for ordinary intervals, at most 5 % for confidence sequences."""
    draws = (np.random.default_rng(5).random((400, 2000)) < 0.4).astype(float)
    assert 0.25 < false_alarms(ordinary, draws, 0.4) < 0.45
    assert false_alarms(lambda run: proportion_interval(int(run.sum()), len(run)), draws, 0.4) <= 0.05


def test_betting_covers_at_every_look():
    draws = np.random.default_rng(6).beta(2, 5, (300, 500))
    assert false_alarms(betting_interval, draws, 2 / 7) <= 0.05


def test_common_keys_narrow_a_difference():
    rng = np.random.default_rng(7)
    luck = rng.random(2000)
    first, second = luck * 0.8, luck * 0.8 + 0.05 * (rng.random(2000) < 0.4)
    found = paired_difference(first, second, (0.0, 1.0))
    assert found.games == 2000
    assert found.low < 0.02 < found.high
    assert found.high - found.low < 0.05
    assert found.error == pytest.approx(math.sqrt(0.05**2 * 0.24 / 2000), rel=0.05)
    assert found.gain > 100


def test_a_difference_that_is_always_the_same_is_known():
    for change in (0.25, -0.25):
        found = paired_difference(0.25 + EVEN * 0.5, 0.25 + EVEN * 0.5 + change, (0.0, 1.0))
        assert found.mean == pytest.approx(change)
        assert found.low < change < found.high
        assert found.high - found.low < 0.2


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: proportion_interval(3, 2),
        lambda: proportion_interval(-1, 2),
        lambda: proportion_interval(1, 2, 0.0),
        lambda: betting_interval(np.array([0.5, 1.5])),
        lambda: betting_interval(np.array([0.5, math.nan])),
        lambda: betting_interval(np.array([0.5]), 1.0),
        lambda: paired_difference(EVEN, EVEN[1:], (0.0, 1.0)),
        lambda: paired_difference(EVEN[:1], EVEN[:1], (0.0, 1.0)),
    ],
)
def test_arguments_out_of_range_are_refused(wrong):
    with pytest.raises(ValueError, match="got"):
        wrong()


@pytest.mark.parametrize(
    ("errors", "chance"), [(1.0, 0.3173), (1.96, 0.0500), (2.576, 0.0100), (3.291, 0.0010)]
)
def test_chances_are_those_of_the_normal_table(errors: float, chance: float) -> None:
    """Two-sided tail probabilities of the standard normal distribution, from any printed table."""
    assert two_sided_chance(-errors * 0.2, 0.2) == pytest.approx(chance, abs=5e-5)


def test_an_interval_leaves_out_what_is_found_by_chance_once_in_twenty_times() -> None:
    low, high = interval_95(0.3, 0.1)
    assert (low, high) == pytest.approx((0.104, 0.496))
    assert two_sided_chance(0.3 - low, 0.1) == pytest.approx(0.05, abs=1e-4)


def test_what_never_varies_is_certain() -> None:
    assert (two_sided_chance(0.0, 0.0), two_sided_chance(-0.1, 0.0)) == (1.0, 0.0)
