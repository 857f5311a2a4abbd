"""What a policy does about what it owes, and about a broken word: one stated rule for all of them.

Honour, unless an unexpected cost is higher than what not honouring would forfeit. Forfeited is trust,
worth its share of the best agreement still in sight, and with a breach also what the other still owes.
See decision 040.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I8, I64
from game.policies.appraiser import Appraiser
from game.policies.situation import Situation
from game.rules.actions import Kind
from game.rules.state import State
from game.rules.tables import MOST_PEOPLE, Count

MOST_TRUST = 15
FORGIVING = 8  # from this trust on a broken word is let pass


@dataclass(frozen=True)
class Judgement:
    """Decisions with what was compared; arrays [n], micro-utils times per mille of a month."""

    kind: I8
    shock: I64
    price_of_delay: I64
    price_of_breach: I64


def decide_on_due(appraiser: Appraiser, here: Situation, hope: I64) -> Judgement:
    """Honour, delay or breach.

    Args:
        hope: int64[n], the best net gain a month still in sight, at least 0.
    """
    tables, state, seat = appraiser.tables, here.state, appraiser.seat
    left = int(tables.remaining[state.clock.turn])
    shock = state.shock[:, seat].take(here.games).astype(np.int64) * 1000
    delay = left * worth_of_trust(here, hope, tables.trust.delay)
    coming = still_to_come(appraiser, here)
    breach = left * (worth_of_trust(here, hope, tables.trust.breach) + coming)
    may_delay = state.late[:, seat].take(here.games) < tables.trust.delays
    kind = np.where(shock > breach, Kind.BREACH, Kind.HONOUR)
    kind = np.where((shock > delay) & (shock <= breach) & may_delay, Kind.DELAY, kind)
    return Judgement(kind.astype(np.int8), shock, delay, breach)


def worth_of_trust(here: Situation, hope: I64, points: int) -> I64:
    """What losing points of the other's trust costs a month: their share of the best agreement in sight."""
    lost = np.minimum(here.trusted, points)
    share: I64 = hope * lost // MOST_TRUST
    return share


def still_to_come(appraiser: Appraiser, here: Situation) -> I64:
    """What the other seat still owes, by the seat's own values, if it is worth anything. int64[n] a month."""
    tables, state, seat = appraiser.tables, here.state, appraiser.seat
    values = tables.values
    total = np.zeros(len(here.games), np.int64)
    for i in np.flatnonzero(tables.issues.owner == 1 - seat).tolist():
        owed = state.owed[:, :, i].max(axis=1).take(here.games)
        level = state.level[:, i].take(here.games)
        if i != tables.issues.people and (owed > level).any():
            step = values.promise[seat, here.kind, i, 0, owed] - values.promise[seat, here.kind, i, 0, level]
            total += np.where(owed > level, step.astype(np.int64), 0)
    if tables.issues.people >= 0 and tables.issues.owner[tables.issues.people] == 1 - seat:
        freed = np.minimum(state.freed.take(here.games), MOST_PEOPLE)
        then = np.minimum(freed + state.owed_people.sum(axis=1, dtype=np.int32).take(here.games), MOST_PEOPLE)
        counts = values.count[seat, :, Count.FREED]
        total += counts[here.kind, then].astype(np.int64) - counts[here.kind, freed]
    return np.maximum(total, 0)


def answer_a_breach(appraiser: Appraiser, here: Situation, hope: I64) -> Judgement:
    """Snap back or let it pass: a seat that trusts little takes back what it can, if it gains."""
    tables, state = appraiser.tables, here.state
    left = int(tables.remaining[state.clock.turn])
    saved = left * worth_taking_back(appraiser, here)
    price = left * worth_of_trust(here, hope, tables.trust.snap)
    snaps = (here.trust < FORGIVING) & (saved > price)
    kind = np.where(snaps, Kind.SNAP_BACK, Kind.LET_PASS).astype(np.int8)
    return Judgement(kind, saved, price, price)


def worth_taking_back(appraiser: Appraiser, here: Situation) -> I64:
    """What the seat would save a month by taking back what it can and cancelling what it owes. int64[n]."""
    tables, state, seat = appraiser.tables, here.state, appraiser.seat
    table = tables.values.level[seat]
    total = np.zeros(len(here.games), np.int64)
    for i in np.flatnonzero(tables.issues.owner == seat).tolist():
        if i == tables.issues.people:
            continue
        level, reached = _levels_of(state, here, i)
        stays = np.zeros_like(level) if tables.issues.revocable[i] else level
        total += table[here.kind, i, 0, stays].astype(np.int64) - table[here.kind, i, 0, reached]
    return total


def _levels_of(state: State, here: Situation, issue: int) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
    """An issue's level in force, and the one that would come of all that is announced and owed."""
    level = state.level[:, issue].take(here.games)
    owed = state.owed[:, :, issue].max(axis=1).take(here.games)
    return level, np.maximum(np.maximum(level, state.enacting[:, issue].take(here.games)), owed)
