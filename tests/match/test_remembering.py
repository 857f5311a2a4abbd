"""The history runs through the ordinary rules, the same under every key, and what was forced is said."""

import dataclasses

import numpy as np
import pytest

from game.foundation.errors import GameError
from game.match.remembering import remember, remembered_course, with_history
from game.narration.voting import ratification
from game.rules.happenings import What
from game.rules.state import Phase


@pytest.fixture(scope="module")
def thousand(flagship):
    return remember(flagship, 1, 1000)


def test_the_history_is_the_same_under_a_thousand_keys(thousand):
    assert thousand.differing == ()
    assert thousand.releases == ((0, 14), (1, 16), (3, 52), (5, 31), (6, 123), (9, 250))
    assert (thousand.final.agreements == 3).all()
    assert (thousand.final.freed == 486).all()


def test_instruments_come_into_force_when_they_did(flagship):
    words, course = flagship.words, remembered_course(flagship, 1)
    in_force = {
        (
            words.issues[h.index].id,
            words.issues[h.index].levels[h.amount].id,
        ): flagship.scenario.calendar.name_of(h.turn)
        for h in course.happenings
        if h.what is What.IN_FORCE
    }
    assert in_force["airline", "delisted"] == "2025-11"
    assert in_force["travel", "aircraft"] == "2025-11"
    assert in_force["potash", "general"] == "2025-12"
    assert in_force["potash", "delisted"] == "2026-03"
    assert in_force["banks", "licence"] == "2026-03"
    announced = [
        words.issues[h.index].id for h in course.happenings if h.what is What.ANNOUNCED and h.turn == 3
    ]
    assert announced == ["airline", "travel"]


def test_what_was_forced_agrees_with_the_votes_of_each_game(flagship):
    for seed in range(6):
        found = remember(flagship, seed, 1)
        tables, _history = with_history(flagship)
        votes = [ratification(tables, ply) for ply in remembered_course(flagship, seed).plies]
        told = {(r.deed.turn, r.seat) for r in found.refusals if r.what == "ratify"}
        seen = {(vote.turn, side.seat) for vote in votes if vote for side in vote.sides if side.forced}
        assert told == seen
        losing = {(r.deed.turn, r.seat) for r in found.refusals if r.what == "accept"}
        assert losing <= told  # whose principal loses by accepting would not have signed either


def test_without_forcing_the_model_goes_its_own_way(flagship, thousand):
    assert any(refusal.what == "ratify" for refusal in thousand.refusals)
    assert all(0 < refusal.games <= 1000 for refusal in thousand.refusals)
    free = dataclasses.replace(flagship, tables=flagship.tables)
    assert not free.tables.forced.verdicts


def test_every_deed_is_an_ordinary_action(flagship):
    _tables, history = with_history(flagship)
    course = remembered_course(flagship, 4)
    played = {
        (ply.before.clock.turn, ply.before.clock.slot): ply.action
        for ply in course.plies
        if ply.before.clock.phase is Phase.TALK
    }
    for deed in history.deeds:
        if deed.ply >= 0:
            action = played[deed.turn, deed.ply]
            assert all(np.array_equal(getattr(action, n), getattr(deed.action, n)) for n in vars(action)), (
                deed
            )


def test_a_scenario_without_a_history_says_so(one_page):
    with pytest.raises(GameError, match="one-page has no history"):
        remember(one_page, 1, 1)
