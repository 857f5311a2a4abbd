"""What a seat gains by another policy: on the same keys, for each seat by itself."""

import numpy as np
import pytest

from game.analysis.balance.answers import Answers, at_rest, best_answers, dominated
from game.analysis.balance.gates import pairs_of
from game.analysis.balance.html import page
from game.analysis.balance.pairs_page import rest_in_words
from game.analysis.balance.report import report
from game.analysis.balance.scores import Columns
from tests.analysis.balance.runs import run_of

POOL = pairs_of(("a", "b"))
PRISONERS = {("a", "a"): (3, 3), ("a", "b"): (0, 5), ("b", "a"): (5, 0), ("b", "b"): (1, 1)}
PENNIES = {("a", "a"): (1, -1), ("a", "b"): (-1, 1), ("b", "a"): (-1, 1), ("b", "b"): (1, -1)}


def played(payoffs, games=400, noise=1.0):
    """A pool with these payoffs, luck that a key gives to all pairs alike, and some of its own."""
    draws, answers = np.random.default_rng(5), Answers(POOL)
    for _chunk in range(2):
        luck = draws.normal(0, 20, (games // 2, 1))
        blocks = {}
        for pair in POOL:
            own = draws.normal(0, noise, (games // 2, 2))
            micro = ((np.array(payoffs[pair]) + luck + own) * 1e6).astype(np.int64)
            blocks[pair] = Columns(("payoff_0", "payoff_1"), micro, 1, 1)
        answers.add(blocks)
    return answers


def test_luck_that_all_pairs_share_hides_no_gain():
    gains = played(PRISONERS).gains()
    best = best_answers(gains)
    assert best[0, ("a", "a")].mean == pytest.approx(2, abs=0.3)
    assert best[0, ("a", "a")].error < 0.15
    assert best[0, ("a", "a")].low < 2 < best[0, ("a", "a")].high
    assert best[1, ("b", "b")].mean == pytest.approx(-1, abs=0.3)


def test_a_pair_is_at_rest_if_nobody_gains_by_changing_alone():
    gains = played(PRISONERS).gains()
    assert at_rest(gains, POOL) == (("b", "b"),)
    assert list(dominated(gains)) == [(0, "a", "b"), (1, "a", "b")]


def test_where_somebody_always_gains_nothing_rests_and_nothing_is_dominated():
    gains = played(PENNIES).gains()
    assert at_rest(gains, POOL) == ()
    assert list(dominated(gains)) == []


def test_what_is_chance_is_seldom_believed():
    alike = dict.fromkeys(POOL, (1, 1))
    believed = [one.believed for one in played(alike).gains()]
    assert sum(believed) <= 1


def test_one_policy_has_no_other():
    answers = Answers(pairs_of(("a",)))
    answers.add({("a", "a"): Columns(("payoff_0", "payoff_1"), np.ones((4, 2), np.int64), 1, 1)})
    assert answers.gains() == ()
    assert at_rest((), (("a", "a"),)) == ()


def test_a_report_has_the_best_answer_of_every_seat_of_every_pair():
    found = report(run_of(games=1024))
    assert len(found["answers"]) == 2 * 4
    pairs = {tuple(pair["policies"]): pair["payoff"] for pair in found["pairs"]}
    for one in found["answers"]:
        seat = found["seats"].index(one["seat"])
        changed = list(one["policies"])
        changed[seat] = one["best"]
        gain = pairs[tuple(changed)][seat] - pairs[tuple(one["policies"])][seat]
        assert one["gain"] == pytest.approx(gain, abs=3e-6)
        assert one["low"] <= one["gain"] <= one["high"]
    assert rest_in_words(found).startswith("Pairs in which neither seat")
    assert rest_in_words(found) in page(found).decode()
