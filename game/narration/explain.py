"""What a number is made of: signed parts with the reason for each.

Every part is worked out here in plain whole numbers, apart from the arrays of game/rules/valuation.py, and
the sum has to be exactly the number the rules use; if it is not, one of the two is wrong and the program
stops.
Formulas: docs/rules.md 4.3, 4.6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.foundation.texts import _
from game.narration.explaining.burdens import burdens, discounts, promise_parts
from game.narration.explaining.delivered import (
    counted_people,
    delivered_parts,
    gained_parts,
    levels_reached,
    people_parts,
    synergy_parts,
)
from game.narration.explaining.in_force import world_parts
from game.narration.explaining.part import Part
from game.narration.words import Words
from game.narration.worlds import deal_of
from game.rules import valuation
from game.rules.conditions import holds
from game.rules.in_force import world_change
from game.rules.politics import RedLine
from game.rules.red_lines import crossed
from game.rules.state import State
from game.rules.tables import NONE, Tables


@dataclass(frozen=True)
class Never:
    """A red line that a package touches: what it says, and why. No sum makes up for it."""

    name: str
    why: str


@dataclass(frozen=True)
class Explanation:
    """Parts that sum to `total` exactly (micro-utils a month).

    Args:
        never: red lines of the actor that the package touches.
    """

    total: int
    parts: tuple[Part, ...]
    never: tuple[Never, ...] = ()


def explain_package(
    words: Words, tables: Tables, state: State, actor: int, type_: int, offer: Sequence[int]
) -> Explanation:
    """What an agreement is worth to any actor, in the sense that fits it.

    A principal: over its walk-away line. A ratifier: the change its vote looks at. An actor of no side: the
    change of the world once all of it is in force.

    Args:
        state: one game; public fields are read.
        type_: the type a principal is taken to have; 0 for everybody else.
        offer: half 0, half 1, plan, people (-1 for the level's own number).

    Raises:
        AssertionError: the parts do not sum to the rules' own number.
    """
    if actor < len(tables.sides):
        return explain_offer(words, tables, state, actor, type_, offer)
    if tables.actor_side[actor] != NONE:
        return explain_vote(words, tables, state, actor, type_, offer)
    return explain_change(words, tables, state, actor, type_, offer)


def explain_offer(
    words: Words, tables: Tables, state: State, seat: int, type_: int, offer: Sequence[int]
) -> Explanation:
    """What an agreement is worth to a seat over its walk-away line, part by part.

    Args:
        state: one game; public fields are read.
        type_: the type the seat is taken to have.
        offer: half 0, half 1, plan, people (-1 for the level's own number).

    Raises:
        AssertionError: the parts do not sum to the rules' own number.
    """
    deal = deal_of(tables, state, offer)
    delivered = tuple(delivered_parts(words, tables, state, deal, seat, seat, type_))
    received = tuple(delivered_parts(words, tables, state, deal, seat, seat, type_, theirs=True))
    parts = (
        *delivered,
        *received,
        *discounts(words, tables, state, deal, seat, sum(part.amount for part in received)),
        *burdens(words, tables, state, deal, seat),
    )
    asked = np.array([offer], np.int32)
    explained = _checked(parts, int(valuation.appraise(tables, state, seat, type_, asked).net[0]))
    return replace(explained, never=refusals(words, tables, state, seat, offer))


def explain_vote(
    words: Words, tables: Tables, state: State, actor: int, type_: int, offer: Sequence[int]
) -> Explanation:
    """What an agreement changes for a ratifier, part by part."""
    seat = int(tables.actor_side[actor])
    deal = deal_of(tables, state, offer)
    given = tuple(delivered_parts(words, tables, state, deal, seat, actor, type_))
    got = tuple(delivered_parts(words, tables, state, deal, seat, actor, type_, theirs=True))
    promise = promise_parts(words, tables, state, seat, sum(part.amount for part in got))
    asked = np.array([offer], np.int32)
    paid = Part(
        _("Promised to it at home"),
        int(state.paid[0, actor]),
        _("its own seat pays it so much a month once this is ratified"),
    )
    total = int(valuation.ratifier_change(tables, state, actor, asked)[0])
    return replace(
        _checked((*given, *got, *promise, paid), total), never=refusals(words, tables, state, actor, offer)
    )


def refusals(
    words: Words, tables: Tables, state: State, actor: int, offer: Sequence[int]
) -> tuple[Never, ...]:
    """The red lines of an actor that an agreement touches, in words.

    Raises:
        AssertionError: the rules find others.
    """
    deal = deal_of(tables, state, offer)
    own = [line for line in tables.politics.lines if line.actor == actor]
    found = [line for line in own if deal.touches(tables, state, line) and holds(tables, state, line.when)[0]]
    asked = np.array([offer], np.int32)
    if bool(found) != bool(crossed(tables, state, actor, asked)[0]):
        raise AssertionError(f"red lines {found} are not those of the rules")
    return tuple(_never(words, line) for line in found)


def _never(words: Words, line: RedLine) -> Never:
    text = _("{issue}: never more than {level}") if line.above else _("{issue}: never less than {level}")
    issue = words.issues[line.issue]
    said = text.format(issue=issue.title, level=issue.levels[line.level].title)
    return Never(said, words.lines[line.number])


def explain_world(words: Words, tables: Tables, state: State, actor: int, type_: int) -> Explanation:
    """What the world in force is worth to an actor, part by part."""
    parts = tuple(world_parts(words, tables, state, actor, type_))
    return _checked(parts, int(valuation.world_value(tables, state, actor, type_)[0]))


def explain_change(
    words: Words, tables: Tables, state: State, actor: int, type_: int, offer: Sequence[int]
) -> Explanation:
    """What the world gains or loses for an actor once an agreement is all in force, part by part."""
    deal = deal_of(tables, state, offer)
    now = [int(level) for level in state.level[0]]
    parts = (
        *gained_parts(words, tables, state, deal, actor, type_),
        *people_parts(tables, counted_people(state), deal, actor, type_, _("from {now} to {then}")),
        *synergy_parts(words, tables, now, levels_reached(state, deal), actor, type_),
    )
    asked = np.array([offer], np.int32)
    return _checked(parts, int(world_change(tables, state, actor, type_, asked)[0]))


def _checked(parts: tuple[Part, ...], total: int) -> Explanation:
    found = sum(part.amount for part in parts)
    if found != total:
        raise AssertionError(f"the parts sum to {found}, the rules say {total}: {parts}")
    return Explanation(total, tuple(part for part in parts if part.amount))
