"""What stands on the deal map of the debrief: offers, agreements, the frontier, points of theory, history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.foundation.texts import _
from game.narration.alternatives import Alternatives, Theory
from game.narration.dates import day
from game.narration.debrief import Finished, Tabled, gains
from game.narration.telling_quality import theory_names
from game.rules.actions import Kind
from game.rules.state import State

Offer = tuple[int, int, int, int]
Pair = tuple[int, int]
LEAST = 100_000  # micro-utils shown on each axis at least
LOSS = 800  # how much loss is shown, per mille of the gain that is


@dataclass(frozen=True)
class Mark:
    """A point with a name: what it is, and what it was worth when.

    Args:
        kind: a point of theory, an agreement of this game, or one of history.
        sign: what stands beside it on the map; empty for points of theory.
        gains: to both seats, micro-utils a month over the walk-away line.
        offer: what was or could be agreed: half 0, half 1, plan, people.
        state: when it was valued.
        theory: the first theory that names the point; none for the other kinds.
    """

    kind: Literal["theory", "agreed", "history"]
    sign: str
    name: str
    gains: Pair
    offer: Offer
    state: State
    theory: Theory | None = None


@dataclass(frozen=True)
class DealMap:
    """Everything on the map, in micro-utils a month.

    Args:
        paths: the gains of each seat's offers, in the order in which they were made.
        frontier: the efficient packages at the opening that lie on the map.
        ranges: the least and the greatest gain shown, for each seat.
    """

    marks: tuple[Mark, ...]
    paths: tuple[tuple[Pair, ...], tuple[Pair, ...]]
    frontier: tuple[Pair, ...]
    ranges: tuple[Pair, Pair]


def map_of(done: Finished, found: Alternatives) -> DealMap:
    """The deal map of a finished game.

    Args:
        found: what was possible at the opening.
    """
    marks = (*_theory(done, found), *_agreed(done), *_history(done))
    paths = (_path(done, 0), _path(done, 1))
    frontier = [(one, two) for one, two in found.frontier.gains.tolist()]
    named = [mark.gains for mark in marks]
    ranges = (_range(frontier, paths, named, 0), _range(frontier, paths, named, 1))
    near = tuple(pair for pair in frontier if _inside(pair, ranges))
    return DealMap(marks, paths, near, ranges)


def _path(done: Finished, seat: int) -> tuple[Pair, ...]:
    return tuple(tabled.gains for tabled in done.told.tabled if tabled.seat == seat)


def _inside(pair: Pair, ranges: tuple[Pair, Pair]) -> bool:
    """Whether a point lies on the map; the rest of a line would only draw along its edge."""
    return all(low <= value <= high for value, (low, high) in zip(pair, ranges, strict=True))


def _range(
    frontier: Sequence[Pair], paths: Sequence[Sequence[Pair]], named: Sequence[Pair], axis: int
) -> Pair:
    """From some loss to the greatest gain of anything tabled, agreed or fair; the rest stands at the edge."""
    tabled = [pair[axis] for path in paths for pair in path]
    marks = [pair[axis] for pair in named]
    high = max([LEAST, *tabled, *marks]) * 5 // 4
    high = min(high, max([LEAST, *(pair[axis] for pair in frontier), *marks]))
    low = max(min([0, *tabled, *marks]), -high * LOSS // 1000)
    low = min(low, -high * 3 // 10)
    margin = (high - low) // 20
    return low - margin, high + margin


def _theory(done: Finished, found: Alternatives) -> list[Mark]:
    """The points of theory at the start, each once, under all its names."""
    names = theory_names()
    marks: list[Mark] = []
    for number in dict.fromkeys(found.points.values()):
        theories = [theory for theory, its in found.points.items() if its == number]
        name = _("{name}: point at the start").format(name=", ".join(names[theory] for theory in theories))
        one, two = found.frontier.gains[number].tolist()
        offer, opening = found.frontier.at(number), done.course.opening
        marks.append(Mark("theory", "", name, (one, two), offer, opening, theories[0]))
    return marks


def _agreed(done: Finished) -> list[Mark]:
    when = {(ply.before.clock.turn, ply.before.clock.slot): ply.before for ply in done.course.plies}
    agreed = [tabled for tabled in done.told.tabled if tabled.fate == "ratified"]
    return [
        Mark(
            "agreed",
            str(n),
            _("agreed, {date}").format(date=done.words.date(_settled(done, tabled))),
            tabled.gains,
            tabled.offer,
            when[tabled.turn, tabled.slot],
        )
        for n, tabled in enumerate(agreed, 1)
    ]


def _settled(done: Finished, tabled: Tabled) -> int:
    """The turn in which an offer that came into being was voted on, which may be long after it was made."""
    return next(
        vote.turn
        for vote in done.told.ratifications
        if vote.passed and vote.offer == tabled.offer and vote.turn >= tabled.turn
    )


def _history(done: Finished) -> list[Mark]:
    """What was really agreed, valued at the start of this game by this game's true types."""
    opening = done.course.opening
    marks: list[Mark] = []
    for deed in done.deeds:
        if deed.kind is Kind.OFFER:
            offer = (deed.half0, deed.half1, deed.plan, deed.people)
            when = day(deed.date) if deed.date else done.words.date(deed.turn)
            name = _("really agreed, {date}").format(date=when)
            sign = chr(ord("a") + len(marks) % 26)
            marks.append(Mark("history", sign, name, gains(done.tables, opening, offer), offer, opening))
    return marks
