"""A finished game moment by moment: what was done, what lay on the table, what would have been accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.foundation.texts import _
from game.narration.alternatives import Alternatives, alternatives
from game.narration.course import Ply
from game.narration.debrief import Finished, Tabled, gains
from game.narration.figures import utils
from game.narration.log import Narrator
from game.narration.offers import in_words
from game.rules.actions import Kind
from game.rules.happenings import What
from game.rules.tables import NONE

Offer = tuple[int, int, int, int]
NEWS = frozenset({What.EVENT, What.RATIFIED, What.REFUSED, What.FREED, What.BREACHED})


@dataclass(frozen=True)
class Standing:
    """An offer on the table at a moment, with what it was worth to both seats then."""

    seat: int
    offer: Offer
    gains: tuple[int, int]


@dataclass(frozen=True)
class Moment:
    """One decision of a finished game.

    Args:
        number: from 0, in the order of the game.
        standing: the offers on the table before it.
        made: the offer that it made, if it made one.
        found: what both sides would have accepted, had each known what the other was.
    """

    number: int
    ply: Ply
    standing: tuple[Standing, ...]
    made: Tabled | None
    found: Alternatives


def moment(done: Finished, number: int) -> Moment:
    """A moment of a finished game, with what was possible then."""
    ply = done.course.plies[number]
    clock = ply.before.clock
    made = [tabled for tabled in done.told.tabled if (tabled.turn, tabled.slot) == (clock.turn, clock.slot)]
    found = alternatives(done.tables, ply.before)
    return Moment(number, ply, tuple(_standing(done, ply)), made[0] if made else None, found)


def _standing(done: Finished, ply: Ply) -> Iterator[Standing]:
    for seat in (0, 1):
        half0, half1, plan, people = (int(part) for part in ply.before.offer[0, seat])
        if half0 != NONE:
            offer = (half0, half1, plan, people)
            yield Standing(seat, offer, gains(done.tables, ply.before, offer))


def title_of(done: Finished, number: int) -> str:
    """A moment in a few words: when, who, what."""
    ply = done.course.plies[number]
    deed = {
        Kind.OFFER: _("{seat} offers"),
        Kind.ACCEPT: _("{seat} accepts"),
        Kind.HOLD: _("{seat} waits"),
        Kind.WALK_OUT: _("{seat} walks out"),
        Kind.BREAK_OFF: _("{seat} breaks off"),
        Kind.HONOUR: _("{seat} keeps its word"),
        Kind.DELAY: _("{seat} puts it off"),
        Kind.BREACH: _("{seat} breaks its word"),
        Kind.SNAP_BACK: _("{seat} takes measures back"),
        Kind.LET_PASS: _("{seat} lets it pass"),
    }[Kind(int(ply.action.kind[0]))].format(seat=done.words.seats[ply.seat].title)
    return _("{date}: {deed}").format(date=done.words.date(ply.before.clock.turn), deed=deed)


def followed(done: Finished, number: int) -> list[str]:
    """What came of a moment, up to the next decision; both sides' votes included."""
    narrator = Narrator(done.words, done.tables, debrief=True)
    told = narrator.lines(done.course.plies[number].happenings)
    return [line.text for line in told if line.topic != "time"]


def would_have(done: Finished, found: Alternatives) -> list[str]:
    """What both sides would have signed and ratified at a moment, in sentences."""
    if found.best is None:
        return [_("No efficient package would have been signed and ratified by both sides then.")]
    one, two = found.frontier.gains[found.best].tolist()
    first, second = (seat.title for seat in done.words.seats)
    return [
        _("{n} of {all} efficient packages would have been signed and ratified by both.").format(
            n=len(found.ratified), all=len(found.frontier.gains)
        ),
        _("For example: {offer}.").format(
            offer=in_words(done.words, done.tables, found.frontier.at(found.best))
        ),
        _("Worth {one} utils a month over walking away to {first} and {two} to {second}.").format(
            one=utils(one), first=first, two=utils(two), second=second
        ),
    ]
