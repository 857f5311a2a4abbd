"""A scenario in which one thing may not be done: what is lost by it says what it is good for.

Source: Jaffe, Miller, Andersen, Liu, Karlin & Popovic 2012, "Evaluating competitive game balance with
restricted play", AIIDE 8:26-31.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from game.content.lexicon import Entries, Lexicon
from game.content.reading.suggestions import closest, did_you_mean
from game.foundation.errors import GameError
from game.foundation.texts import _
from game.rules.clauses import Op, Quantity, Step
from game.rules.tables import Plans, Tables, arrays_of, frozen

Thing = TypeVar("Thing")
_NEVER = (Step(Op.LESS, Quantity.TURN, 0, 0),)  # turn < 0


@dataclass(frozen=True)
class Ban:
    """What may not be done.

    Args:
        kind: `issue` (it stays where it is), `plan` or `move`.
        number: of the issue, plan or side move.
        name: what reports call it, as in `issue.potash`.
        seat: whose issue or side move it is; -1 for a plan.
    """

    kind: str
    number: int
    name: str
    seat: int


def bans(tables: Tables, lexicon: Lexicon) -> Iterator[Ban]:
    """Everything of a scenario that can be banned and leaves something to agree on."""
    for issue in np.flatnonzero(tables.issues.owner >= 0).tolist():
        seat = int(tables.issues.owner[issue])
        if (tables.halves[seat][:, issue] == 0).sum() > 1:
            yield Ban("issue", issue, f"issue.{lexicon.issues.ids[issue]}", seat)
    if len(tables.plans.phi) > 1:
        for plan, id_ in enumerate(lexicon.plans.ids):
            yield Ban("plan", plan, f"plan.{id_}", -1)
    for move, id_ in enumerate(lexicon.moves.ids):
        yield Ban("move", move, f"move.{id_}", tables.moves[move].seat)


def ban_named(tables: Tables, lexicon: Lexicon, name: str) -> Ban:
    """The ban of a name.

    Args:
        name: as in `issue.potash`.

    Raises:
        GameError: nothing of that name can be banned; the message says what can.
    """
    known = {ban.name: ban for ban in bans(tables, lexicon)}
    if name in known:
        return known[name]
    hint = did_you_mean(closest(name, known)) or _("Possible: {ids}.").format(ids=", ".join(known))
    raise GameError(
        _("{name!r} cannot be banned in {scenario}. {hint}").format(
            name=name[:60], scenario=lexicon.scenario, hint=hint
        )
    )


def names_without(lexicon: Lexicon, tables: Tables, ban: Ban) -> Lexicon:
    """The names of a scenario without one possibility.

    Args:
        lexicon: of the whole scenario.
        tables: those without it (from `without`).
    """
    plans = lexicon.plans
    if ban.kind == "plan":
        plans = Entries(left_of(plans.ids, ban), left_of(plans.titles, ban))
    return replace(lexicon, plans=plans, _halves=tables.halves, _numbers_of_halves={})


def left_of(things: tuple[Thing, ...], ban: Ban) -> tuple[Thing, ...]:
    """A list of plans, or of what stands beside them, without the one that is banned."""
    return (*things[: ban.number], *things[ban.number + 1 :])


def without(tables: Tables, ban: Ban) -> Tables:
    """The same scenario without one possibility."""
    if ban.kind == "issue":
        halves = list(tables.halves)
        own = halves[ban.seat]
        halves[ban.seat] = frozen(own[own[:, ban.number] == 0])
        return replace(tables, halves=(halves[0], halves[1]))
    if ban.kind == "plan":
        left = {
            name: frozen(np.delete(array, ban.number, 0)) for name, array in arrays_of(tables.plans).items()
        }
        return replace(tables, plans=Plans(**left))
    moves = list(tables.moves)
    moves[ban.number] = replace(moves[ban.number], needs=_NEVER)
    return replace(tables, moves=tuple(moves))
