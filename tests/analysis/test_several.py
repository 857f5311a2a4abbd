"""Several tests at once, on the example that Benjamini and Hochberg published."""

import numpy as np
import pytest

from game.analysis.statistics.several import benjamini_hochberg, bonferroni

# 15 hypotheses on thrombolysis: Benjamini & Hochberg 1995, section 4.1.
P_VALUES = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
    0.7590, 1.0000,
]  # fmt: skip


def test_bonferroni_rejects_three_of_the_published_hypotheses():
    assert bonferroni(0.05, 15) == pytest.approx(1 / 300)
    assert sum(p <= bonferroni(0.05, 15) for p in P_VALUES) == 3


def test_benjamini_hochberg_rejects_four_in_any_order():
    assert benjamini_hochberg(P_VALUES, 0.05).tolist() == [True] * 4 + [False] * 11
    mixed = np.random.default_rng(3).permutation(15)
    believed = benjamini_hochberg([P_VALUES[n] for n in mixed], 0.05)
    assert sorted(mixed[believed].tolist()) == [0, 1, 2, 3]


def test_a_later_small_value_takes_earlier_ones_along():
    assert benjamini_hochberg([0.03, 0.04, 0.045, 0.9], 0.06).tolist() == [True, True, True, False]


def test_nothing_asked_nothing_believed():
    assert benjamini_hochberg([], 0.05).tolist() == []
    assert not benjamini_hochberg([0.5, 0.9], 0.05).any()


def test_wrong_arguments_are_refused():
    with pytest.raises(ValueError, match="at least one test"):
        bonferroni(0.05, 0)
    with pytest.raises(ValueError, match="p-values"):
        benjamini_hochberg([0.1, 1.2], 0.05)
