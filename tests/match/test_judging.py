"""What a seat can know of an offer agrees with what the rules later do."""

import dataclasses

import numpy as np
import pytest

from game.information.brief import brief
from game.information.observe import observe
from game.match.table import PERSON, Match
from game.narration.alternatives import alternatives
from game.narration.debrief import gains
from game.narration.judging import (
    estimate,
    estimates,
    forecast,
    forecasts,
    own_value,
    own_values,
    ratifiers_of,
)
from game.narration.voting import ratification
from game.rules.actions import Kind, one
from game.rules.valuation import appraise
from tests.compiled import open_scenario


def packages(opened, state, rng, count=12):
    """Efficient packages and some at random."""
    found = alternatives(opened.tables, state).frontier
    for _ in range(count):
        if len(found.offers) and rng.random() < 0.7:
            yield found.at(int(rng.integers(len(found.offers))))
        else:
            halves = [int(rng.integers(1, len(half))) for half in opened.tables.halves]
            yield (*halves, int(rng.integers(len(opened.tables.plans.steps))), -1)


@pytest.mark.parametrize("name", ["one-page", "belarus-2025"])
def test_a_sure_forecast_is_what_the_vote_will_be(name):
    opened, rng = open_scenario(name), np.random.default_rng(2)
    answers = {"yes": 0, "no": 0, "open": 0}
    for seed in range(12):
        start = Match(opened, (PERSON, PERSON), seed)
        state = start.whole_state()
        state = dataclasses.replace(state, mood=rng.integers(-3, 4, state.mood.shape).astype(np.int8))
        for offer in packages(opened, state, rng):
            match = Match(opened, (PERSON, PERSON), seed)
            match._state = state
            first = match.asked
            expected = {
                seat: forecast(match.brief(seat), observe(opened.tables, state, seat), offer)
                for seat in (0, 1)
            }
            match.submit(first, one(Kind.OFFER, *offer))
            match.submit(1 - first, one(Kind.ACCEPT))
            vote = ratification(opened.tables, match._course.plies[-1])
            for side in vote.sides:
                told = expected[side.seat]
                answers[told.answer] += 1
                assert told.principal == side.principal.yes
                if told.answer != "open":
                    assert side.passed == (told.answer == "yes")
                for voice, ballot in zip(told.ratifiers, side.ratifiers, strict=True):
                    assert voice.actor == ballot.actor
                    if voice.answer != "open":
                        assert ballot.yes == (voice.answer == "yes")
                assert side.passed == (not side.blockers)
    assert min(answers["yes"], answers["no"]) > 10


def test_an_estimate_covers_every_type_and_the_own_value_is_exact(flagship):
    match, rng = Match(flagship, (PERSON, PERSON), 9), np.random.default_rng(4)
    state, tables = match.whole_state(), flagship.tables
    for offer in packages(flagship, state, rng):
        asked = np.array([offer], np.int32)
        for seat in (0, 1):
            seen = match.observe(seat)
            guess = estimate(match.brief(seat), seen, offer)
            believed = match.brief(seat).tables
            for type_, _prior, value in guess.by_type:
                assert value == appraise(believed, seen.state, 1 - seat, type_, asked).net[0]
            assert guess.low == min(value for _t, _p, value in guess.by_type)
            assert guess.high == max(value for _t, _p, value in guess.by_type)
            assert guess.mean == appraise(believed, seen.state, 1 - seat, believed.mean, asked).net[0]
            assert sum(prior for _t, prior, _v in guess.by_type) == 1_000_000
            assert own_value(match.brief(seat), seen, offer) == gains(tables, state, offer)[seat]


def test_what_would_have_been_accepted_is_accepted(one_page):
    """The packages that the debrief calls possible pass, unless the mood of the day turns a vote."""
    passed = refused = 0
    for seed in range(60):
        match = Match(one_page, (PERSON, PERSON), seed)
        found = alternatives(one_page.tables, match.whole_state())
        for number in found.ratified[:1]:
            match.submit(match.asked, one(Kind.OFFER, *found.frontier.at(number)))
            match.submit(match.asked, one(Kind.ACCEPT))
            vote = ratification(one_page.tables, match._course.plies[-1])
            passed, refused = passed + vote.passed, refused + (not vote.passed)
            if not vote.passed:
                assert any(ballot.by_mood for side in vote.sides for ballot in side.ratifiers)
    assert passed > 3


def test_ratifiers_are_those_with_a_say(one_page):
    titles = [[one_page.words.actors[a].id for a in ratifiers_of(one_page.tables, seat)] for seat in (0, 1)]
    assert titles == [["traders"], ["police"]]
    assert ratifiers_of(brief(one_page.tables, 0).tables, 1) == ()


@pytest.mark.parametrize("seat", [0, 1])
def test_offers_judged_together_are_judged_as_each_alone(seat):
    opened, rng = open_scenario("belarus-2025"), np.random.default_rng(5)
    state = Match(opened, (PERSON, PERSON), 3).whole_state()
    state = dataclasses.replace(state, mood=rng.integers(-3, 4, state.mood.shape).astype(np.int8))
    seen, told = observe(opened.tables, state, seat), brief(opened.tables, seat)
    offers = list(packages(opened, state, rng, 20))
    values = own_values(told, seen, offers)
    assert values == [own_value(told, seen, offer) for offer in offers]
    assert len(set(values)) > 3
    assert estimates(told, seen, offers) == [estimate(told, seen, offer) for offer in offers]
    assert forecasts(told, seen, offers, values) == [forecast(told, seen, offer) for offer in offers]
