"""Models of what an opponent wants, against printed and worked numbers."""

from __future__ import annotations

import numpy as np
import pytest

from game.analysis.opponents.frequency import counted
from game.analysis.opponents.weights import learned, likelihood, ranked_weights, updated


def test_two_hypotheses_half_a_unit_apart() -> None:
    """Hindriks & Tykhonov 2008: utilities 1 and .5 where 1 is aimed at, spread .25, equal priors."""
    posterior = updated(np.array([0.5, 0.5]), likelihood(np.array([1.0, 0.5]), 1.0, 0.25))
    assert posterior == pytest.approx([0.880797, 0.119203], abs=5e-7)


def test_four_issues_have_24_rankings_of_tenths() -> None:
    weights = ranked_weights(4)
    assert weights.shape == (24, 4)
    assert {tuple(row) for row in np.sort(weights).round(12).tolist()} == {(0.1, 0.2, 0.3, 0.4)}
    assert len({tuple(row) for row in weights.tolist()}) == 24


def test_a_flat_likelihood_leaves_the_prior() -> None:
    prior = np.array([0.2, 0.5, 0.3])
    assert updated(prior, np.full(3, 0.7)) == pytest.approx(prior)
    with pytest.raises(ValueError, match="no hypothesis is left possible"):
        updated(prior, np.zeros(3))


@pytest.mark.parametrize("seed", range(5))
def test_the_true_ranking_wins_against_an_opponent_that_obeys_the_model(seed: int) -> None:
    rng = np.random.default_rng(seed)
    truth = ranked_weights(4)[rng.integers(24)]
    bids, pool = [], rng.random((4000, 4))
    for number in range(15):
        near = np.argsort(np.abs(pool @ truth - (1 - 0.05 * number)))[:20]
        bids.append(pool[rng.choice(near)])
    found = learned(bids)
    assert found.posterior.sum() == pytest.approx(1)
    assert found.likeliest == pytest.approx(truth)
    assert found.weights.sum() == pytest.approx(1)
    backwards = learned(bids[::-1])  # what was aimed at when matters
    assert not np.allclose(backwards.posterior, found.posterior)


def test_an_issue_left_unchanged_gains_weight() -> None:
    """One of three unchanged, growth .1."""
    found = counted([("a", "x", 1), ("a", "y", 2)], growth=0.1)
    assert found.weights == pytest.approx((0.3939, 0.3030, 0.3030), abs=5e-5)


def test_an_issue_never_changed_ends_highest_and_names_do_not_matter() -> None:
    offers = [("a", "x", 1), ("b", "x", 2), ("b", "x", 1), ("a", "x", 1)]
    found = counted(offers)
    assert max(found.weights) == found.weights[1]
    assert found.values[0] == {"a": 1.0, "b": 1.0}
    assert found.values[2] == {1: 1.0, 2: pytest.approx(1 / 3)}
    other = counted([({"a": "q", "b": "r"}[one], two, -three) for one, two, three in offers])
    assert other.weights == found.weights


@pytest.mark.parametrize("bids", [[[1.5, 0]], [0.5], []])
def test_bids_that_are_none(bids: list) -> None:
    with pytest.raises(ValueError, match="bids are rows"):
        learned(bids)


@pytest.mark.parametrize("offers", [[], [()], [("a",), ("a", "b")]])
def test_offers_that_are_none(offers: list) -> None:
    with pytest.raises(ValueError, match="there has to be an offer"):
        counted(offers)


def test_too_many_issues_and_no_spread() -> None:
    with pytest.raises(ValueError, match="1 to 7 issues"):
        ranked_weights(8)
    with pytest.raises(ValueError, match="above 0"):
        likelihood(np.ones(1), 1.0, 0.0)
