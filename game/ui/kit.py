"""What every widget needs to measure and draw itself at one theme and one scale."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pygame

from game.foundation.places import assets_folder
from game.ui import icons, shapes
from game.ui.fonts import MOST_PIXELS_KEPT, Fonts
from game.ui.theme import Colour, Shape, StyleName, Theme

LEAST_SCALE, MOST_SCALE = 1.0, 1.75
ROOMY = (1920, 1080)  # units; a larger window shows larger things rather than more of them
LOW = 520  # units; 720 pixels at 140 % and more
MOST_SPRITES = 2_000
MOST_WORDS = 3_000  # whose widths are kept, in each style


def pixels_per_unit(size: tuple[int, int], scale: float) -> float:
    """How many pixels a unit takes in a window of `size` pixels at the scale that the player has chosen."""
    roomy = min(size[0] / ROOMY[0], size[1] / ROOMY[1])
    base = max(1.0, int(roomy * 8) / 8)
    return base * min(MOST_SCALE, max(LEAST_SCALE, scale))


def fonts_folder() -> Path:
    """Where the typefaces are."""
    return assets_folder() / "fonts"


@dataclass
class Kit:
    """A theme at a number of pixels per unit."""

    theme: Theme
    ppu: float = 1.0
    folder: Path = field(default_factory=fonts_folder)
    window: tuple[float, float] = (1280, 720)  # of the whole window, in units
    _sprites: dict[tuple[object, ...], pygame.Surface] = field(default_factory=dict, repr=False)
    _pixels: dict[float, int] = field(default_factory=dict, repr=False)
    _line_heights: dict[StyleName, int] = field(default_factory=dict, repr=False)
    _widths: dict[StyleName, dict[str, int]] = field(default_factory=dict, repr=False)

    @property
    def low(self) -> bool:
        """Whether the window has so little height that what can stand side by side should."""
        return self.window[1] < LOW

    @cached_property
    def fonts(self) -> Fonts:
        """The faces of the theme's typeface."""
        return Fonts(self.folder, self.theme.family, most_kept=round(MOST_PIXELS_KEPT * self.ppu))

    def forget_texts(self) -> None:
        """Free what is kept of texts: those of a game that is over are not shown again."""
        self._widths.clear()
        self.fonts.forget_pictures()

    def px(self, units: float) -> int:
        """Units in whole pixels; anything that is not nothing is at least one pixel."""
        found = self._pixels.get(units)
        if found is None:
            found = self._pixels[units] = max(1, round(units * self.ppu)) if units > 0 else 0
        return found

    def units(self, pixels: float) -> float:
        """Pixels in units."""
        return pixels / self.ppu

    def _size(self, style: StyleName) -> tuple[int, bool]:
        found = self.theme.styles[style]
        return self.px(found.size), found.bold

    def text_width(self, text: str, style: StyleName = "body") -> int:
        """The width of a line of text in pixels."""
        words = self._widths.setdefault(style, {})
        width = words.get(text)
        if width is None:
            if len(words) >= MOST_WORDS:
                words.clear()
            width = words[text] = self.fonts.width(text, *self._size(style))
        return width

    def line_height(self, style: StyleName = "body") -> int:
        """The height of a line of text in pixels."""
        found = self._line_heights.get(style)
        if found is None:
            found = self._line_heights[style] = self.fonts.line_height(self._size(style)[0])
        return found

    def text_picture(self, text: str, style: StyleName, colour: Colour) -> pygame.Surface:
        """The picture of a line of text."""
        return self.fonts.picture(text, *self._size(style), colour)

    def mark(
        self, shape: Shape, size: int, colour: Colour, edge: Colour | None = None, hollow: bool = False
    ) -> pygame.Surface:
        """The picture of a mark `size` pixels across; its middle is the middle of the picture."""
        key = ("mark", shape, size, colour, edge, hollow)
        return self._sprites.get(key) or self._keep(key, shapes.mark(shape, size, colour, edge, hollow))

    def icon(self, name: str, size: int, colour: Colour) -> pygame.Surface | None:
        """The picture of an icon; None if there is none."""
        key = ("icon", name, size, colour)
        found = self._sprites.get(key) or icons.icon(name, size, colour)
        return None if found is None else self._keep(key, found)

    def corner(
        self, radius: int, width: int, fill: Colour | None, edge: Colour | None, flip: tuple[bool, bool]
    ) -> pygame.Surface:
        """The picture of a box's corner, flipped sideways and upside down as asked."""
        key = ("corner", radius, width, fill, edge, flip)
        found = self._sprites.get(key)
        if found is None:
            found = pygame.transform.flip(shapes.corner(radius, width, fill, edge), *flip)
            self._keep(key, found)
        return found

    def _keep(self, key: tuple[object, ...], picture: pygame.Surface) -> pygame.Surface:
        if len(self._sprites) >= MOST_SPRITES:
            self._sprites.clear()
        self._sprites[key] = picture
        return picture
