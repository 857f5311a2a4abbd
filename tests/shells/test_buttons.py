"""A button acts once a press."""

import pytest

from game.ui.widgets.button import Button
from tests.shells.hand import on


@pytest.fixture
def pressed():
    return []


def test_mouse_acts_on_release_inside(pressed):
    button = Button("Send", lambda: pressed.append(1))
    hand = on(button)
    hand.move(button.rect.center)
    hand.down(button.rect.center)
    assert not pressed
    hand.up(button.rect.center)
    assert pressed == [1]


def test_release_elsewhere_does_nothing(pressed):
    button = Button("Send", lambda: pressed.append(1))
    hand = on(button)
    hand.drag(button.rect.center, (button.rect.centerx, button.rect.bottom + 200))
    assert not pressed


@pytest.mark.parametrize("key", ["enter", "space"])
def test_keyboard_acts_once_however_long_it_is_held(pressed, key):
    hand = on(Button("Send", lambda: pressed.append(1)))
    hand.key(key, times=5, release=False)
    assert pressed == [1]
    hand.app.inbox._down.clear()
    hand.key(key)
    assert pressed == [1, 1]


def test_the_right_button_does_nothing(pressed):
    button = Button("Send", lambda: pressed.append(1))
    hand = on(button)
    hand.down(button.rect.center, button=3)
    hand.up(button.rect.center, button=3)
    assert not pressed


def test_a_forbidden_button_says_why_and_does_nothing(pressed):
    button = Button("Send", lambda: pressed.append(1))
    other = Button("Other", lambda: None)
    hand = on(button, other)
    button.allow(False, "Beyond your mandate")
    hand.app.step()
    assert hand.app.focused is other
    hand.click(button)
    hand.key("shift+tab")
    hand.key("space")
    assert not pressed
    assert button.hint == "Beyond your mandate"
    button.allow(True)
    assert button.hint == ""


def test_long_words_wrap_and_make_the_button_taller():
    texts = "Accept their last offer as it stands, with every clause"
    wide, narrow = Button(texts, lambda: None), Button(texts, lambda: None)
    on(wide)
    hand = on(narrow, size=(800, 500))
    assert narrow.heights(200).want > wide.heights(900).want
    assert narrow.heights(200).want >= 2 * hand.app.kit.line_height()
