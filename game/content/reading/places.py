"""Where in a file something stands, and how such a place is called."""

from typing import NamedTuple, TypeAlias

from game.content.reading.limits import shortened
from game.content.reading.nodes import Mapping, Node, Scalar, Sequence

Path: TypeAlias = tuple[str | int, ...]
"""Keys of maps and indices of lists, from the top of the file."""


class Place(NamedTuple):
    """A place in a file; line and column count from 1, and 0 means the file as a whole."""

    file: str
    line: int
    column: int


def place_of(node: Node) -> Place:
    """Where a node begins."""
    return Place(node.file, node.line, node.column)


def path_text(tree: Node | None, path: Path) -> str:
    """The path as a designer reads it: `actors.treasury.weights.potash`, `events[leak].when`, `events[3]`.

    Args:
        tree: what the path leads through; things of a list that have an `id` are named by it.
        path: keys and indices.
    """
    parts: list[str] = []
    here = tree
    for step in path:
        in_list = isinstance(step, int) or isinstance(here, Sequence)
        here = _below(here, step)
        if in_list:
            parts.append(f"[{shortened(own_id(here)) or step}]")
        else:
            parts.append(f".{shortened(str(step))}" if parts else shortened(str(step)))
    return "".join(parts)


class Positions:
    """The places of a tree, for checks that find their faults long after reading.

    A string step on a list stands for the thing with that `id`.
    """

    def __init__(self, tree: Node) -> None:
        self._tree = tree

    def value(self, path: Path) -> Place:
        """The place of the value at a path, or of the nearest thing above it that exists."""
        here = self._tree
        for step in path:
            below = _below(here, step)
            if below is None:
                break
            here = below
        return place_of(here)

    def key(self, path: Path) -> Place:
        """The place of the key that ends a path; of the value where it ends in a list or does not exist."""
        above = self._tree
        for step in path[:-1]:
            below = _below(above, step)
            if below is None:
                return place_of(above)
            above = below
        if path and isinstance(above, Mapping) and path[-1] in above.entries:
            return place_of(above.entries[str(path[-1])].key)
        return self.value(path)

    def text(self, path: Path) -> str:
        """The path as a designer reads it."""
        return path_text(self._tree, path)


def _below(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        entry = node.entries.get(str(step))
        return entry.value if entry else None
    if isinstance(node, Sequence):
        if isinstance(step, int):
            return node.items[step] if step < len(node.items) else None
        return next((item for item in node.items if own_id(item) == step), None)
    return None


def own_id(node: Node | None) -> str:
    """The `id` that is written in a thing; empty if there is none."""
    if isinstance(node, Mapping) and (entry := node.entries.get("id")) and isinstance(entry.value, Scalar):
        return entry.value.text
    return ""
