"""The lesson's scenario: a course that fits into a lesson, and weights that are those of the flagship."""

from collections import Counter

import numpy as np
import pytest

from game.foundation.draws import game_keys
from game.foundation.places import scenarios_folder
from game.information.brief import brief
from game.information.observe import observe
from game.match.library import Opened, open_scenario
from game.policies.keys import policy_keys
from game.policies.registry import make
from game.rules.legality import asked
from game.rules.play import apply, start
from game.rules.state import Phase

MOST_DECISIONS = 25
GAMES = 2000
NEW_ISSUES = {"balloons", "next_round", "list", "banks", "border"}  # or with other levels


@pytest.fixture(scope="module")
def lesson() -> Opened:
    return open_scenario(scenarios_folder() / "belarus-two-days.yaml")


def decisions(opened: Opened, policies: tuple[str, str]) -> np.ndarray:
    """How often each seat is asked in each game. int64[B,2]"""
    tables, games = opened.tables, np.arange(GAMES)
    briefs = [brief(tables, seat) for seat in (0, 1)]
    seats = [make(policies[seat], briefs[seat]) for seat in (0, 1)]
    keys = [policy_keys(3, games, seat) for seat in (0, 1)]
    state, counts = start(tables, game_keys(3, games)), np.zeros((GAMES, 2), np.int64)
    while state.clock.phase is not Phase.OVER:
        seat = state.clock.seat
        counts[:, seat] += asked(tables, state)
        state = apply(tables, state, seats[seat](briefs[seat], observe(tables, state, seat), keys[seat]))
    return counts


@pytest.mark.parametrize("policies", [("random", "random"), ("boulware", "boulware")])
def test_a_player_decides_at_most_25_times(lesson: Opened, policies: tuple[str, str]) -> None:
    counts = decisions(lesson, policies)
    assert 4 < counts.max() <= MOST_DECISIONS


def test_no_course_can_ask_a_player_more_often(lesson: Opened) -> None:
    """Whatever is done: each speech, and once a turn what is owed and what the other side broke."""
    calendar = lesson.scenario.calendar
    assert calendar.turns * (-(-calendar.plies // 2) + 2) <= MOST_DECISIONS


def test_two_players_who_keep_their_word_decide_at_most_25_times_together(lesson: Opened) -> None:
    calendar = lesson.scenario.calendar
    assert calendar.turns * (calendar.plies + 2) <= MOST_DECISIONS
    assert decisions(lesson, ("boulware", "boulware")).sum(axis=1).max() <= MOST_DECISIONS


def test_turns_are_the_half_days_of_the_talks(lesson: Opened) -> None:
    calendar = lesson.scenario.calendar
    names = tuple(calendar.name_of(turn) for turn in range(calendar.turns))
    assert names == ("2025-12-12 am", "2025-12-12 pm", "2025-12-13 am", "2025-12-13 pm")


def test_weights_are_those_of_the_flagship(lesson: Opened) -> None:
    """Who sits in both files wants the same in both: nothing was changed for what these two days brought."""
    flagship = open_scenario(scenarios_folder() / "belarus-2025.yaml").scenario
    actors = {actor.id: actor for actor in flagship.actors}
    compared: Counter[str] = Counter()
    for actor in lesson.scenario.actors:
        before = actors[actor.id].preferences
        for name, preference in actor.preferences.items():
            if name in before and name not in NEW_ISSUES:
                assert preference == before[name], (actor.id, name)
                compared[actor.id] += 1
        assert actor.ratifier == actors[actor.id].ratifier
    assert len(compared) == len(lesson.scenario.actors)
    for seat, other in zip(lesson.scenario.seats, flagship.seats, strict=True):
        for part in ("exposure", "floor", "mood_unit", "quorum", "shocks", "types"):
            assert getattr(seat, part) == getattr(other, part), (seat.id, part)
    assert lesson.scenario.trust.honour == flagship.trust.honour


def test_the_history_frees_123_people_on_the_second_day(lesson: Opened) -> None:
    from game.match.remembering import remember

    found = remember(lesson, 5, 200)
    assert found.releases == ((2, 123),)
    assert (found.final.agreements == 1).all()
    potash = [issue.id for issue in lesson.scenario.issues].index("potash")
    levels = [level.id for level in lesson.scenario.issues[potash].levels]
    assert {levels[n] for n in np.unique(found.final.level[:, potash])} == {"general"}
