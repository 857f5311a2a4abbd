"""How strong something was, as a short bar beside its line."""

from __future__ import annotations

import pygame

from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.theme import ToneName
from game.ui.widgets.base import Widget

LONG = 72  # units of the bar


class Strength(Widget):
    """A number with a bar as long as it is large.

    Args:
        amount: its size against `most` is the bar's length.
        most: the largest amount that is shown beside it.
        shown: the amount as it is written.
        both_ways: less goes to the left of the middle, more to the right; else the bar begins at the left.
    """

    role = "meter"

    def __init__(
        self, amount: int, most: int, shown: str, tone: ToneName, *, both_ways: bool = False
    ) -> None:
        super().__init__()
        self.amount, self.most, self.shown, self.tone = amount, most, shown, tone
        self.both_ways = both_ways
        self.align = "start"

    def said(self) -> str:
        return self.shown

    def _number(self) -> int:
        return max(self.kit.text_width(self.shown, "strong"), self.kit.px(44))

    def measure_width(self) -> Span:
        wide = self._number() + self.kit.px(8 + LONG)
        return Span(wide, wide)

    def measure_height(self, width: int) -> Span:  # noqa: ARG002 - one line at any width
        return Span(self.kit.line_height(), self.kit.line_height())

    def draw(self, painter: Painter) -> None:
        px, thick = self.kit.px, self.kit.px(self.kit.theme.sizes.bar)
        slot = pygame.Rect(self.rect.x, self.rect.centery - thick // 2, px(LONG), thick)
        painter.box(slot, self.kit.theme.track, None, thick // 2)
        room = slot.width // 2 if self.both_ways else slot.width
        start = slot.centerx if self.both_ways else slot.x
        long = min(room, max(px(2), round(abs(self.amount) / max(1, self.most) * room)))
        left = start - long if self.both_ways and self.amount < 0 else start
        painter.fill(pygame.Rect(left, slot.y, long, thick), painter.colour(self.tone))
        if self.both_ways:
            painter.fill(pygame.Rect(start, slot.y - px(2), px(1), thick + 2 * px(2)), painter.ink("muted"))
        painter.text_in(self.shown, self.rect, "strong", painter.ink(self.tone), "right")
