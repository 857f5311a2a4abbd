"""Names for the numbers in tables and states, and the other way round."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.content.names import Names
from game.content.reading.suggestions import closest, did_you_mean
from game.foundation.arrays import I8, I32
from game.foundation.errors import UnreadableAction
from game.foundation.texts import _
from game.rules.actions import Action, Kind, one
from game.rules.tables import MOST_PEOPLE, Tables

PLAN = "plan"
NOTHING = "nothing"

Offer = tuple[int, int, int, int]
"""Half 0, half 1, plan, number of people (-1 for the level's own)."""


@dataclass(frozen=True)
class Entries:
    """Things of one kind, in the order of their numbers.

    Args:
        ids: what the scenario file and written moves call them.
        titles: what players read.
    """

    ids: tuple[str, ...]
    titles: tuple[str, ...]

    def number(self, id_: str) -> int:
        """The number of an id. Raises KeyError."""
        if id_ not in self.ids:
            raise KeyError(id_)
        return self.ids.index(id_)

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Ids and titles of everything in the tables of one scenario.

    Args:
        scenario: id of the scenario.
        title: its title.
        levels: of each issue, by the issue's number.
        types: of each seat.
        turns: the date of each turn.
    """

    scenario: str
    title: str
    seats: Entries
    issues: Entries
    levels: tuple[Entries, ...]
    plans: Entries
    moves: Entries
    events: Entries
    endings: Entries
    actors: Entries
    types: tuple[Entries, ...]
    turns: tuple[str, ...]
    _halves: tuple[I8, I8]
    _owner: I8
    _people: int
    _people_number: I32
    _numbers_of_halves: dict[int, dict[bytes, int]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def negotiable(self) -> tuple[str, ...]:
        """Ids of the issues that somebody at the table owns."""
        return tuple(id_ for id_, owner in zip(self.issues.ids, self._owner, strict=True) if owner >= 0)

    def package(self, offer: Offer) -> tuple[int, ...]:
        """The level of every issue in an offer; 0 for the world's."""
        both = np.maximum(self._halves[0][offer[0]], self._halves[1][offer[1]])
        return tuple(int(level) for level in both)

    def offer_text(self, offer: Offer) -> str:
        """An offer as it is written down: `potash=licence,people=ten,plan=together`."""
        parts = []
        for issue, level in enumerate(self.package(offer)):
            if issue == self._people and offer[3] >= 0:
                parts.append(f"{self.issues.ids[issue]}={self._number_text(level, offer[3])}")
            elif level:
                parts.append(f"{self.issues.ids[issue]}={self.levels[issue].ids[level]}")
        return ",".join((*(parts or [NOTHING]), f"{PLAN}={self.plans.ids[offer[2]]}"))

    def read_offer(self, text: str) -> Offer:
        """The offer that a text stands for; issues that are not named stay at their first level.

        Raises:
            UnreadableAction: an unknown word, or a combination that cannot be offered.
        """
        levels, plan, people = np.zeros(len(self.issues), np.int8), 0, -1
        named: set[str] = set()
        for part in (part.strip() for part in text.split(",")):
            if part == NOTHING:
                continue
            key, sign, value = (piece.strip() for piece in part.partition("="))
            if not sign or key in named:
                hint = _("Write issue=level without spaces, each issue once.")
                raise UnreadableAction(text, hint)
            named.add(key)
            if key == PLAN:
                plan = self._found(self.plans, value, text)
                continue
            issue = self._found(self.issues, key, text)
            if issue == self._people and value.rpartition(":")[2].isdecimal():
                levels[issue], people = self._number_of_people(value, text)
            else:
                levels[issue] = self._found(self.levels[issue], value, text)
        half0, half1 = (self._half(seat, levels, text) for seat in (0, 1))
        return half0, half1, plan, people

    def offer_action(self, text: str) -> Action:
        """The offer of a text as an action of one game. Raises UnreadableAction."""
        half0, half1, plan, people = self.read_offer(text)
        return one(Kind.OFFER, half0, half1, plan, people)

    def half(self, seat: int, levels: Sequence[int] | I8) -> int | None:
        """The number of the half with a seat's own levels; None if it cannot be offered.

        Args:
            levels: by issue; those of others are not looked at.
        """
        own = self._owner == seat
        wanted = np.where(own, np.asarray(levels, np.int8), 0)
        return self._half_numbers(seat).get(wanted.astype(np.int8).tobytes())

    def _half_numbers(self, seat: int) -> dict[bytes, int]:
        """The number of every half of a seat, by its levels; made when it is first asked for."""
        if seat not in self._numbers_of_halves:
            rows = np.ascontiguousarray(self._halves[seat], np.int8)
            numbers: dict[bytes, int] = {}
            for number, row in enumerate(rows):
                numbers.setdefault(row.tobytes(), number)
            self._numbers_of_halves[seat] = numbers
        return self._numbers_of_halves[seat]

    def ending_text(self, ended: int) -> str:
        """How a game ended, from the number in its state; empty while it goes on."""
        if ended == 0:
            return ""
        if ended == 1:
            return _("the time was over")
        if ended in (2, 3):
            return _("{seat} broke off").format(seat=self.seats.titles[ended - 2])
        return self.endings.titles[ended - 4]

    def _found(self, entries: Entries, id_: str, text: str) -> int:
        if id_ in entries.ids:
            return entries.ids.index(id_)
        possible = _("Possible: {ids}.").format(ids=", ".join(entries.ids))
        hint = did_you_mean(closest(id_, entries.ids)) or possible
        raise UnreadableAction(text, _("{id!r} is unknown. {hint}").format(id=id_[:40], hint=hint))

    def _half(self, seat: int, levels: I8, text: str) -> int:
        for issue in np.flatnonzero((self._owner < 0) & (levels > 0)):
            hint = _("Nobody at the table can give '{issue}'.").format(issue=self.issues.ids[issue])
            raise UnreadableAction(text, hint)
        found = self.half(seat, levels)
        if found is None:
            hint = _("The scenario forbids this combination of levels of {seat}.")
            raise UnreadableAction(text, hint.format(seat=self.seats.titles[seat]))
        return found

    def _own_level(self, people: int) -> int:
        """The level that a number of people belongs to: the last one that it reaches, the first at least."""
        count = len(self.levels[self._people])
        reached = [level for level in range(1, count) if self._people_number[level] <= people]
        return reached[-1] if reached else 1

    def _number_text(self, level: int, people: int) -> str:
        if level == self._own_level(people):
            return str(people)
        return f"{self.levels[self._people].ids[level]}:{people}"

    def _number_of_people(self, value: str, text: str) -> tuple[int, int]:
        """Level and number from `52` or `ten:52`."""
        level, _colon, number = value.rpartition(":")
        if len(number) > 4 or not 1 <= int(number) <= MOST_PEOPLE:
            raise UnreadableAction(
                text, _("A number of people is from 1 to {most}.").format(most=MOST_PEOPLE)
            )
        people = int(number)
        if not level:
            return self._own_level(people), people
        return self._found(self.levels[self._people], level, text), people


def lexicon(names: Names, tables: Tables) -> Lexicon:
    """The lexicon of a scenario and its tables."""
    scenario = names.scenario
    return Lexicon(
        scenario=scenario.id,
        title=scenario.title,
        seats=_entries((seat.id, seat.title) for seat in scenario.seats),
        issues=_entries((issue.id, issue.title) for issue in names.issue_list),
        levels=tuple(
            _entries((level.id, level.title) for level in issue.levels) for issue in names.issue_list
        ),
        plans=_entries((plan.id, plan.title) for plan in scenario.plans),
        moves=_entries((move.id, move.title) for move in scenario.moves),
        events=_entries((event.id, event.title) for event in scenario.events),
        endings=_entries((ending.id, ending.title) for ending in scenario.endings),
        actors=_entries((actor.id, actor.title) for actor in names.actor_list),
        types=tuple(_entries((type_.id, type_.title) for type_ in seat.types) for seat in scenario.seats),
        turns=tuple(scenario.calendar.name_of(turn) for turn in range(scenario.calendar.turns)),
        _halves=tables.halves,
        _owner=tables.issues.owner,
        _people=tables.issues.people,
        _people_number=tables.issues.people_number,
    )


def _entries(pairs: Iterable[tuple[str, str]]) -> Entries:
    listed = tuple(pairs)
    return Entries(tuple(id_ for id_, _title in listed), tuple(title for _id, title in listed))
