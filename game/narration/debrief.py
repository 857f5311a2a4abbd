"""What the debrief lays open: what each side was, what every offer was worth to both, why each refusal.

Secrets are shown here and nowhere else; the match gives out the course of a game only when it is over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from game.content.history import Deed
from game.content.schema.scenario import Scenario
from game.narration.alternatives import Alternatives, alternatives
from game.narration.course import NOT_KEPT, Course, Ply, Reasoning
from game.narration.judging import as_offer
from game.narration.quality import Opening, Quality, opening, quality
from game.narration.voting import Ratification, ratification
from game.narration.words import Words
from game.rules.actions import Kind
from game.rules.outcome import Outcome, outcome
from game.rules.state import State
from game.rules.tables import NONE, Tables
from game.rules.valuation import appraise

Offer = tuple[int, int, int, int]
Fate = Literal["ratified", "refused", "replaced", "left", "withdrawn"]


@dataclass(frozen=True)
class Reveal:
    """What a seat really was: its type, how likely that was, and the least gain it would sign for."""

    seat: int
    type_: int
    prior: int
    floor: int


@dataclass(frozen=True)
class Tabled:
    """One offer and what became of it.

    Args:
        turn, slot: when it was made, from 0.
        seat: who made it.
        gains: what it was worth to each seat's principal then, over its walk-away line, micro-utils a month.
        signed_by: which principals would have signed it, given their floors.
        fate: `ratified` or `refused` after it was accepted; else `replaced` by a later offer of the same
            seat, `withdrawn` when somebody left the table, or `left` standing to the end.
    """

    turn: int
    slot: int
    seat: int
    offer: Offer
    gains: tuple[int, int]
    signed_by: tuple[bool, bool]
    fate: Fate


@dataclass(frozen=True)
class Reason:
    """What a computer seat said of one decision."""

    turn: int
    slot: int
    seat: int
    kind: Kind
    reasoning: Reasoning


@dataclass(frozen=True)
class Debrief:
    """Everything there is to tell of a finished game, in numbers; screens and terminal put it in words.

    Args:
        reasons_lost: of how many decisions of the computer the reason was not kept when a game was put away.
    """

    outcome: Outcome
    reveals: tuple[Reveal, Reveal]
    tabled: tuple[Tabled, ...]
    ratifications: tuple[Ratification, ...]
    reasons: tuple[Reason, ...]
    final: State
    reasons_lost: int = 0


@dataclass(frozen=True)
class Finished:
    """A finished game and what there is to tell of it.

    Args:
        deeds: what really happened, as actions of the game; empty for an invented case.
    """

    scenario: Scenario
    tables: Tables
    words: Words
    course: Course
    told: Debrief
    deeds: tuple[Deed, ...] = ()

    @cached_property
    def at_opening(self) -> Opening:
        """What there was to agree on when the game began: page, map and paper all tell of it."""
        return opening(self.tables, self.course.opening)

    @cached_property
    def by_turn(self) -> tuple[Alternatives, ...]:
        """What both sides would have accepted at the start of every turn that was played."""
        starts = {ply.before.clock.turn: ply.before for ply in reversed(self.course.plies)}
        return tuple(alternatives(self.tables, starts[turn]) for turn in sorted(starts))

    @cached_property
    def qualities(self) -> tuple[Quality, ...]:
        """How good each agreement was that came into being."""
        return tuple(quality(self.tables, vote) for vote in self.told.ratifications if vote.passed)


def debrief(tables: Tables, course: Course) -> Debrief:
    """The debrief of a finished game."""
    votes = tuple(ratification(tables, ply) for ply in course.plies)
    return Debrief(
        outcome(tables, course.final),
        (_reveal(tables, course.final, 0), _reveal(tables, course.final, 1)),
        tuple(_tabled(tables, course.plies, votes, number) for number in _offers(course.plies)),
        tuple(vote for vote in votes if vote),
        tuple(_reason(ply, ply.reason) for ply in course.plies if ply.reason and ply.reason != NOT_KEPT),
        course.final,
        sum(ply.reason == NOT_KEPT for ply in course.plies),
    )


def gains(tables: Tables, state: State, offer: Sequence[int]) -> tuple[int, int]:
    """What an offer is worth to both principals, of their true types: micro-utils over the walk-away line."""
    first, second = (
        int(appraise(tables, state, seat, int(state.type[0, seat]), as_offer(offer)).net[0])
        for seat in (0, 1)
    )
    return first, second


def _reveal(tables: Tables, state: State, seat: int) -> Reveal:
    type_ = int(state.type[0, seat])
    return Reveal(seat, type_, int(tables.sides[seat].prior[type_]), int(state.floor[0, seat]))


def _offers(plies: Sequence[Ply]) -> list[int]:
    return [number for number, ply in enumerate(plies) if int(ply.action.kind[0]) == Kind.OFFER]


Votes = Sequence[Ratification | None]  # what followed each ply


def _tabled(tables: Tables, plies: Sequence[Ply], votes: Votes, number: int) -> Tabled:
    ply = plies[number]
    action, state = ply.action, ply.before
    offer = (int(action.half0[0]), int(action.half1[0]), int(action.plan[0]), int(action.people[0]))
    values = gains(tables, state, offer)
    floors = (int(state.floor[0, 0]), int(state.floor[0, 1]))
    signed_by = (values[0] >= floors[0], values[1] >= floors[1])
    fate = _fate(plies, votes, number)
    return Tabled(state.clock.turn, state.clock.slot, ply.seat, offer, values, signed_by, fate)


def _fate(plies: Sequence[Ply], votes: Votes, number: int) -> Fate:
    seat = plies[number].seat
    for ply, vote in zip(plies[number + 1 :], votes[number + 1 :], strict=True):
        kind = int(ply.action.kind[0])
        if int(ply.before.offer[0, seat, 0]) == NONE:
            return "withdrawn"
        if kind == Kind.ACCEPT and ply.seat != seat:
            return "ratified" if vote and vote.passed else "refused"
        if kind == Kind.OFFER and ply.seat == seat:
            return "replaced"
        if kind in (Kind.WALK_OUT, Kind.ACCEPT):
            return "withdrawn"
    return "left"


def _reason(ply: Ply, reasoning: Reasoning) -> Reason:
    clock = ply.before.clock
    return Reason(clock.turn, clock.slot, ply.seat, Kind(int(ply.action.kind[0])), reasoning)
