"""Pages in the room of one; panels that become tabs and come back."""

import pygame
import pytest

from game.ui.tracks import Cell, Track
from game.ui.widgets.base import Limits
from game.ui.widgets.board import Board, Pane
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.tabs import Page, Tabs
from tests.shells.audit import faults
from tests.shells.gallery import Table
from tests.shells.hand import Hand, on


def make():
    return Tabs(
        [Page(name, Button(name, lambda: None).place(key=name), name) for name in ("talk", "news", "notes")]
    )


def shown(tabs: Tabs) -> list[str]:
    return [page.key for page in tabs.pages if page.body.visible]


def test_one_page_at_a_time_by_mouse_keys_and_program():
    tabs = make()
    hand = on(tabs)
    assert shown(tabs) == ["talk"]
    hand.key("right")
    assert shown(tabs) == ["news"]
    hand.key("left", times=2)
    assert shown(tabs) == ["notes"]
    slot = tabs.bar._slots(tabs.bar.rect.width)[0].move(tabs.bar.rect.topleft)
    hand.click(slot.center)
    assert shown(tabs) == ["talk"]
    tabs.choose("notes")
    assert shown(tabs) == ["notes"]


def test_pages_turn_from_inside_and_the_focus_never_stays_on_a_hidden_page():
    tabs = make()
    hand = on(tabs)
    hand.key("tab")
    assert hand.app.focused.key == "talk"
    hand.key("ctrl+pagedown")
    assert shown(tabs) == ["news"]
    assert hand.app.focused is tabs.bar
    hand.key("tab")
    tabs.choose(2)
    hand.app.step()
    assert hand.app.focused.usable


def test_a_badge_goes_when_the_page_is_seen():
    tabs = make()
    on(tabs)
    tabs.badge("news")
    tabs.badge("talk")
    assert tabs.bar.badges == ["", "●", ""]
    tabs.choose("news")
    assert tabs.bar.badges == ["", "", ""]


@pytest.mark.parametrize(
    ("size", "scale", "tabbed"),
    [
        ((1280, 720), 1.0, False),
        ((1024, 600), 1.0, False),
        ((1023, 600), 1.0, True),
        ((1280, 750), 1.25, False),
        ((1280, 720), 1.5, True),
        ((1280, 720), 1.75, True),
        ((1920, 1080), 1.75, False),
        ((3840, 2160), 1.0, False),
        ((3840, 2160), 1.75, False),
        ((800, 500), 1.0, True),
    ],
)
def test_panels_become_tabs_below_1024_by_600_units(size, scale, tabbed):
    hand = Hand(Table(), size, scale)
    assert hand.find("board").tabbed is tabbed


def keys(hand: Hand) -> set[str]:
    return {widget.key for widget in hand.app.top.root.everything() if widget.key}


def test_no_control_disappears():
    wide = keys(Hand(Table()))
    hand = Hand(Table(), scale=1.75)
    assert keys(hand) == wide
    seen = set()
    for n in range(len(hand.find("board").tabs.pages)):
        hand.find("board").tabs.choose(n)
        hand.app.step()
        seen |= {widget.key for widget in hand.app.top.root.walk() if widget.key}
    inner = {"notes"}  # a page of the tabs inside a panel, which are tabs in the wide arrangement too
    assert seen | inner == wide


def test_making_the_window_small_and_large_again_keeps_focus_and_values():
    hand = Hand(Table())
    slider = hand.find("releases")
    hand.focus(slider)
    hand.key("right")
    level = slider.level
    hand.app.resize(pygame.Surface((900, 560), 0, 32))
    hand.app.step()
    assert hand.find("board").tabbed
    assert hand.app.focused is slider
    assert slider.usable
    assert slider.level == level
    hand.app.resize(pygame.Surface((1280, 720), 0, 32))
    hand.app.step()
    assert not hand.find("board").tabbed
    assert hand.app.focused is slider
    hand.key("left")
    assert slider.level == level - 1


def test_panels_become_tabs_where_their_least_does_not_fit():
    def board(text: str) -> Board:
        panes = [Pane(str(n), Panel("", [Label(text)]), Cell(n, 0), str(n)) for n in range(3)]
        return Board(panes, [Track(0, 1)] * 3, [Track()])

    short, long = board("short"), board("incomprehensibilities" * 3)
    on(short)
    on(long, size=(1030, 610))
    assert not short.tabbed
    assert long.tabbed
    long.bring("2")
    assert long.tabs.chosen == 2


@pytest.mark.parametrize(("width", "beside"), [(900, True), (260, False)])
def test_what_stands_aside_of_tabs_goes_below_their_titles_where_there_is_no_room(width, beside):
    aside = Button("Something long enough", lambda: None)
    tabs = Tabs([Page("one", Label("the first page")), Page("another", Label("2"))], aside=aside)
    hand = on(tabs, size=(width, 600))
    assert (aside.rect.top < tabs.bar.rect.bottom) == beside
    assert not aside.rect.colliderect(tabs.bar.rect)
    assert aside.rect.bottom <= tabs.pages[0].body.rect.top
    assert faults(hand.app) == []


def test_titles_stand_closer_before_they_go_on_in_another_line():
    tabs = Tabs([Page(name, Label(name)) for name in ("Deal map", "People", "Votes", "Questions")])
    on(tabs, size=(900, 600))
    roomy = tabs.bar.widths().want
    assert [tabs.bar._slots(width)[-1].top > 0 for width in (roomy, roomy - 1, roomy - 40)] == [False] * 3
    assert tabs.bar._slots(roomy - 50)[-1].top > 0
    assert tabs.bar._slots(roomy - 50)[0] == tabs.bar._slots(roomy)[0], "closer where that does not help"


def test_titles_that_stand_closer_are_whole_and_clicked_where_they_are():
    tabs = Tabs([Page(name, Label(name)) for name in ("Deal map", "People", "Votes", "Questions")])
    hand = on(tabs.place(limits=Limits(max_w=320), align="start"), size=(900, 600))
    assert tabs.bar.rect.width < tabs.bar.widths().want
    assert faults(hand.app) == []
    slots = tabs.bar._slots(tabs.bar.rect.width)
    assert slots[3].top == 0
    hand.click(slots[3].move(tabs.bar.rect.topleft).center)
    assert tabs.chosen == 3
