"""Draws the icons' strips from the SVG files of lucide-static: `python -m game.ui.icon_drawing FOLDER`.

FOLDER is `icons` of the unpacked package; its version and licence stand in assets/ATTRIBUTION.md. This is
done once by whoever adds an icon, not when the game starts.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pygame

from game.foundation.places import assets_folder
from game.ui.icons import NAMES, SIZES, strip_file


def draw_strips(source: Path, target: Path) -> list[Path]:
    """Draw every icon in white, at every size, side by side.

    Args:
        source: the folder with an SVG file for each name.
        target: the folder for the strips.

    Returns: the files.
    """
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for size in SIZES:
        strip = pygame.Surface((size * len(NAMES), size), pygame.SRCALPHA, 32)
        for number, name in enumerate(NAMES.values()):
            strip.blit(_drawn(source / f"{name}.svg", size), (number * size, 0))
        path = strip_file(size, target)
        pygame.image.save(strip, path)
        written.append(path)
    return written


def _drawn(path: Path, size: int) -> pygame.Surface:
    """One icon; the lines are drawn white, and with the width that the file gives them."""
    text = path.read_text(encoding="utf-8").replace("currentColor", "#ffffff")
    picture: pygame.Surface = pygame.image.load_sized_svg(BytesIO(text.encode()), (size, size))
    return picture


if __name__ == "__main__":
    for file in draw_strips(Path(sys.argv[1]), assets_folder() / "icons"):
        print(file)
