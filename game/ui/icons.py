"""The icons on buttons: white shapes on strips, one strip a size, tinted where they are drawn.

They are drawn once from the SVG files of lucide-static by `python -m game.ui.icon_drawing`. An icon only ever
stands before words, so nothing is lost where a strip is missing or damaged.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pygame

from game.foundation.places import assets_folder
from game.ui.theme import Colour

SIZES = (18, 36, 72)  # pixels of the strips' icons
# What it is for, and what it is called in lucide-static; strips hold them in this order.
NAMES = {
    "resume": "circle-play",
    "play": "play",
    "learn": "graduation-cap",
    "saved": "folder-open",
    "glossary": "book-open",
    "settings": "settings",
    "sources": "info",
    "quit": "log-out",
    "send": "send",
    "accept": "check",
    "pass": "hand",
    "back": "arrow-left",
    "on": "arrow-right",
    "keep": "download",
    "replay": "history",
    "before": "skip-back",
    "next": "skip-forward",
    "home": "house",
    "eye": "eye",
}


def strip_file(size: int, folder: Path | None = None) -> Path:
    """Where the strip of a size lies."""
    return (folder or assets_folder() / "icons") / f"icons-{size}.png"


@lru_cache(maxsize=len(SIZES))
def _strip(path: Path, size: int) -> pygame.Surface | None:
    try:
        strip = pygame.image.load(path)
    except (OSError, pygame.error):
        return None
    return strip if strip.get_size() == (size * len(NAMES), size) else None


def icon(name: str, size: int, colour: Colour) -> pygame.Surface | None:
    """An icon at a size in a colour; None if its strip is missing or damaged."""
    drawn = next((drawn for drawn in SIZES if drawn >= size), SIZES[-1])
    strip = _strip(strip_file(drawn), drawn)
    if strip is None:
        return None
    place = pygame.Rect(drawn * list(NAMES).index(name), 0, drawn, drawn)
    picture = pygame.transform.smoothscale(strip.subsurface(place), (size, size))
    picture.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return picture
