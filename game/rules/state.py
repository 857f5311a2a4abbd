"""The state of B games of one scenario that stand at the same turn and slot.

Every field declares `seen_by`: PUBLIC, OWNER (the seat on its last axis, or the side of its actor) or NOBODY.
Meanings and formulas: docs/rules.md 3.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import Enum, IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I8, I16, I32, I64, U64, Bool


class SeenBy(Enum):
    """Who may see a field."""

    PUBLIC = "public"
    SEAT = "owner: axis 1 is the seat"
    ACTOR = "owner: axis 1 is the actor, seen by its side"
    NOBODY = "nobody"


class Phase(IntEnum):
    """What kind of slot the games stand at."""

    TALK = 0
    HONOUR = 1
    RESPOND = 2
    OVER = 3


@dataclass(frozen=True)
class Clock:
    """Turn and slot, the same for all games of a batch. Slots: plies of talk, two honour, two respond."""

    turn: int
    slot: int
    phase: Phase
    seat: int


PUBLIC = {"seen_by": SeenBy.PUBLIC}
OF_SEAT = {"seen_by": SeenBy.SEAT}
OF_ACTOR = {"seen_by": SeenBy.ACTOR}
NOBODY = {"seen_by": SeenBy.NOBODY}


@dataclass(frozen=True)
class State:
    """Where B games stand. Shapes stand beside the fields; docs/rules.md 3 says what each means."""

    clock: Clock = field(metadata=PUBLIC)
    key: U64 = field(metadata=NOBODY)  # [B]
    # the world
    level: I8 = field(metadata=PUBLIC)  # [B,I]
    enacting: I8 = field(metadata=PUBLIC)  # [B,I] announced, not yet law; -1 none
    enact_turn: I16 = field(metadata=NOBODY)  # [B,I]
    expires: I16 = field(metadata=PUBLIC)  # [B,I]
    wound: I8 = field(metadata=PUBLIC)  # [B,I]
    wind_until: I16 = field(metadata=PUBLIC)  # [B,I]
    uses: I8 = field(metadata=PUBLIC)  # [B,I]
    owed: I8 = field(metadata=PUBLIC)  # [B,D,I]
    owed_people: I32 = field(metadata=PUBLIC)  # [B,D]
    freed: I32 = field(metadata=PUBLIC)  # [B]
    held: I32 = field(metadata=PUBLIC)
    arrested: I32 = field(metadata=PUBLIC)
    served: I32 = field(metadata=PUBLIC)
    exiled: I32 = field(metadata=PUBLIC)
    counted: I32 = field(metadata=PUBLIC)  # of those freed, whom a monitor finds on its own list
    unsure: I32 = field(metadata=PUBLIC)  # by how many that may be off, either way
    # derived once a turn: what is in force, announced or owed, less what lapses soon
    base: I8 = field(metadata=PUBLIC)  # [B,I]
    base_freed: I32 = field(metadata=PUBLIC)
    base_exiled: I32 = field(metadata=PUBLIC)
    promised: I32 = field(metadata=PUBLIC)
    # between the seats
    trust: I8 = field(metadata=PUBLIC)  # [B,2]
    offer: I32 = field(metadata=PUBLIC)  # [B,2,4] half 0, half 1, plan, people; -1 none
    barred: I32 = field(metadata=PUBLIC)  # [B,2,2]
    barred_turn: I16 = field(metadata=PUBLIC)  # [B,2]
    vow: I8 = field(metadata=PUBLIC)  # [B,2,2] move, level; -1 none
    signed: I32 = field(metadata=PUBLIC)  # [B,4]
    talking: Bool = field(metadata=PUBLIC)  # [B]
    verdict: I8 = field(metadata=PUBLIC)  # [B,2]
    escrow: Bool = field(metadata=PUBLIC)  # [B,D] rows that are carried out together or not at all
    deposited: I8 = field(metadata=PUBLIC)  # [B] seat whose part lies in escrow this turn; -1 none
    spoiled: I16 = field(metadata=PUBLIC)  # [B,A] last turn in which it acted; -1 never
    ally_vote: I8 = field(metadata=PUBLIC)  # [B,A] of a member of allies: 1 yes to easing, -1 no
    agreements: I16 = field(metadata=PUBLIC)  # [B]
    first_turn: I16 = field(metadata=PUBLIC)
    first_people: I32 = field(metadata=PUBLIC)
    last_turn: I16 = field(metadata=PUBLIC)
    last_people: I32 = field(metadata=PUBLIC)
    honoured: I16 = field(metadata=PUBLIC)  # [B,2]
    delayed: I16 = field(metadata=PUBLIC)
    breached: I16 = field(metadata=PUBLIC)
    snapped: I16 = field(metadata=PUBLIC)
    hindered: I16 = field(metadata=PUBLIC)  # [B,2] how often it wanted to honour and could not
    late: I8 = field(metadata=PUBLIC)  # [B,2]
    broke: I8 = field(metadata=PUBLIC)  # [B,2]
    revoked: I16 = field(metadata=PUBLIC)  # [B]
    fired: I16 = field(metadata=PUBLIC)  # [B,E]
    moved: I16 = field(metadata=PUBLIC)  # [B,M]
    closing: I8 = field(metadata=PUBLIC)  # [B] ending called by an effect + 1, 0 none
    ended: I8 = field(metadata=PUBLIC)  # [B] 0 goes on, 1 horizon, 2-3 broken off by seat 0-1, 4.. endings
    end_turn: I16 = field(metadata=PUBLIC)  # [B]
    # a seat's own
    type: I8 = field(metadata=OF_SEAT)  # [B,2]
    floor: I32 = field(metadata=OF_SEAT)  # [B,2]
    shock: I32 = field(metadata=OF_SEAT)  # [B,2]
    payoff: I64 = field(metadata=OF_SEAT)  # [B,2] micro-utils times per mille of a month
    aid: I32 = field(metadata=OF_SEAT)  # [B,2] what a patron pays it a month while it signs nothing
    aid_turn: I16 = field(metadata=OF_SEAT)  # [B,2] turn in which a counter-offer was passed over, -1 never
    mood: I8 = field(metadata=OF_ACTOR)  # [B,A]
    paid: I32 = field(metadata=OF_ACTOR)  # [B,A] promised to a ratifier a month once it is ratified
    vote: I8 = field(metadata=OF_ACTOR)  # [B,A] of this turn: 1 yes, -1 no, 0 none

    @property
    def games(self) -> int:
        """B."""
        return len(self.key)


SEEN_BY: dict[str, SeenBy] = {f.name: f.metadata["seen_by"] for f in fields(State) if "seen_by" in f.metadata}

PARTS: tuple[str, ...] = tuple(f.name for f in fields(State))


def state_of(parts: dict[str, Any]) -> State:
    """The state with these parts, all of `PARTS`: faster than giving them to the class one by one."""
    state = object.__new__(State)
    vars(state).update(parts)
    return state


def take(state: State, games: NDArray[np.intp]) -> State:
    """The same state with only some of its games, in the order given."""
    parts = {name: vars(state)[name][games] for name in PARTS if name != "clock"}
    return state_of({"clock": state.clock, **parts})


@dataclass(frozen=True)
class Draft(State):
    """A state being made from another: arrays are shared until written to, then copied once."""

    record: list[Any] | None = None
    written: set[str] = field(default_factory=set)

    def write(self, name: str) -> NDArray[Any]:
        """The named array, ready to be written to."""
        if name not in self.written:
            object.__setattr__(self, name, getattr(self, name).copy(order="K"))
            self.written.add(name)
        array: NDArray[Any] = getattr(self, name)
        return array

    def stand(self, clock: Clock) -> None:
        """Move the clock."""
        object.__setattr__(self, "clock", clock)

    def finish(self) -> State:
        """The state made; its arrays are read-only from now on."""
        for name in self.written:
            getattr(self, name).setflags(write=False)
        return state_of({name: vars(self)[name] for name in PARTS})


def draft_of(state: State, record: list[Any] | None = None) -> Draft:
    """A draft that starts as `state`."""
    draft = object.__new__(Draft)
    vars(draft).update({name: vars(state)[name] for name in PARTS}, record=record, written=set())
    return draft
