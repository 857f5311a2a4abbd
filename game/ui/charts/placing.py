"""Finding room for the words beside marks, so that none covers another."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pygame

from game.ui.flow import shortened
from game.ui.painter import Pen
from game.ui.shapes import Point
from game.ui.theme import Colour, StyleName


class Placing:
    """Remembers what is taken."""

    def __init__(self, bounds: pygame.Rect, taken: Iterable[pygame.Rect] = ()) -> None:
        self.bounds = bounds
        self.taken = list(taken)

    def block(self, rect: pygame.Rect) -> None:
        """Keep words out of a rectangle."""
        self.taken.append(rect)

    def block_line(self, points: Sequence[Point], step: float = 10.0) -> None:
        """Keep words off a line through points."""
        for (x0, y0), (x1, y1) in pairwise(points):
            count = max(1, round(math.hypot(x1 - x0, y1 - y0) / step))
            for n in range(count + 1):
                x, y = x0 + (x1 - x0) * n / count, y0 + (y1 - y0) * n / count
                self.taken.append(pygame.Rect(round(x) - 3, round(y) - 3, 6, 6))

    def along(
        self, pen: Pen, text: str, line: tuple[Point, Point], style: StyleName, colour: Colour
    ) -> pygame.Rect | None:
        """Write words next to an upright or level line, wherever along it they cover nothing."""
        (x0, y0), (x1, y1) = line
        wide, tall = pen.kit.text_width(text, style), pen.kit.line_height(style)
        gap = pen.kit.px(5)
        options = []
        for n in range(9):
            x, y = x0 + (x1 - x0) * n / 8, y0 + (y1 - y0) * n / 8
            if abs(x1 - x0) > abs(y1 - y0):
                left = round(x0 + gap + (x1 - x0 - wide - 2 * gap) * n / 8)
                options += [(left, round(y) - tall), (left, round(y) + 2)]
            else:
                top = round(y0 + (y1 - y0 - tall) * n / 8)
                options += [(round(x) + gap, top), (round(x) - gap - wide, top)]
        for at in options:
            rect = pygame.Rect(*at, wide, tall)
            if self.bounds.contains(rect) and not self._covered(rect):
                pen.text(text, at, style, colour)
                self.taken.append(rect)
                return rect
        return None

    def beside(
        self,
        pen: Pen,
        text: str,
        at: Point,
        reach: float,
        style: StyleName,
        *,
        colour: Colour,
        must: bool = False,
        below: bool = False,
    ) -> pygame.Rect | None:
        """Write words beside a mark where they cover nothing; leave them out if there is no such place.

        Args:
            reach: how far from the mark's middle the words begin, in pixels.
            must: write them all the same, where they cover least.
            below: rather below the mark than beside it.
        Returns: where they stand, or None.
        """
        if must:
            text = shortened(text, self.bounds.width, lambda part: pen.kit.text_width(part, style))
        size = (pen.kit.text_width(text, style), pen.kit.line_height(style))
        options = [rect.clamp(self.bounds) for rect in _around(at, reach, size)]
        options = [options[3], options[2], *options] if below else options
        covered = [self._covered(rect) for rect in options]
        if size[0] > self.bounds.width or (min(covered) and not must):
            return None
        best = options[covered.index(min(covered))]
        pen.text(text, best.topleft, style, colour)
        self.taken.append(best)
        return best

    def _covered(self, rect: pygame.Rect) -> int:
        parts = (rect.clip(self.taken[n]) for n in rect.collidelistall(self.taken))
        return sum(part.width * part.height for part in parts)


def _around(at: Point, reach: float, size: tuple[int, int]) -> list[pygame.Rect]:
    x, y, (width, height) = round(at[0]), round(at[1]), size
    far = round(reach)
    return [
        pygame.Rect(x + far, y - height // 2, width, height),
        pygame.Rect(x - far - width, y - height // 2, width, height),
        pygame.Rect(x - width // 2, y - far - height, width, height),
        pygame.Rect(x - width // 2, y + far, width, height),
        pygame.Rect(x + far // 2, y - far - height, width, height),
        pygame.Rect(x + far // 2, y + far, width, height),
        pygame.Rect(x - far // 2 - width, y - far - height, width, height),
        pygame.Rect(x - far // 2 - width, y + far, width, height),
    ]
