"""The debrief in the window: every offer with its worth, reasons turn by turn, both sides of a vote."""

from dataclasses import replace

import numpy as np
import pytest

from game.match.table import Match
from game.narration.offers import half_items
from game.ui.charts.bars import Bars
from game.ui.charts.lines import Lines, Series, spread
from game.ui.debrief.figures import people
from game.ui.debrief.reasoned import why_it_did
from game.ui.digits import worth
from game.ui.layout import Column
from game.ui.playing import Playing
from game.ui.screens.debrief import DebriefPage
from game.ui.screens.outcome import Outcome
from game.ui.widgets.label import Label
from tests.compiled import open_scenario
from tests.shells.player import Player
from tests.shells.test_charts import on


@pytest.fixture(scope="module")
def page() -> DebriefPage:
    match = Match(open_scenario("belarus-2025"), ("conceder", "boulware"), 7)
    match.advance()
    player = Player(True, screen=Outcome(Playing(match)))
    player.use("go")
    assert isinstance(player.page, DebriefPage)
    return player.page


def on_tab(page: DebriefPage, key: str):
    page._tabs.choose(key)
    page.app.step()
    return next(tab.body for tab in page._tabs.pages if tab.key == key)


def words(widget) -> str:
    return widget.text if isinstance(widget.text, str) else "".join(part.text for part in widget.text)


def labels(root) -> list[str]:
    return [words(widget) for widget in root.walk() if isinstance(widget, Label) and widget.text]


def test_every_offer_says_who_gives_what_and_what_it_was_worth(page):
    done, root = page._done, on_tab(page, "offers")
    assert len(done.told.tabled) > 5
    said = "\n".join(labels(root))
    for tabled in done.told.tabled:
        for owner in (0, 1):
            number = root.find(f"offer {tabled.turn} {tabled.slot} {owner}")
            assert words(number).endswith(worth(tabled.gains[owner]))
            assert number.why().total == f"= {worth(tabled.gains[owner])}"
            for issue, level in half_items(done.words, done.tables, owner, tabled.offer):
                assert f"{issue}: {level}" in said
    assert said.count("Accepted and ratified.") == sum(t.fate == "ratified" for t in done.told.tabled)


def test_reasons_stand_under_their_turns_in_order(page):
    done, said = page._done, labels(on_tab(page, "reasons"))
    begun = said[said.index("Why the computer did what it did") + 1 :]
    dates = [done.words.date(turn) for turn in sorted({reason.turn for reason in done.told.reasons})]
    assert [text for text in begun if text in dates] == dates
    assert len(begun) == len(dates) + len(done.told.reasons)


@pytest.mark.parametrize("reasons", [True, False])
def test_reasons_that_were_not_kept_are_spoken_of_once(page, reasons):
    told = replace(page._done.told, reasons_lost=2, **({} if reasons else {"reasons": ()}))
    said = labels(Column(why_it_did(replace(page._done, told=told))))
    assert said[0] == "Why the computer did what it did"
    assert said[1] == "Of 2 decisions the reasons were not kept when the game was put away."
    assert (len(said) > 2) == reasons
    assert why_it_did(replace(page._done, told=replace(told, reasons=(), reasons_lost=0))) == []


def test_the_bars_of_both_sides_of_a_vote_begin_at_the_same_place(page):
    charts = [widget for widget in on_tab(page, "votes").walk() if isinstance(widget, Bars)]
    assert len(charts) >= 4
    for one, other in zip(charts[::2], charts[1::2], strict=True):
        assert (one.low, one.high) == (other.low, other.high)
        assert one._names_width(900) == other._names_width(900)
        assert one._numbers_width() == other._numbers_width()


@pytest.mark.parametrize(
    ("tops", "found"),
    [
        ([10, 60], [10, 60]),
        ([10, 12], [10, 30]),
        ([70, 90, 95], [40, 60, 80]),
        ([-5, 0], [0, 20]),
        ([], []),
        ([0, 0, 0, 0, 0, 0], [0, 20, 40, 60, 80, 100]),
    ],
)
def test_names_that_would_lie_on_each_other_are_moved_apart(tops, found):
    assert spread(tops, 20, 0, 100) == found


def test_the_turn_that_names_the_year_is_never_left_out():
    turns = [
        "Jun 2025",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        "Jan 2026",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
    ]
    chart = Lines(turns, "held", [Series("held", "third", tuple(map(float, range(13))))])
    on(chart)
    for width in range(500, 1200, 7):
        chart.rect.width = width
        shown = [name for _left, name in chart._turns_with_room(chart._axes()[1])]
        assert {"Jun 2025", "Jan 2026"} <= set(shown)


def test_the_way_on_is_stressed_until_all_was_read_and_drawn_whole(page):
    for number in range(len(page._tabs.pages)):
        page._tabs.choose(number)
        page.app.step()
        button = page.app.top.root.find("next")
        assert button.kind == ("primary" if number + 1 < len(page._tabs.pages) else "plain")
        left, right = button.rect.move(8, 0).midleft, button.rect.move(-8, 0).midright
        assert page.app.surface.get_at(left) == page.app.surface.get_at(right)


@pytest.mark.parametrize(
    ("freed", "exiled", "said"),
    [
        (191, 191, "All 191 people released had to leave the country."),
        (191, 4, "Of the 191 people released, 4 had to leave the country."),
        (1, 1, "The 1 person released had to leave the country."),
        (0, 0, ""),
    ],
)
def test_how_many_of_those_released_had_to_leave_is_said_as_one_would(page, freed, exiled, said):
    told = page._done.told
    result = replace(told.outcome, freed=np.array([freed]), exiled=np.array([exiled]))
    lines = labels(people(page._playing, replace(told, outcome=result)))
    assert [line for line in lines if "leave the country" in line] == ([said] if said else [])
