"""Every text of a scenario that people read, with its path."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from game.content.catalogues import READ
from game.content.reading.places import Path
from game.content.schema.plans import Plan

_FOR_EDITORS = frozenset({"note"})
_NOT_SHOWN = frozenset({"sources", "allow"})


@dataclass(frozen=True)
class Prose:
    """The texts of a scenario.

    Args:
        shown: what players read in the program, titles of sources left out.
        notes: remarks for editors, and titles of sources.
    """

    shown: tuple[tuple[Path, str], ...]
    notes: tuple[tuple[Path, str], ...]


def prose_of(parts: Iterable[tuple[Path, BaseModel]]) -> Prose:
    """All texts of the objects of a scenario, in their order."""
    shown: list[tuple[Path, str]] = []
    notes: list[tuple[Path, str]] = []
    for path, part in parts:
        heard = notes if path and path[0] in _NOT_SHOWN else shown
        if isinstance(part, Plan):
            heard.append(((*path, "title"), part.title))
            continue
        for name, key in _text_fields(type(part)):
            value = getattr(part, name)
            target = notes if key in _FOR_EDITORS else heard
            if isinstance(value, str):
                target.append(((*path, key), value))
            elif isinstance(value, tuple):
                target += [((*path, key, n), item) for n, item in enumerate(value) if isinstance(item, str)]
    return Prose(tuple(shown), tuple(notes))


@cache
def _text_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    named = ((name, field.alias or name) for name, field in model.model_fields.items())
    return tuple((name, key) for name, key in named if key in READ | _FOR_EDITORS)
