"""Gates err as seldom as they say, stop when they may, and say what they rest on."""

from decimal import Decimal

import numpy as np
import pytest

from game.analysis.balance.gates import ALPHA, Trial, trials_of
from game.analysis.balance.scores import Columns, Metric, metrics_of
from game.analysis.statistics.sequential import Ruling
from game.content.schema.balance import OF_GAMES, OF_SEATS, Gate

NAMES = ("score", "agreements")
PAIR = ("boulware", "boulware")


def gate(**claim):
    return Gate(id="g", metric="m", margin=Decimal("0.03"), policies=("boulware",), why="a test", **claim)


def trial(claim, yes_or_no=True, alpha=ALPHA):
    metric = Metric("m", "m", lambda c: c["score"] / 1000, yes_or_no=yes_or_no)
    return Trial(gate(**claim), metric, alpha)


def ruled(claim, scores, step=50, yes_or_no=True):
    """A gate on scores with a known mean."""
    found = trial(claim, yes_or_no)
    rows = np.stack([np.rint(scores * 1000).astype(np.int64), np.zeros(len(scores), np.int64)], axis=1)
    for first in range(0, len(scores), step):
        found.add({PAIR: Columns(NAMES, rows[first : first + step], 4, 60)}, {}, first)
        if found.decided:
            break
    return found


def coins(rate, seed, games=4000):
    return (np.random.default_rng(seed).random(games) < rate).astype(float)


def shares(mean, seed, games=4000):
    return np.random.default_rng(seed).beta(4 * mean, 4 * (1 - mean), games)


AT_LEAST = {"at_least": Decimal("0.4")}
AT_MOST = {"at_most": Decimal("0.4")}
BETWEEN = {"between": (Decimal("0.3"), Decimal("0.5"))}
CASES = [  # claim, kind of score, true mean, the ruling that would be an error
    (AT_LEAST, coins, 0.37, Ruling.PASS),
    (AT_LEAST, coins, 0.43, Ruling.FAIL),
    (AT_MOST, coins, 0.43, Ruling.PASS),
    (AT_MOST, coins, 0.37, Ruling.FAIL),
    (AT_LEAST, shares, 0.37, Ruling.PASS),
    (AT_LEAST, shares, 0.43, Ruling.FAIL),
    (BETWEEN, coins, 0.5, Ruling.FAIL),
    (BETWEEN, coins, 0.53, Ruling.PASS),
    (BETWEEN, shares, 0.3, Ruling.FAIL),
    (BETWEEN, shares, 0.27, Ruling.PASS),
]


IDS = [f"{next(iter(claim))}-{kind.__name__}-{mean}" for claim, kind, mean, _wrong in CASES]


def errors(case, runs, games):
    claim, kind, mean, wrong = case
    found = [ruled(claim, kind(mean, seed, games), yes_or_no=kind is coins) for seed in range(runs)]
    return sum(one.ruling is wrong for one in found) / runs


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_errors_stay_at_the_declared_level(case):
    """60 runs each: at a true error rate of 5 %, more than 8 errors happen once in 250."""
    assert errors(case, 60, 1500) <= 8 / 60


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_errors_stay_at_the_declared_level_in_many_runs(case):
    assert errors(case, 1000, 3000) <= 0.05 + 2 * (0.05 * 0.95 / 1000) ** 0.5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "mean"),
    [(coins, 0.37), (shares, 0.37), (coins, 0.02), (shares, 0.9)],
    ids=["coins", "shares", "rare", "high"],
)
def test_intervals_hold_the_mean(kind, mean):
    misses = 0
    for seed in range(600):
        scores = kind(mean, seed, 1200)
        found = ruled({"between": (Decimal("0.0"), Decimal("1.0"))}, scores, 100, kind is coins)
        low, high = found.interval()
        misses += not low <= mean <= high
    assert misses / 600 <= 0.05


@pytest.mark.parametrize(
    ("claim", "mean", "right"),
    [
        (AT_LEAST, 0.6, Ruling.PASS),
        (AT_LEAST, 0.2, Ruling.FAIL),
        (AT_MOST, 0.2, Ruling.PASS),
        (AT_MOST, 0.6, Ruling.FAIL),
        (BETWEEN, 0.4, Ruling.PASS),
        (BETWEEN, 0.8, Ruling.FAIL),
    ],
)
def test_clear_cases_are_decided(claim, mean, right):
    assert ruled(claim, coins(mean, 1)).ruling is right
    assert ruled(claim, shares(mean, 1), yes_or_no=False).ruling is right


def test_too_few_games_leave_it_undecided():
    found = ruled(AT_LEAST, coins(0.4, 3, 40))
    assert found.ruling is Ruling.UNDECIDED
    assert found.estimate == pytest.approx(coins(0.4, 3, 40).mean())
    assert found.interval()[0] < 0.4 < found.interval()[1]


def test_a_gate_that_is_decided_stays_so():
    found = ruled(AT_LEAST, coins(0.9, 1))
    keys = found.series.keys
    rows = np.zeros((50, 2), np.int64)
    found.add({PAIR: Columns(NAMES, rows, 4, 60)}, {}, 50)
    assert found.ruling is Ruling.PASS
    assert found.series.keys == keys


def dead_gate(seen, games, at_most, margin):
    found = Trial(
        Gate(id="g", metric="dead", at_most=at_most, margin=Decimal(margin), policies=("boulware",), why="t"),
        Metric("dead", "dead", lambda c: c["score"] * np.nan),
        ALPHA,
        features=seen.shape[1],
    )
    found.add({}, {PAIR: np.repeat(seen, games // len(seen), axis=0)}, 0)
    return found


def test_what_was_used_once_is_not_dead():
    seen = np.array([[True, False, True]])
    assert dead_gate(seen, 10, Decimal(1), "0.001").ruling is Ruling.PASS
    assert dead_gate(seen, 10, Decimal(0), "0.001").ruling is Ruling.UNDECIDED
    late = dead_gate(seen, 100_000, Decimal(0), "0.001")
    assert late.ruling is Ruling.FAIL
    assert late.estimate == 1


def test_gates_of_one_file_share_the_chance_of_error():
    gates = [
        Gate(id=f"g{n}", metric="deal_rate", at_least=Decimal("0.4"), margin=Decimal("0.03"), why="t")
        for n in range(5)
    ]
    assert [one.alpha for one in trials_of(gates, ("a", "b"), ())] == [ALPHA / 5] * 5


def test_what_scenarios_may_name_is_what_can_be_measured():
    measured = {name: metric.span for name, metric in metrics_of(("a", "b")).items()}
    named = {name: span for name, span in OF_GAMES.items() if name not in ("dead", "skill")}
    named |= {f"{name}.{seat}": span for name, span in OF_SEATS.items() for seat in ("a", "b")}
    assert measured == named
