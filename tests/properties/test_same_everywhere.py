"""The same games come out on every machine, with every supported numpy, for every chunk size.

`.ci/run` repeats this file with the oldest numpy and without any of the processor's special instructions.
"""

from __future__ import annotations

import pytest

from game.analysis.episodes import CHUNK, simulate
from game.rules import ratification
from tests.properties.known_digests import (
    COMMAND,
    GAMES,
    LARGE,
    MANY,
    PAIRS,
    RATIFIED,
    SEED,
    entry,
    label,
    played,
    played_ratified,
    recorded,
)
from tests.properties.shipped import SHIPPED, Pair, opened, suited

EVERY = [(name, pair) for name in SHIPPED for pair in PAIRS]
# What the other pairings would add takes seconds.
BY_SEVENS = [(name, pair) for name, pair in EVERY if name != LARGE[0] or pair in PAIRS[:2]]


def of_each(courses: list[tuple[str, Pair]]) -> pytest.MarkDecorator:
    """A test of each of these scenarios and pairings."""
    return pytest.mark.parametrize(
        ("name", "pair"), courses, ids=[f"{name}-{label(pair)}" for name, pair in courses]
    )


ASK = f"If the games were meant to change, run `{COMMAND}` and read what it changed."


@pytest.mark.parametrize("chunk", [pytest.param(64, marks=pytest.mark.slow), CHUNK])
@of_each(EVERY)
def test_the_recorded_games_come_out_for_every_chunk(name: str, pair: Pair, chunk: int) -> None:
    assert played(name, pair, chunk=chunk) == recorded()["scenarios"][name][label(pair)], ASK


@of_each(BY_SEVENS)
def test_and_seven_at_a_time(name: str, pair: Pair) -> None:
    assert played(name, pair, chunk=7) == recorded()["scenarios"][name][label(pair)], ASK


@of_each(EVERY)
def test_and_one_by_one(name: str, pair: Pair) -> None:
    tables = opened(name).tables
    assert entry(simulate(tables, pair, SEED, 2, chunk=1)) == entry(simulate(tables, pair, SEED, 2))


@pytest.mark.parametrize("chunk", [7, pytest.param(64, marks=pytest.mark.slow), CHUNK])
@pytest.mark.parametrize("name", SHIPPED)
def test_the_recorded_games_in_which_all_is_ratified_come_out(name: str, chunk: int) -> None:
    assert played_ratified(name, chunk) == recorded()["scenarios"][name][RATIFIED], ASK


@pytest.mark.slow
@pytest.mark.parametrize("chunk", [1000, CHUNK, MANY])
def test_and_twenty_thousand_of_them(chunk: int) -> None:
    name, pair = LARGE
    assert played(name, pair, MANY, chunk) == recorded()["many"][label(pair)], ASK


def test_the_file_is_whole() -> None:
    kept = recorded()
    assert (kept["seed"], kept["games"]) == (SEED, GAMES)
    assert list(kept["scenarios"]) == list(SHIPPED)
    for name, entries in kept["scenarios"].items():
        assert entries["scenario_digest"] == opened(name).tables.digest, ASK
        assert list(entries) == ["scenario_digest", *map(label, PAIRS), RATIFIED]
        left_out = {"micro-literal", "experienced"}  # too large, too slow
        assert {policy for pair in PAIRS for policy in pair} == set(suited(name)) - left_out
    flagship = kept["scenarios"]["belarus-2025"]
    assert len({flagship[label(pair)]["digest"] for pair in PAIRS}) == len(PAIRS)


def test_one_number_of_one_game_changes_the_digest() -> None:
    found = simulate(opened("one-page").tables, ("random", "random"), SEED, 20)
    before = found.outcome_digest()
    payoff = found.outcome.payoff.copy()
    payoff[11, 1] += 1
    object.__setattr__(found.outcome, "payoff", payoff)
    assert found.outcome_digest() != before


def test_a_change_of_the_rules_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ratifiers who like everything a little better: a few votes among hundreds are cast the other way."""
    name, pair = "belarus-2025", ("boulware", "conceder")
    before = played(name, pair)
    honest = ratification.ratifier_change
    monkeypatch.setattr(ratification, "ratifier_change", lambda *given: honest(*given) + 20_000)
    assert played(name, pair) != before
