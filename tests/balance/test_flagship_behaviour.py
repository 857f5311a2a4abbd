"""How the flagship behaves between computer seats, with the error of each estimate (decision 025).

All pairings play the same keys, so a key is one observation: what is averaged over pairings has the standard
error of its mean over keys. Nothing here is compared with what happened after September 2025.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.content.compiling.compile import compile_
from game.content.loading import load
from game.foundation.draws import game_keys
from game.information.brief import brief
from game.information.observe import observe
from game.policies.keys import policy_keys
from game.policies.registry import make
from game.rules.outcome import Outcome, outcome
from game.rules.play import apply, start
from game.rules.state import Phase
from game.rules.tables import Tables

FLAGSHIP = Path(__file__).parents[2] / "scenarios" / "belarus-2025.yaml"
POOL = ("boulware", "linear", "conceder", "micro")
SHORT, LONG = 32, 512  # games a pairing


@dataclass(frozen=True)
class Estimate:
    mean: float
    error: float  # standard error

    @property
    def low(self) -> float:
        return self.mean - 2 * self.error

    @property
    def high(self) -> float:
        return self.mean + 2 * self.error

    def __str__(self) -> str:
        return f"{self.mean:.3f} (standard error {self.error:.3f})"


def over_keys(per_pairing: list[np.ndarray]) -> Estimate:
    """The mean of a quantity over pairings and keys."""
    by_key = np.stack(per_pairing).mean(axis=0)
    return Estimate(float(by_key.mean()), float(by_key.std(ddof=1) / len(by_key) ** 0.5))


def pairings(tables: Tables, games: int, seed: int) -> Iterator[Outcome]:
    briefs = [brief(tables, seat) for seat in (0, 1)]
    hidden = [policy_keys(seed, range(games), seat) for seat in (0, 1)]
    for names in ((envoy, government) for envoy in POOL for government in POOL):
        seats = [make(name, own) for name, own in zip(names, briefs, strict=True)]
        state = start(tables, game_keys(seed, range(games)))
        while state.clock.phase is not Phase.OVER:
            seat = state.clock.seat
            action = seats[seat](briefs[seat], observe(tables, state, seat), hidden[seat])
            state = apply(tables, state, action)
        yield outcome(tables, state)


@cache
def pool(games: int) -> tuple[Tables, tuple[Outcome, ...]]:
    tables, _ = compile_(load(FLAGSHIP))
    return tables, tuple(pairings(tables, games, seed=20))


LENGTHS = [SHORT, pytest.param(LONG, marks=pytest.mark.slow)]


@pytest.mark.parametrize("games", LENGTHS)
def test_some_games_but_not_most_end_without_any_agreement(games: int) -> None:
    _, outcomes = pool(games)
    without = over_keys([out.agreements == 0 for out in outcomes])
    assert without.high >= 0.05, f"{without} of the games end without an agreement"
    assert without.low <= 0.40, f"{without} of the games end without an agreement"
    if games == LONG:
        assert without.low >= 0.05, f"{without} is not surely above 0.05"
        assert without.high <= 0.40, f"{without} is not surely below 0.40"


@pytest.mark.parametrize("games", LENGTHS)
def test_the_median_first_agreement_frees_at_most_a_tenth_of_those_held(games: int) -> None:
    tables, outcomes = pool(games)
    signed = [out.agreements > 0 for out in outcomes]
    large = [out.first_people * 10 > tables.held_start for out in outcomes]
    share = over_keys([s & b for s, b in zip(signed, large, strict=True)])
    signs = over_keys([np.asarray(s, np.float64) for s in signed])
    assert share.low <= signs.mean / 2, f"{share} of {signs} games begin with more than a tenth"
    if games == LONG:
        assert share.high <= signs.mean / 2, f"{share} of {signs} is not surely the smaller half"


@pytest.mark.parametrize("games", LENGTHS)
def test_the_number_held_falls_by_less_than_the_number_freed(games: int) -> None:
    _, outcomes = pool(games)
    gap = over_keys([out.freed + out.held_change for out in outcomes])
    assert gap.low > 0, f"of those freed {gap} are made up for by new arrests, net of sentences served"


def test_all_pairings_play_the_same_keys() -> None:
    _, outcomes = pool(SHORT)
    assert len(outcomes) == len(POOL) ** 2
    assert len({out.agreements.tobytes() for out in outcomes}) > 1, "all pairings end alike"
