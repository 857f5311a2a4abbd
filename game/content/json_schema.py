"""The scenario format as JSON Schema, made from the same models as the reader and the page on the format.

An editor with a YAML language server completes keys by it and marks the faults that a schema can know.
What parts
of a file say of one another only `check` knows.
"""

import inspect
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, RootModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from game.content.extending import DROP, KEY
from game.content.reading.limits import MAX_DEPTH
from game.content.reading.shapes import Form, unwrapped
from game.content.schema import conditions, effects, kinds
from game.content.schema.plans import Plan, PlanHead, PlanSide
from game.content.schema.scenario import Scenario
from game.rules.tables import MOST_PEOPLE

Json = dict[str, Any]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_ROOT_KEYS = ("format", "id")  # what even a scenario that extends another one says itself
_PARTIAL = "changed-"
_SUCH_AS = re.compile(r"such as ([^;]+)$")

_BY_VALIDATOR: dict[Callable[..., Any], Json] = {
    conditions.readable: {
        "pattern": conditions.PATTERN,
        "examples": ["turn >= 3", "held <= 100", "level.harbour >= licence"],
    },
    kinds.not_empty: {"minItems": 1, "minProperties": 1},
    kinds.one_or_more: {"minItems": 1},
    kinds.sources: {"minItems": 1, "examples": [kinds.ASSUMED]},
    kinds.weights: {"exclusiveMinimum": 0, "maximum": int(kinds.MOST_MONTHS), "minItems": 1},
    kinds.all_as_number: {"minimum": 0, "maximum": MOST_PEOPLE},
}
"""What validators ask for, as far as a schema can say it."""

_ONE_OF: dict[type[BaseModel], tuple[str, str]] = {
    effects.Moods: ("actor", "side"),
    effects.LevelOf: ("by", "to"),
}


def json_schema() -> Json:
    """The schema of a scenario file."""
    whole, changed = _Writer(partial=False), _Writer(partial=True)
    return {
        "$schema": _DIALECT,
        "title": "A scenario of Reprieve",
        "description": f"At most {MAX_DEPTH} levels deep. `check` finds what a schema cannot know.",
        "if": {"type": "object", "required": [KEY]},
        "then": changed.model(Scenario),
        "else": whole.model(Scenario),
        "definitions": {**whole.definitions, **changed.definitions},
    }


class _Writer:
    """Writes models into definitions; `partial` for files that say only what differs."""

    def __init__(self, *, partial: bool) -> None:
        self.partial = partial
        self.definitions: dict[str, Json] = {}

    def model(self, model: type[BaseModel]) -> Json:
        name = (_PARTIAL if self.partial else "") + model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # before its fields, which may speak of it
            self.definitions[name] = self._plan() if model is Plan else self._object(model)
        return {"$ref": f"#/definitions/{name}"}

    def _object(self, model: type[BaseModel]) -> Json:
        assert not issubclass(model, RootModel), "a root model needs a rule of its own"
        properties = {info.alias or name: self._field(info) for name, info in model.model_fields.items()}
        required = [info.alias or name for name, info in model.model_fields.items() if info.is_required()]
        found: Json = {
            "type": "object",
            "description": inspect.getdoc(model) or "",
            "properties": properties,
            "additionalProperties": False,
        }
        if self.partial:
            required = [KEY, *_ROOT_KEYS] if model is Scenario else []
            properties[DROP] = {"const": True, "description": "Takes this out of what is extended."}
        if required:
            found["required"] = required
        if model in _ONE_OF and not self.partial:
            found["oneOf"] = [{"required": [key]} for key in _ONE_OF[model]]
        return found

    def _plan(self) -> Json:
        found = self._object(PlanHead)
        found["description"] = inspect.getdoc(Plan) or ""
        found["additionalProperties"] = self.model(PlanSide)
        return found

    def _field(self, info: FieldInfo) -> Json:
        found = self._value(info.annotation, tuple(info.metadata))
        if "$ref" in found:  # draft 7 reads nothing beside a reference
            found = {"allOf": [found]}
        found["description"] = (info.description or "") + _unit(info)
        default = info.default
        if default is not PydanticUndefined and default is not None and not isinstance(default, tuple):
            found["default"] = float(default) if isinstance(default, Decimal) else default
        return found

    def _value(self, annotation: Any, metadata: tuple[Any, ...]) -> Json:
        annotation, metadata = unwrapped(annotation, metadata)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin in (Union, UnionType):
            return self._union([one for one in arguments if one is not NoneType], metadata)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation)
        if origin is Literal or (isinstance(annotation, type) and issubclass(annotation, Enum)):
            return {"enum": list(arguments or annotation)}
        if origin in (tuple, list):
            return self._list(arguments, metadata)
        if origin is dict:
            return self._map(arguments, metadata)
        return _leaf(annotation, metadata)

    def _union(self, arguments: list[Any], metadata: tuple[Any, ...]) -> Json:
        found = [self._value(argument, metadata) for argument in arguments]
        return found[0] if len(found) == 1 else {"anyOf": found}

    def _list(self, arguments: tuple[Any, ...], metadata: tuple[Any, ...]) -> Json:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            found: Json = {"type": "array", "items": self._value(arguments[0], ())}
            limits = _asked(metadata)
            if not self.partial:
                found |= {key: limits[key] for key in ("minItems", "maxItems") if key in limits}
            return found
        items = [self._value(argument, ()) for argument in arguments]
        size = len(items)
        return {
            "type": "array", "items": items, "minItems": size, "maxItems": size, "additionalItems": False,
        }  # fmt: skip

    def _map(self, arguments: tuple[Any, ...], metadata: tuple[Any, ...]) -> Json:
        key, value = arguments
        found: Json = {"type": "object", "additionalProperties": self._value(value, ())}
        names = _leaf(str, unwrapped(key, ())[1])
        if "pattern" in names:
            found["propertyNames"] = {"pattern": names["pattern"]}
        limits = _asked(metadata)
        if not self.partial:
            found |= {key: limits[key] for key in ("minProperties", "maxProperties") if key in limits}
        return found


