"""What a seat comes to believe of the other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import exp, log

import numpy as np
import pytest

from game.analysis.episodes import play_out
from game.foundation.draws import game_keys
from game.information.brief import brief
from game.information.observe import observe
from game.policies import beliefs as believing
from game.policies.aspiration import TimeDependent
from game.policies.beliefs import Beliefs, Believer
from game.policies.keys import policy_keys
from game.policies.logs import IMPOSSIBLE, MICRO, log_normal, log_of, log_sigmoid, sigmoid
from game.policies.quantal import Quantal
from game.policies.registry import make
from game.rules.actions import Kind
from game.rules.play import apply, asked, start
from game.rules.state import Phase, take
from game.rules.tables import Tables
from tests.compiled import open_scenario

GAMES = 60


@pytest.fixture(scope="module")
def tables() -> Tables:
    return open_scenario("belarus-2025").tables


def test_logarithms_are_those_of_the_functions() -> None:
    xs = np.random.default_rng(1).integers(-15 * MICRO, 15 * MICRO, 500)
    exact = [1 / (1 + exp(-x / MICRO)) for x in xs.tolist()]
    assert sigmoid(xs) / MICRO == pytest.approx(exact, abs=2e-4)
    assert log_sigmoid(xs) / MICRO == pytest.approx([log(p) for p in exact], abs=2e-4)
    assert log_normal(np.array([0, 250_000, -500_000]), 250_000).tolist() == [0, -500_000, -2_000_000]
    assert log_of(300_000) == round(log(0.3) * MICRO)
    assert log_of(0) == IMPOSSIBLE


def test_hindriks_and_tykhonov_in_whole_numbers() -> None:
    """Utilities 1 and .5 where 1 is aimed at, spread .25, equal priors: .880797."""
    logs = log_normal(np.array([0, -500_000]), 250_000)[None, :]
    weights = Quantal(Decimal(1)).weights(logs, np.ones((1, 2), np.bool_))[0]
    assert weights[0] / weights.sum() == pytest.approx(0.880797, abs=1e-6)


def talked(tables: Tables, pair: tuple[str, str], seat: int, games: np.ndarray) -> list:
    """What a seat believes each time that it is asked in talks: (its believer's belief, the state, who)."""
    briefs = brief(tables, 0), brief(tables, 1)
    seats = make(pair[0], briefs[0]), make(pair[1], briefs[1])
    keys = policy_keys(3, games, 0), policy_keys(3, games, 1)
    believer, found = Believer(briefs[seat]), []
    state = start(tables, game_keys(3, games))
    while state.clock.phase is not Phase.OVER:
        now = state.clock.seat
        seen = observe(tables, state, now)
        action = seats[now](briefs[now], seen, keys[now])
        if now == seat and state.clock.phase is Phase.TALK:
            found.append((believer.look(seen, keys[seat]), state, asked(tables, state)))
            believer.did(seen, keys[seat], action)
        state = apply(tables, state, action)
    return found


def test_beliefs_are_chances(tables: Tables) -> None:
    for belief, _state, _asked in talked(tables, ("boulware", "conceder"), 0, np.arange(GAMES)):
        assert (belief.hypotheses >= 0).all()
        assert (belief.types.sum(axis=1) == MICRO).all()
        assert (belief.tempos.sum(axis=1) == MICRO).all()


def test_before_anything_is_seen_the_prior_is_believed(tables: Tables) -> None:
    belief = talked(tables, ("boulware", "boulware"), 0, np.arange(3))[0][0]
    prior = tables.sides[1].prior
    assert np.abs(belief.types - prior[None, :]).max() <= 2


@pytest.mark.parametrize("seat", [0, 1])
def test_the_true_type_becomes_likelier(tables: Tables, seat: int) -> None:
    """Against a seat that really plays by a clock, averaged over games."""
    pair = ("linear", "linear")
    last = np.zeros((GAMES, tables.mean), np.int64)
    truth = np.zeros(GAMES, np.intp)
    for belief, state, who in talked(tables, pair, seat, np.arange(GAMES)):
        last[np.flatnonzero(who)] = belief.types
        truth = state.type[:, 1 - seat].astype(np.intp)
    prior = tables.sides[1 - seat].prior
    gained = last[np.arange(GAMES), truth] - prior[truth]
    assert gained.mean() > 60_000


def test_without_a_likelihood_nothing_is_learned(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    flat = lambda shares, *_rest: np.zeros_like(shares)  # noqa: E731
    monkeypatch.setattr(believing, "log_normal", flat)
    monkeypatch.setattr(believing, "log_sigmoid", flat)
    for belief, _state, _asked in talked(tables, ("linear", "linear"), 0, np.arange(8)):
        assert np.abs(belief.types - tables.sides[1].prior[None, :]).max() <= 2


def test_beliefs_are_the_same_alone_and_in_company(tables: Tables) -> None:
    together = talked(tables, ("micro", "boulware"), 1, np.arange(9))
    alone = talked(tables, ("micro", "boulware"), 1, np.array([4]))
    by_slot = {
        (state.clock.turn, state.clock.slot): belief.hypotheses[np.flatnonzero(who).tolist().index(4)]
        for belief, state, who in together
        if who[4]
    }
    assert len(alone) > 10
    for belief, state, who in alone:
        if who[0]:
            assert (belief.hypotheses[0] == by_slot[state.clock.turn, state.clock.slot]).all()


def test_looking_twice_learns_nothing_more(tables: Tables) -> None:
    found = brief(tables, 0)
    believer, keys = Believer(found), policy_keys(3, np.arange(5), 0)
    state = start(tables, game_keys(3, np.arange(5)))
    seat = make("linear", found)
    for _ply in range(3):
        while state.clock.seat != 0:
            other = brief(tables, 1)
            action = make("linear", other)(other, observe(tables, state, 1), policy_keys(3, np.arange(5), 1))
            state = apply(tables, state, action)
        seen = observe(tables, state, 0)
        first = believer.look(seen, keys).hypotheses
        action = seat(found, seen, keys)
        believer.did(seen, keys, action)
        assert (believer.look(seen, keys).hypotheses == first).all()
        state = apply(tables, state, action)


def test_a_refusal_speaks_against_those_who_would_have_taken_it(tables: Tables) -> None:
    """The same offer, once accepted and once refused, moves beliefs in opposite directions."""
    found = brief(tables, 0)
    beliefs = Beliefs(found)
    state = take(start(tables, game_keys(3, np.arange(1))), np.zeros(1, np.intp))
    while state.clock.seat != 0:
        other = brief(tables, 1)
        state = apply(
            tables, state, make("linear", other)(other, observe(tables, state, 1), policy_keys(3, [0], 1))
        )
    seen = observe(tables, state, 0)
    known, belief = beliefs.look(beliefs.nothing(1), seen)
    action = TimeDependent(found, Decimal(5))(found, seen, policy_keys(3, [0], 0))
    assert action.kind[0] == Kind.OFFER
    waiting = beliefs.did(known, belief, seen, action)
    offered = state.offer.copy()
    offered[0, 0] = (action.half0[0], action.half1[0], action.plan[0], action.people[0])
    later = replace(state, offer=offered, clock=replace(state.clock, slot=state.clock.slot + 2))
    refused = beliefs.look(waiting, observe(tables, later, 0))[1].hypotheses
    signed = replace(later, agreements=later.agreements + 1, offer=np.full_like(offered, -1))
    taken = beliefs.look(waiting, observe(tables, signed, 0))[1].hypotheses
    before = belief.hypotheses
    up, down = refused - before, taken - before
    assert not (((up > 10) & (down > 10)) | ((up < -10) & (down < -10))).any()
    assert ((up > 50) & (down < -50)).any()


def test_a_bayesian_seat_plays_whole_games() -> None:
    tables = open_scenario("one-page").tables
    seats = make("bayesian", brief(tables, 0)), make("bayesian", brief(tables, 1))
    ended = play_out(tables, seats, 1, np.arange(50))
    assert (ended.ended > 0).all()
