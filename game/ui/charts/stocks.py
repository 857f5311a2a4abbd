"""A stock with what flows into it and out of it: people held, arrests, releases."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.charts.face import Face, Spot
from game.ui.flow import wrap
from game.ui.painter import Pen
from game.ui.solve import Span
from game.ui.theme import ToneName, blend


@dataclass(frozen=True, slots=True)
class Stream:
    """What flows in or out: its name, how much, and as it is written."""

    name: str
    amount: float
    shown: str
    tone: ToneName = "plain"
    said: str = ""


class Stocks(Face):
    """In-flows on the left, the stock in the middle, out-flows on the right; arrows as thick as what flows.

    Args:
        name, shown: of the stock.
        inflows, outflows: from the top down.
        note: under the number: since when, counted by whom.
    """

    def __init__(
        self,
        name: str,
        shown: str,
        inflows: Sequence[Stream] = (),
        outflows: Sequence[Stream] = (),
        *,
        note: str = "",
    ) -> None:
        super().__init__()
        self.stock, self.shown, self.note = name, shown, note
        self.inflows, self.outflows = tuple(inflows), tuple(outflows)

    def show_stock(
        self, shown: str, inflows: Sequence[Stream], outflows: Sequence[Stream], note: str = ""
    ) -> None:
        """Other numbers."""
        self.shown, self.note = shown, note
        self.inflows, self.outflows = tuple(inflows), tuple(outflows)
        self.touch()
        self.resized()

    def summary(self) -> str:
        streams = (f"{stream.name} {stream.shown}" for stream in (*self.inflows, *self.outflows))
        return "; ".join((f"{self.stock} {self.shown}", *streams))

    def _lines(self, text: str, width: int) -> list[str]:
        lines = wrap(text, max(1, width), "body", self.kit.text_width)
        return ["".join(piece.text for piece in line) for line in lines] if text else []

    def _columns(self, width: int) -> tuple[int, int]:
        """The widths of the words on either side, and of the stock."""
        return round(width * 0.24), round(width * 0.28)

    def _words_tall(self, stream: Stream, width: int) -> int:
        lines = self._lines(stream.name, width - self.kit.px(8))
        return (len(lines) + 1) * self.kit.line_height() + self.kit.px(8)

    def measure_width(self) -> Span:
        streams = (*self.inflows, *self.outflows)
        words = max((self.kit.text_width(w) for s in streams for w in s.name.split()), default=0)
        stock = max(
            self.kit.text_width(self.shown, "display"), self.kit.text_width(self.stock)
        ) + self.kit.px(24)
        need = max(round(words / 0.24) + 1, round(stock / 0.28) + 1 if stock else 0, self.kit.px(300))
        return Span(need, max(need, self.kit.px(480)))

    def measure_height(self, width: int) -> Span:
        side, middle = self._columns(width)
        stacks = [
            sum(self._words_tall(s, side) for s in streams) for streams in (self.inflows, self.outflows)
        ]
        inside = middle - 2 * self.kit.px(10)
        lines = len(self._lines(self.stock, inside)) + len(self._lines(self.note, inside))
        stock = lines * self.kit.line_height() + self.kit.line_height("display") + self.kit.px(24)
        height = max(*stacks, stock)
        return Span(height, height)

    def draw_front(self, pen: Pen) -> None:
        _, middle = self._columns(self.rect.width)
        box = pygame.Rect((self.rect.width - middle) // 2, 0, middle, self.rect.height)
        most = max((abs(s.amount) for s in (*self.inflows, *self.outflows)), default=0) or 1
        gap = self.kit.px(6)
        self._streams(pen, self.inflows, pygame.Rect(0, 0, box.x - gap, self.rect.height), most, into=True)
        right = pygame.Rect(box.right + gap, 0, self.rect.width - box.right - gap, self.rect.height)
        self._streams(pen, self.outflows, right, most, into=False)
        self._draw_stock(pen, box)

    def _draw_stock(self, pen: Pen, box: pygame.Rect) -> None:
        px, tall = self.kit.px, self.kit.line_height()
        pen.box(box, pen.ground("raised"), self.kit.theme.strong_line, px(8), px(1))
        name = self._lines(self.stock, box.width - 2 * px(10))
        note = self._lines(self.note, box.width - 2 * px(10))
        number = self.kit.line_height("display")
        top = box.y + (box.height - (len(name) + len(note)) * tall - number) // 2
        for line in name:
            pen.text(line, (box.centerx, top), "body", pen.ink("muted"), "centre")
            top += tall
        pen.text(self.shown, (box.centerx, top), "display", pen.ink("plain"), "centre")
        top += number
        for line in note:
            pen.text(line, (box.centerx, top), "body", pen.ink("muted"), "centre")
            top += tall

    def _streams(
        self, pen: Pen, streams: Sequence[Stream], room: pygame.Rect, most: float, *, into: bool
    ) -> None:
        side, _ = self._columns(self.rect.width)
        talls = [self._words_tall(stream, side) for stream in streams]
        top = (room.height - sum(talls)) // 2
        for stream, tall in zip(streams, talls, strict=True):
            words = pygame.Rect(room.x if into else room.right - side, top, side, tall)
            arrow = (words.right, room.right) if into else (room.x, words.x)
            self._words(pen, stream, words, into=into)
            self._arrow(pen, stream, arrow, words.centery, most)
            if stream.said:
                at = ((arrow[0] + arrow[1]) / 2, float(words.centery))
                self.spots.append(Spot(at, stream.said, stream.name, reach=self.kit.px(30)))
            top += tall

    def _words(self, pen: Pen, stream: Stream, rect: pygame.Rect, *, into: bool) -> None:
        tall = self.kit.line_height()
        at = rect.right - self.kit.px(8) if into else rect.x + self.kit.px(8)
        side = "right" if into else "left"
        top = rect.y + self.kit.px(4)
        pen.text(stream.shown, (at, top), "strong", pen.ink(stream.tone), side)  # type: ignore[arg-type]
        for n, line in enumerate(self._lines(stream.name, rect.width - self.kit.px(8))):
            pen.text(line, (at, top + (n + 1) * tall), "body", pen.ink("muted"), side)  # type: ignore[arg-type]

    def _arrow(self, pen: Pen, stream: Stream, ends: tuple[int, int], y: int, most: float) -> None:
        thick = (
            max(self.kit.px(2), round(self.kit.px(22) * abs(stream.amount) / most)) if stream.amount else 0
        )
        head = max(self.kit.px(7), thick // 2 + self.kit.px(4))
        colour = pen.colour(stream.tone if stream.tone != "plain" else "muted")
        if not thick:
            pen.fill(pygame.Rect(ends[0], y, ends[1] - ends[0], 1), pen.theme_line)
            return
        length = max(0, ends[1] - ends[0] - head)
        pen.fill(
            pygame.Rect(ends[0], y - thick // 2, length, thick), blend(colour, pen.ground(self.ground), 0.75)
        )
        tip = [(ends[1] - head, y - head), (ends[1], y), (ends[1] - head, y + head)]
        pen.polygon(tip, blend(colour, pen.ground(self.ground), 0.75))
