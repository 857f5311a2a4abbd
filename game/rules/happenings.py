"""What happened in one game, as typed records: log, replay and notation are all made from these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class What(IntEnum):
    """Kinds of happening, with the meaning of (seat, index, amount)."""

    EVENT = 0  # -, event, -
    MOVED = 1  # seat, side move, amount of the move
    MOVE_FAILED = 2  # seat, side move, amount: it was made and did not work
    OFFERED = 3  # seat, -, - (offer holds half 0, half 1, plan, people)
    ACCEPTED = 4  # seat, -, - (offer)
    HELD = 5  # seat
    WALKED_OUT = 6  # seat
    BROKE_OFF = 7  # seat
    RATIFIED = 8  # -, -, people due in all (offer)
    REFUSED = 9  # side that refused (offer)
    HONOURED = 10  # seat, -, trust gained
    DELAYED = 11  # seat
    BREACHED = 12  # seat
    SNAPPED_BACK = 13  # seat
    LET_PASS = 14  # seat
    ANNOUNCED = 15  # owner, issue, level: law to follow
    IN_FORCE = 16  # owner, issue, level
    LAPSED = 17  # owner, issue, level it had
    WOUND_DOWN = 18  # owner, issue, level it had (revoked, snapped back or lowered)
    WIND_DOWN_ENDED = 19  # owner, issue, -
    FREED = 20  # owner of the people issue, people expelled among them, people
    NOT_RECEIVED = 21  # owner, -, people put off
    NOT_MATCHED = 22  # owner, -, people put off
    ARRESTED = 23  # -, sentences served, people newly arrested
    WAVE = 24  # -, -, people newly arrested
    TRUST = 25  # seat, -, change of its trust in the other
    WORLD = 26  # -, world issue, new level
    TURN = 27  # -, -, - a new turn begins
    ENDED = 28  # -, ending code, -
    COUNTERED = 31  # seat, patron, micro-utils a month it pays from now on (private to the seat)
    SPOILED = 32  # -, actor, - it acts against what is being carried out
    DEPOSITED = 33  # seat, -, - its part lies in escrow with a mediator
    HINDERED = 34  # seat, -, - it wanted to honour and could not
    BLOCKED = 30  # -, world issue, actor: a member of allies would not ease a measure
    COUNTED = 35  # owner, by how many the count may be off, those freed whom a monitor finds on its list
    VOTED = 29  # side, actor, 1 yes or -1 no (private to the side until the debrief)


@dataclass(frozen=True)
class Happening:
    """One thing that happened; `What` says what the numbers mean."""

    what: What
    turn: int
    seat: int = -1
    index: int = -1
    amount: int = 0
    offer: tuple[int, int, int, int] | None = None
