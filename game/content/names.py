"""Ids and the numbers that stand for them in the tables, for checks, compiling and the lexicon alike."""

from collections.abc import Iterable
from functools import cached_property

from pydantic import BaseModel

from game.content.objects import objects
from game.content.reading.places import Path
from game.content.schema.actors import Actor
from game.content.schema.issues import Issue, WorldIssue
from game.content.schema.scenario import Scenario
from game.foundation.arrays import I8

COUNTS = ("freed", "exiled", "held", "arrested")


class Names:
    """Which number every id of a scenario has. Of a repeated id the first thing counts.

    Issues are numbered in the order of the file, those of the world last; actors likewise, the principals of
    the two seats first.

    Attributes:
        halves: what each seat can offer, kept by `half_lattice` once it is asked for it.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.halves: dict[int, I8] = {}

    @cached_property
    def objects(self) -> list[tuple[Path, BaseModel]]:
        """Every object of the scenario with its path, the scenario itself first."""
        return objects(self.scenario)

    @cached_property
    def seats(self) -> dict[str, int]:
        """Seat 0 and seat 1."""
        return _numbered(seat.id for seat in self.scenario.seats)

    @cached_property
    def issue_list(self) -> tuple[Issue | WorldIssue, ...]:
        """All issues by number."""
        return (*self.scenario.issues, *self.scenario.world)

    @cached_property
    def issue_paths(self) -> tuple[tuple[str, int], ...]:
        """Where in the file each issue stands."""
        owned = [("issues", number) for number in range(len(self.scenario.issues))]
        return (*owned, *(("world", number) for number in range(len(self.scenario.world))))

    @cached_property
    def issues(self) -> dict[str, int]:
        """The number of each issue."""
        return _numbered(issue.id for issue in self.issue_list)

    @cached_property
    def levels(self) -> dict[str, dict[str, int]]:
        """The levels of each issue, by the issue's id."""
        found: dict[str, dict[str, int]] = {}
        for issue in self.issue_list:
            found.setdefault(issue.id, _numbered(level.id for level in issue.levels))
        return found

    @cached_property
    def actor_list(self) -> tuple[Actor, ...]:
        """All actors by number: the principals first."""
        by_id = {actor.id: actor for actor in reversed(self.scenario.actors)}
        first = [by_id[seat.principal] for seat in self.scenario.seats if seat.principal in by_id]
        return (*first, *(actor for actor in self.scenario.actors if actor not in first))

    @cached_property
    def actors(self) -> dict[str, int]:
        """The number of each actor."""
        return _numbered(actor.id for actor in self.actor_list)

    @cached_property
    def types(self) -> tuple[dict[str, int], ...]:
        """The types of each seat."""
        return tuple(_numbered(type_.id for type_ in seat.types) for seat in self.scenario.seats)

    @cached_property
    def plans(self) -> dict[str, int]:
        """The number of each plan."""
        return _numbered(plan.id for plan in self.scenario.plans)

    @cached_property
    def moves(self) -> dict[str, int]:
        """The number of each side move."""
        return _numbered(move.id for move in self.scenario.moves)

    @cached_property
    def events(self) -> dict[str, int]:
        """The number of each event."""
        return _numbered(event.id for event in self.scenario.events)

    @cached_property
    def endings(self) -> dict[str, int]:
        """The number of each ending."""
        return _numbered(ending.id for ending in self.scenario.endings)

    @cached_property
    def people_issue(self) -> Issue | None:
        """The issue of how many people are freed."""
        return self.aspect("people")

    def aspect(self, aspect: str) -> Issue | None:
        """The first issue with an aspect."""
        return next((issue for issue in self.scenario.issues if issue.aspect == aspect), None)

    def owner(self, issue: str) -> str | None:
        """The seat that owns an issue; None for the world's and for unknown ones."""
        return next((found.owner for found in self.scenario.issues if found.id == issue), None)


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(ids))}
