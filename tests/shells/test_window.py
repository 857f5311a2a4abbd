"""The stack of screens, scale, time, and presses that come twice."""

import pygame
import pytest

from game.ui.keymap import Keymap
from game.ui.kit import pixels_per_unit
from game.ui.layout import Column
from game.ui.screen import Screen
from game.ui.themes import LIGHT
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page
from game.ui.window import render
from tests.shells.gallery import Table
from tests.shells.hand import Hand, on, same_pixels


class Step(Screen):
    """A screen whose button brings the next one."""

    def __init__(self, number: int, heard: list[str]) -> None:
        super().__init__()
        self.number, self.heard = number, heard

    def build(self) -> Widget:
        return Page([Column([Button("next", self.go).place(key="next"), Label(f"step {self.number}")])])

    def go(self) -> None:
        self.heard.append(f"go {self.number}")
        self.app.push(Step(self.number + 1, self.heard))

    def opened(self) -> None:
        self.heard.append(f"opened {self.number}")

    def resumed(self) -> None:
        self.heard.append(f"resumed {self.number}")

    def closed(self) -> None:
        self.heard.append(f"closed {self.number}")


@pytest.fixture
def heard():
    return []


def test_screens_are_told_of_their_life(heard):
    hand = Hand(Step(1, heard))
    hand.key("enter")
    hand.app.pop()
    hand.app.replace(Step(5, heard))
    hand.app.step()
    hand.app.quit()
    assert heard == [
        "opened 1", "go 1", "opened 2", "closed 2", "resumed 1", "closed 1", "opened 5", "closed 5",
    ]  # fmt: skip
    assert not hand.app.running


def test_a_screen_comes_back_as_it_was(heard):
    hand = Hand(Step(1, heard))
    before = hand.app.surface.copy()
    hand.key("enter")
    assert not same_pixels(before, hand.app.surface)
    hand.app.pop()
    hand.app.step()
    assert same_pixels(before, hand.app.surface)
    assert hand.app.focused.key == "next"


def test_a_key_pressed_twice_acts_on_one_screen_only(heard):
    hand = Hand(Step(1, heard))
    press = {"key": pygame.K_RETURN, "mod": 0, "unicode": "\r", "scancode": 0}
    for _ in range(2):  # both before anything is drawn
        hand.send(pygame.KEYDOWN, **press)
        hand.send(pygame.KEYUP, **press)
    hand.app.step()
    hand.now += 0.2  # and once more, faster than anybody reads
    hand.send(pygame.KEYDOWN, **press)
    hand.send(pygame.KEYUP, **press)
    assert [word for word in heard if word.startswith("go")] == ["go 1"]
    hand.now += 1
    hand.key("enter")
    assert [word for word in heard if word.startswith("go")] == ["go 1", "go 2"]


