"""Scrolling, and a log that grows without end."""

import pytest

from game.ui.layout import Column, Space
from game.ui.widgets.base import Limits
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.log import Entry, Log
from game.ui.widgets.scroll import Scroll
from tests.shells.hand import on


def entries(count: int) -> list[Entry]:
    return [Entry(f"Turn {n}", f"What was said in turn {n} " * 4, "envoy", "June", n) for n in range(count)]


def low(widget, units: float = 200):
    widget.limits = Limits(max_h=units, want_h=units)
    return widget


def test_the_newest_entry_comes_into_sight_unless_the_player_reads_older_ones():
    log = low(Log(entries(30)))
    hand = on(log)
    assert log.offset == log.most
    log.append(Entry("New", "words"))
    hand.app.step()
    assert log.offset == log.most
    hand.key("home")
    log.append(Entry("Newer", "words"))
    hand.app.step()
    assert log.offset == 0


def test_ten_thousand_entries_draw_only_those_in_sight():
    log = low(Log(entries(10_000)))
    hand = on(log)
    assert len(log._in_sight()) < 12
    assert log._in_sight().stop == 10_000
    drawn = []
    log._draw_entry = lambda *what: drawn.append(what[1].tag)
    log.append(Entry("New", "words", tag=10_000))
    hand.app.step()
    assert 0 < len(drawn) < 12
    assert max(drawn) == 10_000


def test_a_log_without_entries():
    log = low(Log())
    hand = on(log)
    hand.key("down")
    assert log.most == 0
    log.append(Entry("First", ""))
    hand.app.step()
    assert list(log._in_sight()) == [0]


def test_entries_can_be_chosen_by_keys_and_mouse():
    picked = []
    log = low(Log(entries(30), picked=lambda entry: picked.append(entry.tag)))
    hand = on(log)
    hand.key("up", times=2)
    hand.key("enter")
    assert picked == [28]
    hand.key("up", times=25)
    assert log._tops[log.chosen] >= log.offset
    hand.click((log.rect.x + 30, log.rect.y + log._tops[log.chosen] - log.offset + 5))
    assert picked == [28, 3]


def test_other_entries():
    log = low(Log(entries(30)))
    hand = on(log)
    log.set(entries(2))
    hand.app.step()
    assert log.most == log.offset == 0


@pytest.mark.parametrize("how", ["wheel", "keys", "bar", "focus"])
def test_every_way_to_the_end(how):
    pressed = []
    last = Button("last", lambda: pressed.append(1))
    texts = [Label(f"line {n}") for n in range(40)]
    scroll = low(Scroll(Column([*texts, last] if how == "focus" else texts)))
    hand = on(scroll)
    assert scroll.most > 0
    if how == "wheel":
        hand.wheel(scroll, -500)
    elif how == "keys":
        assert hand.app.focused is scroll
        hand.key("end")
    elif how == "bar":
        slot = scroll.slot()
        hand.drag((slot.centerx, slot.y + 5), (slot.centerx, slot.bottom + 50))
    else:
        assert hand.app.focused is last
    assert scroll.offset == scroll.most
    assert scroll.rect.contains(texts[-1].rect) or how == "focus"
    if how == "focus":
        hand.click(last)
        assert pressed == [1]


def test_what_is_scrolled_out_of_sight_cannot_be_pressed():
    pressed = []
    first = Button("first", lambda: pressed.append(1))
    scroll = low(Scroll(Column([first, Space(900), Button("last", lambda: None)])))
    above = Space(60)
    hand = on(above, scroll)
    hand.wheel(scroll, -1)
    assert first.rect.top < scroll.rect.top
    hand.click((first.rect.centerx, scroll.rect.top - 4))
    assert not pressed


def test_a_page_scrolls_only_when_even_its_least_does_not_fit():
    hand = on(*[Label(f"line {n}") for n in range(5)])
    assert hand.app.top.root.most == 0
    hand = on(*[Label(f"line {n}") for n in range(60)])
    assert hand.app.top.root.most > 0
    hand.wheel((100, 100), -500)
    assert hand.app.top.root.offset == hand.app.top.root.most
