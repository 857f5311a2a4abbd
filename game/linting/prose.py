"""Every text of a scenario that people read, with its path."""

from collections.abc import Iterator

from pydantic import BaseModel

from game.content.catalogues import READ
from game.content.reading.places import Path
from game.content.schema.plans import Plan
from game.content.schema.scenario import Scenario

_FOR_EDITORS = frozenset({"note"})
_NOT_SHOWN = frozenset({"sources", "allow"})


def proses(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """All prose, notes for editors included."""
    yield from _below(scenario, (), READ | _FOR_EDITORS)


def shown(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """What players read in the program, titles of sources left out."""
    for path, text in _below(scenario, (), READ):
        if path[0] not in _NOT_SHOWN:
            yield path, text


def _below(part: object, path: Path, keys: frozenset[str]) -> Iterator[tuple[Path, str]]:
    if isinstance(part, str):
        name = next((step for step in reversed(path) if isinstance(step, str)), "")
        if name in keys:
            yield path, part
    elif isinstance(part, Plan):
        yield (*path, "title"), part.title
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            value = getattr(part, name)
            if isinstance(value, str | BaseModel | tuple | dict):
                yield from _below(value, (*path, field.alias or name), keys)
    elif isinstance(part, tuple):
        for number, item in enumerate(part):
            yield from _below(item, (*path, number), keys)
    elif isinstance(part, dict):
        for key, item in part.items():
            yield from _below(item, (*path, key), keys)
