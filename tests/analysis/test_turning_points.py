"""How far a weight may move before an outcome turns: proven by compiling the scenario on both sides."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.analysis.weighing.reweighing import with_weights
from game.analysis.weighing.stake import Stake
from game.analysis.weighing.turning import TooFlat, turning_point
from game.content.checks.amounts import most_weight
from game.content.compiling.compile import compile_
from game.content.compiling.exact import micro
from game.content.loading import load
from game.content.names import Names
from game.foundation.places import scenarios_folder
from game.rules import valuation
from game.rules.in_force import opening

ORACLE = Path(__file__).parents[1] / "oracle"
PATHS = [scenarios_folder() / "one-page.yaml", ORACLE / "preferences.yaml", ORACLE / "everything.yaml"]
QUESTIONS = 16


@cache
def scenario_of(path):
    return load(path)


def stake(path, actor, type_, offer, trust, weights=None):
    """A question, in a scenario with other weights."""
    scenario = scenario_of(path)
    id_ = Names(scenario).actor_list[actor].id
    scenario = with_weights(scenario, id_, weights or {})
    tables, _lexicon = compile_(scenario)
    return Stake(Names(scenario), tables, actor, type_, opening(tables, trust), offer)


def questions(path, seed):
    rng = np.random.default_rng(seed)
    tables, _lexicon = compile_(scenario_of(path))
    for _ in range(QUESTIONS):
        actor = int(rng.integers(len(tables.votes)))
        type_ = int(rng.integers(tables.mean + 1)) if actor < 2 else 0
        halves = (int(rng.integers(len(half))) for half in tables.halves)
        offer = (*halves, int(rng.integers(len(tables.plans.steps))), -1)
        yield actor, type_, offer, (int(rng.integers(16)), int(rng.integers(16)))


def says_yes(path, question, name, weight):
    """The outcome by the rules alone, on tables compiled with this weight."""
    return stake(path, *question, {name: Decimal(weight).scaleb(-6)}).margin >= 0


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_decides_follows_the_weight_as_compiling_would(path):
    rng, compared = np.random.default_rng(83), 0
    for question in questions(path, 83):
        asked = stake(path, *question)
        for name in asked.names.actor_list[question[0]].preferences:
            margin, weight = asked.margin_by_weight(name), int(rng.integers(-3_000_000, 3_000_000))
            compiled = stake(path, *question, {name: Decimal(weight).scaleb(-6)}).margin
            if margin is None:
                assert compiled == asked.margin
            else:
                assert margin(np.array([weight], np.int64)).tolist() == [compiled]
                compared += 1
    assert compared > QUESTIONS // 2


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_outcome_turns_where_it_is_said_to_and_not_before(path):
    rng, turned = np.random.default_rng(84), 0
    for question in questions(path, 84):
        asked = stake(path, *question)
        actor = asked.names.actor_list[question[0]]
        for name, preference in actor.preferences.items():
            margin, now = asked.margin_by_weight(name), micro(preference.weight)
            if margin is None:
                continue
            most = micro(most_weight(asked.names, actor, name))
            for limit in (-most, most):
                found = turning_point(margin, now, limit, asked.slack(name))
                end = limit if found is None else found
                step = 1 if end > now else -1
                between = now + step * rng.integers(0, abs(end - now), 2000)
                assert ((margin(between) >= 0) == (asked.margin >= 0)).all()
                if found is not None:
                    turned += 1
                    assert says_yes(path, question, name, found) != says_yes(
                        path, question, name, found - step
                    )
                    assert says_yes(path, question, name, found - step) == (asked.margin >= 0)
                else:
                    assert says_yes(path, question, name, limit) == (asked.margin >= 0)
    assert turned > 10


def looked_at_one_by_one(margin, weight, limit):
    """The nearest other outcome on the way to a limit, by looking at every weight."""
    way = np.arange(weight, limit, 1 if limit > weight else -1)
    way = np.append(way, limit)
    other = np.flatnonzero((margin(way) >= 0) != (margin(way[:1])[0] >= 0))
    return int(way[other[0]]) if len(other) else None


@pytest.mark.parametrize("seed", range(40))
def test_rounding_may_make_the_outcome_flicker_long_before_it_turns(seed):
    rng = np.random.default_rng(seed)
    slope, weight = 10 ** rng.uniform(-4, -1.5) * rng.choice([-1, 1]), int(rng.integers(-90_000, 90_000))
    turn, noise = rng.uniform(-150_000, 150_000), rng.integers(-3, 4, 400_001)

    def margin(weights):
        return np.floor(slope * (weights - turn)).astype(np.int64) + noise[weights + 200_000]

    for limit in (-200_000, 200_000):
        expected = looked_at_one_by_one(margin, weight, limit)
        assert turning_point(margin, weight, limit, 4) == expected


@pytest.mark.parametrize("seed", range(40))
def test_a_dip_between_two_weights_is_not_passed_over(seed):
    """What decides may come down and rise again, as where aversion to losses works against a discount."""
    rng = np.random.default_rng(seed)
    lowest, depth, sign = int(rng.integers(20_000, 180_000)), rng.uniform(-2, 8), rng.choice([-1, 1])

    def margin(weights):
        return sign * np.floor((weights - lowest) ** 2 / 4e4 - depth).astype(np.int64)

    for weight in (0, 200_000):
        expected = looked_at_one_by_one(margin, weight, 200_000 - weight)
        assert turning_point(margin, weight, 200_000 - weight, 1) == expected


def test_what_happens_beyond_0_does_not_follow_from_what_happened_before():
    """A gain and a cost are scaled apart, so what decides may break at the weight 0."""

    def margin(weights):
        dip = np.floor((weights - 1500) ** 2 / 1e5 - 17.5).astype(np.int64)
        return np.where(weights <= 0, 5, dip)

    assert turning_point(margin, -86_500, 200_000, 1) == looked_at_one_by_one(margin, -86_500, 200_000) == 178
    assert turning_point(margin, -86_500, -200_000, 1) is None


def test_where_nearly_nothing_depends_on_a_weight_the_search_gives_up_and_says_so():
    with pytest.raises(TooFlat):
        turning_point(np.zeros_like, 0, 10**8, 5)
    assert turning_point(lambda weights: np.full_like(weights, 100), 0, 10**8, 5) is None


def test_a_weight_that_the_package_does_not_touch_turns_nothing():
    asked = stake(PATHS[0], 0, 1, (1, 0, 0, -1), (4, 4))
    assert asked.margin_by_weight("harbour") is None or asked.margin_by_weight("visit") is None
    assert asked.margin_by_weight("terms") is None
    assert asked.margin_by_weight("freed") is None


def test_a_ratifier_turns_where_its_vote_would_at_the_mood_in_which_it_is():
    path = ORACLE / "everything.yaml"
    party = Names(scenario_of(path)).actors["party"]
    asked = stake(path, party, 0, (4, 9, 0, -1), (4, 4))
    change = int(valuation.ratifier_change(asked.tables, asked.state, party, np.array([asked.offer]))[0])
    assert int(asked.state.mood[0, party]) == -2
    assert asked.margin == change + 200_000 - 2 * 70_000


def test_an_entry_that_is_not_what_was_compiled_stops_the_program():
    asked = stake(PATHS[0], 1, 1, (2, 3, 0, -1), (4, 4))
    assert asked.margin_by_weight("harbour") is not None
    promise = asked.tables.values.promise.copy()
    promise[1, 1, :, 0, 1] += 1
    values = replace(asked.tables.values, promise=promise)
    with pytest.raises(AssertionError, match="but 333694 in the tables"):
        replace(asked, tables=replace(asked.tables, values=values)).margin_by_weight("harbour")
