"""Motion is short, ends by itself, waits for nobody and can be switched off; damaged settings are kept."""

import json

import pygame
import pytest

from game.foundation.places import settings_file
from game.ui.looks import Looks, read_looks, write_looks
from game.ui.motion import LASTS
from game.ui.screens.home import Home
from game.ui.screens.settings import Settings
from tests.shells.hand import same_pixels
from tests.shells.player import Player


def moving() -> Player:
    player = Player()
    player.app.fade.on = True
    return player


def open_settings(player) -> pygame.Surface:
    """Press the button, draw once, and give what was seen before."""
    before = player.app.surface.copy()
    player.app.push(Settings())
    player.app.step()
    return before


def test_a_page_fades_into_the_next_and_then_rests():
    player = moving()
    before = open_settings(player)
    target = player.app.fault_free_redraw()
    assert not same_pixels(player.app.surface, target)
    player.now += LASTS / 2
    player.app.step()
    half = player.app.surface.copy()
    assert not same_pixels(half, before)
    assert not same_pixels(half, target)
    player.wait(LASTS)
    assert same_pixels(player.app.surface, target)
    drawn = player.app.draws
    player.wait(1.0)
    player.wait(1.0)
    assert player.app.draws == drawn
    assert player.app.fade._old is None
    assert player.app.timers.until_next(player.now) is None


def test_a_change_on_the_new_page_ends_the_fade_at_once():
    player = moving()
    open_settings(player)
    player.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t", scancode=0))
    player.app.step()
    assert same_pixels(player.app.surface, player.app.fault_free_redraw())


def test_a_window_that_changes_its_size_meanwhile_is_drawn_whole():
    player = moving()
    open_settings(player)
    player.app.resize(pygame.Surface((1024, 600), 0, 32))
    player.app.step()
    assert same_pixels(player.app.surface, player.app.fault_free_redraw())


def test_without_motion_the_next_page_is_there_at_once():
    player = Player()
    open_settings(player)
    assert same_pixels(player.app.surface, player.app.fault_free_redraw())


@pytest.mark.parametrize("mouse", [True, False])
def test_the_setting_is_applied_and_remembered(mouse):
    player = Player(mouse)
    player.app.fade.on = True
    player.use("settings")
    player.choose("motion", 1)
    assert not player.app.fade.on
    assert not read_looks()[0].motion
    player.use("back")
    assert isinstance(player.page, Home)
    player.use("settings")
    assert player.find("motion").chosen == 1


def test_a_larger_text_size_by_key_keeps_the_other_settings():
    from game.ui.app import _remember_scale

    write_looks(Looks("light", "andika", 1.0, motion=False))
    _remember_scale(1.25)
    assert read_looks()[0] == Looks("light", "andika", 1.25, motion=False)


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"motion": 3}', '{"theme": "pink"}', '{"scale": "NaN"}', "\x00\xff", '{"motion": "no"}'],
)
def test_damaged_settings_are_said_and_kept_when_new_ones_are_written(content):
    path = settings_file()
    path.parent.mkdir(parents=True)
    path.write_bytes(content.encode("latin-1"))
    looks, remark = read_looks()
    assert looks == Looks()
    assert str(path) in remark
    for number in (1, 2):
        assert write_looks(Looks("light")) == ""
        assert json.loads(path.read_text())["theme"] == "light"
        kept = path.with_name(f"settings.damaged-{number}.json")
        assert kept.read_bytes() == content.encode("latin-1")
        path.write_bytes(content.encode("latin-1"))


def test_settings_of_an_earlier_version_are_read():
    path = settings_file()
    path.parent.mkdir(parents=True)
    path.write_text('{"theme": "light", "family": "inter", "scale": 1.5}')
    assert read_looks() == (Looks("light", "inter", 1.5), "")
