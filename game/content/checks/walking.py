"""Every object, condition and effect of a scenario, with its path."""

from collections.abc import Iterable, Iterator
from functools import cache

from pydantic import BaseModel

from game.content.names import Names
from game.content.reading.places import Path
from game.content.schema.conditions import AllOf, AnyOf, Condition, Not
from game.content.schema.effects import Effect
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
    """The names of a model's values, in the program and in a file."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def conditions(names: Names) -> Iterator[tuple[Path, Condition]]:
    """Every condition from its outermost part on."""
    scenario = names.scenario
    for s, seat in enumerate(scenario.seats):
        for n, option in enumerate(seat.outside):
            if option.when is not None:
                yield ("seats", s, "outside", n, "when"), option.when
        for n, one in enumerate(seat.hindered):
            if one.when is not None:
                yield ("seats", s, "hindered", n, "when"), one.when
        for n, item in enumerate(seat.mandate):
            yield ("seats", s, "mandate", n, "when"), item.when
    for n, world in enumerate(scenario.world):
        if world.vote is not None and world.vote.when is not None:
            yield ("world", n, "vote", "when"), world.vote.when
    for a, actor in enumerate(scenario.actors):
        if actor.mediator is not None and actor.mediator.when is not None:
            yield ("actors", a, "mediator", "when"), actor.mediator.when
        for n, line in enumerate(actor.never):
            if line.when is not None:
                yield ("actors", a, "never", n, "when"), line.when
    for n, move in enumerate(scenario.moves):
        if move.needs is not None:
            yield ("moves", n, "needs"), move.needs
    for n, event in enumerate(scenario.events):
        if event.when is not None:
            yield ("events", n, "when"), event.when
    for n, ending in enumerate(scenario.endings):
        if ending.when is not None:
            yield ("endings", n, "when"), ending.when


def comparisons(condition: Condition, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts of the comparisons inside a condition."""
    match condition:
        case str():
            yield path, condition
        case AllOf():
            for n, inner in enumerate(condition.all_of):
                yield from comparisons(inner, (*path, "all", n))
        case AnyOf():
            for n, inner in enumerate(condition.any_of):
                yield from comparisons(inner, (*path, "any", n))
        case Not():
            yield from comparisons(condition.none_of, (*path, "not"))


def effects(names: Names) -> Iterator[tuple[Path, Effect]]:
    """Every effect of side moves, events and spoilers."""
    for a, actor in enumerate(names.scenario.actors):
        for e, effect in enumerate(actor.spoiler.effects if actor.spoiler else ()):
            yield ("actors", a, "spoiler", "effects", e), effect
    for m, move in enumerate(names.scenario.moves):
        for e, effect in enumerate(move.effects):
            yield ("moves", m, "effects", e), effect
    for n, event in enumerate(names.scenario.events):
        for e, effect in enumerate(event.effects):
            yield ("events", n, "effects", e), effect
