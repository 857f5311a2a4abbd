"""Numbers of a scenario, as they are written, and the same scenario with one of them changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from game.content.reading.nodes import Mapping, Node, Scalar, Sequence
from game.content.reading.places import Path

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def is_number(node: Scalar) -> bool:
    """Whether a number is written there, and nothing else."""
    return not node.quoted and bool(_NUMBER.fullmatch(node.text))


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Every value that is no map and no list, with its path, in the order of the file."""
    if isinstance(node, Mapping):
        for name, entry in node.entries.items():
            yield from scalars(entry.value, (*path, name))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from scalars(item, (*path, number))
    else:
        yield path, node


def times(text: str, factor: Decimal) -> str:
    """A number times a factor; one that is written whole stays whole, and what is over is cut off."""
    value = Decimal(text) * factor
    return f"{value:f}" if "." in text or value == value.to_integral_value() else f"{int(value)}"


def with_at(node: Node, path: Path, put: Node) -> Node:
    """The same tree with something else at a path."""
    if not path:
        return put
    here, rest = path[0], path[1:]
    if isinstance(node, Mapping):
        entry = node.entries[str(here)]
        changed = entry._replace(value=with_at(entry.value, rest, put))
        return node._replace(entries={**node.entries, str(here): changed})
    assert isinstance(node, Sequence), "a path leads through maps and lists"
    assert isinstance(here, int), "things of a list are found by their number"
    items = (*node.items[:here], with_at(node.items[here], rest, put), *node.items[here + 1 :])
    return node._replace(items=items)
