"""What the debrief says of agreements and openings, against every package looked at one by one."""

from dataclasses import dataclass, replace
from math import floor, hypot

import numpy as np
import pytest

from game.match.finished import finished
from game.match.table import PERSON, Match
from game.narration.alternatives import alternatives
from game.narration.course import Ply
from game.narration.quality import opening, power, quality
from game.narration.telling import tell
from game.narration.voting import ratification
from game.rules.actions import Kind, one
from game.rules.ratification import carried, ratify, votes
from game.rules.state import draft_of, take
from game.rules.valuation import appraise
from tests.compiled import open_scenario

SMALL = ("one-page", "two-turns")
THEORIES = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


@pytest.fixture(scope="module", params=SMALL)
def opened(request):
    return open_scenario(request.param)


@dataclass
class Listed:
    """Every package of a moment: what it gains both seats, who would sign it, whose ratifiers let it pass."""

    offers: list
    gains: list
    signed: tuple
    passed: tuple

    def front(self):
        """Packages that no other beats and none before it equals; best for seat 0 first."""
        kept, most = [], None
        for n in sorted(range(len(self.gains)), key=lambda n: (-self.gains[n][0], -self.gains[n][1], n)):
            if most is None or self.gains[n][1] > most:
                kept, most = [*kept, n], self.gains[n][1]
        return kept


def listed(tables, state):
    sizes = [len(half) for half in tables.halves]
    offers = [
        (a, b, plan, -1)
        for a in range(sizes[0])
        for b in range(sizes[1])
        for plan in range(len(tables.plans.phi))
    ]
    offers = [offer for offer in offers if offer[:2] != (0, 0)]
    asked = np.array(offers, np.int32)
    many = take(state, np.zeros(len(offers), np.intp))
    nets = [appraise(tables, many, seat, many.type[:, seat], asked).net.tolist() for seat in (0, 1)]
    calm = np.zeros((len(offers), len(tables.votes)), np.int64)
    passed = [carried(tables, side, votes(tables, many, side, asked, calm)).tolist() for side in (0, 1)]
    signed = [[net >= state.floor[0, seat] for net in nets[seat]] for seat in (0, 1)]
    return Listed(offers, list(zip(*nets, strict=True)), tuple(signed), tuple(passed))


def openings(opened, seeds=range(60)):
    for seed in seeds:
        state = Match(opened, (PERSON, PERSON), seed).whole_state()
        yield state, opening(opened.tables, state), listed(opened.tables, state)


def accepted(tables, state, offer):
    """The vote on a package, had it lain on the table."""
    seat = state.clock.seat
    standing = state.offer.copy()
    standing[0, 1 - seat] = offer
    ply = Ply(seat, one(Kind.ACCEPT), replace(state, offer=standing), state, ())
    return ratification(tables, ply)


def agreements(opened, seeds=range(60)):
    """Votes on packages that both principals sign, and on one they do not, in the opening of many games."""
    rng = np.random.default_rng(5)
    for seed in seeds:
        state = Match(opened, (PERSON, PERSON), seed).whole_state()
        every = listed(opened.tables, state)
        both = [n for n in range(len(every.offers)) if every.signed[0][n] and every.signed[1][n]]
        chosen = {int(rng.integers(len(every.offers))), *rng.permutation(both)[:6].tolist()}
        for n in sorted(chosen):
            yield accepted(opened.tables, state, every.offers[n])


def test_win_sets_and_zone_are_counted(opened):
    met = 0
    for _state, found, every in openings(opened):
        numbers = range(len(every.offers))
        signed, passed = every.signed, every.passed
        both = [n for n in numbers if signed[0][n] and signed[1][n]]
        assert found.sets.packages == len(every.offers)
        for side in (0, 1):
            assert found.sets.signed[side] == sum(signed[side])
            assert found.sets.passed[side] == sum(passed[side])
            assert found.sets.won[side] == sum(
                s and p for s, p in zip(signed[side], passed[side], strict=True)
            )
        assert found.sets.zone == len(both)
        assert found.sets.agreed == sum(passed[0][n] and passed[1][n] for n in both)
        front = every.front()
        inside = [every.gains[n] for n in front if n in set(both)]
        assert (found.zone is None) == (not inside) == (not both)
        if found.zone is not None:
            met += 1
            assert (found.zone.packages, found.zone.efficient) == (len(inside), len(front))
            assert found.zone.least == tuple(min(gain[seat] for gain in inside) for seat in (0, 1))
            assert found.zone.most == tuple(max(gain[seat] for gain in inside) for seat in (0, 1))
    assert met > 1


