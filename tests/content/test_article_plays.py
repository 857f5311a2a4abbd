"""Rows of docs/article.md that are more than an event or a level: taken out, each changes what it names.

The actions of one batch of games are played again on tables without the mechanism of a row. The first state
that differs has to differ in what the row names: a vote, a mood, a counter-offer, a level, people freed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pytest

from game.match.library import Opened
from game.rules.legality import asked, is_legal
from game.rules.play import apply, start
from game.rules.state import SEEN_BY, State
from game.rules.tables import Tables
from tests.compiled import open_scenario
from tests.content.random_play import Course, all_pass, play_at_random, promising
from tests.content.test_article import NUMBERED

GAMES = 256
ALWAYS, NEVER = 10**8, -(10**8)  # tolerances
APART = {"clock", "counted", "unsure"}  # a monitor's count is no change of play in itself
Change = Callable[[Tables], Tables]


@cache
def opened() -> Opened:
    return open_scenario("belarus-2025")


@cache
def course(passing: bool, holding: tuple[str, int] | None) -> Course:
    """Games at random; of packages that promise something to both, or of those with a level in them."""
    tables = opened().tables
    played = all_pass(tables) if passing else tables
    return play_at_random(played, GAMES, 21, packages_with(*holding) if holding else promising(tables))


def packages_with(thing: str, least: int) -> np.ndarray:
    """Packages of any kind in which an issue stands at least so high. int32[N,2]."""
    tables, rng = opened().tables, np.random.default_rng(8)
    owner = int(tables.issues.owner[issue(thing)])
    halves = [rng.integers(1, len(lattice), 4000, dtype=np.int32) for lattice in tables.halves]
    fitting = np.flatnonzero(tables.halves[owner][:, issue(thing)] >= least)
    halves[owner] = rng.choice(fitting, 4000).astype(np.int32)
    return np.stack(halves, axis=1)


def first_differences(change: Change, passing: bool, holding: tuple[str, int] | None = None) -> set[str]:
    """The fields in which the first state differs that is not the same any more; empty if all are."""
    then = course(passing, holding)
    tables = change(all_pass(opened().tables) if passing else opened().tables)
    state = start(tables, then.states[0].key)
    for action, known, after in zip(then.actions, then.states, then.states[1:], strict=False):
        found = _differing(state, known)
        if found or not np.array_equal(asked(tables, state), asked(opened().tables, known)):
            return found
        if not is_legal(tables, state, action).all():
            return {"legal moves"}
        state = apply(tables, state, action)
        if _differing(state, after):
            return _differing(state, after)
    return set()


def _differing(one: State, other: State) -> set[str]:
    return {
        name
        for name in SEEN_BY
        if name not in APART and not np.array_equal(getattr(one, name), getattr(other, name))
    }


def actor(name: str) -> int:
    return opened().lexicon.actors.ids.index(name)


def issue(name: str) -> int:
    return list(opened().lexicon.issues.ids).index(name)


def without_lines(name: str) -> Change:
    return lambda t: _politics(t, lines=tuple(x for x in t.politics.lines if x.actor != actor(name)))


def without_spoiler(name: str) -> Change:
    return lambda t: _politics(t, spoilers=tuple(x for x in t.politics.spoilers if x.actor != actor(name)))


def without_patron(tables: Tables) -> Tables:
    return _politics(tables, patrons=())


def willing(name: str, tolerance: int) -> Change:
    """A member that anything could win over, or nothing."""

    def change(tables: Tables) -> Tables:
        votes = tuple(
            replace(
                vote,
                members=tuple(
                    replace(one, tolerance=tolerance) if one.actor == actor(name) else one
                    for one in vote.members
                ),
            )
            for vote in tables.politics.allied
        )
        return _politics(tables, allied=votes)

    return change


def without_event(name: str) -> Change:
    number = list(opened().lexicon.events.ids).index(name)
    return lambda t: replace(
        t, events=tuple(replace(e, chance=0) if n == number else e for n, e in enumerate(t.events))
    )


def indifferent(name: str, thing: str) -> Change:
    """An actor to whom an issue is worth nothing."""

    def change(tables: Tables) -> Tables:
        level, promise = tables.values.level.copy(), tables.values.promise.copy()
        level[actor(name), :, issue(thing)] = 0
        promise[actor(name), :, issue(thing)] = 0
        return replace(tables, values=replace(tables.values, level=level, promise=promise))

    return change


def as_the_level_below(name: str, thing: str, place: int) -> Change:
    """An actor to whom a level is worth no more than the one before."""

    def change(tables: Tables) -> Tables:
        level, promise = tables.values.level.copy(), tables.values.promise.copy()
        for array in (level, promise):
            array[actor(name), :, issue(thing), :, place] = array[actor(name), :, issue(thing), :, place - 1]
        return replace(tables, values=replace(tables.values, level=level, promise=promise))

    return change


def every_list_the_same(tables: Tables) -> Tables:
    """The monitor finds everybody whom the government frees."""
    issues = tables.issues
    whole, nobody = np.full_like(issues.known, 1000), np.zeros_like(issues.unclear)
    return replace(tables, issues=replace(issues, known=whole, unclear=nobody))


def nobody_need_leave(tables: Tables) -> Tables:
    return replace(tables, issues=replace(tables.issues, exile=np.zeros_like(tables.issues.exile)))


def _politics(tables: Tables, **changes: object) -> Tables:
    return replace(tables, politics=replace(tables.politics, **changes))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Row:
    number: int
    change: Change
    shows: str
    passing: bool = False
    holding: tuple[str, int] | None = None  # what every offer has in it


ROWS = [
    Row(6, without_patron, "aid"),
    Row(7, willing("eu_council", ALWAYS), "ally_vote"),
    Row(8, willing("lithuania", ALWAYS), "ally_vote"),
    Row(9, without_lines("congress_caucus"), "vote"),
    Row(10, without_spoiler("cabinet_in_exile"), "spoiled", passing=True),
    Row(11, indifferent("cabinet_in_exile", "recognition"), "spoiled", passing=True),
    Row(12, without_event("monitor_speaks"), "mood", passing=True),
    Row(17, willing("ukraine", NEVER), "ally_vote"),
    Row(18, as_the_level_below("state_department", "channel", 2), "vote", holding=("channel", 2)),
    Row(33, indifferent("russia", "dependence"), "aid", passing=True),
    Row(35, indifferent("eu_council", "eu"), "ally_vote", passing=True),
    Row(39, willing("russia", NEVER), "ally_vote"),
    Row(40, every_list_the_same, "trust", passing=True),
    Row(41, nobody_need_leave, "exiled"),
    Row(42, without_spoiler("security_council"), "spoiled", passing=True),
    Row(43, without_event("policy_turn"), "enacting", passing=True),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row {row.number}")
def test_a_row_taken_out_changes_what_it_names(row: Row) -> None:
    found = first_differences(row.change, row.passing, row.holding)
    assert row.shows in found, f"row {row.number}: {sorted(found) or 'nothing differs'}"


@pytest.mark.parametrize("passing", [False, True])
def test_nothing_differs_where_nothing_is_taken_out(passing: bool) -> None:
    assert not first_differences(lambda tables: tables, passing)


def test_no_row_is_called_simple_that_is_not_so() -> None:
    assert [row[0] for row in NUMBERED if "simplest form" in row[-1]] == []
