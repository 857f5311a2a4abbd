"""What holds at every moment of every game, whoever plays and whatever the scenario."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from game.rules import drift
from game.rules.play import asked
from game.rules.state import Draft, Phase, State
from game.rules.tables import NEVER, Tables
from tests.properties.invented import agreeable, invented, without_people
from tests.properties.shipped import SHIPPED, Pair, numbered, opened, pairs, running, seated

GAMES = 40
INVENTED = 6
BY_CHANCE: Pair = ("random", "random")


def courses() -> dict[str, tuple[Tables, Pair]]:
    """Scenarios as they are and with agreements that pass, with every policy in both seats."""
    found: dict[str, tuple[Tables, Pair]] = {}
    for name in SHIPPED:
        tables = opened(name).tables
        found |= {f"{name}-{'-'.join(pair)}": (tables, pair) for pair in pairs(name)}
        found[f"{name}-agreeable"] = agreeable(tables), BY_CHANCE
    for number in range(INVENTED):
        tables = agreeable(invented(number)) if number % 2 else invented(number)
        found[f"invented-{number}"] = tables, BY_CHANCE
    found["nobody-held"] = agreeable(without_people(invented(9))), BY_CHANCE
    return found


COURSES = courses()
in_every_game = pytest.mark.parametrize("course", COURSES)


@cache
def states(course: str) -> tuple[Tables, tuple[State, ...]]:
    """The scenario of a course, and every state on the way through it."""
    tables, pair = COURSES[course]
    return tables, tuple(state for state, _action in seated(tables, pair).played(31, numbered(GAMES)))


@in_every_game
def test_nobody_appears_or_vanishes(course: str) -> None:
    """Those held are those held at first and those arrested, less those freed and those whose term ended."""
    tables, on_the_way = states(course)
    before: State | None = None
    for state in on_the_way:
        assert (state.held == tables.held_start + state.arrested - state.freed - state.served).all()
        assert (state.held >= 0).all()
        assert ((state.exiled >= 0) & (state.exiled <= state.freed)).all()
        if before is not None:
            for count in ("freed", "arrested", "served", "exiled"):
                assert (getattr(state, count) >= getattr(before, count)).all(), count
        before = state


@in_every_game
def test_every_number_stays_within_its_bounds(course: str) -> None:
    tables, on_the_way = states(course)
    most = tables.issues.levels - 1
    for state in on_the_way:
        for levels in (state.level, state.wound, state.base, state.owed.max(axis=1)):
            assert ((levels >= 0) & (levels <= most)).all()
        assert ((state.enacting >= -1) & (state.enacting <= most)).all()
        assert ((state.trust >= 0) & (state.trust <= 15)).all()
        assert (np.abs(state.mood) <= 3).all()
        assert not state.mood[:, _without_mood(tables)].any()
        assert np.isin(state.vote, (-1, 0, 1)).all()
        assert ((state.expires >= 0) & (state.expires <= NEVER)).all()
        assert ((state.uses >= 0) & (state.uses <= 7)).all()
        assert (state.owed_people >= 0).all()
        assert ((state.late >= 0) & (state.late <= tables.trust.delays)).all()
        for seat in (0, 1):
            assert ((state.offer[:, seat, :2] >= -1) & (state.offer[:, seat, :2] < _sizes(tables))).all()
            side = tables.sides[seat]
            assert ((state.type[:, seat] >= 0) & (state.type[:, seat] < len(side.prior))).all()
            assert (
                (state.floor[:, seat] >= side.floor_low) & (state.floor[:, seat] <= side.floor_high)
            ).all()


def _without_mood(tables: Tables) -> np.ndarray:
    """Actors of no side, but for allies whose vote decides a measure."""
    without: np.ndarray = np.less(tables.actor_side, 0)
    for vote in tables.politics.allied:
        without[[member.actor for member in vote.members]] = False
    return without


def _sizes(tables: Tables) -> tuple[int, int]:
    return len(tables.halves[0]), len(tables.halves[1])


@in_every_game
def test_every_game_comes_to_one_end_and_stays_there(course: str) -> None:
    tables, on_the_way = states(course)
    before: State | None = None
    for state in on_the_way:
        going = running(state)
        assert ((state.end_turn < 0) == going).all()
        assert not (state.talking & ~going).any()
        assert (state.clock.phase is Phase.OVER) == (not going.any())
        assert asked(tables, state).any() == (state.clock.phase is not Phase.OVER)
        assert (state.clock.turn, state.clock.slot) < (tables.turns, tables.plies + 4)
        if before is not None:
            over = ~running(before)
            for name in ("ended", "end_turn", "held", "payoff", "level", "trust", "offer"):
                assert (getattr(state, name)[over] == getattr(before, name)[over]).all(), name
        before = state
    assert before is not None
    assert before.clock.phase is Phase.OVER


@in_every_game
def test_what_is_counted_adds_up(course: str) -> None:
    tables, on_the_way = states(course)
    for state in on_the_way:
        signed = state.agreements > 0
        assert ((state.first_turn >= 0) == signed).all()
        assert (state.first_turn <= state.last_turn).all()
        assert (state.last_turn <= state.clock.turn).all()
        assert (state.promised == state.owed_people.sum(axis=1))[asked(tables, state) & _talks(state)].all()


def _talks(state: State) -> np.ndarray:
    return np.full(state.games, state.clock.phase is Phase.TALK) & running(state)


def test_somebody_lost_on_the_way_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The law of conservation can be broken: by one person who is let go and not counted."""
    honest = drift.close_turn

    def forgetful(tables: Tables, draft: Draft) -> None:
        honest(tables, draft)
        draft.write("held")[:1] -= 1

    monkeypatch.setattr("game.rules.play.close_turn", forgetful)
    states.cache_clear()
    with pytest.raises(AssertionError):
        test_nobody_appears_or_vanishes("one-page-agreeable")
    states.cache_clear()
