"""How far something has come, and what is being done."""

import pygame

from game.ui.flow import wrap
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.widgets.base import Role, Widget


class Progress(Widget):
    """A line of words over a bar. It moves only when it is told to, so it costs nothing in between.

    Args:
        text: what is being done.
        share: how much of it is done, 0 to 1; None if nobody knows.
    """

    role: Role = "meter"

    def __init__(self, text: str = "", share: float | None = 0.0) -> None:
        super().__init__()
        self.text, self.share = text, share

    def set(self, text: str | None = None, share: float | None = None) -> None:
        """Another share, and if given another text."""
        self.share = share
        self.invalidate()
        if text is not None and text != self.text:
            self.text = text
            self.resized()

    def said(self) -> str:
        return self.text if self.share is None else f"{self.text} {round(self.share * 100)} %"

    def measure_width(self) -> Span:
        words = max((self.kit.text_width(word) for word in self.text.split()), default=0)
        return Span(max(words, self.kit.px(120)), max(self.kit.px(240), self.kit.text_width(self.text)))

    def _lines(self, width: int) -> list[str]:
        room = width - self.kit.text_width("100 %") - self.kit.px(12)
        lines = wrap(self.text, max(1, room), "body", self.kit.text_width)
        return ["".join(piece.text for piece in line) for line in lines]

    def measure_height(self, width: int) -> Span:
        height = len(self._lines(width)) * self.kit.line_height() + self.kit.px(6 + self.kit.theme.sizes.bar)
        return Span(height, height)

    def draw(self, painter: Painter) -> None:
        thick, radius = self.kit.px(self.kit.theme.sizes.bar), self.kit.px(self.kit.theme.sizes.bar) // 2
        for n, line in enumerate(self._lines(self.rect.width)):
            painter.text(
                line, (self.rect.x, self.rect.y + n * self.kit.line_height()), "body", painter.ink("plain")
            )
        slot = pygame.Rect(self.rect.x, self.rect.bottom - thick, self.rect.width, thick)
        painter.box(slot, self.kit.theme.track, None, radius)
        if self.share is None:
            for n in range(3):
                at = (slot.centerx + (n - 1) * thick * 2, slot.centery)
                painter.mark("circle", at, thick // 2, painter.ink("plain"))
            return
        done = pygame.Rect(slot.x, slot.y, round(slot.width * min(1.0, max(0.0, self.share))), thick)
        if done.width:
            painter.box(done, self.kit.theme.tones["link"].mark, None, radius)
        shown = f"{round(self.share * 100)} %"
        painter.text(shown, (self.rect.right, self.rect.y), "body", painter.ink("muted"), "right")
