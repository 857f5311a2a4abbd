"""A text being edited: caret, selection, undo. Knows nothing of screens."""

import unicodedata
from dataclasses import dataclass, field

MOST_UNDO = 200
JOINER = "\u200d"


def is_extension(character: str) -> bool:
    """Whether a character belongs to the one before it: accents, variation selectors, skin tones, joiners."""
    code = ord(character)
    return (
        character == JOINER
        or unicodedata.category(character) in {"Mn", "Me", "Mc"}
        or 0xFE00 <= code <= 0xFE0F
        or 0x1F3FB <= code <= 0x1F3FF
    )


def step_left(text: str, at: int) -> int:
    """The place before the character that ends at a place."""
    at = max(0, at - 1)
    while at > 0 and (is_extension(text[at]) or text[at - 1] == JOINER):
        at -= 1
    return at


def step_right(text: str, at: int) -> int:
    """The place after the character that begins at a place."""
    at = min(len(text), at + 1)
    while at < len(text) and (is_extension(text[at]) or text[at - 1] == JOINER):
        at += 1
    return at


def word_left(text: str, at: int) -> int:
    """The beginning of the word before a place."""
    while at > 0 and not text[at - 1].isalnum():
        at -= 1
    while at > 0 and text[at - 1].isalnum():
        at -= 1
    return at


def word_right(text: str, at: int) -> int:
    """The end of the word after a place."""
    while at < len(text) and not text[at].isalnum():
        at += 1
    while at < len(text) and text[at].isalnum():
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class Moment:
    """What undo goes back to."""

    text: str
    caret: int


@dataclass
class Editing:
    """The text, the caret, and where the selection began (the caret itself if nothing is selected)."""

    text: str = ""
    most: int = 10_000
    lines: bool = False
    caret: int = 0
    anchor: int = 0
    _past: list[Moment] = field(default_factory=list)
    _future: list[Moment] = field(default_factory=list)
    _typing: bool = False

    def __post_init__(self) -> None:
        self.caret = self.anchor = len(self.text)

    @property
    def selection(self) -> tuple[int, int]:
        """The beginning and the end of what is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text."""
        start, end = self.selection
        return self.text[start:end]

    def move(self, to: int, *, keep: bool = False) -> None:
        """Put the caret somewhere; `keep` stretches the selection there."""
        self.caret = min(len(self.text), max(0, to))
        if not keep:
            self.anchor = self.caret
        self._typing = False

    def select_all(self) -> None:
        """Select everything."""
        self.anchor, self.caret = 0, len(self.text)

    def insert(self, text: str, *, typed: bool = False) -> bool:
        """Put text in place of the selection, as far as there is room. Letters in a row are one undo."""
        clean = self._clean(text)
        start, end = self.selection
        clean = clean[: max(0, self.most - len(self.text) + end - start)]
        if not clean and start == end:
            return False
        self._remember(join=typed and self._typing and start == end and not clean.isspace())
        self.text = self.text[:start] + clean + self.text[end:]
        self.move(start + len(clean))
        self._typing = typed
        return True

    def delete(self, to: int) -> bool:
        """Take out the selection, or what lies between the caret and a place."""
        start, end = self.selection
        if start == end:
            start, end = min(self.caret, to), max(self.caret, to)
        if start == end:
            return False
        self._remember(join=False)
        self.text = self.text[:start] + self.text[end:]
        self.move(start)
        return True

    def undo(self) -> bool:
        """Back to before the last change."""
        return self._travel(self._past, self._future)

    def redo(self) -> bool:
        """Forward again."""
        return self._travel(self._future, self._past)

    def replace(self, text: str) -> None:
        """Another text, with nothing to undo."""
        self.text = self._clean(text)[: self.most]
        self._past.clear()
        self._future.clear()
        self.move(len(self.text))

    def _clean(self, text: str) -> str:
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        kept = (c for c in text if unicodedata.category(c) not in {"Cc", "Cs"} or c == "\n")
        whole = "".join(kept)
        return whole if self.lines else whole.replace("\n", " ")

    def _remember(self, *, join: bool) -> None:
        if not join:
            self._past.append(Moment(self.text, self.caret))
            del self._past[:-MOST_UNDO]
        self._future.clear()

    def _travel(self, back: list[Moment], forth: list[Moment]) -> bool:
        if not back:
            return False
        forth.append(Moment(self.text, self.caret))
        moment = back.pop()
        self.text = moment.text
        self.move(moment.caret)
        return True
