"""Nothing that a seat reads changes when only what it may not know is changed."""

import dataclasses
from dataclasses import replace

import numpy as np
import pytest

from game.cli.terminal import board
from game.cli.terminal.pages import seat_pages
from game.foundation.digests import digest
from game.match.table import PERSON, Match
from game.match.transcript import public_view
from game.match.wandering import wander
from game.narration.asks import asked_line
from game.narration.log import TO_EVERYBODY, TO_ITS_SIDE, Narrator, seen_by
from game.rules.actions import Kind, one
from game.rules.happenings import Happening, What
from game.rules.state import SEEN_BY, Phase, SeenBy
from game.rules.tables import NONE
from tests.compiled import open_scenario

WRONG = (
    one(Kind.ACCEPT),
    one(Kind.DELAY),
    one(Kind.OFFER, 0, 0, 0),
    one(Kind.HOLD, move=99),
    one(Kind.SNAP_BACK),
)


def scrambled(state, tables, seat, rng):
    """The state with everything drawn anew that `seat` may not know."""
    other, hidden = 1 - seat, {}
    for name, seen in SEEN_BY.items():
        if seen is SeenBy.PUBLIC:
            continue
        array = getattr(state, name).copy()
        info = np.iinfo(array.dtype)
        noise = rng.integers(
            0 if name == "type" else info.min, info.max, array.shape, array.dtype, endpoint=True
        )
        if seen is SeenBy.NOBODY:
            array[:] = noise
        elif seen is SeenBy.SEAT:
            array[:, other] = noise[:, other]
        else:
            mine = tables.actor_side == seat
            array[:, ~mine] = noise[:, ~mine]
        hidden[name] = array
    return dataclasses.replace(state, **hidden)


def everything_read(match, seat):
    """All that a person on a seat can read at this moment, errors included."""
    seen, opened = match.observe(seat), match.opened
    tables = match.brief(seat).tables
    lines = [*board.status(match, seat), *board.owed(match, seat), *board.possible(match, seat)]
    lines += [*board.why_world(match, seat), *seat_pages(match, seat)]
    lines.append(asked_line(opened.words, tables, seen))
    for owner in (0, 1):
        offer = [int(part) for part in seen.state.offer[0, owner]]
        if offer[0] != NONE:
            lines += board.why_offer(match, seat, offer)
    lines += [line.text for line in Narrator(opened.words, opened.tables, seat).lines(match.happenings(seat))]
    lines += [match.why_not(seat, action) for action in WRONG]
    if match.asked == seat:
        lines.append(str(match.legal(seat)))
        lines += board.side_moves(match, seat)
    lines.append(public_view(match.transcript()))
    lines.append(digest(seen.state))
    return "\n".join(lines)


def compare(name, seeds, rng):
    opened, states = open_scenario(name), 0
    for seed in seeds:
        match = Match(opened, (PERSON, PERSON), seed)
        while not match.over:
            true = match.whole_state()
            for seat in (0, 1):
                before = everything_read(match, seat)
                match._state = scrambled(true, opened.tables, seat, rng)
                assert everything_read(match, seat) == before
                match._state = true
                states += 1
            seat = true.clock.seat
            match.submit(seat, wander(true, match.legal(seat), match), confirm=True)
    return states


@pytest.mark.parametrize(("name", "games"), [("two-turns", 4), ("one-page", 4), ("belarus-2025", 1)])
def test_what_a_seat_reads_does_not_depend_on_what_it_may_not_know(name, games):
    assert compare(name, range(games), np.random.default_rng(11)) >= 16


@pytest.mark.slow
def test_the_same_on_ten_thousand_states():
    games = {"two-turns": 100, "one-page": 340, "belarus-2025": 50}
    rng = np.random.default_rng(12)
    assert sum(compare(name, range(100, 100 + many), rng) for name, many in games.items()) >= 10_000


def test_the_test_would_see_a_leak(table, monkeypatch):
    """If the board read the true state instead of the observation, the comparison would fail."""
    monkeypatch.setattr(
        board, "_trust_line", lambda match, _seen: f"their floor is {match.whole_state().floor[0].tolist()}"
    )
    true, before = table.whole_state(), everything_read(table, 0)
    table._state = scrambled(true, table.opened.tables, 0, np.random.default_rng(1))
    assert everything_read(table, 0) != before


def test_every_kind_of_happening_says_who_learns_of_it():
    assert set(What) == TO_EVERYBODY | TO_ITS_SIDE
    assert not TO_EVERYBODY & TO_ITS_SIDE
    vote = Happening(What.VOTED, 0, 1, 3, 1)
    assert seen_by([vote], 0) == seen_by([vote], None) == ()
    assert seen_by([vote], 1) == (vote,)


def test_every_kind_of_happening_has_a_sentence(one_page):
    """With any numbers it can carry, and for every viewer."""
    told = {
        What.EVENT: Happening(What.EVENT, 0, index=0),
        What.MOVED: Happening(What.MOVED, 0, 1, 0, 3),
        What.MOVE_FAILED: Happening(What.MOVE_FAILED, 0, 0, 2),
        What.OFFERED: Happening(What.OFFERED, 0, 0, offer=(1, 5, 0, -1)),
        What.ACCEPTED: Happening(What.ACCEPTED, 0, 1, offer=(1, 5, 0, 7)),
        What.RATIFIED: Happening(What.RATIFIED, 0, amount=10, offer=(1, 5, 0, -1)),
        What.FREED: Happening(What.FREED, 0, 1, 2, 5),
        What.ARRESTED: Happening(What.ARRESTED, 0, index=1, amount=2),
        What.TRUST: Happening(What.TRUST, 0, 0, amount=-2),
        What.WORLD: Happening(What.WORLD, 0, index=6, amount=1),
        What.ENDED: Happening(What.ENDED, 0, index=1),
        What.VOTED: Happening(What.VOTED, 0, 1, 3, -1),
        What.COUNTERED: Happening(What.COUNTERED, 0, 1, 4, 50_000),
        What.BLOCKED: Happening(What.BLOCKED, 0, index=6, amount=4),
    }
    words = replace(one_page.words, spoilers={4: "It protests."})
    for what in What:
        happening = told.get(what, Happening(what, 0, 1, 4, 1))
        for viewer in (None, 0, 1):
            text = Narrator(words, one_page.tables, viewer, debrief=True).sentence(happening)
            assert text, what
            assert "{" not in text
            assert text[0].isupper() or text[0].isdigit()
    quiet = Narrator(one_page.words, one_page.tables, None)
    assert quiet.lines([Happening(What.ARRESTED, 0, index=0, amount=0), Happening(What.TRUST, 0, 0)]) == []


def test_the_public_view_holds_no_seed_and_no_digest(table):
    table.submit(0, one(Kind.HOLD))
    view = public_view(table.transcript())
    assert view == '{"at": [1, 1], "seat": "union", "do": "hold"}\n'
    assert table.phase is Phase.TALK
