"""What is assumed is moved a little, and measures follow where they should and nowhere else."""

from decimal import Decimal

import pytest

from game.analysis.balance.assumed_numbers import assumed_numbers, fitted, moved
from game.analysis.balance.journal import Journal
from game.analysis.balance.mutating import digest_of
from game.analysis.balance.running import Asked
from game.analysis.balance.scores import metrics_of
from game.analysis.balance.screening import Screening, owed
from game.analysis.balance.walking import Plan, chosen_numbers, those_that_fit, walks_of
from game.content.reading.loading import read_tree_of
from game.foundation.errors import GameError
from tests.analysis.balance.runs import ONE_PAGE

READING = read_tree_of(ONE_PAGE, "one-page.yaml")
BY = Decimal("0.25")
ASKED = Asked(policies=("conceder",), games=256, keys=256, gates=False)


def _number(name):
    (found,) = [one for one in assumed_numbers(READING) if one.name == name]
    return found


def _fitted(name):
    return fitted(READING, BY, digest_of(READING), _number(name))


def _plan(within, only=(), by=BY):
    numbers = [one for one in chosen_numbers(READING, within) if not only or one.part in only]
    plan = Plan(READING, tuple(numbers), by, seed=1)
    return those_that_fit(plan, digest_of(READING), 1, lambda _done: None)


def test_only_what_is_assumed_is_moved():
    names = {one.name for one in assumed_numbers(READING)}
    assert {"trust.promise", "arrests.base", "events[storm].chance"} <= names
    assert not names & {"calendar.turns", "calendar.plies", "people.held", "format"}
    assert not [name for name in names if name.endswith(".people")]


def test_what_has_a_source_of_its_own_is_left_alone():
    """Counts of the case have a source, and so are no assumption; an object within may say so too."""
    sourced = ONE_PAGE.replace(b"wave: 4, basis: assumed}", b"wave: 4, basis: [A1]}")
    assert sourced != ONE_PAGE
    names = {one.name for one in assumed_numbers(read_tree_of(sourced, "x.yaml"))}
    assert "trust.promise" in names
    assert "arrests.base" not in names


def test_levels_lie_evenly_around_what_is_written():
    promise = _number("trust.promise")
    assert [promise.at(level, BY) for level in range(4)] == ["0.262", "0.321", "0.379", "0.438"]
    assert promise.part == "trust"
    assert _number("events[storm].chance").part == "events[storm]"


def test_whole_numbers_stay_whole_and_what_cannot_move_alone_is_left():
    assert [_fitted("trust.honour").at(level, BY) for level in (0, 3)] == ["5", "9"]
    assert not _fitted("trust.promise").whole
    assert _fitted("seats[union].types[firm].prior") is None  # chances that sum to 1
    assert _fitted("trust.delay") is None  # 1 is too small to be moved by a quarter


def test_all_numbers_of_a_part_are_moved_at_one_step():
    plan = _plan(None, only=("trust", "arrests", "events[storm]"))
    assert plan.parts == ("trust", "arrests", "events[storm]")
    walk = plan.walk(0)
    for step in range(plan.steps - 1):
        there = [
            one.part
            for one, before, after in zip(plan.numbers, walk.levels(step), walk.levels(step + 1), strict=True)
            if before != after
        ]
        assert set(there) == {plan.parts[walk.order[step]]}
        assert len(there) == sum(one.part == there[0] for one in plan.numbers)


def test_the_scenario_at_a_step_holds_what_the_levels_say():
    number = _fitted("arrests.base")
    lower = moved(READING, (number,), (0,), BY)
    assert [one.text for one in assumed_numbers(lower) if one.name == "arrests.base"] == ["0.450"]
    assert digest_of(lower) != digest_of(READING)


def test_more_arrests_leave_fewer_games_with_fewer_held():
    plan = _plan("arrests", only=("arrests.base", "arrests.wave"))
    screening = Screening(plan, ASKED, "one-page.yaml", walks_of(plan, 2, 1, lambda _n: None))
    journal = Journal(None, {})
    screening.play(journal)
    assert len(journal.results) == len(screening.rows) == 2 * plan.steps == 6
    metric = metrics_of(("union", "tarvia"))["fewer_held"]
    found = {one.part: one for one in owed(screening, journal, [metric])}
    assert found["arrests.base"].believed
    assert found["arrests.base"].effect.signed < 0
    assert found["arrests.base"].effect.size == -found["arrests.base"].effect.signed


def test_a_part_that_changes_no_game_owes_nothing():
    plan = _plan(None, only=("actors[families_fund]",))
    screening = Screening(plan, ASKED, "one-page.yaml", walks_of(plan, 2, 1, lambda _n: None))
    journal = Journal(None, {})
    screening.play(journal)
    metrics = [metrics_of(("union", "tarvia"))[name] for name in ("deal_rate", "freed")]
    found = owed(screening, journal, metrics)
    assert found
    assert {(one.effect.size, one.effect.chance, one.believed) for one in found} == {(0.0, 1.0, False)}


def test_mistakes_are_said():
    with pytest.raises(GameError, match="--within nobody: no assumed number stands there; there are"):
        chosen_numbers(READING, "nobody")
    with pytest.raises(GameError, match="no number of this scenario is marked"):
        chosen_numbers(read_tree_of(ONE_PAGE.replace(b"basis: assumed", b"basis: [A1]"), "x.yaml"), None)
    with pytest.raises(GameError, match=r"no assumed number here can be moved by 0\.001"):
        _plan("trust", by=Decimal("0.001"))


def test_numbers_that_hardly_ever_fit_each_other_are_refused(monkeypatch):
    plan = _plan("trust")
    monkeypatch.setattr("game.analysis.balance.walking.digest_of", lambda _reading: None)
    with pytest.raises(GameError, match="only 0 of 40 ways"):
        walks_of(plan, 2, 1, lambda _n: None)
