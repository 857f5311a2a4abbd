"""The tree of a YAML file: every key and every value with its place.

Named tuples, because a file has thousands of nodes, and a frozen dataclass takes three times as long to make.
"""

from typing import NamedTuple, TypeAlias


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
