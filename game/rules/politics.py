"""Politics at home and around the table, compiled: what only some scenarios have.

Everything is empty where a scenario does not use it, and then costs nothing. Formulas: docs/rules.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.clauses import Condition, Effect


@dataclass(frozen=True)
class RedLine:
    """What an actor refuses whatever the sum: that `issue` stands above (or else below) `level`.

    `number` counts all of a scenario's, also where only some are known.
    """

    number: int
    actor: int
    issue: int
    level: int
    above: bool
    when: Condition


@dataclass(frozen=True)
class Member:
    """An ally with a say over a measure, and how much worse off it may be and still agree to ease it."""

    actor: int
    tolerance: int  # micro-utils


@dataclass(frozen=True)
class AlliedVote:
    """A world issue that changes only when all members want it to."""

    issue: int
    when: Condition
    mood_unit: int  # micro-utils
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Patron:
    """An actor that pays a seat for signing nothing more once the world has become too bad for it."""

    actor: int
    seat: int
    tolerance: int  # micro-utils
    share: int  # per mille of what it loses beyond that
    most: int  # micro-utils a month
    rest: int  # turns without an offer after one was passed over
    open: bool = True  # whether tolerance, share and most are known; else what it pays stays as it is


@dataclass(frozen=True)
class Spoiler:
    """An actor that acts while an agreement is carried out that hurts it by more than acting costs."""

    actor: int
    cost: int  # micro-utils
    chance: int  # threshold
    cooldown: int  # turns
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Mediation:
    """A plan that needs a mediator who is willing, and who may hold both halves in escrow."""

    plan: int
    actor: int
    when: Condition
    escrow: bool


@dataclass(frozen=True)
class Hindrance:
    """What may keep a seat from honouring although it wants to."""

    seat: int
    when: Condition
    chance: int  # threshold


@dataclass(frozen=True)
class Politics:
    """All of it; red lines in the order of the actors, and of the file for each."""

    lines: tuple[RedLine, ...] = ()
    allied: tuple[AlliedVote, ...] = ()
    patrons: tuple[Patron, ...] = ()
    spoilers: tuple[Spoiler, ...] = ()
    mediations: tuple[Mediation, ...] = ()
    hindrances: tuple[Hindrance, ...] = ()
