"""A list of what was said and done, which may grow to many thousands of entries."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

import pygame

from game.ui.events import Key, Pointer
from game.ui.flow import line_count, wrap
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.theme import ToneName
from game.ui.widgets.base import Role
from game.ui.widgets.scroll import Scrolling


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: who or what, with its shape and colour; the words; what it stands for to whoever clicks."""

    head: str
    body: str
    tone: ToneName = "plain"
    aside: str = ""
    tag: object = None


class Log(Scrolling):
    """Entries one below the other. Only those in sight are drawn; the newest comes into sight by itself.

    Args:
        entries: the first ones.
        picked: called with an entry that was clicked or chosen with Enter; nothing makes them plain text.
        least: the height in units that it needs to be of use.
    """

    role: Role = "log"
    focusable = True

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        *,
        picked: Callable[[Entry], None] | None = None,
        least: float = 66,
    ) -> None:
        super().__init__()
        self.entries = list(entries)
        self.picked = picked
        self.least = least
        self.grow = 1
        self.chosen: int | None = None
        self._tops: list[int] = []  # of the entries, and the end of the last, from the top of the list
        self._width_measured = -1
        self._at_end = True

    def append(self, entry: Entry) -> None:
        """A new entry. It is scrolled to if the end was in sight."""
        at_end = self._host is None or self.offset >= self.most - self.kit.px(4)
        self.entries.append(entry)
        if self._host is None or self._width_measured < 0:
            return
        self._tops.append(self._tops[-1] + self._tall(entry))
        self.invalidate()
        if at_end:
            self.to(self.most)

    def set(self, entries: Iterable[Entry]) -> None:
        """Other entries."""
        self.entries = list(entries)
        self.chosen = None
        self._width_measured = -1
        if self._host is not None and self.rect.width:
            self._measure()
            self.offset = self.most
            self.invalidate()

    def said(self) -> str:
        return f"{self.entries[-1].head}: {self.entries[-1].body}" if self.entries else self.name

    # measuring

    def forget(self) -> None:
        self._width_measured = -1
        super().forget()

    def _text_left(self) -> int:
        return self.kit.px(self.kit.theme.sizes.mark + 8)

    def _text_width(self) -> int:
        return max(1, self.rect.width - self.bar_width() - self._text_left())

    def _head_width(self, entry: Entry) -> int:
        aside = self.kit.text_width(entry.aside) + self.kit.px(12) if entry.aside else 0
        return max(1, self._text_width() - aside)

    def _body(self, entry: Entry) -> list[str]:
        lines = wrap(entry.body, self._text_width(), "body", self.kit.text_width) if entry.body else []
        return ["".join(piece.text for piece in line) for line in lines]

    def _head(self, entry: Entry) -> list[str]:
        lines = wrap(entry.head, self._head_width(entry), "strong", self.kit.text_width)
        return ["".join(piece.text for piece in line) for line in lines]

    def _tall(self, entry: Entry) -> int:
        measure = self.kit.text_width
        lines = line_count(entry.head, self._head_width(entry), "strong", measure)
        lines += line_count(entry.body, self._text_width(), "body", measure) if entry.body else 0
        return lines * self.kit.line_height() + self.kit.px(12)

    def _measure(self) -> None:
        if self._width_measured != self.rect.width:
            self._width_measured = self.rect.width
            self._tops = list(accumulate(map(self._tall, self.entries), initial=0))

    def measure_width(self) -> Span:
        return Span(self.kit.px(160), self.kit.px(320))

    def measure_height(self, width: int) -> Span:
        low = self.kit.px(self.least)
        return Span(low, max(low, self.kit.px(200))) if width else Span(low, low)

    def whole_height(self) -> int:
        self._measure()
        return self._tops[-1]

    def arrange_children(self) -> None:
        at_end = self._at_end
        self._measure()
        self.offset = self.most if at_end else min(self.offset, self.most)

    def moved(self) -> None:
        self._at_end = self.offset >= self.most - self.kit.px(4)

    # drawing

    def _in_sight(self) -> range:
        first = max(0, bisect_right(self._tops, self.offset) - 1)
        last = bisect_right(self._tops, self.offset + self.rect.height)
        return range(first, min(last, len(self.entries)))

    def draw(self, painter: Painter) -> None:
        self._measure()
        for n in self._in_sight():
            self._draw_entry(
                painter, self.entries[n], self.rect.y + self._tops[n] - self.offset, n == self.chosen
            )

    def _draw_entry(self, painter: Painter, entry: Entry, top: int, chosen: bool) -> None:
        left, tall = self.rect.x + self._text_left(), self.kit.line_height()
        if chosen:
            around = pygame.Rect(self.rect.x, top, self.rect.width - self.bar_width(), self._tall(entry))
            painter.box(around.inflate(0, -self.kit.px(4)), painter.kit.theme.select, None, self.kit.px(6))
        tone = self.kit.theme.tones[entry.tone]
        size = self.kit.px(self.kit.theme.sizes.mark)
        shape = tone.shape if tone.shape != "none" else "bar"
        painter.mark(shape, (self.rect.x + size / 2 + 1, top + tall / 2 + self.kit.px(3)), size, tone.mark)
        top += self.kit.px(3)
        if entry.aside:
            at = (self.rect.right - self.bar_width(), top)
            painter.text(entry.aside, at, "note", painter.ink("plain" if chosen else "muted"), "right")
        for line in self._head(entry):
            painter.text(line, (left, top), "strong", painter.ink("plain" if chosen else entry.tone))
            top += tall
        for line in self._body(entry):
            painter.text(line, (left, top), "body", painter.ink("plain"))
            top += tall

    # talking to it

    def on_key(self, key: Key) -> bool:
        if self.picked is None or not self.entries:
            return super().on_key(key)
        if key.combo in {"up", "down"}:
            step = -1 if key.combo == "up" else 1
            start = self.chosen if self.chosen is not None else len(self.entries) - (step > 0)
            self._choose(min(len(self.entries) - 1, max(0, start + step)))
            return True
        if self.host.keys.means(key.combo, "activate") and self.chosen is not None:
            if not key.repeat:
                self.picked(self.entries[self.chosen])
            return True
        return super().on_key(key)

    def _choose(self, n: int) -> None:
        self.chosen = n
        self.invalidate()
        top, bottom = self._tops[n], self._tops[n + 1]
        if top < self.offset:
            self.to(top)
        elif bottom > self.offset + self.rect.height:
            self.to(bottom - self.rect.height)

    def on_pointer(self, pointer: Pointer) -> bool:
        if super().on_pointer(pointer):
            return True
        if pointer.kind != "down" or pointer.button != 1 or self.picked is None:
            return False
        n = bisect_right(self._tops, pointer.pos[1] - self.rect.y + self.offset) - 1
        if 0 <= n < len(self.entries):
            self._choose(n)
            self.picked(self.entries[n])
        return True
