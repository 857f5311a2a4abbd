"""The keyboard gets everywhere, in reading order, and is seen."""

import pygame
import pytest

from game.ui.flow import linked
from game.ui.layout import Row
from game.ui.themes import THEMES
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from tests.shells.gallery import Forms, Table
from tests.shells.hand import Hand, on, same_pixels


def order(hand: Hand) -> list[str]:
    visited = []
    for _ in range(200):
        widget = hand.app.focused
        if widget in visited:
            break
        visited.append(widget)
        hand.key("tab")
    return [widget.key for widget in visited]


def test_reading_order_forwards_and_backwards():
    rows = [Row([Button(f"{n}{m}", lambda: None).place(key=f"{n}{m}") for m in range(2)]) for n in range(2)]
    hand = on(*rows)
    assert order(hand) == ["00", "01", "10", "11"]
    hand.key("shift+tab")
    assert hand.app.focused.key == "11"


def test_the_table_is_visited_as_it_is_read():
    assert order(Hand(Table())) == [
        "pressure", "term:medical cases", "term:reservation value", "net", "releases", "relief", "months",
        "verify", "sequence", "send", "accept", "walk", "space", "", "log", "turns",
    ]  # fmt: skip


@pytest.mark.parametrize("make", [Table, Forms])
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_stop_shows_a_ring_of_three_units_in_sight(make, theme):
    hand = Hand(make(), theme=theme)
    hand.key("tab")
    for _ in range(20):
        widget = hand.app.focused
        seen = widget.seen(widget.focus_rect())
        assert seen.width > 8, widget.key
        hand.app.ring = False
        without = hand.app.fault_free_redraw()
        hand.app.ring = True
        ring = hand.app.fault_free_redraw()
        assert ring_pixels(ring, without, theme.focus) > 20, widget.key
        hand.key("tab")


def ring_pixels(with_ring, without, colour) -> int:
    """How many pixels took on the colour of the ring."""
    masks = [pygame.mask.from_threshold(s, colour, (1, 1, 1, 255)) for s in (with_ring, without)]
    return masks[0].count() - masks[1].count()


def test_the_ring_hides_while_the_mouse_is_used_and_comes_back_with_a_key():
    button, other = Button("a", lambda: None), Button("b", lambda: None)
    hand = on(button, other)
    hand.click(other)
    assert hand.app.focused is other
    assert not hand.app.ring
    hand.key("tab")
    assert hand.app.ring


def test_moving_the_focus_leaves_no_trace():
    hand = on(*[Button(f"button {n}", lambda: None) for n in range(5)])
    before = hand.app.surface.copy()
    for _ in range(5):
        hand.key("tab")
    assert same_pixels(before, hand.app.surface)


def test_disabling_or_hiding_the_focused_widget_moves_the_focus_on():
    buttons = [Button(str(n), lambda: None) for n in range(3)]
    hand = on(*buttons)
    hand.key("tab")
    buttons[1].enable(False)
    hand.app.step()
    assert hand.app.focused is buttons[2]
    buttons[2].show(False)
    hand.app.step()
    assert hand.app.focused is buttons[0]


def test_glossary_words_can_be_followed_by_mouse_and_keyboard():
    label = Label(
        linked("Your reservation value is what you could have without a deal.", ["reservation value"])
    )
    hand = on(label)
    hand.key("enter")
    hand.key("f1")
    link = label.children[0]
    hand.click((link.rect.x + 4, link.rect.centery))
    assert hand.screen.terms == ["reservation value"] * 3
    hand.click((label.rect.right - 4, label.rect.centery))
    assert len(hand.screen.terms) == 3


def test_a_glossary_word_broken_over_two_lines_is_hit_on_both():
    label = Label(
        linked(
            "word " * 6 + "reservation value of the government side",
            ["reservation value of the government side"],
        )
    )
    hand = on(Row([label, Button("x" * 60, lambda: None)]), size=(800, 500))
    link = label.children[0]
    assert len(link.parts) > 1
    for part in link.parts:
        hand.click(part.move(link.rect.topleft).center)
    assert len(hand.screen.terms) == len(link.parts)


@pytest.mark.parametrize("make", [Table, Forms])
def test_everything_has_something_for_a_screen_reader(make):
    hand = Hand(make())
    silent = [type(w).__name__ for w in hand.app.top.root.walk() if w.focusable and not w.said()]
    assert silent == []
