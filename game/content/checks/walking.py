"""Every condition and effect of a scenario, with its path."""

from collections.abc import Iterator

from game.content.names import Names
from game.content.reading.places import Path
from game.content.schema.conditions import AllOf, AnyOf, Condition, Not
from game.content.schema.effects import Effect


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
