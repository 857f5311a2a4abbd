"""What a seat's analysts say, from what the seat saw."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.match.estimating import Analysts
from game.match.table import PERSON, Match
from game.policies.registry import make
from game.rules.actions import Action, Kind, one
from game.rules.state import Phase
from tests.compiled import open_scenario

OPENED = open_scenario("belarus-2025")


def own_move(match: Match) -> Action:
    """What a linear seat would do in the person's place."""
    seat = match.people[0]
    action: Action = make("linear", match.brief(seat))(
        match.brief(seat), match.observe(seat), np.zeros(1, np.uint64)
    )
    return action


def played(turns: int, seed: int = 3) -> Match:
    match = Match(OPENED, (PERSON, "linear"), seed)
    match.advance()
    while not match.over and match.moment.turn < turns:
        match.submit(0, own_move(match))
        match.advance()
    return match


def test_they_begin_with_the_prior_and_learn() -> None:
    match = Match(OPENED, (PERSON, "linear"), 3)
    match.advance()
    analysts = Analysts(match, 0)
    for _turn in range(3):
        while match.asked == 0 and match.phase is not Phase.TALK:
            match.submit(0, one(Kind.HONOUR if match.phase is Phase.HONOUR else Kind.LET_PASS))
            match.advance()
        match.submit(0, own_move(match))
        match.advance()
    found = analysts.assess()
    assert found is not None
    assert [chance.first for chance in found.types] == OPENED.tables.sides[1].prior.tolist()
    assert sum(chance.now for chance in found.types) == 1_000_000
    assert sum(chance.now for chance in found.tempos) == 1_000_000
    assert max(abs(chance.now - chance.first) for chance in found.types) > 5_000


def test_followed_turn_by_turn_or_read_at_once_they_say_the_same() -> None:
    match = Match(OPENED, (PERSON, "linear"), 3)
    match.advance()
    following = Analysts(match, 0)
    while match.moment.turn < 3:
        following.assess()
        match.submit(0, own_move(match))
        match.advance()
    assert following.assess() == Analysts(match, 0).assess()


def test_what_the_seat_cannot_see_changes_nothing() -> None:
    """The other's type, floor, moods and payoff are others in every state that was passed through."""
    match = played(3)
    before = Analysts(match, 0).assess()
    plies = []
    for ply in match._course.plies:
        state = ply.before
        hidden = {name: getattr(state, name).copy() for name in ("type", "floor", "payoff", "shock")}
        hidden["type"][:, 1] = (hidden["type"][:, 1] + 1) % 3
        for name in ("floor", "payoff", "shock"):
            hidden[name][:, 1] += 17_000
        plies.append(replace(ply, before=replace(state, **hidden)))
    match._course = replace(match._course, plies=tuple(plies))
    state = match._state
    other = state.type.copy()
    other[:, 1] = (other[:, 1] + 1) % 3
    match._state = replace(state, type=other)
    assert Analysts(match, 0).assess() == before
