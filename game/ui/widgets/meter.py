"""A number as a bar with the threshold where things turn, and how it has just changed."""

import pygame

from game.ui.flow import wrap
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.theme import Shape, ToneName
from game.ui.widgets.base import Role, Widget

IN_LINE = 24  # units of the bar between label and number


class Meter(Widget):
    """A labelled bar. With a `why` it can be focused and asked.

    Args:
        label: what is measured.
        value, low, high: the number and the ends of the bar.
        threshold: where a tick stands, or None.
        change: since the last turn; shown with a triangle up or down, or nothing if None.
        rising_is: what a rise means: good, bad, or plain.
        tone: the bar's colour; past the threshold it becomes `past`.
        shown: how the number is written; nothing writes it as it is.
    """

    role: Role = "meter"
    why_on_focus = True

    def __init__(
        self,
        label: str,
        value: float,
        low: float = 0,
        high: float = 100,
        *,
        threshold: float | None = None,
        change: float | None = None,
        rising_is: ToneName = "plain",
        tone: ToneName = "link",
        past: ToneName = "bad",
        crisis_above: bool = True,
        shown: str = "",
        change_shown: str = "",
    ) -> None:
        super().__init__()
        self.label, self.value, self.low, self.high = label, value, low, high
        self.threshold, self.change = threshold, change
        self.rising_is: ToneName = rising_is
        self.tone: ToneName = tone
        self.past: ToneName = past
        self.crisis_above = crisis_above
        self.shown, self.change_shown = shown, change_shown

    @property
    def focusable(self) -> bool:  # type: ignore[override]  # only what can answer is worth a stop
        """Whether the Tab key stops here: if there is a sum to be shown."""
        return self.why is not None

    def set(
        self,
        value: float,
        change: float | None = None,
        shown: str = "",
        change_shown: str = "",
        *,
        label: str = "",
    ) -> None:
        """Another number."""
        new = (value, change, shown, change_shown, label or self.label)
        if new != (self.value, self.change, self.shown, self.change_shown, self.label):
            self.value, self.change, self.shown, self.change_shown, self.label = new
            self.resized()

    def said(self) -> str:
        change = f" ({self._change_text()})" if self.change is not None else ""
        return f"{self.label}: {self._text()}{change}"

    def _text(self) -> str:
        return self.shown or f"{self.value:g}"

    def _change_text(self) -> str:
        return self.change_shown or (f"{abs(self.change):g}" if self.change is not None else "")

    def _change_tone(self) -> ToneName:
        if not self.change or self.rising_is == "plain":
            return "muted"
        good = (self.change > 0) == (self.rising_is == "good")
        return "good" if good else "bad"

    def _numbers_width(self) -> int:
        wide = self.kit.text_width(self._text(), "strong")
        if self.change is not None:
            wide += self.kit.px(10 + 12) + self.kit.text_width(self._change_text())
        return wide

    def _in_line(self) -> bool:
        """Whether the bar stands between label and number: where height is dear."""
        return self.kit.low

    def measure_width(self) -> Span:
        label = self.kit.text_width(self.label)
        if self._in_line():
            wide = label + self.kit.px(10 + IN_LINE + 10) + self._numbers_width()
            return Span(wide, wide)
        words = max((self.kit.text_width(word) for word in self.label.split()), default=0)
        low = max(words, self._numbers_width(), self.kit.px(96))
        return Span(low, max(low, label + self.kit.px(12) + self._numbers_width()))

    def _beside(self, width: int) -> bool:
        return self.kit.text_width(self.label) + self.kit.px(12) + self._numbers_width() <= width

    def _label_lines(self, width: int) -> list[str]:
        lines = wrap(self.label, max(1, width), "body", self.kit.text_width)
        return ["".join(piece.text for piece in line) for line in lines]

    def measure_height(self, width: int) -> Span:
        if self._in_line():
            return Span(self.kit.line_height(), self.kit.line_height())
        lines = 1 if self._beside(width) else len(self._label_lines(width)) + 1
        height = lines * self.kit.line_height() + self.kit.px(4 + self.kit.theme.sizes.bar + 6)
        return Span(height, height)

    def draw(self, painter: Painter) -> None:
        tall, top = self.kit.line_height(), self.rect.y
        if self._in_line():
            painter.text(self.label, self.rect.topleft, "body", painter.ink("muted"))
            self._draw_numbers(painter, top)
            self._draw_bar(painter)
            return
        for line in [self.label] if self._beside(self.rect.width) else self._label_lines(self.rect.width):
            painter.text(line, (self.rect.x, top), "body", painter.ink("muted"))
            top += tall
        if self._beside(self.rect.width):
            top -= tall
        self._draw_numbers(painter, top)
        self._draw_bar(painter)

    def _draw_numbers(self, painter: Painter, top: int) -> None:
        tall, right = self.kit.line_height(), self.rect.right
        if self.change is not None:
            tone = self._change_tone()
            box = painter.text(self._change_text(), (right, top), "body", painter.ink(tone), "right")
            shape: Shape = "triangle" if self.change > 0 else "down" if self.change < 0 else "circle"
            size = self.kit.px(9 if self.change else 5)
            painter.mark(shape, (box.x - self.kit.px(9), top + tall / 2), size, painter.colour(tone))
            right = box.x - self.kit.px(10 + 12)
        painter.text(self._text(), (right, top), "strong", painter.ink("plain"), "right")

    def _draw_bar(self, painter: Painter) -> None:
        px, thick = self.kit.px, self.kit.px(self.kit.theme.sizes.bar)
        slot = pygame.Rect(self.rect.x, self.rect.bottom - thick - px(3), self.rect.width, thick)
        if self._in_line():
            left = self.rect.x + self.kit.text_width(self.label) + px(10)
            right = self.rect.right - self._numbers_width() - px(10)
            slot = pygame.Rect(left, self.rect.centery - thick // 2, right - left, thick)
        painter.box(slot, self.kit.theme.track, None, thick // 2)
        reach = self._x(self.value, slot) - slot.x
        if reach > 0:
            painter.box(
                pygame.Rect(slot.x, slot.y, max(reach, thick // 2), thick),
                self._bar_colour(painter),
                None,
                thick // 2,
            )
        if self.threshold is not None:
            x = self._x(self.threshold, slot)
            painter.fill(
                pygame.Rect(x - px(2), slot.y - px(3), px(4), thick + 2 * px(3)), painter.ground("panel")
            )
            painter.fill(
                pygame.Rect(x - px(1), slot.y - px(3), px(2), thick + 2 * px(3)), painter.ink("plain")
            )

    def _bar_colour(self, painter: Painter) -> tuple[int, int, int]:
        if self.threshold is not None and (self.value >= self.threshold) == self.crisis_above:
            return painter.colour(self.past)
        return painter.colour(self.tone)

    def _x(self, value: float, slot: pygame.Rect) -> int:
        share = (value - self.low) / ((self.high - self.low) or 1)
        return slot.x + round(min(1.0, max(0.0, share)) * slot.width)
