"""What a package at the opening is worth to any actor, explained: parts that sum to what the rules say."""

import dataclasses
import re
from pathlib import Path

import numpy as np
import pytest

from game.narration.explain import explain_package
from game.rules import valuation
from game.rules.in_force import all_in_force, opening, world_change
from game.rules.tables import NONE
from tests.compiled import open_scenario

NAMES = ("one-page", "two-turns", "belarus-2025")
ORACLE = Path(__file__).parents[1] / "oracle"
ALL = (*NAMES, ORACLE / "preferences.yaml", ORACLE / "everything.yaml", ORACLE / "politics.yaml")
TUPLES = [2_000, pytest.param(10_000, marks=pytest.mark.slow)]
CATCH_ALL = re.compile(r"\b(other|others|rest|residual|misc\w*|remainder|rounding)\b", re.IGNORECASE)


def random_offer(tables, rng):
    halves = (int(rng.integers(len(half))) for half in tables.halves)
    people = int(rng.integers(1, tables.held_start + 1)) if rng.random() < 0.3 and tables.held_start else -1
    return (*halves, int(rng.integers(len(tables.plans.steps))), people)


def by_the_rules(tables, state, actor, type_, offer):
    asked = np.array([offer], np.int32)
    if actor < 2:
        return int(valuation.appraise(tables, state, actor, type_, asked).net[0])
    if tables.actor_side[actor] != NONE:
        return int(valuation.ratifier_change(tables, state, actor, asked)[0])
    return int(world_change(tables, state, actor, 0, asked)[0])


@pytest.mark.parametrize("name", ALL, ids=lambda name: Path(name).stem)
@pytest.mark.parametrize("tuples", TUPLES)
def test_ten_thousand_random_questions_sum_exactly(name, tuples):
    opened, rng = open_scenario(name), np.random.default_rng(80)
    tables, seen = opened.tables, set()
    for _ in range(tuples // len(ALL)):
        actor = int(rng.integers(len(tables.votes)))
        type_ = int(rng.integers(tables.mean + 1)) if actor < 2 else 0
        state = opening(tables, (int(rng.integers(16)), int(rng.integers(16))))
        offer = random_offer(tables, rng)
        found = explain_package(opened.words, tables, state, actor, type_, offer)
        assert found.total == sum(part.amount for part in found.parts)
        assert found.total == by_the_rules(tables, state, actor, type_, offer)
        assert all(part.name and part.why and part.amount for part in found.parts)
        seen.update(part.name for part in found.parts)
    assert len(seen) > 10
    titles = tuple(issue.title for issue in opened.words.issues)  # what the file calls its issues is its own
    assert not [part for part in seen if CATCH_ALL.search(part) and not part.startswith(titles)]


def test_red_lines_are_named_and_change_no_sum():
    opened = open_scenario(ORACLE / "politics.yaml")
    tables, state = opened.tables, opening(opened.tables)
    ids, offer = opened.lexicon.actors.ids, opened.lexicon.read_offer("people=all,list=monitor,port=open")
    found = {
        actor: explain_package(opened.words, tables, state, ids.index(actor), 0, offer)
        for actor in ("cabinet", "council", "bench", "guard")
    }
    assert [(line.name, line.why) for line in found["cabinet"].never] == [
        ("People released: never more than 20 people", "not so many at once")
    ]
    assert [line.why for line in found["council"].never] == ["no open port while so many are held"]
    assert found["bench"].never == found["guard"].never == ()
    assert all(one.total == sum(part.amount for part in one.parts) for one in found.values())


def test_a_third_party_gains_what_the_world_gains():
    opened = open_scenario("one-page")
    tables, state = opened.tables, opening(opened.tables)
    fund = opened.lexicon.actors.ids.index("families_fund")
    offer = opened.lexicon.read_offer("people=45,harbour=licence,plan=together")
    found = explain_package(opened.words, tables, state, fund, 0, offer)
    assert [(part.name, part.amount) for part in found.parts] == [
        ("45 people freed", 750_000),
        ("45 of them expelled", -300_000),
    ]
    assert found.total == 450_000


def test_a_world_with_all_of_it_in_force_is_the_one_the_ledger_would_make():
    opened = open_scenario("one-page")
    tables = opened.tables
    state = dataclasses.replace(opening(tables), held=np.array([40], np.int32))
    offer = opened.lexicon.read_offer("people=all,terms=choice,harbour=licence,visit=visit")
    then = all_in_force(tables, state, np.array([offer], np.int32))
    ids = opened.lexicon.issues.ids
    assert int(then.level[0, ids.index("harbour")]) == 1
    assert int(then.expires[0, ids.index("harbour")]) == 2
    assert int(then.uses[0, ids.index("visit")]) == 1
    assert [int(getattr(then, count)[0]) for count in ("freed", "held", "exiled")] == [40, 0, 0]
    assert [int(getattr(state, count)[0]) for count in ("freed", "held")] == [0, 40]


def test_the_opening_ledger_is_that_before_any_event():
    for name in NAMES:
        tables = open_scenario(name).tables
        certain = tuple(dataclasses.replace(event, chance=2**32, when=()) for event in tables.events)
        state = opening(dataclasses.replace(tables, events=certain), (3, 12))
        assert state.trust.tolist() == [[3, 12]]
        assert (state.fired == -1).all()
        assert state.level[0].tolist() == tables.issues.start.tolist()
