"""From the format a file was written in to the one of today, so that no file is ever lost.

A migration takes the tree of one format and gives that of the next; nodes that it keeps keep their
places. Each
released format has a golden file in `tests/content/formats/`, which must be readable for ever.
"""

from collections.abc import Callable
from collections.abc import Mapping as AnyMapping
from types import MappingProxyType
from typing import Final

from game.content.reading.faults import Fault, Placed
from game.content.reading.nodes import Mapping, Node, Scalar
from game.foundation.texts import _

CURRENT: Final = 1
"""The format that this program writes and checks."""

Migration = Callable[[Mapping], Mapping]

MIGRATIONS: AnyMapping[int, Migration] = MappingProxyType({})
"""By the format that each takes. Format 1 is the first that was released, so there is none yet."""


def migrated(
    tree: Node, migrations: AnyMapping[int, Migration] = MIGRATIONS, current: int = CURRENT
) -> Node | Placed:
    """The tree as the current format has it, or the fault why that cannot be.

    A tree without a readable format number is given back as it is; what is wrong is said when it is read.
    """
    number = _format_of(tree)
    if number is None or not isinstance(tree, Mapping):
        return tree
    value = tree.entries["format"].value
    if number > current:
        fault = Fault(
            "format",
            _("is written for format {number}, but this program reads formats up to {current}").format(
                number=number, current=current
            ),
            _("Install a newer version of the program."),
        )
        return Placed(fault, value.file, value.line, value.column, ("format",))
    for step in range(number, current):
        if step not in migrations:
            return tree
        tree = migrations[step](tree)
    return _renumbered(tree, current) if number < current else tree


def _format_of(tree: Node) -> int | None:
    entry = tree.entries.get("format") if isinstance(tree, Mapping) else None
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.refused:
        return None
    text = entry.value.text
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None


def _renumbered(tree: Mapping, number: int) -> Mapping:
    entry = tree.entries["format"]
    assert isinstance(entry.value, Scalar)
    written = entry._replace(value=entry.value._replace(text=str(number)))
    return tree._replace(entries={**tree.entries, "format": written})
