"""Seats that answer concessions with concessions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.analysis.episodes import play_out, simulate
from game.foundation.draws import game_keys
from game.information.brief import Brief, brief
from game.information.observe import observe
from game.policies.reciprocal import Exchange, Reciprocal, answered
from game.policies.registry import make
from game.policies.situation import Situation
from game.rules.play import start
from game.rules.tables import Tables
from tests.compiled import open_scenario

UTIL = 1_000_000


@pytest.fixture(scope="module")
def tables() -> Tables:
    return open_scenario("belarus-2025").tables


def test_a_published_answer() -> None:
    """Faratin, Sierra & Jennings 1998: own 20, the other came from 10 to 12."""
    found = answered(np.array([20 * UTIL]), np.array([10 * UTIL]), np.array([12 * UTIL]))
    assert found[0] / UTIL == pytest.approx(16.667, abs=5e-4)


def answer(tables: Tables, earlier: int, later: int, heard: int = 2, own: int = 3 * UTIL) -> int:
    """What tit-for-tat aims at with a floor of 0 and a ceiling of 4 utils, after these gains were heard."""
    seat = Reciprocal(brief(tables, 0), 1000)
    state = start(tables, game_keys(1, [0]))
    here = seat.appraiser.surveyor.survey(observe(tables, state, 0), np.ones(1, np.bool_))
    here = replace(here, floor=np.zeros(1, np.int64))
    known = Exchange(*(np.array([n], np.int64) for n in (own, earlier, later, heard, 1, 0)))
    return int(seat._answer(here, np.array([4 * UTIL]), known)[0])


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (-2 * UTIL, -2 * UTIL, 3 * UTIL),  # who stands is stood up to
        (-2 * UTIL, -1 * UTIL, (7 * UTIL * 2) // 3 - 4 * UTIL),  # 7 above the origin, 2 to 3
        (-2 * UTIL, -3 * UTIL, 4 * UTIL),  # who goes back is answered, up to the ceiling
        (-4 * UTIL, 4 * UTIL, 0),  # never below the floor
        (-9 * UTIL, -9 * UTIL, 3 * UTIL),  # offers beyond the origin count as at it
    ],
)
def test_it_comes_down_with_who_comes_down(tables: Tables, earlier: int, later: int, expected: int) -> None:
    assert answer(tables, earlier, later) == pytest.approx(expected, abs=1)


def test_before_two_offers_were_heard_it_keeps_its_aim(tables: Tables) -> None:
    assert answer(tables, 0, -1 * UTIL, heard=1) == 3 * UTIL


def test_it_answers_in_play_and_forgets_after_an_agreement(tables: Tables) -> None:
    notes = []

    class Watched(Reciprocal):
        def _noted(self, here: Situation, key: np.ndarray, known: Exchange, target: np.ndarray) -> np.ndarray:
            notes.append((int(here.state.agreements[0]), int(known.heard[0])))
            return super()._noted(here, key, known, target)

    seats = Watched(brief(tables, 0), 1000), make("conceder", brief(tables, 1))
    play_out(tables, seats, 5, np.arange(1))
    assert (0, 2) in notes
    assert any(agreements and heard < 2 for agreements, heard in notes)


def test_by_the_clock_alone_it_is_linear(tables: Tables) -> None:
    class Even(Reciprocal):
        def __init__(self, brief: Brief) -> None:
            super().__init__(brief, 0)

    seats = Even(brief(tables, 0)), make("boulware", brief(tables, 1))
    found = play_out(tables, seats, 2, np.arange(40))
    expected = simulate(tables, ("linear", "boulware"), 2, 40).outcome
    assert (found.agreements == expected.agreements).all()
    assert (found.freed == expected.freed).all()
