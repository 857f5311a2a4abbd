"""Colours can be told apart and read."""

import pytest

from game.ui.theme import LEAST_CONTRAST, LEAST_TEXT, blend, contrast, mark_pairs, text_pairs
from game.ui.themes import DARK, THEMES, themed

EVERY = list(THEMES.values())


def test_contrast_of_known_pairs():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert contrast((10, 20, 30), (10, 20, 30)) == pytest.approx(1.0)


@pytest.mark.parametrize("theme", EVERY, ids=lambda theme: theme.name)
def test_every_text_colour_can_be_read_on_its_grounds(theme):
    faint = [(name, contrast(a, b)) for name, a, b in text_pairs(theme) if contrast(a, b) < LEAST_CONTRAST]
    assert not faint
    assert sum(1 for _ in text_pairs(theme)) > 50


@pytest.mark.parametrize("theme", EVERY, ids=lambda theme: theme.name)
def test_every_mark_and_control_edge_can_be_seen(theme):
    assert not [(name, contrast(a, b)) for name, a, b in mark_pairs(theme) if contrast(a, b) < 3]


@pytest.mark.parametrize("theme", EVERY, ids=lambda theme: theme.name)
def test_the_sides_and_the_news_differ_in_shape_and_not_in_colour_alone(theme):
    shapes = [theme.tones[tone].shape for tone in ("envoy", "government", "news", "good", "bad", "third")]
    assert len(set(shapes)) == len(shapes)
    assert "none" not in shapes


@pytest.mark.parametrize("theme", EVERY, ids=lambda theme: theme.name)
def test_no_text_is_smaller_than_sixteen_units(theme):
    assert min(style.size for style in theme.styles.values()) >= LEAST_TEXT


def test_an_unknown_theme_name_gives_the_dark_theme():
    assert themed("chartreuse").grounds == DARK.grounds
    assert themed("light", "andika").family == "andika"


def test_blending():
    assert blend((255, 255, 255), (0, 0, 0), 0.5) == (128, 128, 128)
    assert blend((9, 8, 7), (0, 0, 0), 1.0) == (9, 8, 7)
