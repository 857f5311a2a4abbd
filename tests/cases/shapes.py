"""The structure of a case without its names and numbers: who owns what, what lapses, who must agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from game.content.objects import objects
from game.content.schema.effects import EndEffect
from game.content.schema.scenario import Scenario

Shape = dict[str, Any]


def shape_of(scenario: Scenario) -> Shape:
    """What two cases that differ by names and numbers only have in common."""
    return {
        "unit": scenario.calendar.unit,
        "first": [seat.id for seat in scenario.seats].index(scenario.calendar.first),
        "issues": Counter(_issue(scenario, issue) for issue in scenario.issues),
        "world": Counter((len(issue.levels), issue.reception) for issue in scenario.world),
        "ratifiers": Counter(_ratifier(scenario, actor) for actor in scenario.actors),
        "plans": Counter(_plan(scenario, plan) for plan in scenario.plans),
        "moves": Counter(_move(scenario, move) for move in scenario.moves),
        "events": Counter(_event(event) for event in scenario.events),
        "parts": Counter(type(part).__name__ for part in _structural(scenario)),
    }


def distance(one: Shape, other: Shape) -> int:
    """In how many of the parts of a shape two cases differ."""
    return sum(one[part] != other[part] for part in one)


def _structural(scenario: Scenario) -> Iterator[BaseModel]:
    """Parts that come from the structure, not from texts, sources or history."""
    for path, part in objects(scenario):
        if path and path[0] not in ("sources", "history", "seats"):
            yield part


def _seat(scenario: Scenario, seat: str | None) -> int:
    return -1 if seat is None else [one.id for one in scenario.seats].index(seat)


def _issue(scenario: Scenario, issue: Any) -> tuple[Any, ...]:
    lapses = tuple(level.lasts is not None for level in issue.levels)
    return (
        _seat(scenario, issue.owner),
        issue.kind,
        issue.aspect,
        issue.revocable,
        len(issue.levels),
        lapses,
        bool(issue.lag),
        issue.winddown is not None,
        issue.repeat is not None,
    )


def _ratifier(scenario: Scenario, actor: Any) -> tuple[Any, ...]:
    return (_seat(scenario, actor.side), actor.ratifier and actor.ratifier.veto)


def _plan(scenario: Scenario, plan: Any) -> tuple[Any, ...]:
    sides = [plan.sides[seat.id] for seat in scenario.seats]
    return tuple((side.steps > 1, side.delay > 0) for side in sides)


def _move(scenario: Scenario, move: Any) -> tuple[Any, ...]:
    effects = tuple(sorted(type(effect).__name__ for effect in move.effects))
    return (_seat(scenario, move.seat), move.kind, effects, move.needs is not None, move.vow is not None)


def _event(event: Any) -> tuple[Any, ...]:
    effects = tuple(sorted({type(effect).__name__ for effect in event.effects}))
    ends = any(isinstance(effect, EndEffect) for effect in event.effects)
    return (effects, event.when is not None, event.once, event.chance == 1, ends)
