"""Which branch of a union an author meant, and what the schema expects further down a path."""

from functools import lru_cache

from pydantic import BaseModel

from game.content.reading import structure_words as words
from game.content.reading.faults import Fault, Placed
from game.content.reading.nodes import Mapping, Node, Scalar, Sequence
from game.content.reading.places import Path
from game.content.reading.scalars import read_scalar
from game.content.reading.shapes import (
    Either,
    Leaf,
    ListOf,
    MapOf,
    ModelOf,
    Raw,
    Shape,
    TupleOf,
    fields_of,
    required_of,
    root_of,
)


def branch_meant(shape: Either, node: Mapping | Sequence) -> Shape | Placed:
    """The branch by its tag (`kind: ...`), else by the keys that were written.

    Returns:
        The branch, or a fault whose path starts at the node.
    """
    fitting = [branch for branch in shape.branches if _fits(branch, node)]
    if not fitting:
        return _at(node, words.wrong_shape(shape.branches, node))
    if len(fitting) == 1 or isinstance(node, Sequence):
        return fitting[0]
    if shape.by_tag is not None and all(isinstance(branch, ModelOf) for branch in fitting):
        return _by_tag(shape.tag, Leaf("choice", shape.by_tag), node)
    return _by_keys(fitting, node)


def _by_tag(tag: str, choices: Leaf, node: Mapping) -> Shape | Placed:
    entry = node.entries.get(tag)
    if entry is None:
        return _at(node, words.missing_tag(tag, tuple(choices.choices or ()), tuple(node.entries)))
    if not isinstance(entry.value, Scalar):
        return _at(entry.value, words.wrong_shape((choices,), entry.value), (tag,))
    chosen = read_scalar(choices, entry.value)
    if isinstance(chosen, Fault):
        return _at(entry.value, chosen, (tag,))
    assert isinstance(chosen, ModelOf)
    return chosen


def _by_keys(fitting: list[Shape], node: Mapping) -> Shape | Placed:
    models = tuple(branch.model if isinstance(branch, ModelOf) else None for branch in fitting)
    best = fitting[_likest(models, frozenset(node.entries))]
    if not isinstance(best, ModelOf) or any(key in fields_of(best.model) for key in node.entries):
        return best
    forms = [tuple(fields_of(branch.model)) for branch in fitting if isinstance(branch, ModelOf)]
    for key, entry in node.entries.items():
        return _at(entry.key, words.no_form(key, forms), (key,))
    return _at(node, words.no_form("", forms))


@lru_cache(maxsize=1024)
def _likest(models: tuple[type[BaseModel] | None, ...], written: frozenset[str]) -> int:
    """Which of several models the written keys look like most; None stands for a branch that is no model."""
    return max(range(len(models)), key=lambda number: _likeness(models[number], written))


def _likeness(model: type[BaseModel] | None, written: frozenset[str]) -> int:
    """How much the written keys look like a model's: a known key outweighs unknown and missing ones."""
    if model is None:
        return 0
    known = len(written & fields_of(model).keys())
    missing = len(required_of(model) - written)
    return 3 * known - 2 * (len(written) - known) - missing


def _fits(branch: Shape, node: Mapping | Sequence) -> bool:
    if isinstance(branch, ModelOf) and (root := root_of(branch.model)):
        return _fits(root, node)
    if isinstance(branch, Either):
        return any(_fits(inner, node) for inner in branch.branches)
    kinds = (MapOf, ModelOf, Raw) if isinstance(node, Mapping) else (ListOf, TupleOf, Raw)
    return isinstance(branch, kinds)


def follow(shape: Shape | None, node: Node, steps: Path) -> tuple[Node, Shape | None, Path]:
    """As far down as a location of pydantic's leads in what was written.

    Args:
        shape: what the schema expects at the node.
        node: where the location starts.
        steps: the location; it also names branches of unions, which nobody wrote and which are passed over.

    Returns:
        The node that the location ends at (a key where it says so), what was expected there, and its path.
    """
    walked: Path = ()
    for number, step in enumerate(steps):
        if isinstance(node, Mapping) and (entry := node.entries.get(str(step))):
            inner = inner_shape(shape, str(step))
            if steps[number + 1 : number + 2] == ("[key]",):
                return entry.key, shape.key if isinstance(shape, MapOf) else None, (*walked, str(step))
            node = entry.value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            inner = inner_shape(shape, step)
            node = node.items[step]
        else:
            continue
        shape = inner
        walked = (*walked, step)
    if isinstance(shape, Either):
        shape = next((branch for branch in shape.branches if isinstance(branch, Leaf)), None)
    return node, shape, walked


def inner_shape(shape: Shape | None, step: str | int) -> Shape | None:
    """What the schema expects one step further down; None where it does not say."""
    if isinstance(shape, ModelOf):
        if root := root_of(shape.model):
            return inner_shape(root, step)
        field = fields_of(shape.model).get(str(step))
        return field.shape if field else None
    if isinstance(shape, MapOf):
        return shape.value
    if isinstance(shape, ListOf):
        return shape.item
    if isinstance(shape, TupleOf) and isinstance(step, int) and step < len(shape.items):
        return shape.items[step]
    if isinstance(shape, Either):
        inner = (inner_shape(branch, step) for branch in shape.branches)
        return next((found for found in inner if found), None)
    return None


def _at(node: Node, fault: Fault, path: Path = ()) -> Placed:
    return Placed(fault, node.file, node.line, node.column, path)
