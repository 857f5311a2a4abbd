"""Spoilers act when what is to come hurts them by more than acting costs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.foundation.draws import game_keys
from game.foundation.purposes import Purpose
from game.rules.clauses import Does, Effect
from game.rules.happenings import What
from game.rules.play import start
from game.rules.politics import Politics, Spoiler
from game.rules.spoilers import spoil
from game.rules.state import State, draft_of
from game.rules.tables import Forced, Tables
from tests.rules.small import small

GUARD, ALWAYS = 3, 2**32  # the guard loses 8 000 by each person freed
DEED = (Effect(Does.ARREST, 0, 4), Effect(Does.TRUST, 0, -1))


def spoiled(**terms: object) -> Tables:
    plain = {"actor": GUARD, "cost": 40_000, "chance": ALWAYS, "cooldown": 0, "effects": DEED}
    return replace(small(), politics=Politics(spoilers=(Spoiler(**plain | terms),)))


def owing(tables: Tables, people: int, **parts: object) -> State:
    state = start(tables, game_keys(3, [0]))
    owed = state.owed_people.copy()
    owed[0, 0] = people
    arrays = {name: np.array([value], getattr(state, name).dtype) for name, value in parts.items()}
    return replace(state, owed_people=owed, **arrays)


@pytest.mark.parametrize(("people", "acts"), [(0, False), (5, False), (6, True)])
def test_it_acts_only_if_that_hurts_more_than_acting_costs(people: int, acts: bool) -> None:
    tables = spoiled()
    draft = draft_of(owing(tables, people), [])
    spoil(tables, draft)
    assert (draft.spoiled[0].tolist() == [-1, -1, -1, 0]) == acts
    assert int(draft.held[0]) == 60 + 4 * acts
    assert [h.what for h in draft.record if h.what is What.SPOILED] == [What.SPOILED] * acts


def test_what_has_happened_already_is_no_reason() -> None:
    """It weighs what is to come, not what is done: nothing is to be hindered any more."""
    tables = spoiled()
    draft = draft_of(owing(tables, 0, freed=50, held=10))
    spoil(tables, draft)
    assert int(draft.held[0]) == 10


def test_it_rests_between_two_deeds() -> None:
    tables = spoiled(cooldown=2)
    state = owing(tables, 20, spoiled=[-1, -1, -1, 0])
    for turn, held in ((1, 60), (2, 64)):
        draft = draft_of(replace(state, clock=replace(state.clock, turn=turn)))
        spoil(tables, draft)
        assert int(draft.held[0]) == held


@pytest.mark.parametrize(("draw", "held"), [(2**31 - 1, 64), (2**31, 60)])
def test_chance_may_stay_its_hand(draw: int, held: int) -> None:
    tables = replace(spoiled(chance=2**31), forced=Forced({(0, int(Purpose.SPOIL), GUARD): draw}))
    draft = draft_of(owing(tables, 20))
    spoil(tables, draft)
    assert int(draft.held[0]) == held


def test_a_game_that_has_ended_is_left_alone() -> None:
    tables = spoiled()
    draft = draft_of(owing(tables, 20, ended=2))
    spoil(tables, draft)
    assert int(draft.held[0]) == 60
