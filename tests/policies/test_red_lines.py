"""The computer's seats keep to the red lines of their own side."""

from __future__ import annotations

import numpy as np
import pytest

from game.analysis.episodes import simulate
from game.foundation.draws import game_keys
from game.information.brief import brief
from game.information.observe import observe
from game.policies.registry import make
from game.rules.actions import Kind
from game.rules.play import apply, start
from game.rules.red_lines import crossed
from game.rules.state import Phase
from tests.oracle.compare import EVERYTHING, read

GAMES = 300


@pytest.mark.parametrize("pair", [("boulware", "conceder"), ("linear", "micro")])
def test_a_game_does_not_depend_on_those_it_is_played_with(pair: tuple[str, str]) -> None:
    """Lines and mediators come and go with the world; menus are shared between games all the same."""
    tables = read(EVERYTHING.with_name("politics.yaml"))[1]
    alone, together = (simulate(tables, pair, 11, 120, chunk).outcome_digest() for chunk in (7, 120))
    assert alone == together


@pytest.mark.parametrize("pair", [("random", "random"), ("random", "conceder")])
def test_no_plan_is_used_whose_mediator_is_not_ready(pair: tuple[str, str]) -> None:
    """The rules refuse such an offer, so a seat that made one would stop the run."""
    tables = read(EVERYTHING.with_name("politics.yaml"))[1]
    assert any(mediation.when for mediation in tables.politics.mediations)
    assert simulate(tables, pair, 12, GAMES).outcome.agreements.any()


@pytest.mark.parametrize("pair", [("boulware", "conceder"), ("conceder", "micro")])
def test_nothing_is_offered_or_accepted_that_the_own_principal_never_signs(pair: tuple[str, str]) -> None:
    tables = read(EVERYTHING.with_name("politics.yaml"))[1]
    state = start(tables, game_keys(5, range(GAMES)))
    briefs = [brief(tables, seat) for seat in (0, 1)]
    seats = [make(name, briefs[seat]) for seat, name in enumerate(pair)]
    keys = game_keys(9, range(GAMES))
    offered = agreed = 0
    while state.clock.phase is not Phase.OVER:
        seat = state.clock.seat
        action = seats[seat](briefs[seat], observe(tables, state, seat), keys)
        mine = np.stack([action.half0, action.half1, action.plan.astype(np.int32), action.people], axis=1)
        for kind, offers in ((Kind.OFFER, mine), (Kind.ACCEPT, state.offer[:, 1 - seat])):
            which = np.flatnonzero(action.kind == kind)
            assert not crossed(tables, state, seat, offers[which], which).any()
            offered += len(which) * (kind == Kind.OFFER)
        state = apply(tables, state, action)
    agreed = int(state.agreements.sum())
    assert offered > GAMES
    assert agreed > GAMES // 4
