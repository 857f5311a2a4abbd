"""One actor, one package, one opening ledger: what `explain` and `weigh` are asked about, in numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.content.lexicon import PLAN, Lexicon, Offer
from game.content.reading.suggestions import closest, did_you_mean
from game.foundation.errors import GameError, UnreadableAction
from game.foundation.texts import _
from game.match.library import Opened
from game.rules.in_force import opening
from game.rules.state import State
from game.rules.tables import NONE, Tables

_MOST_TRUST = 15


class BadQuestion(GameError):
    """Something that was asked for by a name or number that is none; says what would be right."""

    exit_status = 2


@dataclass(frozen=True)
class WhatIf:
    """What a package would be to an actor when a scenario opens.

    Args:
        actor: its number.
        seat: the side it belongs to; NONE for an actor of no side.
        type_: the type a principal is taken to have, `tables.mean` for their average; 0 for everybody else.
        state: the opening ledger, with the trust that was asked about.
        offer: half 0, half 1, plan, people.
    """

    opened: Opened
    actor: int
    seat: int
    type_: int
    state: State
    offer: Offer

    @property
    def is_principal(self) -> bool:
        """Whether it is an actor whose values a seat serves."""
        return self.actor < len(self.opened.tables.sides)

    @property
    def trust(self) -> int | None:
        """How far its side trusts the other; None where nothing depends on it."""
        return None if self.seat == NONE else int(self.state.trust[0, self.seat])

    @property
    def type_id(self) -> str | None:
        """The type that was asked about; None for the average over all, and for actors without types."""
        types = self.opened.lexicon.types[self.actor].ids if self.is_principal else ()
        return types[self.type_] if self.type_ < len(types) else None

    @property
    def plan_id(self) -> str | None:
        """The plan; None where nothing depends on it."""
        return self.opened.lexicon.plans.ids[self.offer[2]] if self.is_principal else None

    @property
    def package(self) -> str:
        """The package as it is written, without the plan."""
        return self.opened.lexicon.offer_text(self.offer).rpartition(f",{PLAN}=")[0]


def asked(
    opened: Opened, actor: str, package: str, plan: str | None, trust: str | None, type_: str | None
) -> WhatIf:
    """What somebody asked about, found in a scenario.

    Args:
        actor: the id of an actor, or of a seat for its principal.
        trust: a whole number 0 to 15; the scenario's own at the start unless given.
        type_: the id of one of a principal's types; the average over all of them unless given.

    Raises:
        BadQuestion: a name or a number is none; one line says which and what would be right.
    """
    number = actor_number(opened.lexicon, actor)
    seat = int(opened.tables.actor_side[number])
    offer = _offer(opened.lexicon, opened.tables, package, plan)
    state = opening(opened.tables, _trusts(opened.tables, seat, trust))
    return WhatIf(opened, number, seat, _type(opened, number, type_), state, offer)


def with_package(question: WhatIf, package: str, plan: str | None) -> WhatIf:
    """The same question about another package. Raises BadQuestion."""
    return replace(question, offer=_offer(question.opened.lexicon, question.opened.tables, package, plan))


def actor_number(lexicon: Lexicon, actor: str) -> int:
    """The number of an actor; a seat's id stands for its principal. Raises BadQuestion."""
    if actor in lexicon.actors.ids:
        return lexicon.actors.ids.index(actor)
    if actor in lexicon.seats.ids:
        return lexicon.seats.ids.index(actor)
    raise unknown("--actor", actor, lexicon.actors.ids)


def _offer(lexicon: Lexicon, tables: Tables, package: str, plan: str | None) -> Offer:
    try:
        half0, half1, named, people = lexicon.read_offer(package)
    except UnreadableAction as fault:
        raise BadQuestion(
            _("--package {text!r}: {hint}").format(text=package[:80], hint=fault.hint)
        ) from None
    _require_giver(lexicon, tables, package)
    if people > tables.held_start:
        raise BadQuestion(
            _("--package {text!r}: {held} people are held at the opening.").format(
                text=package[:80], held=tables.held_start
            )
        )
    if plan is not None:
        if re.search(rf"(^|,)\s*{PLAN}\s*=", package):
            raise BadQuestion(_("The plan is named twice: in --package and by --plan. Name it once."))
        if plan not in lexicon.plans.ids:
            raise unknown("--plan", plan, lexicon.plans.ids)
        named = lexicon.plans.ids.index(plan)
    return half0, half1, named, people


def _require_giver(lexicon: Lexicon, tables: Tables, package: str) -> None:
    """An issue of the world has no place in a package, whatever its level."""
    for name in (part.partition("=")[0].strip() for part in package.split(",")):
        if name in lexicon.issues.ids and tables.issues.owner[lexicon.issues.ids.index(name)] == NONE:
            hint = _("Nobody at the table can give '{issue}'.").format(issue=name)
            raise BadQuestion(_("--package {text!r}: {hint}").format(text=package[:80], hint=hint))


def _trusts(tables: Tables, seat: int, trust: str | None) -> tuple[int, int]:
    first, second = tables.trust_start
    if trust is None:
        return first, second
    written = trust.strip()
    if not re.fullmatch(r"[0-9]{1,2}", written) or int(written) > _MOST_TRUST:
        raise BadQuestion(
            _("--trust {text!r}: trust is a whole number from 0 to {most}.").format(
                text=trust[:20], most=_MOST_TRUST
            )
        )
    return (int(written), second) if seat == 0 else (first, int(written))


def _type(opened: Opened, actor: int, type_: str | None) -> int:
    if actor >= len(opened.tables.sides):
        if type_ is not None:
            principals = ", ".join(opened.lexicon.actors.ids[: len(opened.tables.sides)])
            raise BadQuestion(
                _("--type {text!r}: {actor} has no types; {principals} have.").format(
                    text=type_[:40], actor=opened.lexicon.actors.ids[actor], principals=principals
                )
            )
        return 0
    if type_ is None:
        return opened.tables.mean
    ids = opened.lexicon.types[actor].ids
    if type_ not in ids:
        raise unknown("--type", type_, ids)
    return ids.index(type_)


def unknown(option: str, name: str, known: Iterable[str]) -> BadQuestion:
    """What to say of a name that is none: the nearest, and all there are."""
    there = tuple(known)
    near = did_you_mean(closest(name, there))
    possible = _("Possible: {ids}.").format(ids=", ".join(there))
    return BadQuestion(
        _("{option} {name!r} is unknown. {hint}").format(
            option=option, name=name[:40], hint=f"{near} {possible}".strip()
        )
    )
