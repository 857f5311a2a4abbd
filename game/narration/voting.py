"""A ratification told in full, who voted how and why: for the debrief."""

from __future__ import annotations

from dataclasses import dataclass

from game.foundation.arrays import I64
from game.narration.course import Ply
from game.narration.judging import ratifiers_of
from game.rules.actions import Kind
from game.rules.ratification import carried, mood_of_the_day, ratify
from game.rules.red_lines import lines_of, touched
from game.rules.state import State, draft_of
from game.rules.tables import Tables
from game.rules.talks import side_moves, table_moves
from game.rules.valuation import appraise, ratifier_change


@dataclass(frozen=True)
class Ballot:
    """One actor's vote.

    Args:
        yes: how it voted.
        change: what the agreement changes for it (a principal: its gain over the walk-away line), in
            micro-utils a month.
        needed: the least change with which it votes yes, mood of the day apart (a principal: its floor).
        mood: its mood, -3 to 3; 0 for a principal.
        votes: weight of its vote; 0 for a principal, whose consent is always needed.
        veto: whether nothing passes without it.
        lines: red lines of its own that the agreement touches; with one it votes no whatever the change.
    """

    actor: int
    yes: bool
    change: int
    needed: int
    mood: int
    votes: int
    veto: bool
    lines: tuple[int, ...] = ()

    @property
    def by_mood(self) -> bool:
        """Whether its mood that day turned its vote."""
        return not self.lines and self.yes != (self.change >= self.needed)


@dataclass(frozen=True)
class SideVote:
    """How one side decided.

    Args:
        principal: the principal's own consent.
        ratifiers: all others with a say.
        quorum: votes needed.
        passed: what counted, which history may have set.
        forced: whether it was set against what the votes say.
    """

    seat: int
    principal: Ballot
    ratifiers: tuple[Ballot, ...]
    quorum: int
    passed: bool
    forced: bool

    @property
    def yes_votes(self) -> int:
        """Votes in favour."""
        return sum(ballot.votes for ballot in self.ratifiers if ballot.yes)

    @property
    def blockers(self) -> tuple[int, ...]:
        """The actors whose no kept it from passing: principal, veto players, or all who were missing."""
        found = [] if self.principal.yes else [self.principal.actor]
        found += [ballot.actor for ballot in self.ratifiers if ballot.veto and not ballot.yes]
        if self.yes_votes < self.quorum:
            found += [ballot.actor for ballot in self.ratifiers if not ballot.yes and not ballot.veto]
        return tuple(found)


@dataclass(frozen=True)
class Ratification:
    """An accepted offer before both sides.

    Args:
        before: the whole game as it was voted on, a side move of the same ply counted.
        day: int64[1,A], by what the day shifted every actor's mood.
    """

    turn: int
    offer: tuple[int, int, int, int]
    sides: tuple[SideVote, SideVote]
    before: State
    day: I64

    @property
    def passed(self) -> bool:
        """Whether it came into being."""
        return self.sides[0].passed and self.sides[1].passed


def ratification(tables: Tables, ply: Ply) -> Ratification | None:
    """The vote that followed a ply; None if it accepted nothing."""
    if int(ply.action.kind[0]) != Kind.ACCEPT:
        return None
    draft = draft_of(ply.before)
    side_moves(tables, draft, ply.action)
    table_moves(tables, draft, ply.action)
    before = draft.finish()
    cast = draft_of(before)
    ratify(tables, cast)
    voted = cast.finish()
    half0, half1, plan, people = (int(part) for part in before.signed[0])
    sides = tuple(_side(tables, before, voted, seat) for seat in (0, 1))
    return Ratification(
        before.clock.turn,
        (half0, half1, plan, people),
        (sides[0], sides[1]),
        before,
        mood_of_the_day(tables, before),
    )


def _side(tables: Tables, before: State, voted: State, seat: int) -> SideVote:
    gain = int(appraise(tables, before, seat, int(before.type[0, seat]), before.signed).net[0])
    signs, floor = int(voted.vote[0, seat]) > 0, int(before.floor[0, seat])
    principal = Ballot(seat, signs, gain, floor, 0, 0, True, _touched(tables, before, seat))
    ballots = tuple(_ballot(tables, before, voted, actor) for actor in ratifiers_of(tables, seat))
    passed = int(voted.verdict[0, seat]) > 0
    would_pass = principal.yes and bool(carried(tables, seat, voted.vote)[0])
    quorum = tables.sides[seat].quorum
    return SideVote(seat, principal, ballots, quorum, passed, passed != would_pass)


def _ballot(tables: Tables, before: State, voted: State, actor: int) -> Ballot:
    return Ballot(
        actor,
        int(voted.vote[0, actor]) > 0,
        int(ratifier_change(tables, before, actor, before.signed)[0]),
        -int(tables.tolerance[actor]),
        int(before.mood[0, actor]),
        int(tables.votes[actor]),
        bool(tables.veto[actor]),
        _touched(tables, before, actor),
    )


def _touched(tables: Tables, before: State, actor: int) -> tuple[int, ...]:
    return tuple(n for n in lines_of(tables, actor) if touched(tables, before, n, before.signed)[0])
