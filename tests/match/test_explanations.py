"""The parts of an explanation are worked out apart from the rules and sum to the rules' number exactly."""

import dataclasses

import numpy as np
import pytest

from game.foundation.draws import game_keys
from game.match.table import PERSON, Match
from game.match.wandering import wander
from game.narration.explain import explain_offer, explain_vote, explain_world
from game.narration.figures import parts_and_sum, share, utils
from game.narration.judging import ratifiers_of
from game.rules import valuation
from tests.compiled import open_scenario

NAMES = ("one-page", "two-turns", "belarus-2025")


def reached_states(opened, seed):
    match = Match(opened, (PERSON, PERSON), seed)
    while not match.over:
        state = match.whole_state()
        yield state
        seat = state.clock.seat
        match.submit(seat, wander(state, match.legal(seat), match), confirm=True)
    yield match.whole_state()


def random_offer(tables, state, rng):
    halves = [int(rng.integers(len(half))) for half in tables.halves]
    people = (
        int(rng.integers(1, int(state.held[0]) + 1))
        if tables.issues.people >= 0 and rng.random() < 0.3
        else -1
    )
    return (*halves, int(rng.integers(len(tables.plans.steps))), people)


@pytest.mark.parametrize("name", NAMES)
def test_parts_sum_to_the_rules_number(name):
    opened, rng = open_scenario(name), np.random.default_rng(5)
    tables, words = opened.tables, opened.words
    checked = 0
    for seed in range(3):
        for state in reached_states(opened, seed):
            for _ in range(4):
                trusted = dataclasses.replace(state, trust=rng.integers(0, 16, (1, 2)).astype(np.int8))
                offer = random_offer(tables, state, rng)
                for seat in (0, 1):
                    type_ = int(rng.integers(tables.mean + 1))
                    parts = explain_offer(words, tables, trusted, seat, type_, offer)
                    asked = np.array([offer], np.int32)
                    assert parts.total == valuation.appraise(tables, trusted, seat, type_, asked).net[0]
                    assert parts.total == sum(part.amount for part in parts.parts)
                    assert all(part.name and part.why for part in parts.parts)
                    for actor in ratifiers_of(tables, seat):
                        explain_vote(words, tables, trusted, actor, 0, offer)
                    checked += 1
            for actor in range(len(tables.votes)):
                explain_world(
                    words, tables, state, actor, int(rng.integers(tables.mean + 1)) if actor < 2 else 0
                )
    assert checked > 100


def test_a_part_that_is_wrong_stops_the_program(monkeypatch):
    opened = open_scenario("one-page")
    state = Match(opened, (PERSON, PERSON), 1).whole_state()
    true = valuation.appraise
    monkeypatch.setattr(
        valuation, "appraise", lambda *args: dataclasses.replace(found := true(*args), net=found.net + 1)
    )
    with pytest.raises(AssertionError, match="the parts sum to"):
        explain_offer(opened.words, opened.tables, state, 0, 0, (1, 1, 0, -1))


def test_what_is_shown_adds_up():
    rng = np.random.default_rng(1)
    for _ in range(2000):
        amounts = rng.integers(-10_000_000, 10_000_000, int(rng.integers(1, 12))).tolist()
        shown, total = parts_and_sum(amounts)
        milli = [round(float(text) * 1000) for text in shown]
        assert sum(milli) == round(float(total) * 1000)
        assert all(abs(part * 1000 - amount) < 1000 for part, amount in zip(milli, amounts, strict=True))


def test_numbers_as_people_read_them():
    assert [utils(n) for n in (0, 499, 500, -499, -1_250_000)] == [
        "0.000",
        "0.000",
        "+0.001",
        "0.000",
        "-1.250",
    ]
    assert [share(n) for n in (1000, 350, 354, 5)] == ["100 %", "35 %", "35.4 %", "0.5 %"]


def test_keys_of_games_are_not_in_an_explanation():
    opened = open_scenario("one-page")
    state = Match(opened, (PERSON, PERSON), 1).whole_state()
    other = dataclasses.replace(state, key=game_keys(99, [0]))
    for seat in (0, 1):
        args = (opened.words, opened.tables)
        assert explain_offer(*args, state, seat, 0, (3, 5, 1, -1)) == explain_offer(
            *args, other, seat, 0, (3, 5, 1, -1)
        )
