"""Drawing on a surface inside a clip. Everything here gives the same pixels whatever the clip leaves of it.

That is what makes damage rectangles safe: redrawing a part must give what redrawing all would have given.
So widgets draw with boxes, marks and text only; slanted lines belong to charts, which have their own faces.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import pygame

from game.ui.kit import Kit
from game.ui.shapes import Point
from game.ui.theme import Colour, GroundName, Shape, StyleName, ToneName

Side = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class TextDrawn:
    """One line of text that was drawn: kept only while somebody examines a screen."""

    text: str
    rect: pygame.Rect
    clip: pygame.Rect
    colour: Colour
    ground: Colour
    pixels: int
    owner: object


class Painter:
    """A surface, a kit, and an offset for those who draw on a face of their own."""

    def __init__(
        self,
        surface: pygame.Surface,
        kit: Kit,
        offset: tuple[int, int] = (0, 0),
        log: list[TextDrawn] | None = None,
    ) -> None:
        self.surface = surface
        self.kit = kit
        self.offset = offset  # what to add to a place here to get a place in the window
        self.log = log
        self.owner: object = None

    @property
    def theme_line(self) -> Colour:
        """The colour of hairlines."""
        return self.kit.theme.line

    def ground(self, name: GroundName) -> Colour:
        """The colour of a ground."""
        return self.kit.theme.grounds[name]

    def ink(self, tone: ToneName) -> Colour:
        """The colour of a tone's words."""
        return self.kit.theme.tones[tone].text

    def colour(self, tone: ToneName) -> Colour:
        """The colour of a tone's marks."""
        return self.kit.theme.tones[tone].mark

    def fill(self, rect: pygame.Rect, colour: Colour) -> None:
        """A plain rectangle."""
        self.surface.fill(colour, rect)

    def box(
        self,
        rect: pygame.Rect,
        fill: Colour | None,
        edge: Colour | None = None,
        radius: int = 0,
        width: int = 1,
    ) -> None:
        """A rectangle with round corners, filled, outlined or both. The edge lies inside `rect`."""
        if rect.width <= 0 or rect.height <= 0:
            return
        radius = min(radius, rect.width // 2, rect.height // 2)
        thick = width if edge is not None else 0
        rim = max(radius, thick)
        clip = self.surface.get_clip()
        if rect.inflate(-2 * rim, -2 * rim).contains(clip):  # most often only something inside is drawn anew
            if fill is not None:
                self.surface.fill(fill, clip)
            return
        if fill is not None:
            cap = pygame.Rect(rect.x + rim, rect.y, rect.width - 2 * rim, radius)
            self.surface.fill(fill, cap)
            self.surface.fill(fill, cap.move(0, rect.height - radius))
            self.surface.fill(fill, (rect.x, rect.y + radius, rect.width, rect.height - 2 * radius))
        if edge is not None:
            across = pygame.Rect(rect.x + radius, rect.y, rect.width - 2 * radius, thick)
            self.surface.fill(edge, across)
            self.surface.fill(edge, across.move(0, rect.height - thick))
            upright = pygame.Rect(rect.x, rect.y + radius, thick, rect.height - 2 * radius)
            self.surface.fill(edge, upright)
            self.surface.fill(edge, upright.move(rect.width - thick, 0))
        if radius:
            for right in (False, True):
                for low in (False, True):
                    piece = self.kit.corner(radius, thick, fill, edge, (right, low))
                    at = (rect.right - radius if right else rect.x, rect.bottom - radius if low else rect.y)
                    self.surface.blit(piece, at)

    def text(
        self, text: str, at: tuple[int, int], style: StyleName, colour: Colour, side: Side = "left"
    ) -> pygame.Rect:
        """A line of text; `at` is the upper left, middle or right end of its line box. Gives that box."""
        width, height = self.kit.text_width(text, style), self.kit.line_height(style)
        left = at[0] - (0 if side == "left" else width if side == "right" else width // 2)
        box = pygame.Rect(left, at[1], width, height)
        if text:
            if self.log is not None:
                self._remember(text, box, style, colour)
            picture = self.kit.text_picture(text, style, colour)
            self.surface.blit(picture, (left, at[1] + (height - picture.get_height() + 1) // 2))
        return box

    def text_in(
        self, text: str, rect: pygame.Rect, style: StyleName, colour: Colour, side: Side = "left"
    ) -> pygame.Rect:
        """A line of text in the middle of a rectangle's height, at one side of it."""
        x = {"left": rect.left, "centre": rect.centerx, "right": rect.right}[side]
        return self.text(
            text, (x, rect.y + (rect.height - self.kit.line_height(style)) // 2), style, colour, side
        )

    def mark(
        self,
        shape: Shape,
        centre: Point,
        size: int,
        colour: Colour,
        *,
        edge: Colour | None = None,
        hollow: bool = False,
    ) -> pygame.Rect:
        """A mark `size` pixels across around a point."""
        picture = self.kit.mark(shape, size, colour, edge, hollow)
        half = picture.get_width() / 2
        return self.surface.blit(picture, (round(centre[0] - half), round(centre[1] - half)))

    def _remember(self, text: str, box: pygame.Rect, style: StyleName, colour: Colour) -> None:
        assert self.log is not None
        clip = self.surface.get_clip()
        inside = box.clip(clip)
        if not inside.width:
            return
        ground = _commonest(self.surface, inside)
        pixels = self.kit.px(self.kit.theme.styles[style].size)
        moved, seen = box.move(self.offset), clip.move(self.offset)
        self.log.append(TextDrawn(text, moved, seen, colour, ground, pixels, self.owner))


def _commonest(surface: pygame.Surface, rect: pygame.Rect) -> Colour:
    """The commonest colour of a few pixels spread over a rectangle."""
    colours = []
    for n in range(9):
        for m in range(3):
            at = (rect.x + (rect.width - 1) * n // 8, rect.y + (rect.height - 1) * m // 2)
            r, g, b, _ = surface.get_at(at)
            colours.append((r, g, b))
    return max(set(colours), key=colours.count)


class Pen(Painter):
    """A painter that may also draw slanted lines. For faces only, which are always drawn whole."""

    def line(self, start: Point, end: Point, colour: Colour, width: float = 1.0) -> None:
        """A smooth straight line."""
        (x0, y0), (x1, y1) = start, end
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        across = ((y1 - y0) / length, (x0 - x1) / length)
        strokes = max(1, math.ceil((width - 1) / 0.7) + 1) if width > 1.2 else 1
        for n in range(strokes):
            off = (width - 1) * (n / (strokes - 1) - 0.5) if strokes > 1 else 0.0
            dx, dy = across[0] * off, across[1] * off
            pygame.draw.aaline(self.surface, colour, (x0 + dx, y0 + dy), (x1 + dx, y1 + dy))

    def haloed(self, text: str, at: tuple[int, int], style: StyleName, colour: Colour) -> None:
        """A line of text with a rim of the plot's ground, so that lines under it do not disturb."""
        log, self.log = self.log, None
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1), (-1, 1), (1, -1)):
            self.text(text, (at[0] + dx, at[1] + dy), style, self.ground("sunken"))
        self.log = log
        self.text(text, at, style, colour)

    def lines(self, points: Sequence[Point], colour: Colour, width: float = 1.0) -> None:
        """A smooth line through points."""
        for start, end in pairwise(points):
            self.line(start, end, colour, width)

    def dashes(self, start: Point, end: Point, colour: Colour, width: float = 1.0, dash: float = 6.0) -> None:
        """A broken line: dashes and gaps of the same length."""
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = max(1e-9, (dx * dx + dy * dy) ** 0.5)
        steps = max(1, round(length / dash / 2))
        for n in range(steps):
            a, b = n / steps, (n + 0.5) / steps
            self.line(
                (start[0] + dx * a, start[1] + dy * a), (start[0] + dx * b, start[1] + dy * b), colour, width
            )

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon with smooth edges."""
        pygame.draw.polygon(self.surface, colour, points)
        for start, end in pairwise([*points, points[0]]):
            pygame.draw.aaline(self.surface, colour, start, end)

    def area(self, points: Sequence[Point], colour: Colour, share: float) -> None:
        """A see-through polygon: the opacity `share` of a colour."""
        left, top = (math.floor(min(p[axis] for p in points)) for axis in (0, 1))
        right, bottom = (math.ceil(max(p[axis] for p in points)) for axis in (0, 1))
        layer = pygame.Surface((right - left + 1, bottom - top + 1), pygame.SRCALPHA)
        pygame.draw.polygon(layer, (*colour, round(255 * share)), [(x - left, y - top) for x, y in points])
        self.surface.blit(layer, (left, top))
