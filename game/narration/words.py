"""Names and texts of a scenario, by the numbers of the tables: all that sentences are made of."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.names import Names
from game.content.schema.scenario import Scenario
from game.narration.dates import turn_in_short, turn_in_words


@dataclass(frozen=True)
class Entry:
    """Something with a name: its id in files, its title, and what is reported of it where there is a text."""

    id: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class IssueEntry:
    """An issue with its levels."""

    id: str
    title: str
    levels: tuple[Entry, ...]


@dataclass(frozen=True)
class Words:
    """Everything that has a name, in the order of its number."""

    scenario: Entry
    seats: tuple[Entry, ...]
    issues: tuple[IssueEntry, ...]
    plans: tuple[Entry, ...]
    moves: tuple[Entry, ...]
    events: tuple[Entry, ...]
    endings: tuple[Entry, ...]
    actors: tuple[Entry, ...]
    types: tuple[tuple[Entry, ...], ...]
    synergies: tuple[str, ...]  # why each is there
    spoilers: dict[int, str]  # what is reported when an actor spoils, by its number
    lines: tuple[str, ...]  # why each red line is there
    turns: tuple[str, ...]  # their dates
    short_turns: tuple[str, ...]  # for where there is little room

    def date(self, turn: int) -> str:
        """The date of a turn from 0; of the last turn for any that come after it."""
        return self.turns[min(turn, len(self.turns) - 1)]


def words_of(scenario: Scenario) -> Words:
    """The names and texts of a scenario."""
    names = Names(scenario)
    calendar = scenario.calendar
    return Words(
        scenario=Entry(scenario.id, scenario.title, scenario.summary),
        seats=tuple(Entry(seat.id, seat.title) for seat in scenario.seats),
        issues=tuple(
            IssueEntry(issue.id, issue.title, tuple(Entry(level.id, level.title) for level in issue.levels))
            for issue in names.issue_list
        ),
        plans=tuple(Entry(plan.id, plan.title) for plan in scenario.plans),
        moves=tuple(Entry(move.id, move.title, move.text) for move in scenario.moves),
        events=tuple(Entry(event.id, event.title, event.text) for event in scenario.events),
        endings=tuple(Entry(ending.id, ending.title, ending.text or "") for ending in scenario.endings),
        actors=tuple(Entry(actor.id, actor.title) for actor in names.actor_list),
        types=tuple(tuple(Entry(kind.id, kind.title) for kind in seat.types) for seat in scenario.seats),
        synergies=tuple(synergy.why for actor in names.actor_list for synergy in actor.synergies),
        spoilers={a: one.spoiler.text for a, one in enumerate(names.actor_list) if one.spoiler},
        lines=tuple(line.why for actor in names.actor_list for line in actor.never),
        turns=tuple(turn_in_words(calendar, turn) for turn in range(calendar.turns)),
        short_turns=tuple(turn_in_short(calendar, turn) for turn in range(calendar.turns)),
    )
