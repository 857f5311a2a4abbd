"""What followed: numbers that add up, and lines under each other only where the rules tie them."""

from collections import Counter

import pytest

from game.narration.log import Narrator
from game.rules.happenings import Happening, What
from game.ui.chain import chain
from game.ui.charts.stocks import Stocks
from game.ui.chronicle import chapters
from game.ui.digits import many
from game.ui.pictured_games import finished
from game.ui.playing import Playing
from game.ui.screens.reactions import Reactions
from game.ui.widgets.label import Label
from game.ui.widgets.meter import Meter
from game.ui.widgets.strength import Strength
from tests.compiled import open_scenario
from tests.shells.player import Player
from tests.shells.seated import PASSES, played

FLAGSHIP = "belarus-2025"


@pytest.fixture(scope="module")
def opened():
    return open_scenario(FLAGSHIP)


@pytest.fixture(scope="module")
def game(opened):
    return finished(opened)


def told_by(opened, *happenings, viewer=1, before=()):
    """The steps of a turn: depth and words."""
    teller = Narrator(opened.words, opened.tables, viewer)
    links = chain(teller, before, happenings)
    return [step for link in links for step in link.steps]


def depths(steps):
    return [step.depth for step in steps]


OFFER = (0, 0, 0, 0)


def test_what_is_accepted_voted_and_ratified_hangs_on_the_offer(opened):
    steps = told_by(
        opened,
        Happening(What.OFFERED, 0, 0, offer=OFFER),
        Happening(What.ACCEPTED, 0, 1, offer=OFFER),
        Happening(What.VOTED, 0, 1, 5, 1),
        Happening(What.RATIFIED, 0, amount=50, offer=OFFER),
        Happening(What.HONOURED, 0, 1),
        Happening(What.FREED, 0, 1, 50, 50),
        Happening(What.TRUST, 0, 0, amount=3),
    )
    assert depths(steps) == [0, 1, 2, 3, 0, 1, 1]
    assert [(s.measured, s.amount) for s in steps[-2:]] == [("people", 50), ("trust", 3)]


def test_arrests_of_the_turn_are_not_laid_at_an_events_door(opened):
    """The same arrests hang on an event only if that event arrests people."""
    found = {}
    for number, event in enumerate(opened.tables.events):
        arrests = any(effect.does.name == "ARREST" for effect in event.effects)
        steps = told_by(
            opened, Happening(What.EVENT, 2, index=number), Happening(What.ARRESTED, 2, index=1, amount=20)
        )
        found.setdefault(arrests, set()).add(steps[1].depth)
    assert found == {True: {1}, False: {0}}


def test_a_law_that_comes_into_force_by_itself_hangs_on_nothing(opened):
    owner = int(opened.tables.issues.owner[7])
    steps = told_by(
        opened,
        Happening(What.REFUSED, 2, 1, offer=OFFER),
        Happening(What.TRUST, 2, 0, amount=-1),
        Happening(What.IN_FORCE, 2, owner, 7, 1),
    )
    assert depths(steps) == [0, 1, 0]


def test_trust_after_the_other_sides_news_is_not_explained_by_it(opened):
    steps = told_by(opened, Happening(What.HELD, 2, 0), Happening(What.TRUST, 2, 1, amount=-1))
    assert depths(steps) == [0, 0]


def test_who_votes_otherwise_than_before_is_said(opened):
    vote = lambda turn, yes: Happening(What.VOTED, turn, 1, 5, yes)  # noqa: E731
    (step,) = told_by(opened, vote(3, -1), before=[vote(1, 1)])
    assert step.votes == (("Security services", False, True),)
    (step,) = told_by(opened, vote(3, 1), before=[vote(1, 1)])
    assert step.votes == (("Security services", True, False),)


def test_the_chain_tells_all_that_the_chronicle_tells(opened, game):
    """Only trust is told otherwise: where it changed, and not summed at the end of a turn."""
    known = game.match.happenings(1)
    teller = Narrator(opened.words, opened.tables, 1)
    steps = [step for link in chain(teller, (), known) for step in link.steps]
    lines = [line for chapter in chapters(teller, known) for line in chapter.lines]
    linked = Counter(step.told.text for step in steps if step.measured != "trust")
    assert linked == Counter(line.text for line in lines if line.tone != "link")
    trust = sum(step.amount for step in steps if step.measured == "trust")
    assert trust == sum(h.amount for h in known if h.what is What.TRUST)


def shown(playing):
    player = Player(screen=Reactions(playing))
    return player, list(player.app.top.root.everything())


def test_the_numbers_lead_from_what_was_to_what_is(game):
    game.told = [0, 0]
    _player, widgets = shown(game)
    (stock,) = [w for w in widgets if isinstance(w, Stocks)]
    tables = game.match.brief(1).tables
    came, gone = (sum(int(s.amount) for s in streams) for streams in (stock.inflows, stock.outflows))
    held = int(game.match.observe(1).state.held[0])
    assert int(tables.held_start) + came - gone == held
    assert stock.shown == many(held)
    meters = {w.key: w for w in widgets if isinstance(w, Meter)}
    for seat in (0, 1):
        meter = meters[f"trust {seat}"]
        assert meter.value - meter.change == int(tables.trust_start[seat])


def test_bars_are_as_long_as_what_they_show():
    match = played(PASSES, "accept", "honour")
    playing = Playing(match, viewer=1, briefed=[True, True])
    player, widgets = shown(playing)
    bars = [w for w in widgets if isinstance(w, Strength)]
    assert bars
    assert all(abs(bar.amount) <= bar.most for bar in bars)
    assert player.app.focused.key == "go"


def test_bars_of_people_are_compared_with_the_same_number_on_every_page(game):
    held = int(game.match.brief(1).tables.held_start)
    known = game.match.happenings(1)
    seen = []
    for turn in range(8):
        game.told = [0, sum(h.turn < turn for h in known)]
        people = [w for w in shown(game)[1] if isinstance(w, Strength) and not w.both_ways]
        seen += [(bar.most, max(other.amount for other in people)) for bar in people]
    assert seen
    assert all(most == max(held // 10, greatest) for most, greatest in seen)


def test_where_nobody_came_or_went_no_arrows_are_drawn():
    playing = Playing(played("hold"), viewer=1, briefed=[True, True])
    playing.told = [len(playing.match.happenings(seat)) for seat in (0, 1)]
    _player, widgets = shown(playing)
    assert not [w for w in widgets if isinstance(w, Stocks)]
    assert any("as before" in w.said() for w in widgets if isinstance(w, Label))
