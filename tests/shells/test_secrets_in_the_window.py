"""Nothing that is drawn for a seat changes when only what it may not know is changed."""

import dataclasses

import numpy as np
import pytest

from game.match.table import PERSON, Match
from game.match.wandering import wander
from game.rules.state import Phase
from game.ui.playing import Playing
from game.ui.screens.brief import BriefPage
from game.ui.screens.change_seats import ChangeSeats
from game.ui.screens.curtain import Curtain
from game.ui.screens.paused import Paused
from game.ui.screens.reactions import Reactions
from game.ui.screens.table import Table
from game.ui.widgets.board import Board
from game.ui.widgets.tabs import Tabs
from tests.compiled import open_scenario
from tests.match.test_secrecy import scrambled
from tests.shells.drawn import words_on
from tests.shells.hand import Hand


def shown_to(match, seat):
    """All words on all pages that a seat can turn to at this moment, sums behind the numbers included."""
    playing = Playing(match, viewer=seat, briefed=[True, True])
    words = [*read(Curtain(playing, seat)), *read(BriefPage(playing)), *read(Reactions(playing))]
    words += [*read(Paused(playing)), *read(ChangeSeats(playing))]
    if match.asked == seat:
        words += at_the_table(playing)
    return words


def read(page):
    hand = Hand(page)
    return words_on(hand.app)


def at_the_table(playing):
    table = Table(playing)
    hand = Hand(table)
    words = words_on(hand.app)
    for tabs in [widget for widget in hand.app.top.root.everything() if isinstance(widget, Tabs)]:
        for number in range(len(tabs.pages)):
            tabs.choose(number)
            hand.app.step()
            words += words_on(hand.app)
    assert not any(widget.tabbed for widget in hand.app.top.root.walk() if isinstance(widget, Board))
    if playing.match.phase is Phase.TALK:
        words += of_a_draft(hand, table)
    for widget in [w for w in hand.app.top.root.walk() if w.focusable and (w.why is not None or w.hint)]:
        hand.focus(widget)
        hand.key("f2")
        words += words_on(hand.app)
    return words


def of_a_draft(hand, table):
    """What is written while an offer is put together."""
    words = []
    if table.drafting.theirs is not None:
        table._copy_theirs()
    for slider in [w for w in hand.app.top.root.walk() if w.role == "slider"][:3]:
        hand.focus(slider)
        hand.key("right")
        words += words_on(hand.app)
    return words


def twins(match, seat, rng):
    """The same game, with everything that the seat may not know drawn anew."""
    true = match.whole_state()
    try:
        match._state = scrambled(true, match.opened.tables, seat, rng)
        yield shown_to(match, seat)
    finally:
        match._state = true


@pytest.mark.parametrize(
    ("name", "seeds", "every"),
    [
        ("two-turns", range(1), 1),
        ("one-page", range(1), 3),
        ("belarus-2025", [3], 13),
        pytest.param("two-turns", range(1, 3), 1, marks=pytest.mark.slow),
        pytest.param("belarus-2025", [3], 5, marks=pytest.mark.slow),
    ],
)
def test_no_word_depends_on_what_a_seat_may_not_know(name, seeds, every):
    opened, rng, compared = open_scenario(name), np.random.default_rng(11), set()
    for seed in seeds:
        match = Match(opened, (PERSON, PERSON), seed)
        for n in range(400):
            if match.over:
                break
            if n % every == 0:
                seat = match.asked
                assert shown_to(match, seat) == next(twins(match, seat, rng)), (seed, match.moment)
                compared.add((seat, match.phase))
            asked = match.asked
            match.submit(asked, wander(match.whole_state(), match.legal(asked), match), confirm=True)
    assert {seat for seat, _phase in compared} == {0, 1}


def test_a_leak_would_be_seen():
    """The same comparison sees a difference where something public is changed."""
    match = Match(open_scenario("one-page"), (PERSON, PERSON), 1)
    seat, before = match.asked, shown_to(match, match.asked)
    state = match.whole_state()
    match._state = dataclasses.replace(state, held=state.held + 1)
    assert shown_to(match, seat) != before


def test_the_curtain_shows_nothing_of_either_side():
    match = Match(open_scenario("one-page"), (PERSON, PERSON), 1)
    words = " ".join(read(Curtain(Playing(match), 1)))
    scenario = match.opened.scenario
    for seat in scenario.seats:
        for wish in seat.mandate:
            assert wish.text not in words
    assert len(words) < 300
