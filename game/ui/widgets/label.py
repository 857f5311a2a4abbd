"""Text that wraps, with glossary words that can be followed by mouse and keyboard."""

from typing import Literal

import pygame

from game.ui.events import Key, Pointer
from game.ui.flow import Line, Text, Words, line_count, longest_line, plain, stretches, widest_word, wrap
from game.ui.painter import Painter, Side
from game.ui.solve import Span
from game.ui.theme import Shape, StyleName, ToneName
from game.ui.widgets.base import Role, Widget

MOST_ONE_LINE = 640  # units: what a label would like to be wide at most


class Label(Widget):
    """A text in one style, stretches of it in others.

    Args:
        text: a string or stretches of words.
        style: size and weight.
        tone: colour by meaning.
        side: where short lines stand.
        shape: a mark before the text; "auto" takes the tone's own.
        steady: a sample that the label keeps room for, so that changing numbers move nothing.
        tall_as: a sample of which it keeps as many lines as that takes, where the width is not its own.
    """

    role: Role = "text"

    def __init__(
        self,
        text: Text = "",
        style: StyleName = "body",
        tone: ToneName = "plain",
        *,
        side: Side = "left",
        shape: Shape | Literal["auto"] = "none",
        steady: str = "",
        tall_as: str = "",
    ) -> None:
        super().__init__()
        self.text: Text = text
        self.style: StyleName = style
        self.tone: ToneName = tone
        self.side: Side = side
        self.shape: Shape | Literal["auto"] = shape
        self.steady = steady
        self.tall_as = tall_as
        self._lines: tuple[int, list[Line]] | None = None
        self._make_links()

    def set(self, text: Text, tone: ToneName | None = None) -> None:
        """Another text, and if given another tone. Nothing is placed anew if it needs the room it has."""
        tone = tone or self.tone
        if (text, tone) == (self.text, self.tone):
            return
        before = self._needs() if self._host is not None and self.rect.width else None
        self.text, self.tone, self._lines = text, tone, None
        if before is not None and not self._linked() and self._fits(before):
            self.invalidate()
            return
        self._make_links()
        self.resized()

    def _fits(self, before: tuple[Span, Span]) -> bool:
        self._width = None
        self._heights.clear()
        return self._needs() == before

    def _needs(self) -> tuple[Span, Span]:
        return self.widths(), self.heights(self.rect.width)

    def said(self) -> str:
        return self.name or plain(self.text)

    def _linked(self) -> bool:
        return bool(self.children) or any(words.term for words in stretches(self.text))

    def _make_links(self) -> None:
        self.remove(*self.children)
        for words in stretches(self.text):
            if words.term:
                self.add(Link(words))

    # measuring

    @property
    def _shape(self) -> Shape:
        return self.kit.theme.tones[self.tone].shape if self.shape == "auto" else self.shape

    def _indent(self) -> int:
        return 0 if self._shape == "none" else self.kit.px(self.kit.theme.sizes.mark + 8)

    def measure_width(self) -> Span:
        measure, indent = self.kit.text_width, self._indent()
        want = min(longest_line(self.text, self.style, measure), self.kit.px(MOST_ONE_LINE))
        low = widest_word(self.text, self.style, measure)
        if self.steady:
            low = want = max(low, want, measure(self.steady, self.style))
        return Span(min(low, want) + indent, max(low, want) + indent)

    def measure_height(self, width: int) -> Span:
        lines = len(self.lines(width))
        if self.tall_as:
            room = max(1, width - self._indent())
            lines = max(lines, line_count(self.tall_as, room, self.style, self.kit.text_width))
        height = lines * self.kit.line_height(self.style)
        return Span(height, height)

    def lines(self, width: int) -> list[Line]:
        """The lines at a width in pixels."""
        if self._lines is None or self._lines[0] != width:
            room = max(1, width - self._indent())
            self._lines = (width, wrap(self.text, room, self.style, self.kit.text_width))
        return self._lines[1]

    def forget(self) -> None:
        self._lines = None
        super().forget()

    # drawing

    def _start(self, line: Line) -> int:
        spare = self.rect.width - self._indent() - (line[-1].left + line[-1].width if line else 0)
        return self._indent() + {"left": 0, "centre": spare // 2, "right": spare}[self.side]

    def draw(self, painter: Painter) -> None:
        tall = self.kit.line_height(self.style)
        top = self.rect.y
        if self._shape != "none":
            size = self.kit.px(self.kit.theme.sizes.mark)
            lead = self.lines(self.rect.width)[0]
            left = self.rect.x + (self._start(lead) - self._indent() if self.side != "left" else 0)
            painter.mark(self._shape, (left + size / 2 + 1, top + tall / 2), size, painter.colour(self.tone))
        for line in self.lines(self.rect.width):
            start = self.rect.x + self._start(line)
            for piece in line:
                colour = painter.ink(piece.words.tone or self.tone)
                box = painter.text(
                    piece.text, (start + piece.left, top), piece.words.style or self.style, colour
                )
                if piece.words.term and piece.text:
                    under = pygame.Rect(box.x, box.bottom - self.kit.px(2), box.width, self.kit.px(1))
                    painter.fill(under, colour)
            top += tall

    def arrange_children(self) -> None:
        tall = self.kit.line_height(self.style)
        for link in self.children:
            parts = []
            for n, line in enumerate(self.lines(self.rect.width)):
                for piece in line:
                    if isinstance(link, Link) and piece.words is link.words:
                        left = self.rect.x + self._start(line) + piece.left
                        parts.append(pygame.Rect(left, self.rect.y + n * tall, piece.width, tall))
            if parts:
                link.arrange(parts[0].unionall(parts[1:]))
                assert isinstance(link, Link)
                link.parts = [part.move(-link.rect.x, -link.rect.y) for part in parts]


class Link(Widget):
    """A glossary word inside a label. The label draws it; this makes it something to focus and to click."""

    role: Role = "link"
    focusable = True
    cursor = "hand"

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.name = words.text
        self.key = f"term:{words.term}"
        self.parts: list[pygame.Rect] = []  # relative to the upper left corner

    def hit(self, pos: tuple[int, int]) -> bool:
        return any(part.move(self.rect.topleft).collidepoint(pos) for part in self.parts)

    def on_key(self, key: Key) -> bool:
        keys = self.host.keys
        if (keys.means(key.combo, "activate") or keys.means(key.combo, "glossary")) and not key.repeat:
            self.host.follow(self.words.term)
            return True
        return False

    def on_pointer(self, pointer: Pointer) -> bool:
        if pointer.kind == "down" and pointer.button == 1:
            self.host.follow(self.words.term)
            return True
        return False
