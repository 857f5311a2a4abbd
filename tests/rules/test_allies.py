"""Measures of allies move only if every member wants it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.foundation.draws import game_keys
from game.foundation.purposes import Purpose
from game.rules.allies import allied_votes
from game.rules.clauses import Op, Quantity, Step
from game.rules.happenings import What
from game.rules.play import start
from game.rules.politics import AlliedVote, Member, Politics
from game.rules.state import State, draft_of
from game.rules.tables import Forced, Tables
from tests.rules.small import FERRY, small

NEITHER_WAY = 2**32 // 2  # a day that moves no mood
ALLIES = (2, 3)


def club(start_level: int = 0, needed: tuple[int, int] = (0, 0), when: tuple[Step, ...] = ()) -> Tables:
    """The ferry as a measure of actors 2 and 3, who are of no side; each loses 100 000 by a level of it."""
    tables = small()
    level = tables.values.level.copy()
    level[2:, :, FERRY] = [0, -100_000, -200_000]
    count = tables.values.count.copy()
    count[2:, :, 0] = np.arange(count.shape[-1]) * 10_000
    starts, levels = tables.issues.start.copy(), tables.issues.levels.copy()
    starts[FERRY], levels[FERRY] = start_level, 3
    members = tuple(Member(actor, tolerance) for actor, tolerance in zip(ALLIES, needed, strict=True))
    draws = {(0, int(Purpose.VOTE), actor): NEITHER_WAY for actor in ALLIES}
    return replace(
        tables,
        actor_side=np.array([0, 1, -1, -1], np.int8),
        votes=np.zeros(4, np.int32),
        veto=np.zeros(4, np.bool_),
        values=replace(tables.values, level=level, count=count),
        issues=replace(tables.issues, start=starts, levels=levels),
        politics=Politics(allied=(AlliedVote(FERRY, when, 50_000, members),)),
        forced=Forced(draws),
    )


def voted(tables: Tables, freed: int = 0, mood: tuple[int, int] = (0, 0), now: int | None = None) -> State:
    """The games after one more vote."""
    quiet = replace(tables, politics=Politics())
    state = start(quiet, game_keys(3, [0]))
    level = state.level.copy()
    level[:, FERRY] = tables.issues.start[FERRY] if now is None else now
    moods = state.mood.copy()
    moods[:, 2:] = mood
    state = replace(state, freed=np.array([freed], np.int32), mood=moods, level=level)
    draft = draft_of(state, [])
    allied_votes(tables, draft)
    return draft


@pytest.mark.parametrize(
    ("freed", "mood", "level"),
    [(9, (0, 0), 0), (10, (0, 0), 1), (8, (1, 1), 1), (8, (1, 0), 0), (30, (0, -4), 1), (30, (0, -5), 0)],
)
def test_one_member_keeps_a_measure_as_it_is(freed: int, mood: tuple[int, int], level: int) -> None:
    assert voted(club(), freed, mood).level[0, FERRY] == level


def test_votes_are_public_and_whoever_blocks_is_named() -> None:
    after = voted(club(), 8, (1, 0))
    assert after.ally_vote[0].tolist() == [0, 0, 1, -1]
    assert [(h.what, h.index, h.amount) for h in after.record] == [(What.BLOCKED, FERRY, 3)]
    assert [h.what for h in voted(club(), 10).record] == [What.WORLD]


def test_a_measure_comes_back_only_if_it_is_too_much_for_all() -> None:
    assert voted(club(), 0, now=1).level[0, FERRY] == 0
    assert voted(club(), 0, (0, 2), now=1).level[0, FERRY] == 1
    assert voted(club(), 10, now=1).level[0, FERRY] == 1


def test_the_last_level_is_the_last() -> None:
    after = voted(club(), 60, now=2)
    assert after.level[0, FERRY] == 2
    assert not after.record


def test_what_the_opening_was_worth_is_not_gained_again() -> None:
    """A measure that opens eased is no reason for easing it further."""
    assert voted(club(start_level=1), 9).level[0, FERRY] == 1
    assert voted(club(start_level=1), 10).level[0, FERRY] == 2


def test_tolerance_is_each_members_own() -> None:
    assert voted(club(needed=(100_000, 99_999))).level[0, FERRY] == 0
    assert voted(club(needed=(100_000, 100_000))).level[0, FERRY] == 1


def test_they_vote_only_when_they_meet() -> None:
    later = (Step(Op.AT_LEAST, Quantity.TURN, 0, 1),)
    after = voted(club(when=later), 60)
    assert after.level[0, FERRY] == 0
    assert not after.ally_vote.any()
