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


class SeenBy(Enum):
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


def public() -> Any:
    return field(metadata={"seen_by": SeenBy.PUBLIC})


def of_seat() -> Any:
    return field(metadata={"seen_by": SeenBy.SEAT})


def of_actor() -> Any:
    return field(metadata={"seen_by": SeenBy.ACTOR})


def nobody() -> Any:
    return field(metadata={"seen_by": SeenBy.NOBODY})


I8 = NDArray[np.int8]
I16 = NDArray[np.int16]
I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
U64 = NDArray[np.uint64]
Bool = NDArray[np.bool_]


@dataclass(frozen=True)
class State:
    clock: Clock = public()
    key: U64 = nobody()  # [B]
    # the world
    level: I8 = public()  # [B,I]
    enacting: I8 = public()  # [B,I] announced, not yet law; -1 none
    enact_turn: I16 = nobody()  # [B,I]
    expires: I16 = public()  # [B,I]
    wound: I8 = public()  # [B,I]
    wind_until: I16 = public()  # [B,I]
    uses: I8 = public()  # [B,I]
    owed: I8 = public()  # [B,D,I]
    owed_people: I16 = public()  # [B,D]
    freed: I32 = public()  # [B]
    held: I32 = public()
    arrested: I32 = public()
    served: I32 = public()
    exiled: I32 = public()
    # derived once a turn: what is in force, announced or owed, less what lapses soon
    base: I8 = public()  # [B,I]
    base_freed: I32 = public()
    base_exiled: I32 = public()
    promised: I32 = public()
    # between the seats
    trust: I8 = public()  # [B,2]
    offer: I32 = public()  # [B,2,4] half 0, half 1, plan, people; -1 none
    barred: I32 = public()  # [B,2,2]
    barred_turn: I16 = public()  # [B,2]
    vow: I8 = public()  # [B,2,2] move, level; -1 none
    signed: I32 = public()  # [B,4]
    talking: Bool = public()  # [B]
    verdict: I8 = public()  # [B,2]
    agreements: I16 = public()  # [B]
    first_turn: I16 = public()
    first_people: I32 = public()
    last_turn: I16 = public()
    last_people: I32 = public()
    honoured: I16 = public()  # [B,2]
    delayed: I16 = public()
    breached: I16 = public()
    snapped: I16 = public()
    late: I8 = public()  # [B,2]
    broke: I8 = public()  # [B,2]
    revoked: I16 = public()  # [B]
    fired: I16 = public()  # [B,E]
    moved: I16 = public()  # [B,M]
    closing: I8 = public()  # [B] ending called by an effect, plus 1; 0 none
    ended: I8 = public()  # [B] 0 goes on, 1 horizon, 2 and 3 broken off by seat 0 or 1, 4.. scenario endings
    end_turn: I16 = public()  # [B]
    # a seat's own
    type: I8 = of_seat()  # [B,2]
    floor: I32 = of_seat()  # [B,2]
    shock: I32 = of_seat()  # [B,2]
    payoff: I64 = of_seat()  # [B,2] micro-utils times per mille of a month
    mood: I8 = of_actor()  # [B,A]
    vote: I8 = of_actor()  # [B,A] of this turn: 1 yes, -1 no, 0 none

    @property
    def games(self) -> int:
        return len(self.key)


SEEN_BY: dict[str, SeenBy] = {f.name: f.metadata["seen_by"] for f in fields(State) if "seen_by" in f.metadata}


def take(state: State, games: NDArray[np.intp]) -> State:
    """The same state with only some of its games, in the order given."""
    picked = {name: getattr(state, name)[games] for name in SEEN_BY if name != "clock"}
    return State(clock=state.clock, **picked)


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
        return State(**{f.name: getattr(self, f.name) for f in fields(State)})


def draft_of(state: State, record: list[Any] | None = None) -> Draft:
    """A draft that starts as `state`."""
    return Draft(**{f.name: getattr(state, f.name) for f in fields(State)}, record=record)
