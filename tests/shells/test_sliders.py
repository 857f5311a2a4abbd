"""A slider can be moved in every way, copies their level, and tells of each change once."""

import pytest

from game.ui.widgets.slider import Slider
from tests.shells.hand import on, same_pixels

NAMES = [f"{n} people" for n in range(11)]


class Told:
    def __init__(self) -> None:
        self.changed: list[int] = []
        self.settled: list[int] = []


@pytest.fixture
def told():
    return Told()


def make(told, level=3, **more) -> Slider:
    return Slider("Released", NAMES, level, changed=told.changed.append, settled=told.settled.append, **more)


@pytest.mark.parametrize(
    ("key", "level"),
    [
        ("left", 4),
        ("down", 4),
        ("right", 6),
        ("up", 6),
        ("home", 0),
        ("end", 10),
        ("pageup", 7),
        ("pagedown", 3),
    ],
)
def test_keys(told, key, level):
    slider = make(told, 5)
    hand = on(slider)
    hand.key(key)
    assert slider.level == level
    assert told.changed == told.settled == [level]


def test_held_arrow_keys_go_on(told):
    slider = make(told, 0)
    hand = on(slider)
    hand.key("right", times=4, release=False)
    assert slider.level == 4


def test_ends_hold(told):
    slider = make(told, 10)
    hand = on(slider)
    hand.key("right", times=3)
    assert slider.level == 10
    assert told.changed == []


def test_dragging_tells_every_step_and_settles_once(told):
    slider = make(told, 2)
    hand = on(slider)
    hand.drag(slider.place_of(2), slider.place_of(8), steps=12)
    assert slider.level == 8
    assert told.changed == [3, 4, 5, 6, 7, 8]
    assert told.settled == [8]


def test_dragging_beyond_the_end_and_off_the_track(told):
    slider = make(told, 2)
    hand = on(slider)
    x, y = slider.place_of(2)
    hand.drag((x, y), (5000, y + 300))
    assert slider.level == 10


def test_a_click_on_the_track_goes_there_and_one_on_the_name_does_not(told):
    slider = make(told, 2)
    hand = on(slider)
    hand.click((slider.rect.x + 5, slider.rect.y + 4))
    assert slider.level == 2
    hand.click(slider.place_of(9))
    assert slider.level == 9


def test_wheel_only_with_the_keyboard_here(told):
    slider, other = make(told, 5), make(told, 5)
    hand = on(other, slider)
    hand.wheel(slider, 1)
    assert slider.level == 5
    hand.focus(slider)
    hand.wheel(slider, 1)
    assert slider.level == 6
    hand.wheel(slider, -1)
    assert slider.level == 5


def test_one_key_copies_their_level(told):
    slider = make(told, 2, theirs=9)
    hand = on(slider)
    hand.key("c")
    assert slider.level == 9
    assert told.settled == [9]
    assert slider.said() == "Released: 9 people; theirs 9 people"


def test_nothing_to_copy(told):
    slider = make(told, 2)
    hand = on(slider)
    hand.key("c")
    assert slider.level == 2
    assert hand.screen.keys == ["c"]


def test_remapped_keys_are_obeyed(told):
    slider = make(told, 2, theirs=9)
    hand = on(slider)
    assert hand.app.keys.bind("copy theirs", "t") is None
    hand.key("c")
    assert slider.level == 2
    hand.key("t")
    assert slider.level == 9


def test_marks_of_both_sides_and_the_ghost_are_drawn(told):
    plain, marked = make(told, 5), make(told, 5, theirs=9, ghost=1)
    one, other = on(plain), on(marked)
    for level in (9, 1):
        x, y = plain.place_of(level)
        assert one.app.surface.get_at((x, y)) != other.app.surface.get_at((x, y - 6))
    before = other.app.surface.copy()
    marked.set_ghost(None)
    other.app.step()
    assert not same_pixels(before, other.app.surface)


def test_moving_changes_no_other_place(told):
    names = ["none", "a very long name of a level that needs much room", "short"]
    slider, below = Slider("Relief", names, 0, theirs=2), make(told)
    hand = on(slider, below, size=(800, 500), scale=1.5)
    place = below.rect.copy()
    hand.focus(slider)
    hand.key("right")
    assert slider.level == 1
    assert below.rect == place
