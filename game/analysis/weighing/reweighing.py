"""A scenario with other weights, and the line of a preference as a designer writes it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from game.content.schema.actors import Actor, Preference
from game.content.schema.scenario import Scenario

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def with_weights(scenario: Scenario, actor: str, weights: Mapping[str, Decimal]) -> Scenario:
    """The same scenario in which an actor has other weights; what is not named keeps its own."""
    actors = tuple(_reweighed(one, weights) if one.id == actor else one for one in scenario.actors)
    return scenario.model_copy(update={"actors": actors})


def _reweighed(actor: Actor, weights: Mapping[str, Decimal]) -> Actor:
    changed = {
        name: preference.model_copy(update={"weight": weights[name]}) if name in weights else preference
        for name, preference in actor.preferences.items()
    }
    return actor.model_copy(update={"preferences": changed})


def preference_line(name: str, preference: Preference) -> str:
    """A preference on one line of YAML, as it stands under `preferences`."""
    return f"{name}: {_flow(preference)}"


def _flow(value: Any) -> str:
    match value:
        case BaseModel():
            fields = type(value).model_fields.items()
            written = {
                key: getattr(value, key) for key, field in fields if getattr(value, key) != field.default
            }
            return _flow({key: part for key, part in written.items() if part is not None})
        case dict():
            return "{" + ", ".join(f"{key}: {_basis(key, part)}" for key, part in value.items()) + "}"
        case tuple():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case Decimal():
            return plain(value)
        case bool():
            return str(value).lower()
        case str() if not _PLAIN.fullmatch(value):
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def _basis(key: str, value: Any) -> str:
    return _flow(value[0] if key == "basis" and len(value) == 1 else value)


def plain(number: Decimal) -> str:
    """A decimal without needless zeros and without an exponent."""
    return f"{number.normalize() + 0:f}"
