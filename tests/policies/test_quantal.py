"""Choice with errors, against printed equilibria."""

from decimal import Decimal
from math import exp

import numpy as np
import pytest

from game.foundation.draws import draw
from game.foundation.purposes import Purpose
from game.policies.keys import policy_keys
from game.policies.quantal import ONE, Quantal

UTIL = 1_000_000
# Ochs 1995 as in McKelvey & Palfrey 1995: payoffs of row and column, first and second choice of each.
ROW = [[1_114_100, 0], [0, 278_500]]
COLUMN = [[0, 1_114_100], [1_114_100, 0]]


def chances(sharpness: str, scores: list[int]) -> list[float]:
    one_game = np.array([scores], np.int64)
    weights = Quantal(Decimal(sharpness)).weights(one_game, np.ones_like(one_game, np.bool_))[0]
    return (weights / weights.sum()).tolist()


def test_without_sharpness_every_option_is_as_likely():
    assert chances("0", [5, -9 * UTIL, 7 * UTIL]) == [1 / 3] * 3


def test_a_gap_of_one_util_at_a_sharpness_of_one():
    assert chances("1", [UTIL, 0])[0] == pytest.approx(0.731059, abs=5e-7)


def test_very_sharp_takes_the_best():
    assert chances("1000000", [0, 40, -3])[1] == 1
    assert chances("1000000", [-(2**31), 2**31]) == [0, 1]
    assert chances("999999.999999", [-(2**31), 2**31 - 1, 2**31]) == pytest.approx(
        [0, 0.268941, 0.731059], abs=1e-6
    )


# Gambit's branch for this game at its first printed point; the others solve both equations.
@pytest.mark.parametrize(
    ("sharpness", "row", "column"),
    [("0.175632", 0.518228, 0.498217), ("1", 0.586784, 0.451807), ("2", 0.617522, 0.371982)],
)
def test_printed_equilibria_answer_each_other(sharpness, row, column):
    by_row = [round(column * ROW[n][0] + (1 - column) * ROW[n][1]) for n in (0, 1)]
    by_column = [round(row * COLUMN[0][n] + (1 - row) * COLUMN[1][n]) for n in (0, 1)]
    assert chances(sharpness, by_row)[0] == pytest.approx(row, abs=2e-6)
    assert chances(sharpness, by_column)[0] == pytest.approx(column, abs=2e-6)


def test_weights_are_those_of_the_exponential():
    gaps = np.random.default_rng(4).integers(0, 9 * UTIL, 2000)
    gaps[0] = 0
    found = Quantal(Decimal("1.7")).weights(-gaps[None, :], np.ones((1, 2000), np.bool_))[0]
    expected = np.array([ONE * exp(-1.7 * gap / UTIL) for gap in gaps.tolist()])
    assert found[0] == ONE
    assert np.abs(found - expected).max() < 100  # of 2^30
    assert (found[expected > 10_000] / expected[expected > 10_000]).min() > 0.9998


def test_what_is_not_allowed_has_no_weight_and_sets_no_scale():
    scores = np.array([[9 * UTIL, UTIL, 0], [-(2**62), 2**62, 0]], np.int64)
    allowed = np.array([[False, True, True], [False, False, True]])
    weights = Quantal(Decimal(1)).weights(scores, allowed)
    assert weights[:, 0].tolist() == [0, 0]
    assert weights[0, 1] == weights[1, 2] == ONE
    assert weights[0, 2] / weights[0, 1] == pytest.approx(exp(-1), abs=1e-6)


def test_options_are_taken_as_often_as_their_weights_say():
    scores = np.tile(np.array([0, UTIL, -UTIL, 3 * UTIL], np.int64), (20_000, 1))
    allowed = np.ones_like(scores, np.bool_)
    allowed[:, 3] = False
    words = draw(policy_keys(11, range(20_000), 0), 0, Purpose.POLICY)[:, 0]
    chosen = Quantal(Decimal(1)).choose(scores, allowed, words)
    counts = np.bincount(chosen, minlength=4) / 20_000
    expected = np.array([1, exp(1), exp(-1)]) / (1 + exp(1) + exp(-1))
    assert counts[:3] == pytest.approx(expected, abs=0.011)
    assert counts[3] == 0


def test_the_first_and_the_last_word_take_the_first_and_the_last_option():
    scores, allowed = np.zeros((2, 5), np.int64), np.ones((2, 5), np.bool_)
    words = np.array([0, 2**32 - 1], np.uint32)
    assert Quantal(Decimal(3)).choose(scores, allowed, words).tolist() == [0, 4]


def test_gaps_as_wide_as_numbers_allow_leave_nothing():
    scores = np.random.default_rng(10).integers(-(2**32), 2**32 - UTIL, (1, 2000))
    scores[0, 0] = 2**32
    weights = Quantal(Decimal("999999.999999")).weights(scores, np.ones_like(scores, np.bool_))[0]
    assert weights[0] == ONE
    assert not weights[1:].any()


def test_draws_are_exact_to_the_last_bit():
    rng = np.random.default_rng(9)
    scores = rng.integers(-UTIL, UTIL, (500, 2000))
    allowed = np.ones_like(scores, np.bool_)
    words = rng.integers(0, 2**32, 500, dtype=np.uint32)
    rule = Quantal(Decimal("0.001"))
    rising = rule.weights(scores, allowed).cumsum(axis=1).tolist()
    expected = []
    for ends, word in zip(rising, words.tolist(), strict=True):
        mark = ends[-1] * word >> 32
        expected.append(next(n for n, end in enumerate(ends) if end > mark))
    assert rule.choose(scores, allowed, words).tolist() == expected


def test_the_lowest_word_does_not_choose_what_is_not_allowed():
    allowed = np.array([[False, True, True]])
    assert Quantal(Decimal(1)).choose(np.zeros((1, 3), np.int64), allowed, np.zeros(1, np.uint32)) == [1]


def test_a_game_chooses_alone_as_in_a_batch():
    rng = np.random.default_rng(8)
    scores = rng.integers(-UTIL, UTIL, (50, 7))
    allowed = rng.random((50, 7)) < 0.6
    allowed[:, 2] = True
    words = rng.integers(0, 2**32, 50, dtype=np.uint32)
    rule = Quantal(Decimal("2.5"))
    together = rule.choose(scores, allowed, words)
    alone = [int(rule.choose(scores[n : n + 1], allowed[n : n + 1], words[n : n + 1])[0]) for n in range(50)]
    assert together.tolist() == alone


@pytest.mark.parametrize("sharpness", ["-1", "1000001", "NaN", "Infinity", "0.1234567"])
def test_impossible_sharpness_is_refused(sharpness):
    with pytest.raises(ValueError, match="sharpness"):
        Quantal(Decimal(sharpness))


def test_a_game_without_options_is_a_fault_of_the_program():
    with pytest.raises(AssertionError, match="without any option"):
        Quantal(Decimal(1)).weights(np.zeros((1, 2), np.int64), np.zeros((1, 2), np.bool_))
