"""Sequential tests stop when they may, and err as seldom as they say."""

import math

import numpy as np
import pytest

from game.analysis.statistics.sequential import Claim, Ruling, sprt

AT_LEAST_FORTY = Claim((0.0, 1.0), (0.37, 0.43))  # deal rate at least 0.40, margin 0.03


def drawn(rate, seed):
    """Games with a score of 1 at a rate."""
    scores = (np.random.default_rng(seed).random(6000) < rate).astype(float)
    return lambda done, now: scores[done : done + now]


def verdicts(rate, runs):
    return [sprt(drawn(rate, seed), AT_LEAST_FORTY, 6000) for seed in range(runs)]


def share(found, ruling):
    return sum(verdict.ruling is ruling for verdict in found) / len(found)


@pytest.mark.parametrize(("rate", "wrong"), [(0.43, Ruling.FAIL), (0.37, Ruling.PASS)])
def test_errors_stay_below_five_per_cent(rate, wrong):
    """In 10,000 runs each: 3.6 % and 3.3 %, 435 games on average at 0.43; a fixed test needs 719."""
    found = verdicts(rate, 700)
    assert 0.015 < share(found, wrong) <= 0.05
    assert share(found, Ruling.UNDECIDED) == 0
    assert 395 < np.mean([verdict.games for verdict in found]) < 480


def test_a_clear_case_is_decided_early():
    """85 games on average at 0.60."""
    found = verdicts(0.6, 300)
    assert share(found, Ruling.PASS) == 1
    assert 78 < np.mean([verdict.games for verdict in found]) < 94


@pytest.mark.slow
def test_measured_errors_and_lengths():
    high, low = verdicts(0.43, 6000), verdicts(0.37, 6000)
    assert share(high, Ruling.FAIL) == pytest.approx(0.033, abs=0.008)
    assert share(low, Ruling.PASS) == pytest.approx(0.033, abs=0.008)
    assert np.mean([verdict.games for verdict in high]) == pytest.approx(437, abs=10)
    assert np.mean([verdict.games for verdict in verdicts(0.6, 4000)]) == pytest.approx(86, abs=3)
    assert sum(not v.low <= 0.43 <= v.high for v in high) / len(high) < 0.05


def test_scores_between_two_bounds_are_decided_too():
    bins = tuple(n / 20 for n in range(21))
    claim = Claim(bins, (0.30, 0.36))
    wrong = 0
    for seed in range(150):
        scores = np.round(np.random.default_rng(seed).beta(2.7, 4.8, 4000) * 20) / 20  # mean 0.36
        found = sprt(lambda done, now, scores=scores: scores[done : done + now], claim, 4000)
        wrong += found.ruling is not Ruling.PASS
        assert found.estimate - 0.15 < found.low < found.estimate < found.high < found.estimate + 0.15
    assert wrong / 150 <= 0.06


def test_a_verdict_says_what_it_rests_on():
    times = iter([10.0, 12.5])
    scores = np.tile([0.0, 1.0, 1.0, 1.0], 100)
    found = sprt(lambda done, now: scores[done : done + now], AT_LEAST_FORTY, 400, clock=lambda: next(times))
    assert found.ruling is Ruling.PASS
    assert found.games == found.scored == 50
    assert found.estimate == pytest.approx(37 / 50)
    assert 0.5 < found.low < 37 / 50 < found.high < 0.9
    assert found.seconds == 2.5
    assert found.ratio == pytest.approx(37 * math.log(0.43 / 0.37) + 13 * math.log(0.57 / 0.63))


def test_too_few_games_leave_it_undecided():
    found = sprt(drawn(0.4, 1), AT_LEAST_FORTY, 70)
    assert (found.ruling, found.games) == (Ruling.UNDECIDED, 70)


def test_games_without_a_score_are_counted_but_not_scored():
    claim = Claim((0.0, 0.5, 1.0), (0.45, 0.55))
    found = sprt(lambda _done, now: np.full(now // 2, 0.5), claim, 100)
    assert (found.games, found.scored, found.estimate) == (100, 50, 0.5)
    nothing = sprt(lambda _done, _now: [], claim, 100)
    assert (nothing.ruling, nothing.games, nothing.scored) == (Ruling.UNDECIDED, 100, 0)
    assert (nothing.low, nothing.high) == (0.0, 1.0)
    assert math.isnan(nothing.estimate)


def test_a_score_that_was_not_declared_is_refused():
    with pytest.raises(ValueError, match=r"0\.3 is none of the scores"):
        sprt(lambda _done, now: np.full(now, 0.3), AT_LEAST_FORTY, 100)
    with pytest.raises(ValueError, match="nan is none of the scores"):
        sprt(lambda _done, now: np.full(now, math.nan), AT_LEAST_FORTY, 100)


@pytest.mark.parametrize(
    ("support", "bounds", "alpha"),
    [
        ((0.0, 1.0), (0.43, 0.37), 0.05),
        ((0.0, 1.0), (0.0, 0.5), 0.05),
        ((0.0, 1.0), (0.5, 1.0), 0.05),
        ((1.0, 0.0), (0.3, 0.5), 0.05),
        ((0.0, 1.0), (0.3, 0.5), 0.0),
        ((0.0, 1.0), (0.3, 0.5), 0.5),
    ],
)
def test_claims_that_cannot_be_tested_are_refused(support, bounds, alpha):
    with pytest.raises(ValueError, match="got"):
        Claim(support, bounds, alpha)
