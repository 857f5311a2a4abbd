"""Mediators and spoilers of the pack do something: without them the same games come out otherwise."""

from dataclasses import replace

import numpy as np
import pytest

from game.content.compiling.compile import compile_
from game.content.schema.scenario import Scenario
from game.rules.state import State
from game.rules.tables import Tables
from tests.cases.pack import PACK, opened
from tests.properties.shipped import numbered, seated

PAIR, GAMES, SEED = ("boulware", "conceder"), 150, 7
NEVER = 1e-9
MEDIATED = [name for name in PACK if any(actor.mediator for actor in opened(name).scenario.actors)]
SPOILED = [name for name in PACK if any(actor.spoiler for actor in opened(name).scenario.actors)]


def _without_mediation(scenario: Scenario) -> Scenario:
    return scenario.model_copy(
        update={
            "plans": tuple(plan for plan in scenario.plans if plan.mediator is None),
            "actors": tuple(actor.model_copy(update={"mediator": None}) for actor in scenario.actors),
            "history": (),
        }
    )


def _without_deeds(scenario: Scenario) -> Scenario:
    actors = tuple(
        actor
        if actor.spoiler is None
        else actor.model_copy(update={"spoiler": actor.spoiler.model_copy(update={"chance": NEVER})})
        for actor in scenario.actors
    )
    return scenario.model_copy(update={"actors": actors})


def _end(tables: Tables) -> State:
    *_before, (last, _action) = seated(tables, PAIR).played(SEED, numbered(GAMES))
    return last


def _other_games(one: State, other: State) -> int:
    """How many games of the same numbers end otherwise."""
    parts = ("freed", "held", "agreements", "first_turn", "trust", "payoff")
    differ = np.zeros(GAMES, bool)
    for part in parts:
        unlike = getattr(one, part) != getattr(other, part)
        differ |= unlike.reshape(GAMES, -1).any(axis=1)
    return int(differ.sum())


@pytest.mark.parametrize("name", MEDIATED)
def test_without_its_mediator_a_case_comes_out_otherwise(name: str) -> None:
    scenario = opened(name).scenario
    alone, _lexicon = compile_(_without_mediation(scenario))
    assert _other_games(_end(opened(name).tables), _end(alone)) >= GAMES // 20


@pytest.mark.parametrize("name", SPOILED)
def test_spoilers_act_and_change_what_comes_after(name: str) -> None:
    found = opened(name)
    with_deeds = _end(found.tables)
    acted = (with_deeds.spoiled >= 0).any(axis=1)
    assert acted.sum() >= GAMES // 50
    assert (with_deeds.agreements[acted] > 0).all(), "a spoiler acts where nothing is being carried out"
    quiet, _lexicon = compile_(_without_deeds(found.scenario))
    without = _end(replace(quiet, digest=found.tables.digest))
    assert not (without.spoiled >= 0).any()
    assert 0 < _other_games(with_deeds, without) <= acted.sum()


def test_both_are_there() -> None:
    assert {"cuba-2025", "iran-2023", "venezuela-2023"} <= set(MEDIATED)
    assert {"belarus-2025", "venezuela-2023"} <= set(SPOILED)
