"""Log-likelihood ratios against values that testers of chess engines have published."""

import math

import numpy as np
import pytest

from game.analysis.statistics.likeliest import likeliest_with_distance, likeliest_with_mean
from game.analysis.statistics.likelihood_ratio import elo_ratio, expected_score, mean_ratio
from game.analysis.statistics.sequential import thresholds

SCORES = np.array([0.0, 0.2, 0.7, 1.0])
SHARES = np.array([0.1, 0.4, 0.3, 0.2])

# From the unit tests of the match runner fastchess (three and five counts), to the digits given there.
PUBLISHED = [
    ("nelo", (36433, 68692, 36027), (0, 2), "0.92"),
    ("elo", (57433, 106593, 57030), (0, 2), "-2.59"),
    ("nelo", (365, 16618, 36229, 16974, 390), (0, 2), "2.25"),
    ("elo", (223, 9863, 21279, 10037, 246), (0.5, 2.5), "-3.07"),
    ("nelo", (13, 37, 50, 25, 3), (0, 4), "-0.54912"),
]


@pytest.mark.parametrize(("model", "counts", "bounds", "ratio"), PUBLISHED)
def test_published_ratios_come_out(model, counts, bounds, ratio):
    digits = len(ratio.split(".")[1])
    assert f"{elo_ratio(model, counts, bounds):.{digits}f}" == ratio


def test_a_test_at_five_per_cent_stops_at_2_944():
    lower, upper = thresholds(0.05, 0.05)
    assert f"{lower:.3f} {upper:.3f}" == "-2.944 2.944"
    assert thresholds(0.01, 0.1) == (math.log(0.1 / 0.99), math.log(0.9 / 0.01))


def test_likeliest_distribution_has_the_mean_and_no_neighbour_with_it_is_likelier():
    found = likeliest_with_mean(SCORES, SHARES, 0.55)
    assert found.sum() == pytest.approx(1)
    assert found @ SCORES == pytest.approx(0.55)
    # Two directions that change neither the sum nor the mean span all neighbours.
    for first in np.linalg.svd(np.array([np.ones(4), SCORES]))[2][2:]:
        for step in (-1e-3, 1e-3):
            assert SHARES @ np.log(found + step * first) < SHARES @ np.log(found)


def test_likeliest_distribution_at_a_distance_has_it_and_no_neighbour_is_likelier():
    found = likeliest_with_distance(SCORES, SHARES, 0.5, 0.2)
    deviation = math.sqrt(found @ SCORES**2 - (found @ SCORES) ** 2)
    assert found.sum() == pytest.approx(1)
    assert (found @ SCORES - 0.5) / deviation == pytest.approx(0.2)
    best = SHARES @ np.log(found)
    for first in np.linalg.svd(np.array([np.ones(4), SCORES]))[2][2:]:
        for step in (-0.02, 0.02):
            shifted = likeliest_with_distance(SCORES, found + step * first, 0.5, 0.2)
            assert SHARES @ np.log(shifted) < best


@pytest.mark.parametrize("counts", [(0, 0, 5), (7, 0, 0), (0, 9, 0), (0, 0, 500_000), (0, 0, 0, 0, 3)])
def test_one_sided_counts_have_a_ratio_too(counts):
    assert math.isfinite(elo_ratio("nelo", counts, (-5, 5)))
    assert elo_ratio("nelo", counts, (-5, 5)) == pytest.approx(-elo_ratio("nelo", counts, (5, -5)))


@pytest.mark.parametrize(
    ("model", "bounds"), [("elo", (0, 2000)), ("elo", (math.nan, 2)), ("nelo", (0, 900))]
)
def test_bounds_too_far_apart_are_refused(model, bounds):
    with pytest.raises(ValueError, match=r"bounds lie|too many"):
        elo_ratio(model, (10, 2, 3), bounds)


def test_two_scores_give_the_ratio_of_two_coins():
    ratio = mean_ratio(np.array([0.0, 1.0]), np.array([60.0, 40.0]), (0.37, 0.43))
    assert ratio == pytest.approx(40 * math.log(0.43 / 0.37) + 60 * math.log(0.57 / 0.63))


def test_a_score_never_seen_stays_possible():
    ratio = mean_ratio(np.array([0.0, 0.5, 1.0]), np.array([0.0, 10.0, 0.0]), (0.4, 0.5))
    assert 0 < ratio < math.inf


def test_the_ratio_changes_sign_with_its_bounds():
    counts = np.array([3.0, 9.0, 5.0, 4.0])
    assert mean_ratio(SCORES, counts, (0.3, 0.6)) == pytest.approx(-mean_ratio(SCORES, counts, (0.6, 0.3)))


def test_elo_is_what_it_is_known_to_be():
    assert expected_score(0) == 0.5
    assert expected_score(400) == pytest.approx(10 / 11)


@pytest.mark.parametrize("counts", [(1, 2), (1, 2, 3, 4), (0, 0, 0), (5, -1, 3), (1, math.nan, 3)])
def test_other_counts_are_refused(counts):
    with pytest.raises(ValueError, match="counts"):
        elo_ratio("elo", counts, (0, 2))


def test_a_mean_outside_the_scores_is_refused():
    with pytest.raises(ValueError, match="a mean of 1"):
        likeliest_with_mean(SCORES, SHARES, 1.0)
