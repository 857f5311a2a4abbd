"""A scenario's text cut where each of its parts begins, so that a part can be read without the others.

A key that begins a line begins a block; where such a key holds a list, each thing of the list is a piece.
Pieces put together mean what the whole text does wherever each of them is one key (with one thing) by itself:
nothing is open at its end then, neither quotes nor brackets, and what comes next stands too far left to go
on with it.
"""

import re
from typing import NamedTuple

_KEY = re.compile(r"^[a-z_]+:(?=[ \n])", re.MULTILINE)
_END = re.compile(r"^(?:---|\.\.\.)", re.MULTILINE)
_UNSEEN = r"(?:[ ]*(?:#.*)?\n)*"
_BEFORE = re.compile(_UNSEEN)
_FIRST_ITEM = re.compile(rf"\n{_UNSEEN}([ ]+)- ")


class Piece(NamedTuple):
    """A part of a text.

    Args:
        text: what can be read by itself; of one thing of a list, the line of its key and the thing.
        line: where the first line of it stands in the whole text; of a thing of a list, the line before it.
        is_item: whether it is one thing of a list.
    """

    text: str
    line: int
    is_item: bool


class Block(NamedTuple):
    """A key that begins a line, and what belongs to it.

    Args:
        key: as it is written.
        line: where it stands.
        column: of the first `-`, from 1; 0 where the block is one piece.
        pieces: the whole block, or one for each thing of its list.
    """

    key: str
    line: int
    column: int
    pieces: list[Piece]


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text in their order; none where it begins otherwise, or may be several documents."""
    starts = [match.start() for match in _KEY.finditer(text)]
    before = _BEFORE.match(text)
    if not starts or not before or before.end() != starts[0] or _END.search(text):
        return []
    found = []
    line = 1 + text.count("\n", 0, starts[0])
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        found.append(_block(text[start:end], line))
        line += text.count("\n", start, end)
    return found


def _block(text: str, line: int) -> Block:
    key = text[: text.index(":")]
    first = _FIRST_ITEM.match(text, len(key) + 1)
    if first is None:
        return Block(key, line, 0, [Piece(text, line, False)])
    head, mark = f"{key}:\n", f"\n{first[1]}- "
    begin = first.start(1)
    pieces = []
    above = line + text.count("\n", 0, begin) - 1
    while begin:
        end = text.find(mark, begin) + 1
        item = text[begin : end or len(text)]
        pieces.append(Piece(head + item, above, True))
        above += item.count("\n")
        begin = end
    return Block(key, line, len(first[1]) + 1, pieces)
