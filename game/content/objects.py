"""Every object of a scenario, with its path."""

from collections.abc import Iterable
from functools import cache
from typing import cast

from pydantic import BaseModel

from game.content.reading.places import Path
from game.content.reading.shapes import Either, Leaf, ListOf, MapOf, Shape, TupleOf, fields_of
from game.content.schema.plans import Plan


def objects(part: BaseModel, path: Path = ()) -> list[tuple[Path, BaseModel]]:
    """The object itself and all objects inside it."""
    found: list[tuple[Path, BaseModel]] = []
    _gather(part, path, found)
    return found


def _gather(part: object, path: Path, found: list[tuple[Path, BaseModel]]) -> None:
    """Into a list, because generators inside one another take three times as long."""
    if isinstance(part, BaseModel):
        found.append((path, part))
        if isinstance(part, Plan):
            found += [((*path, seat), side) for seat, side in part.sides.items()]
            return
        inside = part.__dict__
        for name, key in _fields(type(part)):
            value = inside[name]
            if isinstance(value, _WITH_PARTS):
                _gather(value, (*path, key), found)
    else:
        assert isinstance(part, tuple | dict)
        steps: Iterable[tuple[str | int, object]] = (
            part.items() if isinstance(part, dict) else enumerate(part)
        )
        for step, item in steps:
            if isinstance(item, _WITH_PARTS):
                _gather(item, (*path, step), found)


_WITH_PARTS = (BaseModel, tuple, dict)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The names of those of a model's values that may hold objects, in the program and in a file."""
    shapes = fields_of(model)
    named = ((name, field.alias or name) for name, field in model.model_fields.items())
    return tuple((name, key) for name, key in named if key not in shapes or _may_hold(shapes[key].shape))


def _may_hold(shape: Shape) -> bool:
    match shape:
        case Leaf():
            return False
        case ListOf(item=inner) | MapOf(value=inner):
            return _may_hold(inner)
        case TupleOf(items=several) | Either(branches=several):
            return any(map(_may_hold, several))
        case _:
            return True


def bases_of(part: BaseModel) -> tuple[str, ...]:
    """The sources that an object's own numbers rest on; none if it has no numbers."""
    return _named(part, "bases")


def sources_of(part: BaseModel) -> tuple[str, ...]:
    """The sources that an object follows, other than those of its numbers."""
    return _named(part, "sources")


def _named(part: BaseModel, name: str) -> tuple[str, ...]:
    """Asked of the class first: an object of pydantic's takes long to say that it lacks something."""
    return cast("tuple[str, ...]", getattr(part, name)) if _has(type(part), name) else ()


@cache
def _has(model: type[BaseModel], name: str) -> bool:
    return isinstance(getattr(model, name, None), property)
