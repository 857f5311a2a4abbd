"""The parts of the window that have to be drawn anew."""

import pygame

MOST_RECTS = 10
WASTE = 1.25  # two rectangles are joined if that draws at most this much more than the two apart


class Damage:
    """Rectangles gathered between two drawings, joined where that is cheaper than drawing them apart."""

    def __init__(self) -> None:
        self._rects: list[pygame.Rect] = []

    def add(self, rect: pygame.Rect) -> None:
        """Note a rectangle."""
        if rect.width <= 0 or rect.height <= 0:
            return
        new = pygame.Rect(rect)
        while True:
            partner = next((n for n, old in enumerate(self._rects) if _better_joined(old, new)), None)
            if partner is None:
                break
            new = new.union(self._rects.pop(partner))
        self._rects.append(new)
        if len(self._rects) > MOST_RECTS:
            self._rects = [self._rects[0].unionall(self._rects[1:])]

    def take(self, bounds: pygame.Rect) -> list[pygame.Rect]:
        """The rectangles inside the bounds; nothing is noted any more afterwards."""
        inside = [rect.clip(bounds) for rect in self._rects]
        self._rects = []
        return [rect for rect in inside if rect.width and rect.height]

    def __bool__(self) -> bool:
        return bool(self._rects)


def _better_joined(one: pygame.Rect, other: pygame.Rect) -> bool:
    if one.contains(other) or other.contains(one):
        return True
    both = one.union(other)
    apart = one.width * one.height + other.width * other.height
    return both.width * both.height <= WASTE * apart
