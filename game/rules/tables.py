"""The compiled scenario: every number the rules read, as read-only integer arrays.

Axis letters: S seats (2), A actors, K types (the last type index is the analysts' mean), I issues (owned
and world, in file order, owned first), U uses (8), L levels (the largest of any issue), Q counts (4),
N entries of a count (4096), Y synergies, H halves of a seat, P plans, M side moves, E events, X endings,
D rows of obligations.
Per-mille numbers are int32 0-1000; micro-utils int32; thresholds of chance are uint64 (0 to 2**32).
Formulas: docs/rules.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import IntEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I8, I32, I64, U64, Bool
from game.rules.clauses import Condition, Effect
from game.rules.politics import Politics

NEVER = 32767
MOST_PEOPLE = 4095
NONE = -1
USES = 8
COUNTS = ("freed", "exiled", "held", "arrested")


class Count(IntEnum):
    """Counts of people that actors may have preferences over, in the order of `Values.count`."""

    FREED = 0
    EXILED = 1
    HELD = 2
    ARRESTED = 3


@dataclass(frozen=True)
class Values:
    """What actors value, compiled (docs/rules.md 1). Principals are actors 0 and 1 (of seats 0 and 1)."""

    level: I32  # [A,K+1,I,U,L] micro-utils of a level in force (T)
    promise: I32  # [A,K+1,I,U,L] the same times the expected life of its instrument (R)
    count: I32  # [A,K+1,Q,N] micro-utils of a count of people (C)
    synergy: I32  # [A,K+1,Y] micro-utils while the synergy's conditions hold
    # outside option of a seat: conditions and amounts
    outside: tuple[tuple[tuple[Condition, int], ...], tuple[tuple[Condition, int], ...]]

    @cached_property
    def issues_of(self) -> tuple[frozenset[int], ...]:
        """By actor the issues that mean something to it at some level; asked for at every turn."""
        return _mattering(self.level)

    @cached_property
    def counts_of(self) -> tuple[frozenset[int], ...]:
        """By actor the counts of people that mean something to it."""
        return _mattering(self.count)

    @cached_property
    def synergies_of(self) -> tuple[frozenset[int], ...]:
        """By actor the synergies that mean something to it."""
        return _mattering(self.synergy[..., None])


def _mattering(table: I32) -> tuple[frozenset[int], ...]:
    """By actor the places on axis 2 at which there is anything but 0."""
    some: Bool = np.logical_or.reduce(table.reshape(*table.shape[:3], -1) != 0, axis=(1, 3))
    return tuple(frozenset(np.flatnonzero(row).tolist()) for row in some)


@dataclass(frozen=True)
class Side:
    """What belongs to a seat alone."""

    prior: I64  # [K] millionths
    floor_low: int
    floor_high: int
    rho: int  # cost of exposure, micro-utils
    mood_unit: int
    quorum: int
    shocks: tuple[tuple[int, int], ...]  # (cumulative threshold, cost in micro-utils)
    mandate: tuple[Condition, ...]


@dataclass(frozen=True)
class Issues:
    """The issues' public numbers; owner is 0, 1 or -1 for a world issue."""

    owner: I8  # [I]
    levels: I8  # [I] how many levels
    start: I8  # [I]
    leverage: I32  # [I,L] per mille of the owner's leverage given at that level
    lasts: I32  # [I,L] turns until a level in force lapses, 0 for open-ended
    arrests: I32  # [I,L] factor on new arrests, per mille
    revocable: Bool  # [I]
    fades: Bool  # [I] counts its uses (a repeat below 1000)
    winddown: I32  # [I] turns
    keep: I32  # [I] share of the value kept while winding down, per mille
    lag: tuple[tuple[tuple[int, int], ...], ...]  # [I] of (cumulative threshold, turns)
    # the special issues, NONE where the scenario has none
    people: int
    terms: int
    verification: int
    reception: int
    people_number: I32  # [L] people freed at each level of the people issue (MOST_PEOPLE for all)
    people_leverage: int  # per mille: share of the owner's leverage that lies in everyone held
    exile: I32  # [L] per mille of those freed who must leave, by level of the terms issue
    credit: I32  # [L] per mille of trust an honoured release earns, by level of the verification issue
    mismatch: U64  # [L] chance that lists do not match
    known: I32  # [L] per mille of those freed whom a monitor finds on its list, by level of verification
    unclear: I32  # [L] how far off that may be, either way
    accept: U64  # [L] chance that the receiving state takes people in, by level of the reception issue

    @property
    def monitored(self) -> bool:
        """Whether anybody but the government counts those freed."""
        return bool((self.known < 1000).any() or (self.unclear > 0).any())


