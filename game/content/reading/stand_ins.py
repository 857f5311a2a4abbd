"""What stands in for a value that cannot be used, so that whatever else is wrong can be said with it.

Whether the parts of a scenario fit together can only be asked of a whole one. So that one wrong number
does not hide a misspelt name elsewhere, each faulty value is replaced by one that its schema allows, or by
the one that was probably meant. Where structure would have to be invented, nothing stands in.
"""

from pydantic import BaseModel

from game.content.reading.branches import inner_shape
from game.content.reading.building import faults_of
from game.content.reading.faults import Placed
from game.content.reading.nodes import Entry, Mapping, Node, Scalar, Sequence
from game.content.reading.places import Path
from game.content.reading.shapes import Either, Leaf, ModelOf, Shape, fields_of, required_of
from game.content.reading.suggestions import closest

_ROUNDS = 3  # a key that was renamed may have a faulty value, and that may be the last


def with_stand_ins(model: type[BaseModel], tree: Node) -> tuple[Node, tuple[Path, ...]] | None:
    """The tree with something usable in every faulty place, and these places.

    Returns:
        None if there is a fault for which nothing can stand in.
    """
    places: list[Path] = []
    for _round in range(_ROUNDS):
        faults = faults_of(model, tree)
        if not faults:
            return tree, tuple(places)
        for fault in faults:
            changed = _changed(tree, ModelOf(model), fault.path, fault)
            if changed is None:
                return None
            tree = changed
            places.append(fault.path)
    return None


def _changed(node: Node, shape: Shape | None, path: Path, fault: Placed) -> Node | None:
    """A node with something else at a path below it; None if nothing can stand in."""
    if fault.fault.code == "unknown-key" and len(path) == 1:
        return _without(node, shape, str(path[0]))
    if not path:
        return _filled(node, shape) if fault.fault.code == "missing-key" else _usable(node, shape)
    step, *rest = path
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        below = _changed(node.items[step], inner_shape(shape, step), tuple(rest), fault)
        return below and node._replace(items=(*node.items[:step], below, *node.items[step + 1 :]))
    if isinstance(node, Mapping) and (entry := node.entries.get(str(step))):
        below = _changed(entry.value, inner_shape(shape, step), tuple(rest), fault)
        return below and node._replace(entries={**node.entries, str(step): entry._replace(value=below)})
    return None


def _without(node: Node, shape: Shape | None, key: str) -> Node | None:
    """A map without a key that means nothing, or with the one that was probably meant."""
    if not isinstance(node, Mapping) or key not in node.entries:
        return None
    branches = shape.branches if isinstance(shape, Either) else (shape,)
    known = [name for branch in branches if isinstance(branch, ModelOf) for name in fields_of(branch.model)]
    free = [name for name in known if name not in node.entries]
    meant = closest(key, free)
    entries = {
        (meant if meant and name == key else name): entry
        for name, entry in node.entries.items()
        if meant or name != key
    }
    return node._replace(entries=entries)


def _filled(node: Node, shape: Shape | None) -> Node | None:
    """A map with values for the keys that it cannot do without."""
    if isinstance(shape, Either):  # what may be left out is a union with nothing
        models = [branch for branch in shape.branches if isinstance(branch, ModelOf)]
        shape = models[0] if len(models) == 1 else None
    if not isinstance(node, Mapping) or not isinstance(shape, ModelOf):
        return None
    entries = dict(node.entries)
    for key in sorted(required_of(shape.model) - node.entries.keys()):
        empty = Scalar("", False, node.line, node.column, node.file)
        value = _usable(empty, fields_of(shape.model)[key].shape)
        if value is None:
            return None
        entries[key] = Entry(empty._replace(text=key), value)
    return node._replace(entries=entries)


def _usable(node: Node, shape: Shape | None) -> Node | None:
    """A value that its shape allows, where a single value is meant."""
    branches = shape.branches if isinstance(shape, Either) else (shape,)
    leaf = next((branch for branch in branches if isinstance(branch, Leaf)), None)
    if leaf is None or not isinstance(node, Scalar):
        return None
    text = _text(leaf, node.text)
    return None if text is None else node._replace(text=text, quoted=leaf.kind == "text", refused=False)


def _text(leaf: Leaf, written: str) -> str | None:
    if leaf.kind == "choice":
        return closest(written, leaf.choices or ())
    if leaf.kind in ("int", "decimal"):
        return "1" if leaf.low is None else f"{leaf.low:f}"  # little, so that no sum grows too large
    if leaf.kind == "text":
        return None if leaf.form else "-"
    return {"bool": "true", "date": "2000-01-01"}[leaf.kind]
