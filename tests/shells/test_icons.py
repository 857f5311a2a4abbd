"""Icons stand before words and never in their place; nothing is lost where they are missing."""

import re

import pygame
import pytest

from game.foundation.places import PACKAGE
from game.ui import icons
from game.ui.icon_drawing import draw_strips
from game.ui.icons import NAMES, SIZES, icon, strip_file
from game.ui.themes import DARK
from game.ui.widgets.button import Button
from tests.shells.audit import faults
from tests.shells.drawn import words_on
from tests.shells.hand import on, same_pixels

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none"
  stroke="currentColor" stroke-width="2"><path d="M3 3 L21 21" /></svg>"""


@pytest.fixture
def fresh():
    icons._strip.cache_clear()
    yield
    icons._strip.cache_clear()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [18, 27, 32, 63, 100])
def test_every_icon_is_there_at_every_size_in_its_colour(name, size):
    picture = icon(name, size, (200, 30, 40))
    assert picture.get_size() == (size, size)
    solid = [
        picture.get_at((x, y)) for x in range(size) for y in range(size) if picture.get_at((x, y)).a > 200
    ]
    assert len(solid) > size // 2
    assert all(abs(r - 200) < 12 and abs(g - 30) < 12 and abs(b - 40) < 12 for r, g, b, _a in solid)


def test_every_icon_that_a_button_names_exists_and_none_is_left_over():
    named = set()
    for path in (PACKAGE / "ui").rglob("*.py"):
        named |= set(re.findall(r'icon="(\w+)"', path.read_text(encoding="utf-8")))
    assert named == set(NAMES)


def test_a_button_shows_its_icon_left_of_its_words():
    with_icon = on(Button("Keep", lambda: None, icon="keep"), Button("Keep", lambda: None))
    first, second = (w for w in with_icon.app.top.root.walk() if isinstance(w, Button))
    assert first.widths().want > second.widths().want
    assert words_on(with_icon.app).count("Keep") == 2
    pictures = [with_icon.app.surface.subsurface(w.rect.inflate(-4, -4)) for w in (first, second)]
    assert not same_pixels(*(picture.copy() for picture in pictures))
    assert faults(with_icon.app) == []


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("content", [None, b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_without_its_strip_a_button_still_has_its_words(monkeypatch, tmp_path, content):
    monkeypatch.setattr(icons, "assets_folder", lambda: tmp_path)
    if content is not None:
        (tmp_path / "icons").mkdir()
        for size in SIZES:
            strip_file(size).write_bytes(content)
    pressed = []
    hand = on(Button("Keep", lambda: pressed.append(1), icon="keep"))
    assert "Keep" in words_on(hand.app)
    hand.key("enter")
    assert pressed == [1]


@pytest.mark.usefixtures("fresh")
def test_a_strip_of_another_version_is_not_used(monkeypatch, tmp_path):
    monkeypatch.setattr(icons, "assets_folder", lambda: tmp_path)
    (tmp_path / "icons").mkdir()
    pygame.image.save(pygame.Surface((18, 18)), strip_file(18))
    assert icon("keep", 18, (1, 2, 3)) is None


def test_the_script_draws_every_name_at_every_size(tmp_path):
    for name in NAMES.values():
        (tmp_path / f"{name}.svg").write_text(SVG)
    for path, size in zip(draw_strips(tmp_path, tmp_path / "out"), SIZES, strict=True):
        strip = pygame.image.load(path)
        assert strip.get_size() == (size * len(NAMES), size)
        for number in range(len(NAMES)):
            middle = strip.get_at((number * size + size // 2, size // 2))
            assert middle.a > 150
            assert middle.r > 200
            assert strip.get_at((number * size + size - 1, 0)).a == 0


def test_icons_stay_in_memory_once_each():
    hand = on(*(Button("Keep", lambda: None, icon="keep") for _ in range(3)), theme=DARK)
    keys = [key for key in hand.app.kit._sprites if key[0] == "icon"]
    assert len(keys) == 1
