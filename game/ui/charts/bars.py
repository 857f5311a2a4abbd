"""Bars with the threshold that matters, and where they stood before."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.charts.axis import Axis
from game.ui.charts.face import Face, Spot
from game.ui.flow import wrap
from game.ui.painter import Pen
from game.ui.solve import Span
from game.ui.theme import ToneName, blend


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its value as a number and as it is written, and what surrounds it."""

    name: str
    value: float
    shown: str
    tone: ToneName = "link"
    threshold: float | None = None
    before: float | None = None  # where it stood: the change is drawn from there
    said: str = ""
    tag: object = None


class Bars(Face):
    """Horizontal bars one below the other, on one scale; negative ones go to the left of the zero line.

    Args:
        bars: what is shown.
        low, high: the ends of the scale.
        in_line_with: bars of other charts that stand above or below and begin and end where these do.
    """

    def __init__(
        self,
        bars: Sequence[Bar] = (),
        low: float = 0,
        high: float = 100,
        *,
        in_line_with: Sequence[Bar] = (),
    ) -> None:
        super().__init__()
        self.bars, self.low, self.high = tuple(bars), low, high
        self.in_line_with = tuple(in_line_with)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Other values. Nothing is placed anew if there are as many as before."""
        old, self.bars = self.bars, tuple(bars)
        self.touch()
        if [bar.name for bar in old] != [bar.name for bar in self.bars]:
            self.resized()

    def summary(self) -> str:
        return "; ".join(f"{bar.name}: {bar.shown}" for bar in self.bars)

    def _names_width(self, width: int) -> int:
        return min(self._longest_name(), width * 2 // 5)

    def _longest_name(self) -> int:
        return max((self.kit.text_width(bar.name) for bar in self._placed), default=0)

    @property
    def _placed(self) -> tuple[Bar, ...]:
        """All bars that share their room."""
        return (*self.bars, *self.in_line_with)

    def _numbers_width(self) -> int:
        return max((self.kit.text_width(bar.shown, "strong") for bar in self._placed), default=0)

    def _name_lines(self, bar: Bar, width: int) -> list[str]:
        lines = wrap(bar.name, max(1, self._names_width(width)), "body", self.kit.text_width)
        return ["".join(piece.text for piece in line) for line in lines]

    def _tall(self, bar: Bar, width: int) -> int:
        return len(self._name_lines(bar, width)) * self.kit.line_height() + self.kit.px(8)

    def measure_width(self) -> Span:
        words = max((self.kit.text_width(w) for bar in self._placed for w in bar.name.split()), default=0)
        extra = self._numbers_width() + 2 * self.kit.px(12)
        return Span(
            max(words * 5 // 2, words + extra + self.kit.px(60)),
            self._longest_name() + extra + self.kit.px(160),
        )

    def measure_height(self, width: int) -> Span:
        height = sum(self._tall(bar, width) for bar in self.bars)
        return Span(height, height)

    def draw_front(self, pen: Pen) -> None:
        px, width = self.kit.px, self.rect.width
        names = self._names_width(width)
        axis = Axis(self.low, self.high, names + px(12), width - self._numbers_width() - px(12))
        top = 0
        for bar in self.bars:
            tall = self._tall(bar, width)
            self._draw_bar(pen, bar, axis, pygame.Rect(0, top, width, tall))
            top += tall
        if self.low < 0 < self.high:
            pen.fill(pygame.Rect(round(axis.at(0)), 0, 1, top), self.kit.theme.strong_line)

    def _draw_bar(self, pen: Pen, bar: Bar, axis: Axis, row: pygame.Rect) -> None:
        px, tall, thick = self.kit.px, self.kit.line_height(), self.kit.px(12)
        for n, line in enumerate(self._name_lines(bar, row.width)):
            pen.text(line, (0, row.y + px(4) + n * tall), "body", pen.ink("plain"))
        pen.text_in(
            bar.shown, pygame.Rect(0, row.y, row.width, row.height), "strong", pen.ink("plain"), "right"
        )
        middle = row.centery
        slot = pygame.Rect(round(axis.start), middle - thick // 2, round(axis.end - axis.start), thick)
        pen.box(slot, self.kit.theme.track, None, px(3))
        zero = axis.within(0)
        ends = sorted((zero, axis.within(bar.value)))
        length = pygame.Rect(round(ends[0]), slot.y, max(0, round(ends[1]) - round(ends[0])), thick)
        colour = pen.colour(bar.tone)
        if length.width:
            pen.box(length, colour, None, px(3))
        if bar.before is not None and bar.before != bar.value:
            gap = sorted((axis.within(bar.before), axis.within(bar.value)))
            changed = pygame.Rect(
                round(gap[0]), slot.y + thick // 4, round(gap[1] - gap[0]), thick - thick // 2
            )
            pen.fill(changed, blend(pen.ink("plain"), colour, 0.45))
        if bar.threshold is not None:
            x = round(axis.within(bar.threshold))
            pen.fill(pygame.Rect(x - px(1), slot.y - px(4), px(2), thick + 2 * px(4)), pen.ink("plain"))
        if bar.said:
            self.spots.append(Spot((axis.within(bar.value), middle), bar.said, bar.tag, reach=px(24)))
