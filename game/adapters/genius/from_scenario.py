"""A scenario as a GENIUS domain: what its issues are worth to the two principals at the opening, and no more.

GENIUS adds up evaluations, so what depends on two issues at once, on time or on trust stays behind;
`left_behind` names it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.adapters.genius.domain import Domain, DomainError, Issue, Space
from game.content.lexicon import Lexicon
from game.foundation.draws import game_keys
from game.foundation.texts import _
from game.rules.blank import blank_state
from game.rules.tables import MOST_PEOPLE, Count, Tables
from game.rules.valuation import outside_value

MICRO = 1_000_000


def domain_of(tables: Tables, lexicon: Lexicon) -> Domain:
    """The domain of a compiled scenario, for the analysts' mean of both principals' types.

    Each issue's worst level is worth 0 and a side's best outcome 1; the reservation is what the opening
    without an agreement is worth on that scale.

    Raises:
        DomainError: a side to whom no level makes a difference.
    """
    numbers = np.flatnonzero(tables.issues.owner >= 0).tolist()
    issues = tuple(
        Issue(lexicon.issues.ids[i], tuple(lexicon.levels[i].ids[: int(tables.issues.levels[i])]))
        for i in numbers
    )
    spaces = [_space(tables, lexicon, seat, numbers) for seat in (0, 1)]
    return Domain(lexicon.scenario, issues, (spaces[0], spaces[1]))


def left_behind(tables: Tables) -> Iterator[str]:
    """What of a scenario a domain cannot say."""
    if tables.synergy_issue.size:
        yield _("what levels are worth only together (synergies)")
    if tables.issues.terms >= 0:
        yield _("on what terms people are freed, as far as its worth depends on how many they are")
    if len(tables.plans.phi) > 1 or tables.plans.phi.any():
        yield _("orders of carrying out, and what it costs to give first")
    if tables.trust.promise < 1000:
        yield _("trust: promises are taken for what they are worth in full")
    if (tables.votes > 0).any() or tables.veto.any():
        yield _("ratifiers")
    if tables.moves or tables.events:
        yield _("side moves and events")
    if len(tables.weight) > 1:
        yield _("turns, and what the present world is worth in each")


def _space(tables: Tables, lexicon: Lexicon, seat: int, numbers: list[int]) -> Space:
    worths = [_worths(tables, seat, issue) for issue in numbers]
    spans = [max(own) - min(own) for own in worths]
    whole = sum(spans)
    if not whole:
        raise DomainError(
            _("{seat}: no level of any issue makes a difference to this side").format(
                seat=lexicon.seats.ids[seat]
            )
        )
    evaluations = tuple(
        tuple((value - min(own)) / span if span else 0.0 for value in own)
        for own, span in zip(worths, spans, strict=True)
    )
    opening = blank_state(tables, game_keys(0, [0]))
    nothing = -sum(min(own) for own in worths) + int(outside_value(tables, opening, seat)[0])
    weights = tuple(span / whole for span in spans)
    return Space(lexicon.seats.ids[seat], weights, evaluations, max(0.0, nothing / whole))


def _worths(tables: Tables, seat: int, issue: int) -> list[int]:
    """What each level of an issue would change for a principal at the opening, micro-utils a month."""
    levels, kind = int(tables.issues.levels[issue]), tables.mean
    if issue == tables.issues.people:
        held = tables.held_start
        freed, still = (tables.values.count[seat, kind, int(count)] for count in (Count.FREED, Count.HELD))
        people = [min(int(n), held, MOST_PEOPLE) for n in tables.issues.people_number[:levels]]
        return [int(freed[n]) - int(freed[0]) + int(still[held - n]) - int(still[held]) for n in people]
    own = tables.issues.owner[issue] == seat
    table = tables.values.level if own else tables.values.promise
    worth = table[seat, kind, issue, 0, :levels].astype(np.int64)
    start = int(tables.issues.start[issue])
    return [int(value) - int(worth[start]) for value in worth.tolist()]
