"""What was worked out in an earlier ply is used again only where nothing but words has changed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.analysis.episodes import simulate
from game.foundation.arrays import Bool
from game.foundation.draws import game_keys
from game.policies import aims, unchanged
from game.policies.situation import Situation
from game.rules.play import start
from game.rules.state import Phase, State
from tests.compiled import open_scenario


@pytest.fixture
def opening() -> State:
    return start(open_scenario("two-turns").tables, game_keys(1, np.arange(4)))


def _other(state: State, name: str) -> State:
    """The same, with one field of game 2 changed."""
    array = getattr(state, name).copy()
    array[2] += 1
    array.setflags(write=False)
    return replace(state, **{name: array})


def test_words_change_nothing(opening: State) -> None:
    watch = unchanged.Watch()
    assert watch.changed(opening).all()
    assert not watch.changed(_other(opening, "offer")).any()


@pytest.mark.parametrize("name", ["trust", "level", "mood", "barred_turn", "held", "floor"])
def test_anything_else_does_in_its_game(opening: State, name: str) -> None:
    watch = unchanged.Watch()
    watch.changed(opening)
    assert watch.changed(_other(opening, name)).tolist() == [False, False, True, False]
    assert watch.changed(opening).tolist() == [False, False, True, False]


def test_another_turn_is_another_matter(opening: State) -> None:
    watch = unchanged.Watch()
    watch.changed(opening)
    assert watch.changed(replace(opening, clock=replace(opening.clock, turn=1))).all()


def test_what_could_be_written_to_is_not_relied_on(opening: State) -> None:
    watch = unchanged.Watch()
    trust = opening.trust.copy()
    written = replace(opening, trust=trust)
    watch.changed(written)
    trust[1] += 1
    assert watch.changed(written).all()


def test_proposals_are_searched_once_and_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = open_scenario("belarus-two-days").tables
    searched: list[int] = []
    search = aims.Aims._search

    def counted(self: aims.Aims, here: Situation, *others: np.ndarray) -> aims.Proposals:
        searched.append(len(here.games))
        return search(self, here, *others)

    def anywhere(_self: unchanged.Watch, state: State) -> Bool:
        assert state.clock.phase is Phase.TALK
        return np.ones(state.games, np.bool_)

    monkeypatch.setattr(aims.Aims, "_search", counted)
    quick = simulate(tables, ("bayesian", "practised"), 3, 50)
    few = sum(searched)
    monkeypatch.setattr(unchanged.Watch, "changed", anywhere)
    slow = simulate(tables, ("bayesian", "practised"), 3, 50)
    assert 5 * few < 4 * (sum(searched) - few)
    assert quick.outcome_digest() == slow.outcome_digest()