def test_points_of_theory_are_the_best_of_all_packages(opened):
    met = 0
    for _state, found, every in openings(opened):
        fair = [gain for gain in every.gains if min(gain) >= 0]
        assert set(found.found.points) == (set(THEORIES) if fair else set())
        if fair:
            met += 1
            hope = [max(1, *(gain[seat] for gain in fair)) for seat in (0, 1)]
            scores = {
                "nash": lambda one, two: one * two,
                "kalai_smorodinsky": lambda one, two, hope=hope: min(one * hope[1], two * hope[0]),
                "egalitarian": min,
                "utilitarian": lambda one, two: one + two,
            }
            for theory, number in found.found.points.items():
                picked = found.found.frontier.gains[number].tolist()
                assert scores[theory](*picked) == max(scores[theory](*gain) for gain in fair), theory
    assert met > 2


def test_offers_in_turn_are_solved_from_the_end(opened):
    """By hand: from the last ply to the first, the best for who proposes that the other does not wait out."""
    tables, met = opened.tables, 0
    for _state, found, every in openings(opened):
        front = [every.gains[n] for n in every.front()]
        worth, agreed = (0, 0), None
        for turn in reversed(range(tables.turns)):
            for ply in reversed(range(tables.plies)):
                ended = ply == tables.plies - 1
                left = [int(tables.remaining[turn + ended]), int(tables.remaining[turn])]
                keep = 1000 * left[0] // left[1]
                wait = [keep * gain // 1000 for gain in worth]
                able = [gain for gain in front if gain[0] >= wait[0] and gain[1] >= wait[1]]
                if able:
                    proposer = (tables.first + turn + ply) % 2
                    agreed = worth = max(able, key=lambda gain, who=proposer: (gain[who], gain[1 - who]))
        picked = None if found.in_turn is None else tuple(found.found.frontier.gains[found.in_turn].tolist())
        assert picked == agreed
        met += picked is not None
    assert met > 2


def test_patience_is_that_of_the_calendar(opened):
    tables = opened.tables
    found = next(openings(opened, [1]))[1]
    patience = 1000 * int(tables.remaining[1]) // int(tables.remaining[0])
    assert found.patience == patience
    assert found.endless == pytest.approx(1e6 / (1 + patience / 1000), abs=1)
    share = [0.0, 0.0]  # of the cake, from the last turn to the first
    for turn in reversed(range(tables.turns)):
        for ply in reversed(range(tables.plies)):
            left = 1000 * int(tables.remaining[turn + 1]) // int(tables.remaining[turn])
            keep = left / 1000 if ply == tables.plies - 1 else 1.0
            proposer = (tables.first + turn + ply) % 2
            share[1 - proposer] *= keep
            share[proposer] = 1 - share[1 - proposer]
    assert found.cake == pytest.approx(1e6 * share[0], abs=1)


def test_the_writer_of_the_offer_gets_the_best_that_passes(opened):
    met = 0
    for _state, found, every in openings(opened):
        able = [
            every.gains[n]
            for n in every.front()
            if all(every.signed[side][n] and every.passed[side][n] for side in (0, 1))
        ]
        for seat in (0, 1):
            number = found.sole[seat]
            assert (number is None) == (not able)
            if number is not None:
                met += 1
                assert int(found.found.frontier.gains[number, seat]) == max(gain[seat] for gain in able)
    assert met > 2


def test_packages_are_measured_against_every_other(opened):
    """Numbers of people apart, which no agreement here names."""
    off = on = 0
    for vote in agreements(opened):
        found, every = quality(opened.tables, vote), listed(opened.tables, vote.before)
        deal = found.gains
        assert deal == every.gains[every.offers.index(vote.offer)]
        better = [(a - deal[0], b - deal[1]) for a, b in every.gains if a >= deal[0] and b >= deal[1]]
        assert found.left.both == max(min(pair) for pair in better)
        assert found.left.sum == max(sum(pair) for pair in better)
        assert found.left.each == tuple(max(pair[seat] for pair in better) for seat in (0, 1))
        off, on = off + (found.left.each != (0, 0)), on + (found.left.each == (0, 0))
        fair = [gain for gain in every.gains if min(gain) >= 0]
        assert (found.fairness is None) == (not fair)
        if found.fairness is not None:
            hope = [max(1, *(gain[seat] for gain in fair)) for seat in (0, 1)]
            assert found.fairness.got == tuple(floor(1000 * deal[s] / hope[s]) for s in (0, 1))
            points = alternatives(opened.tables, vote.before)
            for theory, far in found.fairness.away.items():
                point = points.frontier.gains[points.points[theory]].tolist()
                exact = 1000 * hypot(*((deal[s] - point[s]) / hope[s] for s in (0, 1)))
                assert far == pytest.approx(exact, abs=1.001)
    assert on > 2
    if opened.scenario.id == "one-page":
        assert off > 2


def test_power_is_read_back_from_what_it_divides():
    cake = np.array([[z, 1000 - z] for z in range(1001)], np.int64)
    for parts in range(1, 10):
        assert power(cake, (100 * parts, 1000 - 100 * parts), (1000, 1000)) == parts
    assert power(cake, (940, 60), (1000, 1000)) == 9
    assert power(cake, (450, 550), (1000, 1000)) == 5  # as near to 4, less even
    assert power(cake, (300, 300), (1000, 1000)) == 5


def test_what_would_have_passed_passes_in_that_very_vote(opened):
    """The mood of that day counts: what was refused by it is never named as what would have passed."""
    tables, met = opened.tables, 0
    for vote in agreements(opened):
        found = alternatives(tables, vote.before, vote.day)
        if found.best is None:
            assert not vote.passed or vote.offer not in map(
                found.frontier.at, range(len(found.frontier.offers))
            )
            continue
        offer = found.frontier.at(found.best)
        assert vote.passed or offer != vote.offer
        assert _verdict(tables, vote, offer) == [1, 1]
        met += not vote.passed
    if opened.scenario.id == "one-page":
        assert met > 0


def test_the_mood_of_the_day_narrows_what_passes(flagship):
    """The packages named are those that `ratify` lets pass that day, even if others do on a neutral one."""
    tables = flagship.tables
    for _state, calm, vote in _good_in_calm(flagship):
        found = alternatives(tables, vote.before, vote.day)
        looked_at = (calm.best, *found.signed[::4])
        would = [n for n in looked_at if _verdict(tables, vote, found.frontier.at(n)) == [1, 1]]
        assert would == [n for n in looked_at if n in found.ratified]
        assert vote.passed == (calm.best in would)
        if not vote.passed:
            return
    pytest.fail("the day turned no vote")


def test_ratifiers_narrow_what_a_writer_can_get(flagship):
    for state, calm, _vote in _good_in_calm(flagship):
        gains = calm.frontier.gains
        able, every = gains[list(calm.ratified)].max(axis=0), gains[list(calm.signed)].max(axis=0)
        if (able < every).any():
            sole = opening(flagship.tables, state).sole
            assert [int(gains[sole[seat], seat]) for seat in (0, 1)] == able.tolist()
            return
    pytest.fail("ratifiers narrowed nothing")


def _good_in_calm(opened):
    """Openings in which something passes, and the vote on what would pass if the day were neutral."""
    for seed in range(40):
        state = Match(opened, (PERSON, PERSON), seed).whole_state()
        calm = alternatives(opened.tables, state)
        if calm.best is not None:
            yield state, calm, accepted(opened.tables, state, calm.frontier.at(calm.best))


def _verdict(tables, vote, offer):
    draft = draft_of(replace(vote.before, signed=np.array([offer], np.int16)))
    ratify(tables, draft)
    return draft.finish().verdict[0].tolist()


def test_what_failed_just_before_is_not_named(opened):
    """A package that is barred cannot be offered, however willing both sides are."""
    tables, met = opened.tables, 0
    for state, found, _every in openings(opened):
        best = found.found.best
        if best is not None:
            pair = found.found.frontier.at(best)[:2]
            failed = replace(state, barred=np.array([[pair, (-1, -1)]], np.int32))
            for turn, open_again in ((0, False), (-2, False), (-3, True)):
                again = alternatives(tables, replace(failed, barred_turn=np.array([[turn, -1]], np.int16)))
                assert again.ratified == found.found.ratified
                named = None if again.best is None else again.frontier.at(again.best)[:2]
                assert (named == pair) == open_again
            met += 1
    assert met > 0


def sections(opened, match, wandered):
    wandered(match)
    told = tell(finished(opened, match.course()))
    return {section.title: [said.text for said in section.said] for section in told}


def test_the_debrief_measures_each_agreement_and_the_opening(opened, wandered):
    told = [sections(opened, Match(opened, (PERSON, PERSON), seed), wandered) for seed in range(12)]
    agreed = [game["How good each agreement was"] for game in told if "How good each agreement was" in game]
    assert agreed
    assert len(agreed) < len(told)  # without an agreement there is nothing to measure
    for lines in agreed:
        text = " ".join(lines)
        assert "on the table" in text
        assert "Distance from the points of four theories" in text or "names no fair one" in text
    for game in told:
        text = " ".join(game["What was possible"])
        assert "its win-set" in text
        assert "zone of agreement" in text.lower()
        assert "{" not in text


def test_what_keeps_itself_is_what_costs_less_than_it_brings(opened):
    seen = set()
    for vote in agreements(opened):
        found = quality(opened.tables, vote)
        remaining = opened.tables.remaining
        assert found.patience == 1000 * int(remaining[vote.turn + 1]) // int(remaining[vote.turn])
        for seat, least in enumerate(found.holds):
            offer = np.array([vote.offer], np.int32)
            worth = appraise(opened.tables, vote.before, seat, vote.before.type[:, seat], offer)
            cost = -int(worth.given[0])
            gets = int(opened.tables.plans.keep[vote.offer[2], seat]) * int(worth.received[0]) // 1000
            if cost <= 0:
                assert least == 0
            elif cost >= gets:
                assert least is None
            else:
                assert (least - 1) * gets < 1000 * cost <= least * gets
            seen.add("free" if cost <= 0 else "never" if cost >= gets else "patient")
    assert {"never", "patient"} <= seen
