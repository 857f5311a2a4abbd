"""Finding room for the words beside marks, so that none covers another."""

import math
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.ui.flow import shortened
from game.ui.painter import Pen
from game.ui.shapes import Point
from game.ui.theme import Colour, StyleName, blend

WORSE = 50
CROSSED = 3  # how much worse it is to be crossed by a line than to stand far by as much


class Placing:
    """Remembers what is taken: by lines, and by marks and words, which are worse to cover."""

    def __init__(self, bounds: pygame.Rect) -> None:
        self.bounds = bounds
        self.lines: list[pygame.Rect] = []
        self.marks: list[pygame.Rect] = []
        self.words: list[pygame.Rect] = []

    def block(self, rect: pygame.Rect) -> None:
        """Keep words off a mark."""
        self.marks.append(rect)

    def block_line(self, points: Sequence[Point], step: float = 10.0) -> None:
        """Keep words off a line through points."""
        for (x0, y0), (x1, y1) in pairwise(points):
            count = max(1, round(math.hypot(x1 - x0, y1 - y0) / step))
            for n in range(count + 1):
                x, y = x0 + (x1 - x0) * n / count, y0 + (y1 - y0) * n / count
                self.lines.append(pygame.Rect(round(x) - 3, round(y) - 3, 6, 6))

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
                pen.haloed(text, at, style, colour)
                self.words.append(rect)
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
        best = self._best(options, at, must=must)
        if size[0] > self.bounds.width or best is None:
            return None
        end = _nearest(at, best)
        if math.dist(at, end) > best.height:  # so far off that only a line can say what is meant
            pen.line(at, end, blend(colour, pen.ground("sunken"), 0.6))
        pen.haloed(text, best.topleft, style, colour)
        self.words.append(best)
        return best

    def before(
        self, pen: Pen, text: str, at: Point, reach: float, style: StyleName, *, colour: Colour
    ) -> pygame.Rect:
        """Write words that end where a mark begins, shortened if there is no more room."""
        room = max(0, round(at[0] - reach) - self.bounds.left)
        text = shortened(text, room, lambda part: pen.kit.text_width(part, style))
        wide, tall = pen.kit.text_width(text, style), pen.kit.line_height(style)
        found = pygame.Rect(round(at[0] - reach) - wide, round(at[1]) - tall // 2, wide, tall)
        pen.haloed(text, found.topleft, style, colour)
        self.words.append(found)
        return found

    def _covered(self, rect: pygame.Rect) -> int:
        """How much lies under a rectangle, in pixels; marks and words count many times over."""
        under = 0
        for rects, weight in ((self.lines, CROSSED), (self.marks, WORSE), (self.words, WORSE)):
            for n in rect.collidelistall(rects):
                part = rect.clip(rects[n])
                under += weight * part.width * part.height
        return under

    def _best(self, options: Sequence[pygame.Rect], at: Point, *, must: bool) -> pygame.Rect | None:
        """The place that is least bad, the first of equals; without `must` none that covers anything."""
        best, least = None, math.inf
        for rank, rect in enumerate(options):
            far = rect.height * rank // 2
            if far >= least:  # nor is anything that comes later better
                break
            covered = self._covered(rect)
            cost = covered + far
            if cost < least and (must or not covered):  # looking for nearer marks is dear
                cost += self._misleading(rect, at)
                if cost < least:
                    best, least = rect, cost
        return best

    def _misleading(self, rect: pygame.Rect, at: Point) -> int:
        """How much words in a place seem to mean something else than their mark."""
        own, unit = _distance(at, rect), rect.height * rect.height
        nearer = any(_distance(mark.center, rect) < own - 1.5 for mark in self.marks)
        return unit * nearer + unit * 3 // 2 * (own > rect.height)


def _nearest(at: Point, rect: pygame.Rect) -> Point:
    """The point of a rectangle that is nearest to a point."""
    return min(max(at[0], rect.left), rect.right), min(max(at[1], rect.top), rect.bottom)


def _distance(at: Point, rect: pygame.Rect) -> float:
    return math.dist(at, _nearest(at, rect))


def _around(at: Point, reach: float, size: tuple[int, int]) -> list[pygame.Rect]:
    """Places for words around a point, the best first, and the same a line further off."""
    return [*_ring(at, reach, size), *_ring(at, reach + size[1], size)]


def _ring(at: Point, reach: float, size: tuple[int, int]) -> list[pygame.Rect]:
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
        *(
            pygame.Rect(x - width * part // 8, top, width, height)
            for part in (2, 6, 1, 7)
            for top in (y - far - height, y + far)
        ),
    ]
