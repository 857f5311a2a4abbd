"""The tree of a YAML file: every key and every value with its place.

Named tuples, because a file has thousands of nodes, and a frozen dataclass takes three times as long to make.
"""

from typing import Any, NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """One value or key as it was written.

    Args:
        text: what was written, without its quotes.
        quoted: whether it stood in quotes or in a block of text, so that it can only mean text.
        line: from 1.
        column: from 1, in characters.
        file: the file as the user named it.
        refused: whether a finding was already made here, so that nothing more is said about it.
    """

    text: str
    quoted: bool
    line: int
    column: int
    file: str
    refused: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether nothing, `~` or `null` was written."""
        return not self.quoted and self.text in NOTHING


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """Keys with values, in the order in which they were written. It stands where its first key stands."""

    entries: dict[str, Entry]
    line: int
    column: int
    file: str
    refused: bool = False


class Sequence(NamedTuple):
    """A list. It stands where its first `-` or its `[` stands."""

    items: tuple["Node", ...]
    line: int
    column: int
    file: str
    refused: bool = False


Node: TypeAlias = Scalar | Mapping | Sequence

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

NEW: Any = tuple.__new__
"""Makes a named tuple in half the time that calling it takes."""


def moved(node: Node, by: int, file: str) -> Node:
    """The same node further down (or up), in a file of any name.

    Args:
        by: lines.
    """
    if by == 0 and node.file == file:
        return node
    if type(node) is Scalar:
        text, quoted, line, column, _file, refused = node
        found: Node = NEW(Scalar, (text, quoted, line + by, column, file, refused))
    elif type(node) is Mapping:
        entries = {
            name: NEW(Entry, (moved(key, by, file), moved(value, by, file)))
            for name, (key, value) in node.entries.items()
        }
        found = NEW(Mapping, (entries, node.line + by, node.column, file, node.refused))
    else:
        assert type(node) is Sequence
        items = tuple([moved(item, by, file) for item in node.items])
        found = NEW(Sequence, (items, node.line + by, node.column, file, node.refused))
    return found
