"""A patron's counter-offer: pay for signing nothing more (docs/rules.md 4.1, 4.4).

Source: side payments by a third party that gains from failure; form assumed, decision 005.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.rules.happenings import What
from game.rules.ledger import note
from game.rules.other_worlds import opening_value, to_come
from game.rules.politics import Patron
from game.rules.state import Draft
from game.rules.tables import Tables
from game.rules.valuation import world_value


def counter_offers(tables: Tables, draft: Draft) -> None:
    """What patrons pay the seats from now on."""
    for patron in first_of_each_seat(tables):
        if patron.open:
            _offer(tables, draft, patron)


def first_of_each_seat(tables: Tables) -> tuple[Patron, ...]:
    """Of several patrons of a seat the first one counts."""
    found: dict[int, Patron] = {}
    for patron in tables.politics.patrons:
        found.setdefault(patron.seat, patron)
    return tuple(found.values())


def _offer(tables: Tables, draft: Draft, patron: Patron) -> None:
    last, turn = draft.aid_turn[:, patron.seat], draft.clock.turn
    who = (draft.ended == 0) & ((last < 0) | (turn - last >= patron.rest))
    loss = opening_value(tables, patron.actor) - world_value(tables, to_come(tables, draft), patron.actor, 0)
    pays = np.minimum(np.maximum(loss - patron.tolerance, 0) * patron.share // 1000, patron.most)
    before = draft.aid[:, patron.seat]
    changed = who & (pays != before)
    if changed.any():
        draft.write("aid")[changed, patron.seat] = pays[changed]
        if changed[0]:
            note(draft, What.COUNTERED, patron.seat, patron.actor, int(pays[0]))


def passed_over(draft: Draft, games: NDArray[np.intp]) -> None:
    """An agreement is signed in these games: counter-offers end."""
    if not draft.aid.any():
        return
    for seat in (0, 1):
        ends = games[draft.aid[games, seat] > 0]
        draft.write("aid")[ends, seat] = 0
        draft.write("aid_turn")[ends, seat] = draft.clock.turn
