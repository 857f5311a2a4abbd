"""Where room is short: what folds stays close, titles and buttons stay in sight, nothing is cut off."""

import pygame
import pytest

from game.ui.layout import Fold
from game.ui.pictured_games import finished, in_talks
from game.ui.screens.debrief import DebriefPage
from game.ui.screens.outcome import Outcome
from game.ui.screens.table import Table
from game.ui.table.issue_row import IssueRow
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.tabs import Page, Tabs
from tests.compiled import open_scenario
from tests.shells.hand import Hand, on

SMALL = (1024, 600)


@pytest.fixture(scope="module")
def debrief():
    done = finished(open_scenario("one-page"))
    return lambda: DebriefPage(done, Outcome(done).done)


@pytest.mark.parametrize(("seat", "plies", "least"), [(0, 0, 3), (0, 5, 2), (1, 3, 2)])
def test_several_issues_are_whole_in_sight_at_the_largest_text(seat, plies, least):
    hand = Hand(Table(in_talks(open_scenario("belarus-2025"), seat, plies)), (1280, 720), 1.75)
    rows = [widget for widget in hand.app.top.root.walk() if isinstance(widget, IssueRow)]
    assert sum(row.seen(row.rect) == row.rect for row in rows) >= least
    for key in ("copy", "undo", "redo", "send"):
        button = hand.find(key)
        assert button.seen(button.rect) == button.rect, key
    page = hand.app.top.root
    assert page.most == 0, "the page itself need not be scrolled"


def test_what_changes_the_whole_draft_stays_when_a_low_window_becomes_large():
    hand = Hand(Table(in_talks(open_scenario("belarus-2025"), 0, 5)), (1280, 720), 1.75)
    assert hand.find("board").tabbed
    copy = hand.find("copy")
    hand.app.resize(pygame.Surface((2560, 1440), 0, 32))
    hand.app.step()
    assert not hand.find("board").tabbed
    assert copy is hand.find("copy")
    assert copy.seen(copy.rect) == copy.rect
    hand.click(copy)
    drafting = hand.app.stages[-1].screen.drafting
    assert drafting.now == drafting.theirs


def test_a_wide_row_says_levels_beside_its_track_and_can_be_dragged():
    told = []
    row = IssueRow("Releases", ["none", "some people", "all"], 0, theirs=2, settled=told.append)
    wide = on(row, size=(900, 600))
    track = row.track()
    assert row._abreast(row.rect.width)
    assert row.rect.height < 2 * wide.app.kit.line_height()
    assert track.right < row.rect.x + row._words_at(row.rect.width)[0]
    wide.drag(row.place_of(0), row.place_of(1))
    assert (row.level, told) == (1, [1])
    narrow = IssueRow("Releases", ["none", "some people", "all"], 0, theirs=2)
    on(narrow, size=(500, 600))
    assert not narrow._abreast(narrow.rect.width)
    assert narrow.rect.height > row.rect.height


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25, 1.4, 1.5, 1.6, 1.75])
@pytest.mark.parametrize("active", [False, True])
def test_the_thumb_of_an_issue_is_drawn_whole(scale, active):
    hand = Hand(Table(in_talks(open_scenario("one-page"))), (1280, 720), scale)
    rows = [widget for widget in hand.app.top.root.walk() if isinstance(widget, IssueRow)]
    assert rows
    kit = hand.app.kit
    thumb = kit.px(kit.theme.sizes.thumb if active else kit.theme.sizes.thumb - 2)
    for row in rows:
        picture = kit.mark("circle", thumb, (0, 0, 0), (255, 255, 255))
        drawn = pygame.mask.from_surface(picture, 0).get_bounding_rects()[0]
        top = round(row.track().centery - picture.get_height() / 2) + drawn.top
        assert row.rect.top <= top
        assert top + drawn.height <= row.rect.bottom


def test_what_folds_keeps_another_distance_below_than_beside():
    def heights(**gaps):
        fold = Fold([Button("w" * 24, lambda: None), Button("w" * 24, lambda: None)], **gaps)
        on(fold, size=(420, 400))
        first, second = fold.children
        assert second.rect.top >= first.rect.bottom, "one below the other"
        return second.rect.top - first.rect.bottom, fold.heights(fold.rect.width).want

    near, low = heights(gap=24, below=6)
    far, high = heights(gap=24)
    assert (near, far) == (6, 24)
    assert high - low == 18


def test_tabs_that_are_not_steady_need_what_the_page_in_sight_needs():
    tall, flat = Label("\n".join("line" for _ in range(9))), Label("line")
    heights = []
    for steady in (True, False):
        tabs = Tabs([Page("flat", flat, "flat"), Page("tall", tall, "tall")], steady=steady)
        on(tabs)
        before = tabs.heights(400).low
        tabs.choose("tall")
        heights.append((before, tabs.heights(400).low))
        tabs.remove(*tabs.children)
    (same, also), (less, more) = heights
    assert same == also == more > less


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_the_debrief_opens_at_its_top_with_its_buttons_in_sight(debrief, scale):
    hand = Hand(debrief(), SMALL, scale)
    window = hand.app.surface.get_rect()
    for part in range(len(hand.find("tabs").pages)):
        hand.find("tabs").choose(part)
        hand.app.step()
        for key in ("next", "home"):
            button = hand.find(key)
            assert window.contains(button.rect)
            assert button.seen(button.rect, 0) == button.rect
        titles = [w for w in hand.app.top.root.walk() if isinstance(w, Label) and w.text == "Debrief"]
        assert titles
        assert window.contains(titles[0].rect)


@pytest.mark.parametrize("seat", [0, 1])
def test_the_table_at_175_percent_has_its_buttons_in_sight_and_does_not_scroll(seat):
    """Also after the last issue was brought into sight, and on every tab that has them."""
    hand = Hand(Table(in_talks(open_scenario("belarus-2025"), seat, plies=3)), (1280, 720), 1.75)
    page = hand.app.top.root
    assert page.most == 0
    for key in ("issue:0", "plan"):
        hand.focus(hand.find(key))
        for button in (hand.find(name) for name in ("send", "accept", "hold", "leave")):
            assert button.seen(button.rect) == button.rect
            assert hand.app.surface.get_rect().contains(button.rect)
        assert hand.find("asked").seen(hand.find("asked").rect) == hand.find("asked").rect


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_a_page_to_read_gives_most_of_a_low_window_to_its_text(scale):
    from game.ui.screens.brief import BriefPage

    hand = Hand(BriefPage(in_talks(open_scenario("one-page"))), (1280, 720), scale)
    body = hand.app.stages[-1].screen.app.top.root._body
    assert body.rect.height >= 0.7 * hand.app.size[1]