def _unit(info: FieldInfo) -> str:
    unit = next((item.text for item in _metadata_of(info) if isinstance(item, kinds.Unit)), "")
    return f" (in {unit})" if unit else ""


def _metadata_of(info: FieldInfo) -> tuple[Any, ...]:
    annotation, metadata = unwrapped(info.annotation, tuple(info.metadata))
    for argument in get_args(annotation) if get_origin(annotation) in (Union, UnionType) else ():
        metadata += unwrapped(argument, ())[1]
    return metadata


def _asked(metadata: tuple[Any, ...]) -> Json:
    """Everything that metadata asks for, as keywords for whatever kind of value it stands beside."""
    found: Json = {}
    named = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum", "lt": "exclusiveMaximum"}
    for item in metadata:
        if isinstance(item, AfterValidator) and item.func in _BY_VALIDATOR:
            found |= _BY_VALIDATOR[item.func]
        for attribute, keyword in named.items():
            bound = getattr(item, attribute, None)
            if isinstance(bound, int | Decimal):
                found[keyword] = int(bound) if bound == int(bound) else float(bound)
        least, most = getattr(item, "min_length", None), getattr(item, "max_length", None)
        for keyword in ("Length", "Items", "Properties"):
            found |= {f"min{keyword}": least} if least is not None else {}
            found |= {f"max{keyword}": most} if most is not None else {}
        pattern = getattr(item, "pattern", None)
        found |= {"pattern": pattern} if isinstance(pattern, str) else {}
        if isinstance(item, Form) and (examples := _examples(item.words)):
            found["examples"] = examples
    return found


def _examples(words: str) -> list[str]:
    found = _SUCH_AS.search(words)
    return re.split(r", | or ", found[1]) if found else []


_NUMBER = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_TEXT = ("minLength", "maxLength", "pattern", "examples")


def _leaf(annotation: Any, metadata: tuple[Any, ...]) -> Json:
    asked = _asked(metadata)
    if annotation in (int, Decimal):
        kind = "integer" if annotation is int else "number"
        return {"type": kind} | {key: asked[key] for key in _NUMBER if key in asked}
    if annotation is bool:
        return {"type": "boolean"}
    if annotation is date:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2025-09-11"]}
    assert annotation is str, f"no rule for {annotation!r}"
    text = {key: asked[key] for key in _TEXT if key in asked}
    return {"type": _types_of_text(text.get("pattern"))} | text


def _types_of_text(pattern: str | None) -> str | list[str]:
    """What YAML may take a text for that stands there without quotes, and that the reader takes as text."""
    if pattern is None:
        return ["string", "number", "boolean"]
    return ["string", "integer"] if re.search(pattern, "2025") else "string"
