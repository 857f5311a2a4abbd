"""Why an action is not allowed, in words; from public facts only."""

from __future__ import annotations

import numpy as np

from game.foundation.texts import _
from game.rules.actions import Action, Kind
from game.rules.legality import TALK_KINDS, asked, barred, move_range, move_ready
from game.rules.mediation import plan_open
from game.rules.state import Phase, State, take
from game.rules.tables import Tables


def why_not(tables: Tables, state: State, action: Action, game: int) -> str:
    """The reason for which the action of one game is refused, and what would be right."""
    one = take(state, np.array([game]))
    kind = int(action.kind[game])
    if not asked(tables, one)[0]:
        return _("Nothing is asked of this seat now.")
    if kind not in set(Kind) or kind == Kind.NONE:
        return _("A decision is asked.")
    match state.clock.phase:
        case Phase.TALK:
            return _why_not_in_talks(tables, one, action, game)
        case Phase.HONOUR:
            return _why_not_in_honour(one, kind)
    return _("The other side broke its word: let it pass or snap back.")


def _why_not_in_honour(one: State, kind: int) -> str:
    if kind == Kind.DELAY:
        return _("This step was already put off {times} times in a row: honour it or breach.").format(
            times=int(one.late[0, one.clock.seat])
        )
    return _("Something is due: honour it, delay it or breach. There is no side move now.")


def _why_not_in_talks(tables: Tables, one: State, action: Action, game: int) -> str:
    kind, move = int(action.kind[game]), int(action.move[game])
    if kind not in TALK_KINDS:
        return _("These are talks: offer, accept, hold, walk out or break off.")
    if move != -1:
        reason = _why_not_move(tables, one, move, int(action.amount[game]))
        if reason:
            return reason
    if kind == Kind.ACCEPT and one.offer[0, 1 - one.clock.seat, 0] >= 0:
        return _("What stands cannot be accepted now: it failed just before, or its mediator is not ready.")
    if kind == Kind.ACCEPT:
        return _("There is no offer of the other side to accept.")
    return _why_not_offer(tables, one, action, game)


def _why_not_move(tables: Tables, one: State, move: int, amount: int) -> str:
    if not 0 <= move < len(tables.moves) or tables.moves[move].seat != one.clock.seat:
        return _("This seat has no such side move.")
    if not move_ready(tables, one, move)[0]:
        return _("This side move is not open now: its conditions do not hold, or it was used too recently.")
    least, most = (int(bound[0]) for bound in move_range(tables, one, move))
    if not least <= amount <= most:
        if most < least:
            return _("There is nobody this side move could free.")
        return _("This side move takes a number from {least} to {most}.").format(least=least, most=most)
    return ""


def _why_not_offer(tables: Tables, one: State, action: Action, game: int) -> str:
    half0, half1 = int(action.half0[game]), int(action.half1[game])
    for half, lattice in ((half0, tables.halves[0]), (half1, tables.halves[1])):
        if not 0 <= half < len(lattice):
            return _("No such package half: they are numbered 0 to {last}.").format(last=len(lattice) - 1)
    if half0 == half1 == 0:
        return _("An offer must hold something.")
    if not 0 <= int(action.plan[game]) < len(tables.plans.steps):
        return _("An offer needs a plan, 0 to {last}.").format(last=len(tables.plans.steps) - 1)
    if not plan_open(tables, one, action.plan[game : game + 1])[0]:
        return _("The mediator of this plan is not ready for it now; another plan can be offered.")
    if barred(one, action.half0[game : game + 1], action.half1[game : game + 1])[0]:
        return _("This package failed to be ratified; it may not be offered again for two turns.")
    return _("The number of people must lie between 1 and {held}, and the offer must release people.").format(
        held=int(one.held[0])
    )
