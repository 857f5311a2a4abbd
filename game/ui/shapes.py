"""Small smooth pictures: marks, and the corners of rounded boxes. Drawn once, large, and scaled down."""

import math
from collections.abc import Callable
from itertools import pairwise

import pygame

from game.ui.theme import Colour, Shape

FINE = 8  # how many times larger a mark is drawn before it is scaled down
Point = tuple[float, float]


def mark(
    shape: Shape, size: int, colour: Colour, edge: Colour | None = None, hollow: bool = False
) -> pygame.Surface:
    """A mark of `size` pixels across, with a thin edge around it if `edge` is given.

    Args:
        shape: what it looks like.
        size: pixels across, without the edge.
        colour: of the mark.
        edge: the colour of an outline that sets the mark off from lines under it.
        hollow: only the outline of the mark, for ghosts and options.
    Returns: a square picture with transparency, its mark in the middle.
    """
    rim = max(2, round(size / 8)) if edge is not None else 0
    side = size + 2 * rim + 2
    picture = pygame.Surface((side, side), pygame.SRCALPHA)
    if edge is not None:
        picture.blit(_filled(shape, size + 2 * rim, side, edge, hollow=False), (0, 0))
    picture.blit(_filled(shape, size, side, colour, hollow=hollow), (0, 0))
    return picture


def corner(radius: int, width: int, fill: Colour | None, edge: Colour | None) -> pygame.Surface:
    """The upper left corner of a rounded box: `radius` pixels square, its edge `width` pixels wide."""
    big = radius * FINE
    base = edge if edge is not None else fill
    picture = pygame.Surface((big, big), pygame.SRCALPHA)
    picture.fill((*(base or (0, 0, 0)), 0))
    if edge is not None and width:
        pygame.draw.circle(picture, edge, (big, big), big)
        inner = (radius - width) * FINE
        pygame.draw.circle(
            picture, (*(fill or edge), 255 if fill is not None else 0), (big, big), max(0, inner)
        )
    elif fill is not None:
        pygame.draw.circle(picture, fill, (big, big), big)
    return pygame.transform.smoothscale(picture, (radius, radius))


def _filled(shape: Shape, size: int, side: int, colour: Colour, *, hollow: bool) -> pygame.Surface:
    big = pygame.Surface((side * FINE, side * FINE), pygame.SRCALPHA)
    big.fill((*colour, 0))
    centre = side * FINE / 2
    _draw(shape, big, (centre, centre), size * FINE / 2, colour)
    if hollow:
        _draw(
            shape, big, (centre, centre), max(1.0, size * FINE / 2 - max(1.5, size / 8) * FINE), (*colour, 0)
        )
    return pygame.transform.smoothscale(big, (side, side))


def _draw(shape: Shape, on: pygame.Surface, at: Point, reach: float, colour: tuple[int, ...]) -> None:
    if shape in {"circle", "none"}:
        pygame.draw.circle(on, colour, at, reach)
    elif shape == "ring":
        pygame.draw.circle(on, colour, at, reach, max(1, round(reach * 0.36)))
    elif shape == "tick":
        _stroke(
            on,
            colour,
            [_off(at, reach, p) for p in ((-0.8, 0.05), (-0.25, 0.62), (0.85, -0.65))],
            reach * 0.36,
        )
    elif shape == "cross":
        for ends in (((-0.68, -0.68), (0.68, 0.68)), ((-0.68, 0.68), (0.68, -0.68))):
            _stroke(on, colour, [_off(at, reach, p) for p in ends], reach * 0.36)
    else:
        pygame.draw.polygon(on, colour, [_off(at, reach, p) for p in OUTLINES[shape]()])


def _stroke(on: pygame.Surface, colour: tuple[int, ...], points: list[Point], width: float) -> None:
    for start, end in pairwise(points):
        pygame.draw.polygon(on, colour, band(start, end, width))
    for point in points:
        pygame.draw.circle(on, colour, point, width / 2)


def band(start: Point, end: Point, width: float) -> list[Point]:
    """The four corners of a straight line that is `width` wide."""
    (x0, y0), (x1, y1) = start, end
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    dx, dy = (y1 - y0) / length * width / 2, (x0 - x1) / length * width / 2
    return [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)]


def _off(at: Point, reach: float, by: Point) -> Point:
    return at[0] + by[0] * reach, at[1] + by[1] * reach


def _star() -> list[Point]:
    turns = ((n, 1.08 if n % 2 == 0 else 0.45) for n in range(10))
    return [(math.sin(n * math.pi / 5) * far, -math.cos(n * math.pi / 5) * far) for n, far in turns]


OUTLINES: dict[str, Callable[[], list[Point]]] = {
    "diamond": lambda: [(0, -1.12), (1.12, 0), (0, 1.12), (-1.12, 0)],
    "triangle": lambda: [(0, -0.98), (1.06, 0.86), (-1.06, 0.86)],
    "down": lambda: [(0, 0.98), (1.06, -0.86), (-1.06, -0.86)],
    "square": lambda: [(-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)],
    "bar": lambda: [(-0.24, -1.0), (0.24, -1.0), (0.24, 1.0), (-0.24, 1.0)],
    "star": _star,
}