def test_nothing_can_be_meant_on_a_screen_that_was_not_seen(heard):
    hand = Hand(Step(1, heard))
    hand.send(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r", scancode=0)
    hand.now += 5  # something slow came between, and nothing was drawn
    hand.send(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ", scancode=0)
    hand.send(pygame.MOUSEBUTTONDOWN, pos=hand.find("next").rect.center, button=1)
    hand.send(pygame.MOUSEBUTTONUP, pos=hand.find("next").rect.center, button=1)
    assert [word for word in heard if word.startswith("go")] == ["go 1"]


def test_a_double_click_acts_on_one_screen_only(heard):
    hand = Hand(Step(1, heard))
    hand.click(hand.find("next"), times=2)
    assert [word for word in heard if word.startswith("go")] == ["go 1"]
    hand.click(hand.find("next"))
    assert [word for word in heard if word.startswith("go")] == ["go 1", "go 2"]


def test_a_held_key_does_not_run_through_the_screens(heard):
    hand = Hand(Step(1, heard))
    hand.key("enter", times=10, release=False)
    assert [word for word in heard if word.startswith("go")] == ["go 1"]


@pytest.mark.parametrize(
    ("keys", "scale"),
    [(["ctrl++"], 1.1), (["ctrl++"] * 9, 1.75), (["ctrl++", "ctrl+-"], 1.0), (["ctrl++", "ctrl+0"], 1.0)],
)
def test_scale_by_keyboard(keys, scale):
    told = []
    hand = on(Label("text"))
    hand.app.scale_changed = told.append
    for key in keys:
        hand.key(key)
    assert hand.app.scale == scale
    assert told[-1] == scale
    assert hand.app.kit.ppu == scale


def test_units_grow_with_large_windows_only():
    assert pixels_per_unit((1280, 720), 1.0) == 1.0
    assert pixels_per_unit((800, 500), 1.0) == 1.0
    assert pixels_per_unit((1920, 1080), 1.75) == 1.75
    assert pixels_per_unit((3840, 2160), 1.0) == 2.0
    assert pixels_per_unit((3840, 1080), 1.0) == 1.0
    assert pixels_per_unit((1280, 720), 9.0) == 1.75


def test_another_theme_changes_everything_and_comes_back():
    hand = Hand(Table())
    before = hand.app.surface.copy()
    theme = hand.app.kit.theme
    hand.app.set_theme(LIGHT)
    hand.app.step()
    assert hand.app.surface.get_at((2, 2))[:3] == LIGHT.grounds["ground"]
    hand.app.set_theme(theme)
    hand.app.step()
    assert same_pixels(before, hand.app.surface)


def test_things_happen_later_in_order_and_can_be_called_off():
    done = []
    hand = on(Label("text"))
    hand.app.later(2, lambda: done.append("b"))
    hand.app.later(1, lambda: done.append("a"))
    hand.app.later(1, lambda: done.append("never")).cancel()
    assert hand.app.timers.until_next(hand.now) == pytest.approx(1)
    hand.wait(0.5)
    assert done == []
    hand.wait(5)
    assert done == ["a", "b"]
    assert hand.app.timers.until_next(hand.now) is None


def test_render_gives_a_picture_without_a_display():
    assert not pygame.display.get_init()
    picture = render(Table(), (1024, 600), 1.0, LIGHT)
    assert picture.get_size() == (1024, 600)
    assert same_pixels(picture, render(Table(), (1024, 600), 1.0, LIGHT))


def test_unknown_events_and_events_without_a_screen_do_no_harm():
    hand = on(Label("text"))
    hand.send(pygame.JOYBUTTONDOWN, button=1)
    hand.app.quit()
    hand.key("enter")
    hand.click((5, 5))
    hand.wheel((5, 5), 1)
    hand.type("a")
    assert not hand.app.running


def test_keys_no_widget_wants_reach_the_screen():
    hand = on(Button("b", lambda: None))
    hand.key("ctrl+enter")
    hand.key("f8")
    assert hand.screen.keys == ["ctrl+enter", "f8"]


def test_keymap():
    keys = Keymap()
    assert keys.means("ctrl+enter", "send")
    assert keys.shown("send") == "Ctrl+Enter"
    assert keys.bind("send", "f5") is None
    assert not keys.means("ctrl+enter", "send")
    assert keys.bind("undo", "f5") == "send"
    assert keys.means("ctrl+z", "undo")
    assert not keys.means("x", "no such action")


@pytest.mark.parametrize("size", [(1, 1), (40, 30), (200, 120), (3000, 90), (90, 2000)])
@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_a_tiny_window_is_still_right(size, scale):
    hand = Hand(Table(), size, scale)
    for key in ("tab", "tab", "enter", "escape", "right", "f2", "ctrl+pagedown"):
        hand.key(key)
    hand.click((size[0] // 2, size[1] // 2))
    hand.app.step()
    assert same_pixels(hand.app.surface, hand.app.fault_free_redraw())
    hand.app.resize(pygame.Surface((1280, 720), 0, 32))
    hand.app.step()
    assert same_pixels(hand.app.surface, hand.app.fault_free_redraw())
