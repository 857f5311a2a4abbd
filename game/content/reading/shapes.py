"""What a schema expects at a place, worked out once from the annotations of its pydantic models.

An annotation that is not known here is a mistake in the schema, and raises TypeError when it is first used:
a value that nobody checks must not slip through.
"""

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NewType, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, PlainValidator, RootModel, WrapValidator
from pydantic.fields import FieldInfo

LeafKind: TypeAlias = Literal["bool", "int", "decimal", "text", "date", "choice"]


@dataclass(frozen=True, slots=True)
class Form:
    """Metadata for `Annotated`: how a text or number has to look, in words, where a pattern would not help.

    Args:
        words: completes "must be ..."
    """

    words: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value.

    Args:
        kind: how its text is read.
        choices: for `choice`, the value of each text that is possible.
        low: the smallest number possible, if there is one.
        high: the largest number possible, if there is one.
        form: how it has to look, in words.
    """

    kind: LeafKind
    choices: AnyMapping[str, object] | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Raw:
    """A value that a validator of the schema reads itself; it gets text, dicts and lists."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of any length; `unique` where it becomes a set."""

    item: "Shape"
    unique: bool = False


@dataclass(frozen=True, slots=True)
class TupleOf:
    """A list of fixed length."""

    items: tuple["Shape", ...]


@dataclass(frozen=True, slots=True)
class MapOf:
    """A map with free keys."""

    key: Leaf
    value: "Shape"


@dataclass(frozen=True, slots=True)
class ModelOf:
    """A map with the keys of a model."""

    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several shapes.

    Args:
        branches: in the order of the annotation, without None.
        optional: whether nothing may stand there.
        leaves: those branches that are single values; text, which everything fits, comes last.
        tag: the key whose value says which branch is meant, if there is one.
        by_tag: the branch of each value of the tag.
    """

    branches: tuple["Shape", ...]
    optional: bool = False
    leaves: tuple[Leaf, ...] = ()
    tag: str = ""
    by_tag: AnyMapping[str, ModelOf] | None = None


Shape: TypeAlias = Leaf | Raw | ListOf | TupleOf | MapOf | ModelOf | Either


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a model.

    Args:
        key: as it is written.
        shape: what may stand there.
        required: whether it cannot be left out.
        about: what it means, as a sentence; empty if the model does not say it.
    """

    key: str
    shape: Shape
    required: bool
    about: str = ""


_LEAVES: Final[dict[Any, LeafKind]] = {
    bool: "bool",
    int: "int",
    Decimal: "decimal",
    str: "text",
    date: "date",
}
_LISTS = (list, tuple, AnySequence, set, frozenset)
_MAPS = (dict, AnyMapping)


@cache
def fields_of(model: type[BaseModel]) -> dict[str, Field]:
    """The keys that a model has in a file, in order."""
    model.model_rebuild()  # names of models that were defined after this one become models
    fields = {}
    for name, info in model.model_fields.items():
        alias = info.validation_alias or info.alias
        key = alias if isinstance(alias, str) else name
        shape = shape_of(info.annotation, tuple(info.metadata))
        fields[key] = Field(key, shape, info.is_required(), info.description or "")
    return fields


@cache
def required_of(model: type[BaseModel]) -> frozenset[str]:
    """The keys that a model cannot do without."""
    return frozenset(key for key, field in fields_of(model).items() if field.required)


@cache
def root_of(model: type[BaseModel]) -> Shape | None:
    """The shape inside a RootModel; None for other models."""
    if not issubclass(model, RootModel):
        return None
    info = model.model_fields["root"]
    return shape_of(info.annotation, tuple(info.metadata))


def shape_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    """The shape of an annotation.

    Raises:
        TypeError: the annotation is none of those that a scenario needs.
    """
    annotation, metadata = unwrapped(annotation, metadata)
    if any(isinstance(item, BeforeValidator | PlainValidator | WrapValidator) for item in metadata):
        return Raw()
    if annotation is Any or annotation is object:
        return Raw()
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return _either(get_args(annotation), metadata)
    if annotation in _LEAVES:
        return _leaf(annotation, metadata)
    if origin is Literal:
        return Leaf("choice", {_written(value): value for value in get_args(annotation)})
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return Leaf("choice", {_written(member.value): member for member in annotation})
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return ModelOf(annotation)
    return _collection(origin, get_args(annotation), annotation)


def unwrapped(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """The annotation without Annotated, NewType and type aliases, and all metadata found on the way."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            for item in more:
                metadata += tuple(item.metadata) if isinstance(item, FieldInfo) else (item,)
        elif isinstance(annotation, NewType):
            annotation = annotation.__supertype__
        elif type(annotation).__name__ == "TypeAliasType":
            annotation = annotation.__value__
        else:
            return annotation, metadata


def _leaf(annotation: Any, metadata: tuple[Any, ...]) -> Leaf:
    form = next((item.words for item in metadata if isinstance(item, Form)), "")
    return Leaf(_LEAVES[annotation], None, _bound(metadata, "ge"), _bound(metadata, "le"), form)


def _bound(metadata: tuple[Any, ...], name: str) -> Decimal | None:
    bounds = (getattr(item, name, None) for item in metadata)
    return next((Decimal(bound) for bound in bounds if isinstance(bound, int | Decimal)), None)


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _collection(origin: Any, arguments: tuple[Any, ...], annotation: Any) -> Shape:
    if origin is tuple and not (len(arguments) == 2 and arguments[1] is Ellipsis):
        return TupleOf(tuple(shape_of(item) for item in arguments))
    if origin in _LISTS:
        return ListOf(shape_of(arguments[0]), unique=origin in (set, frozenset))
    if origin in _MAPS:
        key = shape_of(arguments[0])
        if isinstance(key, Leaf):
            return MapOf(key, shape_of(arguments[1]))
    raise TypeError(f"the reading layer does not know how to read {annotation!r}")


def _either(arguments: tuple[Any, ...], metadata: tuple[Any, ...]) -> Shape:
    optional = NoneType in arguments
    branches: list[Shape] = []
    for argument in arguments:
        if argument is not NoneType:
            shape = shape_of(argument, metadata)
            inner = shape.branches if isinstance(shape, Either) else (shape,)
            optional = optional or (isinstance(shape, Either) and shape.optional)
            branches += inner
    if len(branches) == 1 and not optional:
        return branches[0]
    tag, by_tag = _common_tag([branch for branch in branches if isinstance(branch, ModelOf)])
    leaves = sorted((one for one in branches if isinstance(one, Leaf)), key=lambda leaf: leaf.kind == "text")
    return Either(tuple(branches), optional, tuple(leaves), tag, by_tag)


def _common_tag(models: list[ModelOf]) -> tuple[str, AnyMapping[str, ModelOf] | None]:
    """The key that every model has with values of its own, such as `kind`."""
    if len(models) < 2:
        return "", None
    for name, info in models[0].model.model_fields.items():
        by_tag: dict[str, ModelOf] = {}
        texts = 0
        for shape in models:
            choices = _tag_choices(shape.model, name)
            texts += len(choices)
            by_tag |= dict.fromkeys(choices, shape)
            if not choices:
                break
        else:
            if len(by_tag) == texts:
                return info.alias or name, by_tag
    return "", None


def _tag_choices(model: type[BaseModel], name: str) -> tuple[str, ...]:
    info = model.model_fields.get(name)
    annotation = unwrapped(info.annotation, ())[0] if info else None
    if get_origin(annotation) is Literal:
        return tuple(_written(value) for value in get_args(annotation))
    return ()
