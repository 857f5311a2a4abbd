"""The history of the flagship is played by ordinary actions, and comes out the same whatever chance does."""

from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from game.content.compiling.compile import compile_
from game.content.compiling.history import compile_history
from game.content.history import History
from game.content.loading import load
from game.foundation.draws import game_keys
from game.rules.actions import Action, Kind, no_action
from game.rules.legality import asked
from game.rules.play import apply, start
from game.rules.state import Phase, State
from game.rules.tables import Tables

FLAGSHIP = Path(__file__).parents[2] / "scenarios" / "belarus-2025.yaml"
SEEDS = 1000
# Free in all when a month opens, its news included: 14 in June and 16 in July's news; 52 in September; 31 in
# November; 123 in December; 250 in March. Turns from 0.
FREE_AT = {1: 30, 2: 30, 3: 30, 4: 82, 5: 82, 6: 113, 7: 236, 8: 236, 9: 236}
LAW = {
    ("airline", "delisted"): 5,
    ("travel", "aircraft"): 5,
    ("potash", "general"): 6,
    ("potash", "delisted"): 9,
    ("banks", "licence"): 9,
}
AS_OF = 9  # March 2026; nothing later is known


def _deed(history: History, tables: Tables, state: State) -> Action:
    """What was done in this slot; hold, honour and let pass where nothing is told."""
    clock, who = state.clock, asked(tables, state)
    if clock.phase is Phase.TALK:
        told = history.talk(clock.turn, clock.slot)
        usual = Kind.HOLD
    else:
        usual = Kind.HONOUR if clock.phase is Phase.HONOUR else Kind.LET_PASS
        told = history.decision(clock.turn, clock.seat, (Kind.DELAY, Kind.BREACH, Kind.SNAP_BACK))
    if told is None:
        return replace(no_action(state.games), kind=np.where(who, usual, Kind.NONE).astype(np.int8))
    assert told.seat == clock.seat
    assert who.all(), f"somebody is not asked in turn {clock.turn + 1}, where history has a deed"
    return Action(*(np.repeat(getattr(told.action, part.name), state.games) for part in fields(Action)))


@pytest.fixture(scope="module")
def course() -> tuple[Tables, list[State], dict[str, int], dict[tuple[str, str], int]]:
    scenario = load(FLAGSHIP)
    tables, lexicon = compile_(scenario)
    history = compile_history(scenario, lexicon)
    tables = replace(tables, forced=history.forced)
    state = start(tables, game_keys(2025, range(SEEDS)))
    ends = []
    while state.clock.phase is not Phase.OVER and state.clock.turn <= AS_OF:
        before = state.clock.turn
        state = apply(tables, state, _deed(history, tables, state))
        if state.clock.turn != before:
            ends.append(state)
    issues = {issue.id: i for i, issue in enumerate((*scenario.issues, *scenario.world))}
    levels = {
        (issue.id, level.id): number for issue in scenario.issues for number, level in enumerate(issue.levels)
    }
    return tables, ends, issues, levels


def test_people_are_freed_in_the_months_in_which_they_were(course) -> None:  # type: ignore[no-untyped-def]
    _, ends, _, _ = course
    for turn, free in FREE_AT.items():
        freed = ends[turn - 1].freed
        assert (freed == free).all(), f"when turn {turn + 1} opens {np.unique(freed)} are free, not {free}"
    assert (
        ends[AS_OF].freed >= FREE_AT[AS_OF] + 250
    ).all()  # April's news, of which nothing is known, may free more


def test_relief_becomes_law_in_the_months_in_which_it_did(course) -> None:  # type: ignore[no-untyped-def]
    _, ends, issues, levels = course
    for (issue, level), month in LAW.items():
        at = [state.level[:, issues[issue]] >= levels[issue, level] for state in ends]
        assert not any(reached.any() for reached in at[:month]), f"{issue} is {level} too early"
        assert at[month][ends[month].revoked == 0].all(), f"{issue} is not {level} in turn {month + 1}"


def test_three_agreements_are_signed(course) -> None:  # type: ignore[no-untyped-def]
    _, ends, _, _ = course
    assert (ends[AS_OF].agreements == 3).all()


def test_gestures_brought_no_relief(course) -> None:  # type: ignore[no-untyped-def]
    _, ends, issues, _ = course
    assert (ends[2].level[:, issues["potash"]] == 0).all()
    assert (ends[2].agreements == 0).all()
