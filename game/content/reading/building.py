"""From a tree to an instance of a pydantic model, with every fault at its place.

The tree is walked beside the schema: structure, types and spelling are judged here, because only here it is
known which branch of a union the author meant and what was written. Each model then judges its own values
with pydantic, from the inside out, so that the limits and validators of a schema are stated once, there.
"""

from typing import Any, Final, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError

from game.content.reading import structure_words as words
from game.content.reading.branches import branch_meant, follow
from game.content.reading.constraint_words import constraint_fault
from game.content.reading.faults import Complaint, Fault, Placed, to_findings
from game.content.reading.memory import Memory
from game.content.reading.nodes import Mapping, Node, Scalar, Sequence
from game.content.reading.places import Path
from game.content.reading.scalars import ambiguous, is_ambiguous, read_scalar
from game.content.reading.shapes import (
    Either,
    Field,
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
from game.foundation.findings import Finding

M = TypeVar("M", bound=BaseModel)


def validate(
    model: type[M], tree: Node, memory: Memory | None = None
) -> tuple[M | None, tuple[Finding, ...]]:
    """The instance that a tree describes, or everything that is wrong with it.

    Args:
        model: the schema.
        tree: from `grow_tree`; its nodes know their file.
        memory: what was built before; takes what is built now.

    Returns:
        The instance, or None if there is any finding; and the findings in the order of the file.

    Raises:
        TypeError: the schema has an annotation that `shapes.py` does not know.
    """
    builder = _Builder() if memory is None else _Rebuilder(memory)
    built = builder.build(ModelOf(model), tree, None)
    findings = to_findings(builder.faults, tree)
    return (built if isinstance(built, model) and not findings else None), findings


def faults_of(model: type[BaseModel], tree: Node) -> tuple[Placed, ...]:
    """What `validate` says, with paths that can still be followed."""
    builder = _Builder()
    builder.build(ModelOf(model), tree, None)
    return tuple(builder.faults)


Trail: TypeAlias = "tuple[Trail, str | int] | None"
"""A path while the tree is walked: the way so far, and one step more. Only a fault needs it written out."""


def _written_out(trail: Trail) -> Path:
    steps: list[str | int] = []
    while trail is not None:
        trail, step = trail
        steps.append(step)
    return tuple(reversed(steps))


class _Refused:
    """What stands for a value that could not be built."""


_REFUSED: Final = _Refused()


class _Builder:
    def __init__(self) -> None:
        self.faults: list[Placed] = []

    def build(self, shape: Shape, node: Node, path: Trail) -> Any:
        """The value of a node, or `_REFUSED` after at least one fault."""
        if node.refused:
            return _REFUSED
        if isinstance(shape, Leaf):
            return self._leaf(shape, node, path)
        if isinstance(shape, Either):
            return self._either(shape, node, path)
        if isinstance(shape, ModelOf):
            return self._model(shape, node, path)
        if isinstance(shape, ListOf):
            return self._list(shape, node, path)
        if isinstance(shape, MapOf):
            return self._map(shape, node, path)
        if isinstance(shape, TupleOf):
            return self._tuple(shape, node, path)
        return _raw(node)

    def _refuse(self, fault: Fault, node: Node, path: Trail) -> _Refused:
        self.faults.append(Placed(fault, node.file, node.line, node.column, _written_out(path)))
        return _REFUSED

    def _leaf(self, leaf: Leaf, node: Node, path: Trail) -> Any:
        if type(node) is not Scalar:
            return self._refuse(words.wrong_shape((leaf,), node), node, path)
        value = read_scalar(leaf, node)
        return self._refuse(value, node, path) if isinstance(value, Fault) else value

    def _list(self, shape: ListOf, node: Node, path: Trail) -> Any:
        if not isinstance(node, Sequence):
            return self._refuse(words.wrong_shape((shape,), node), node, path)
        if _are_words(shape.item, node):  # they are all alike, so it is one mistake
            first = node.items[0]
            return self._refuse(words.wrong_shape((shape.item,), first), first, (path, 0))
        values = [self.build(shape.item, item, (path, number)) for number, item in enumerate(node.items)]
        repeated = self._repeated_ids(node, path) or (shape.unique and self._repeated_items(node, path))
        return _REFUSED if repeated or any(value is _REFUSED for value in values) else values

    def _tuple(self, shape: TupleOf, node: Node, path: Trail) -> Any:
        if not isinstance(node, Sequence):
            return self._refuse(words.wrong_shape((shape,), node), node, path)
        if len(node.items) != len(shape.items):
            return self._refuse(words.wrong_length(len(shape.items), len(node.items)), node, path)
        pairs = zip(shape.items, node.items, strict=True)
        values = [self.build(inner, item, (path, number)) for number, (inner, item) in enumerate(pairs)]
        return _REFUSED if any(value is _REFUSED for value in values) else values

    def _map(self, shape: MapOf, node: Node, path: Trail) -> Any:
        if not isinstance(node, Mapping):
            return self._refuse(words.wrong_shape((shape,), node), node, path)
        built: dict[Any, Any] = {}
        refused = False
        for text, entry in node.entries.items():
            key = read_scalar(shape.key, entry.key._replace(quoted=False))
            if isinstance(key, Fault):
                key = self._refuse(key, entry.key, (path, text))
            value = self.build(shape.value, entry.value, (path, text))
            refused = refused or key is _REFUSED or value is _REFUSED
            built[key] = value
        return _REFUSED if refused else built

    def _repeated_ids(self, node: Sequence, path: Trail) -> bool:
        """Refuses the second thing of a list with the same `id`."""
        first: dict[str, Scalar] = {}
        repeated = False
        for number, item in enumerate(node.items):
            entry = item.entries.get("id") if isinstance(item, Mapping) else None
            if entry and isinstance(entry.value, Scalar) and not entry.value.is_nothing:
                earlier = first.setdefault(entry.value.text, entry.value)
                if earlier is not entry.value:
                    self._refuse(words.duplicate_id(earlier), entry.value, ((path, number), "id"))
                    repeated = True
        return repeated

    def _repeated_items(self, node: Sequence, path: Trail) -> bool:
        first: dict[str, Scalar] = {}
        repeated = False
        for number, item in enumerate(node.items):
            if isinstance(item, Scalar) and (earlier := first.setdefault(item.text, item)) is not item:
                self._refuse(words.duplicate_item(earlier), item, (path, number))
                repeated = True
        return repeated

    def _either(self, shape: Either, node: Node, path: Trail) -> Any:
        if isinstance(node, Scalar):
            if shape.optional and node.is_nothing:
                return None
            return self._either_scalar(shape, node, path)
        chosen = branch_meant(shape, node)
        if isinstance(chosen, Placed):
            self.faults.append(chosen._replace(path=_written_out(path) + chosen.path))
            return _REFUSED
        return self.build(chosen, node, path)

    def _either_scalar(self, shape: Either, node: Scalar, path: Trail) -> Any:
        leaves = shape.leaves
        if not leaves:
            if any(isinstance(branch, Raw) for branch in shape.branches):
                return _raw(node)
            return self._refuse(words.wrong_shape(shape.branches, node), node, path)
        if len(leaves) > 1 and is_ambiguous(node) and any(leaf.kind == "bool" for leaf in leaves):
            return self._refuse(ambiguous(node, text_possible=True), node, path)
        faults = []
        for leaf in leaves:
            value = read_scalar(leaf, node)
            if not isinstance(value, Fault):
                return value
            faults.append(value)
        if len(faults) == 1:
            return self._refuse(words.or_a_map(faults[0], shape), node, path)
        named = [branch for branch in shape.branches if isinstance(branch, Leaf)]
        fault = words.no_branch_fits(named, node, faults)
        return self._refuse(fault, node, path)

    def _model(self, shape: ModelOf, node: Node, path: Trail) -> Any:
        root = root_of(shape.model)
        if root is not None:
            value = self.build(root, node, path)
            return value if value is _REFUSED else self._judged(shape.model, value, set(), node, path)
        if not isinstance(node, Mapping):
            return self._refuse(words.wrong_shape((shape,), node), node, path)
        before = len(self.faults)
        fields = fields_of(shape.model)
        given: dict[str, Any] = {}
        unbuilt: set[str] = set()
        for key, entry in node.entries.items():
            field = fields.get(key)
            if field is None:
                continue
            value = self.build(field.shape, entry.value, (path, key))
            if value is _REFUSED:
                unbuilt.add(key)
            else:
                given[key] = value
        if not required_of(shape.model) <= node.entries.keys() <= fields.keys():
            unbuilt |= self._odd_keys(fields, node, path)
        instance = self._judged(shape.model, given, unbuilt, node, path)
        return _REFUSED if unbuilt or len(self.faults) > before else instance

    def _odd_keys(self, fields: dict[str, Field], node: Mapping, path: Trail) -> set[str]:
        """Refuses unknown and missing keys; a misspelt key is not reported as missing as well.

        Returns:
            The keys that are missing.
        """
        free = [key for key in fields if key not in node.entries]
        missing = {key for key in free if fields[key].required}
        meant = set()
        rest_of_text = False
        for key, entry in node.entries.items():
            if key in fields:
                rest_of_text = False
                continue
            empty = isinstance(entry.value, Scalar) and entry.value.is_nothing and not entry.key.quoted
            alone = len(missing) == 1 and node.entries.keys() - fields.keys() == {key}
            fitting = [name for name in missing if alone and _fits(fields[name].shape, entry.value)]
            fault, guess = words.unknown_key(key, free, fields, empty=empty, lacking="".join(fitting))
            if not (empty and rest_of_text):  # one text with several commas in it is one mistake
                self._refuse(fault, entry.key, (path, key))
            rest_of_text = empty and not guess
            meant.add(guess)
        reported = [key for key in fields if key in missing and key not in meant]
        if reported:
            self._refuse(words.missing_keys(reported, fields, node.entries), node, path)
        return missing

    def _judged(self, model: type[BaseModel], given: Any, unbuilt: set[str], node: Node, path: Trail) -> Any:
        """The instance, or the faults that the model itself finds in values of the right type."""
        try:
            return model.__pydantic_validator__.validate_python(given)
        except ValidationError as error:
            for found in error.errors(include_url=False):
                self._judge(model, dict(found), unbuilt, node, path)
            return _REFUSED

    def _judge(
        self, model: type[BaseModel], found: dict[str, Any], unbuilt: set[str], node: Node, path: Trail
    ) -> None:
        """Places one of pydantic's errors, unless it only says that a value is missing which was refused."""
        steps: tuple[str | int, ...] = found["loc"]
        if unbuilt and (not steps or steps[0] in unbuilt):
            return
        error = found.get("ctx", {}).get("error")
        if isinstance(error, Complaint):
            steps += error.path
        below, shape, walked = follow(ModelOf(model), node, steps)
        for step in walked:
            path = (path, step)
        self._refuse(constraint_fault(found, below, shape), below, path)


class _Rebuilder(_Builder):
    """Builds only what it does not remember. What a node becomes depends on nothing around it."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory

    def build(self, shape: Shape, node: Node, path: Trail) -> Any:
        """The value of a node, or `_REFUSED` after at least one fault."""
        if path is not None and path[0] is not None and path[0][0] is not None:
            return super().build(shape, node, path)  # deeper than any piece
        found = self._memory.built(shape, node)
        if found is None:
            before = len(self.faults)
            found = super().build(shape, node, path)
            if len(self.faults) == before:
                self._memory.keep_built(shape, node, found)
        return found


def _are_words(shape: Shape, node: Sequence) -> bool:
    """Whether all of several items are single values where maps belong."""
    if not isinstance(shape, ModelOf) or len(node.items) < 2 or type(node.items[0]) is not Scalar:
        return False
    return root_of(shape.model) is None and all(type(one) is Scalar and not one.refused for one in node.items)


def _fits(shape: Shape, node: Node) -> bool:
    """Whether a list stands where a list belongs, a map where a map, a number where a number."""
    if isinstance(node, Scalar):
        if not isinstance(shape, Leaf) or shape.kind == "text":
            return False
        return not isinstance(read_scalar(shape, node), Fault)
    kinds = (ListOf, TupleOf) if isinstance(node, Sequence) else (MapOf, ModelOf)
    return isinstance(shape, kinds) and not node.refused


def _raw(node: Node) -> Any:
    """Plain text, lists and dicts, for a validator of the schema to read."""
    if isinstance(node, Scalar):
        return None if node.is_nothing else node.text
    if isinstance(node, Sequence):
        return [_raw(item) for item in node.items]
    return {key: _raw(entry.value) for key, entry in node.entries.items()}
