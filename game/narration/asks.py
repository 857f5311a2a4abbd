"""The one line that always says what is asked of a player now."""

from __future__ import annotations

import numpy as np

from game.foundation.texts import _, ngettext
from game.information.observe import Observation
from game.narration.figures import utils
from game.narration.words import Words
from game.rules.state import Phase
from game.rules.tables import NONE, Tables


def asked_line(words: Words, tables: Tables, seen: Observation) -> str:
    """What the seat is asked now, as one sentence."""
    clock = seen.state.clock
    other = words.seats[1 - seen.seat].title
    if clock.phase is Phase.OVER:
        return _("The game is over.")
    if clock.seat != seen.seat:
        return _("{seat} decides.").format(seat=other)
    if clock.phase is Phase.HONOUR:
        return _("You owe today: {due}. Honour it, put it off, or break your word?").format(
            due=due_in_words(words, tables, seen)
        )
    if clock.phase is Phase.RESPOND:
        return _("{seat} broke its word. Take back what you can, or let it pass?").format(seat=other)
    return _talk_line(tables, seen, other)


def _talk_line(tables: Tables, seen: Observation, other: str) -> str:
    theirs = seen.state.offer[0, 1 - seen.seat]
    left = ngettext(
        "{n} chance to speak left this turn",
        "{n} chances to speak left this turn",
        speeches_left(tables, seen),
    )
    left = left.format(n=speeches_left(tables, seen))
    if int(theirs[0]) == NONE:
        return _("Make an offer, or leave things as they stand ({left}).").format(left=left)
    return _("An offer of {seat} stands. Accept it, answer with an offer, or leave it ({left}).").format(
        seat=other, left=left
    )


def speeches_left(tables: Tables, seen: Observation) -> int:
    """How often the seat may still speak this turn, the present slot included."""
    return len(range(seen.state.clock.slot, tables.plies, 2))


def shock_in_words(seen: Observation) -> str:
    """What honouring costs the seat this turn beyond the expected; empty if nothing."""
    shock = int(seen.state.shock[0, seen.seat])
    if seen.state.clock.phase is not Phase.HONOUR or not shock:
        return ""
    return _("Something unforeseen makes keeping your word dearer this turn: {cost}, once.").format(
        cost=utils(-shock)
    )


def due_in_words(words: Words, tables: Tables, seen: Observation) -> str:
    """What the seat owes this turn."""
    state, row = seen.state, seen.state.clock.turn % tables.rows
    parts = []
    people = tables.issues.people
    if people != NONE and int(tables.issues.owner[people]) == seen.seat and int(state.owed_people[0, row]):
        n = int(state.owed_people[0, row])
        parts.append(ngettext("{n} person to free", "{n} people to free", n).format(n=n))
    for issue in np.flatnonzero(tables.issues.owner == seen.seat).tolist():
        level = int(state.owed[0, row, issue])
        if level > 0 and issue != people:
            parts.append(f"{words.issues[issue].title}: {words.issues[issue].levels[level].title}")
    return ", ".join(parts)