@dataclass(frozen=True)
class Plans:
    """Sequencing plans of agreements."""

    steps: I32  # [P,S]
    delay: I32  # [P,S] turns before the seat's first step
    phi: I32  # [P,S] per mille of the exposed share that counts
    keep: I32  # [P,S] per mille of what the seat receives that it keeps


@dataclass(frozen=True)
class Trust:
    """How trust counts and moves, 0 to 15."""

    promise: int  # per mille that a promise counts for without any trust
    honour: int
    full: int  # per mille of leverage in one step that earns the most
    delay: int
    breach: int
    failed: int
    snap: int
    wave: int
    delays: int


@dataclass(frozen=True)
class Arrests:
    """New arrests and sentences served, a turn."""

    base: int  # thousandths of a person a turn
    per_relief: int
    after_agreement: int
    recent: int  # turns
    spread: I32  # [..] per mille factors, one drawn a turn
    served: int  # per mille of those held a turn
    wave: int  # people newly arrested in a turn that count as a wave; 0 for never


@dataclass(frozen=True)
class Move:
    """A side move. `people` is the most it may free (else 0), `vow` the issue vowed on (else NONE)."""

    seat: int
    needs: Condition
    cost: int  # micro-utils: one-off, or for a vow per month if broken
    cooldown: int
    chance: int  # threshold, 0 to 2**32
    people: int
    vow: int
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Event:
    """A scripted or chance event."""

    when: Condition
    chance: int  # threshold
    once: bool
    cooldown: int
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Forced:
    """Draws and votes that are set instead of drawn (history, tests): see docs/rules.md 2 and 4.4."""

    draws: Mapping[tuple[int, int, int], int] = field(default_factory=dict)  # (turn, purpose, index) -> u32
    verdicts: Mapping[tuple[int, int], bool] = field(default_factory=dict)  # (turn, seat) -> passed


@dataclass(frozen=True)
class Tables:
    """A scenario compiled. `seen_by` of every field: PUBLIC, OWNER (a seat's own share of it) or NOBODY."""

    digest: str  # of the scenario's content that can change a game
    rules_version: int
    issues: Issues
    plans: Plans
    trust: Trust
    trust_start: tuple[int, int]
    arrests: Arrests
    held_start: int
    moves: tuple[Move, ...]
    events: tuple[Event, ...]
    endings: tuple[Condition, ...]
    plies: int
    first: int  # seat that speaks first in turn 0
    weight: I64  # [T] per mille of a month; the last with the residual
    remaining: I64  # [T+1] sum of weights from a turn on
    rows: int  # D
    halves: tuple[I8, I8]  # per seat [H, I]: levels of the issues the seat owns, 0 elsewhere
    synergy_issue: I8  # [Y,3] issues of a synergy, NONE where fewer
    synergy_level: I8  # [Y,3] least level
    synergy_owner: I8  # [Y] seat, or NONE when only world issues
    values: Values
    sides: tuple[Side, Side]
    actor_side: I8  # [A] seat of a principal or ratifier, NONE for third parties
    votes: I32  # [A] weight of a ratifier's vote, 0 for others
    veto: Bool  # [A]
    tolerance: I32  # [A] micro-utils
    mood_start: I8  # [A]
    politics: Politics = field(default_factory=Politics)
    forced: Forced = field(default_factory=Forced)

    @property
    def turns(self) -> int:
        """T."""
        return len(self.weight)

    @property
    def mean(self) -> int:
        """Index of the analysts' mean on the type axis."""
        return int(self.values.level.shape[1]) - 1


def frozen(array: NDArray[Any]) -> NDArray[Any]:
    """The same array, contiguous and read-only."""
    array = np.ascontiguousarray(array)
    array.setflags(write=False)
    return array


def arrays_of(record: Any) -> dict[str, NDArray[Any]]:
    """The array fields of a record by name."""
    return {f.name: value for f in fields(record) if isinstance(value := getattr(record, f.name), np.ndarray)}
