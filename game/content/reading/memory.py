"""What was read of a file before, for the next time that most of it is the same.

A designer changes a line and checks again. Pieces of a text (`pieces.py`) that are the same to the letter
are not parsed and validated again. They are known by their words alone: neither the name of a file nor a
time says that something is unchanged. A piece with any fault is not kept, and a text with one is read whole.
"""

from threading import Lock
from typing import Any, Final

from game.content.reading.growing import Growth, grow_tree
from game.content.reading.limits import MAX_NODES
from game.content.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, moved
from game.content.reading.pieces import Block, Piece, blocks_of

MOST_CHARACTERS: Final = 1 << 19
"""Text that is kept at most, eight times the largest scenario. What was not used for longest goes first."""


class _Kept:
    """A piece that was read.

    Attributes:
        node: its value as a tree, at the place where it stood last.
        line: the line of its first line then.
        nodes: how many nodes it took to read it.
        built: what the schema expected there, and what was built; nothing yet, or after a fault.
    """

    __slots__ = ("built", "line", "node", "nodes")

    def __init__(self, node: Node, line: int, nodes: int) -> None:
        self.node = node
        self.line = line
        self.nodes = nodes
        self.built: tuple[object, Any] | None = None


class Memory:
    """Pieces of texts that were read before. Whoever checks files again and again keeps one."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bool], _Kept] = {}  # what was used last stands last
        self._by_node: dict[int, _Kept] = {}  # the nodes live in what is kept, so that no other has their id
        self._one_at_a_time = Lock()
        self.characters = 0

    def grow(self, text: str, file: str) -> Growth:
        """The same as `grow_tree`, with pieces that were read before taken from here.

        Args:
            text: what `check_characters` let through.
            file: the file as the user named it.
        """
        with self._one_at_a_time:
            tree = self._whole(blocks_of(text), file)
            self._forget()
        return Growth(tree, ()) if tree is not None else grow_tree(text, file)

    def built(self, shape: object, node: Node) -> Any:
        """What was built of a piece for what the schema expects there; None if nothing was."""
        kept = self._by_node.get(id(node))
        return kept.built[1] if kept and kept.built and kept.built[0] is shape else None

    def keep_built(self, shape: object, node: Node, value: object) -> None:
        """Keeps what was built without a fault, if it was built of a piece that is kept."""
        kept = self._by_node.get(id(node))
        if kept is not None:
            kept.built = (shape, value)

    def _whole(self, blocks: list[Block], file: str) -> Mapping | None:
        """The tree of all blocks; None where one of them cannot be read by itself."""
        entries: dict[str, Entry] = {}
        nodes = 0
        for block in blocks:
            values: list[Node] = []
            for piece in block.pieces:
                kept = self._piece(block.key, piece, file)
                if kept is None:
                    return None
                values.append(kept.node)
                nodes += kept.nodes
            if block.key in entries or nodes > MAX_NODES:
                return None
            value = values[0]
            if block.column:
                value = Sequence(tuple(values), block.pieces[0].line + 1, block.column, file)
            entries[block.key] = Entry(Scalar(block.key, False, block.line, 1, file), value)
        return Mapping(entries, blocks[0].line, 1, file) if blocks else None

    def _piece(self, key: str, piece: Piece, file: str) -> _Kept | None:
        """A piece where it stands now, read before or just now; None if it is none by itself."""
        kept = self._kept.pop((piece.text, piece.is_item), None)
        if kept is None:
            kept = _read(key, piece, file)
            if kept is None:
                return None
            self.characters += len(piece.text)
        elif kept.line != piece.line or kept.node.file != file:
            del self._by_node[id(kept.node)]
            kept.node, kept.line = moved(kept.node, piece.line - kept.line, file), piece.line
        self._kept[piece.text, piece.is_item] = kept
        self._by_node[id(kept.node)] = kept
        return kept

    def _forget(self) -> None:
        while self.characters > MOST_CHARACTERS:
            oldest = next(iter(self._kept))
            self.characters -= len(oldest[0])
            del self._by_node[id(self._kept.pop(oldest).node)]


def _read(key: str, piece: Piece, file: str) -> _Kept | None:
    """A piece read by itself; None if there is anything to say of it, or if it is more than one thing."""
    tree, faults, nodes = grow_tree(piece.text, file)
    if faults or not isinstance(tree, Mapping) or tree.refused or list(tree.entries) != [key]:
        return None
    value = tree.entries[key].value
    if piece.is_item:
        if not isinstance(value, Sequence) or value.refused or len(value.items) != 1:
            return None
        value = value.items[0]
    return _Kept(moved(value, piece.line - 1, file), piece.line, nodes)
