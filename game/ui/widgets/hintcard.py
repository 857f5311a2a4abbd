"""The card that answers "why?": a sentence, or a number taken apart into signed parts."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.layout import Column
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.why import Part, Why, shortened_to
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label

WIDEST = 420  # units, unless that is too tall for the window
FEWEST = 3  # lines of a sum, where there is little room


class HintCard(Column):
    """What a hint shows."""

    def __init__(self, sentence: str, why: Why | None) -> None:
        super().__init__(gap=8, pad=(14, 12))
        self.content = (sentence, why)
        self.limits = Limits(max_w=WIDEST)
        if why is not None:
            self.add(Label(why.title, "strong"), SumTable(why))
            if why.note:
                self.add(Label(why.note, "note", "muted"))
        if sentence:
            self.add(Label(sentence))

    @classmethod
    def of(cls, widget: Widget) -> HintCard | None:
        """The card of a widget, or None if it has nothing to say."""
        why = widget.why() if widget.why is not None else None
        return cls(widget.hint, why) if widget.hint or why is not None else None

    def draw(self, painter: Painter) -> None:
        radius = self.kit.px(self.kit.theme.sizes.radius)
        painter.box(self.rect, painter.ground("raised"), self.kit.theme.strong_line, radius, self.kit.px(1))


class SumTable(Widget):
    """Parts with bars to the left (less) and right (more) of a middle line, and the total under a rule.

    Where there is no room for all, the smallest are one line: what they come to is always in sight.
    """

    def __init__(self, why: Why) -> None:
        super().__init__()
        self._why = why

    def said(self) -> str:
        parts = (f"{part.label}: {part.shown}" for part in self._why.parts)
        return "; ".join((*parts, self._why.total))

    def _columns(self) -> tuple[int, int, int]:
        """The widths of labels, bars and numbers in pixels."""
        measure = self.kit.text_width
        labels = max((measure(part.label) for part in self._why.parts), default=0)
        shown = [(part.shown, "body") for part in self._why.parts]
        numbers = max([measure(text) for text, _ in shown] + [measure(self._why.total, "strong")])
        return labels, self.kit.px(96), numbers

    def measure_width(self) -> Span:
        labels, bars, numbers = self._columns()
        want = labels + bars + numbers + 2 * self.kit.px(12)
        return Span(min(want, bars + numbers + self.kit.px(140)), want)

    def measure_height(self, width: int) -> Span:
        parts = self._why.parts
        return Span(self._height(shortened_to(parts, FEWEST), width), self._height(parts, width))

    def _height(self, parts: Sequence[Part], width: int) -> int:
        """What so many lines and the total need."""
        lines = sum(len(self._label_lines(part, width)) for part in parts)
        return (lines + 1) * self.kit.line_height() + self.kit.px(4) * len(parts) + self.kit.px(8)

    def shown_parts(self) -> list[Part]:
        """The lines that have room."""
        every = self._why.parts
        for most in range(len(every), FEWEST, -1):
            if self._height(parts := shortened_to(every, most), self.rect.width) <= self.rect.height:
                return parts
        return shortened_to(every, FEWEST)

    def _label_room(self, width: int) -> int:
        _, bars, numbers = self._columns()
        return max(self.kit.px(60), width - bars - numbers - 2 * self.kit.px(12))

    def _label_lines(self, part: Part, width: int) -> list[str]:
        from game.ui.flow import wrap

        lines = wrap(part.label, self._label_room(width), "body", self.kit.text_width)
        return ["".join(piece.text for piece in line) for line in lines]

    def draw(self, painter: Painter) -> None:
        tall, gap = self.kit.line_height(), self.kit.px(4)
        room = self._label_room(self.rect.width)
        _, bars, _ = self._columns()
        left = self.rect.x + room + self.kit.px(12)
        parts = self.shown_parts()
        most = max((abs(part.amount) for part in parts), default=0) or 1
        top = self.rect.y
        start = top
        for part in parts:
            lines = self._label_lines(part, self.rect.width)
            for n, line in enumerate(lines):
                painter.text(line, (self.rect.x, top + n * tall), "body", painter.ink("plain"))
            tone = part.tone if part.tone != "plain" else "link"
            self._bar(painter, pygame.Rect(left, top, bars, tall), part.amount / most, tone)
            painter.text(part.shown, (self.rect.right, top), "body", painter.ink("plain"), "right")
            top += len(lines) * tall + gap
        painter.fill(pygame.Rect(left + bars // 2, start, 1, top - start - gap), self.kit.theme.strong_line)
        painter.fill(pygame.Rect(self.rect.x, top + gap // 2, self.rect.width, 1), self.kit.theme.strong_line)
        painter.text(
            self._why.total, (self.rect.right, top + self.kit.px(8)), "strong", painter.ink("plain"), "right"
        )

    def _bar(self, painter: Painter, slot: pygame.Rect, share: float, tone: str) -> None:
        length = round(abs(share) * (slot.width // 2 - 1))
        thick = self.kit.px(10)
        top = slot.y + (slot.height - thick) // 2
        middle = slot.x + slot.width // 2
        left = middle if share >= 0 else middle - length
        painter.fill(pygame.Rect(left, top, length, thick), self.kit.theme.tones[tone].mark)  # type: ignore[index]
