"""How the flagship behaves between computer seats, with the error of each estimate (decision 025).

All pairings play the same keys, so a key is one observation: what is averaged over pairings has the standard
error of its mean over keys. Nothing here is compared with what happened after September 2025.
"""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.content.compiling.compile import compile_
from game.content.loading import load
from game.rules.tables import Tables
from tests.balance.courses import WITHOUT_LEARNING, Course, courses, over_keys, pairs

FLAGSHIP = Path(__file__).parents[2] / "scenarios" / "belarus-2025.yaml"
SHORT, LONG = 32, 512  # games a pairing


@cache
def pool(games: int) -> tuple[Tables, list[Course]]:
    tables, _ = compile_(load(FLAGSHIP))
    return tables, courses(tables, pairs(WITHOUT_LEARNING), games, seed=20)


LENGTHS = [SHORT, pytest.param(LONG, marks=pytest.mark.slow)]


@pytest.mark.parametrize("games", LENGTHS)
def test_some_games_but_not_most_end_without_any_agreement(games: int) -> None:
    _, played = pool(games)
    without = over_keys([course.agreements == 0 for course in played])
    assert without.high >= 0.05, f"{without} of the games end without an agreement"
    assert without.low <= 0.40, f"{without} of the games end without an agreement"
    if games == LONG:
        assert without.low >= 0.05, f"{without} is not surely above 0.05"
        assert without.high <= 0.40, f"{without} is not surely below 0.40"


@pytest.mark.parametrize("games", LENGTHS)
def test_the_median_first_agreement_frees_at_most_a_tenth_of_those_held(games: int) -> None:
    tables, played = pool(games)
    signed = [course.agreements > 0 for course in played]
    large = [course.first * 10 > tables.held_start for course in played]
    share = over_keys([s & b for s, b in zip(signed, large, strict=True)])
    signs = over_keys([np.asarray(s, np.float64) for s in signed])
    assert share.low <= signs.mean / 2, f"{share} of {signs} games begin with more than a tenth"
    if games == LONG:
        assert share.high <= signs.mean / 2, f"{share} of {signs} is not surely the smaller half"


@pytest.mark.parametrize("games", LENGTHS)
def test_the_number_held_falls_by_less_than_the_number_freed(games: int) -> None:
    _, played = pool(games)
    gap = over_keys([course.freed + course.held_change for course in played])
    assert gap.low > 0, f"of those freed {gap} are made up for by new arrests, net of sentences served"


def test_all_pairings_play_the_same_keys() -> None:
    _, played = pool(SHORT)
    assert len(played) == len(WITHOUT_LEARNING) ** 2
    assert len({course.agreements.tobytes() for course in played}) > 1, "all pairings end alike"
