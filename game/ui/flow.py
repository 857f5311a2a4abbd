"""Breaking styled text into lines of a width."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.ui.theme import StyleName, ToneName


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in one look. `term` makes it a link into the glossary."""

    text: str
    style: StyleName | None = None  # nothing: as the label
    tone: ToneName | None = None
    term: str = ""


Text = str | Sequence[Words]
# A word with what must not begin a line after it (`60 %` stays together) and its spaces; or spaces alone.
TOKEN = re.compile(r"[^ ]+(?: +[%±–:;!?»][^ ]*)* *| +")
Measure = Callable[[str, StyleName], int]


@dataclass(slots=True)
class Piece:
    """A part of a line in one look, and how far from the line's start it stands, in pixels."""

    words: Words
    text: str
    left: int
    width: int
    look: StyleName = "body"


Line = list[Piece]


def stretches(text: Text) -> tuple[Words, ...]:
    """Text as stretches, whatever it was given as."""
    return (Words(text),) if isinstance(text, str) else tuple(text)


def plain(text: Text) -> str:
    """Text without its looks."""
    return text if isinstance(text, str) else "".join(words.text for words in text)


def wrap(text: Text, width: int, style: StyleName, measure: Measure) -> list[Line]:
    """Lines no wider than `width` pixels, as far as single letters allow. Line ends in the text are kept."""
    lines = _set_text(text, width, style, measure)
    for line in lines:
        _close(line, measure)
    return lines


def line_count(text: Text, width: int, style: StyleName, measure: Measure) -> int:
    """How many lines `wrap` would give, at half its price."""
    return len(_set_text(text, width, style, measure))


def _set_text(text: Text, width: int, style: StyleName, measure: Measure) -> list[Line]:
    setter = _Setter(width, measure)
    for words in stretches(text):
        for n, paragraph in enumerate(words.text.split("\n")):
            if n:
                setter.new_line()
            for token in _tokens(paragraph):
                setter.put(token, words, words.style or style)
    return setter.lines


class _Setter:
    """Puts words into lines.

    A line is a little wider or narrower than its words measured one by one, because each is measured in whole
    pixels. So near the edge the line is measured as it will be drawn.
    """

    def __init__(self, width: int, measure: Measure) -> None:
        self.lines: list[Line] = [[]]
        self._width, self._measure = width, measure
        self._used = self._words = 0

    def new_line(self) -> None:
        self.lines.append([])
        self._used = self._words = 0

    def put(self, token: str, words: Words, look: StyleName) -> None:
        """A word, with the spaces that follow it, into the last line or a new one."""
        wide = self._measure(token, look)
        if self._used + wide + self._words > self._width and not token.isspace():
            if self._used and self._width_with(token.rstrip(" "), words, look) > self._width:
                self.new_line()
            if self._measure(token.rstrip(" "), look) > self._width:
                *full, token = _broken(token, look, self._width, self._measure)
                for part in full:
                    _append(self.lines[-1], words, part, look)
                    self.new_line()
            wide = self._width_with(token, words, look) - self._used
            self._words = -1
        _append(self.lines[-1], words, token, look)
        self._used += wide
        self._words += 1

    def _width_with(self, token: str, words: Words, look: StyleName) -> int:
        """The width of the last line with a word more, as it would be drawn."""
        *done, last = self.lines[-1] or [Piece(words, "", 0, 0)]
        width = sum(self._measure(piece.text, piece.look) for piece in done)
        if last.words is words:
            return width + self._measure(last.text + token, look)
        return width + self._measure(last.text, last.look) + self._measure(token, look)


def _append(line: Line, words: Words, text: str, look: StyleName) -> None:
    if line and line[-1].words is words:
        line[-1].text += text
    else:
        line.append(Piece(words, text, 0, 0, look))


def _close(line: Line, measure: Measure) -> None:
    """Drop the spaces at the end of a line and note where its pieces stand."""
    if line:
        line[-1].text = line[-1].text.rstrip(" ")
    left = 0
    for piece in line:
        piece.left, piece.width = left, measure(piece.text, piece.look)
        left += piece.width


def _tokens(text: str) -> list[str]:
    """Words, each with the spaces that follow it."""
    return TOKEN.findall(text)


def _broken(token: str, look: StyleName, width: int, measure: Measure) -> list[str]:
    """A word that is wider than a line, cut into parts that are not."""
    parts = [""]
    for character in token:
        if parts[-1] and measure((parts[-1] + character).rstrip(" "), look) > width:
            parts.append("")
        parts[-1] += character
    return parts


def widest_word(text: Text, style: StyleName, measure: Measure) -> int:
    """The width in pixels below which a word would have to be cut."""
    return max(
        (measure(part, words.style or style) for words in stretches(text) for part in words.text.split()),
        default=0,
    )


def longest_line(text: Text, style: StyleName, measure: Measure) -> int:
    """The width in pixels at which no line has to be broken."""
    widths = [0]
    for words in stretches(text):
        for n, paragraph in enumerate(words.text.split("\n")):
            if n:
                widths.append(0)
            widths[-1] += measure(paragraph, words.style or style)
    return max(widths)


def linked(text: str, terms: Iterable[str]) -> tuple[Words, ...]:
    """The text with the first occurrence of each glossary term made a link; longer terms win."""
    found: list[tuple[int, int, str]] = []
    lower = text.lower()
    for term in sorted(terms, key=len, reverse=True):
        start = _whole_word(lower, term.lower(), [(a, b) for a, b, _ in found])
        if start >= 0:
            found.append((start, start + len(term), term))
    words: list[Words] = []
    done = 0
    for start, end, term in sorted(found):
        words += [Words(text[done:start]), Words(text[start:end], tone="link", term=term)]
        done = end
    return tuple(w for w in (*words, Words(text[done:])) if w.text)


def _whole_word(text: str, term: str, taken: list[tuple[int, int]]) -> int:
    start = text.find(term)
    while start >= 0:
        end = start + len(term)
        bounded = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        if term and bounded and not any(a < end and start < b for a, b in taken):
            return start
        start = text.find(term, start + 1)
    return -1


def shortened(text: str, width: int, measure: Callable[[str], int]) -> str:
    """The text if it fits a width, otherwise as much of it as does with an ellipsis."""
    if measure(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle].rstrip() + "…") <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"
