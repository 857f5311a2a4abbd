"""Stable pages look as they did when somebody last looked at them, within a tolerance."""

import pygame

from game.ui.themes import THEMES
from tests.shells.known_pages import FOLDER, MOST, STABLE, difference, seen

HOW = "look at the page, and if it is right: python -m tests.shells.known_pages --write"


def test_stable_pages_look_as_they_did():
    now = seen()
    known = {name: pygame.image.load(FOLDER / f"{name}.png") for name in STABLE}
    far = {name: round(difference(now[name], known[name]), 3) for name in STABLE}
    assert {name: share for name, share in far.items() if share > MOST} == {}, HOW


def test_the_comparison_sees_a_panel_that_moved_and_another_colour():
    picture = seen()["16-settings"]
    moved = picture.copy()
    moved.scroll(0, 4)
    assert difference(picture, moved) > MOST
    tinted = picture.copy()
    tinted.fill(THEMES["light"].grounds["panel"], pygame.Rect(40, 30, 40, 20))
    assert difference(picture, tinted) > MOST
    assert difference(picture, picture.copy()) == 0
