"""A course that visits much of the rules without any policy: for recorded playthroughs and tests.

It knows everything, as a test may, and is decided by keyed draws, so that it is the same on every machine and
changes only when the rules or the content do.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.foundation.draws import draw, game_keys
from game.foundation.purposes import Purpose
from game.match.table import Match
from game.narration.alternatives import alternatives
from game.rules.actions import Action, Kind, one
from game.rules.play import Legal
from game.rules.state import State

_CHANCES = {Kind.ACCEPT: 60, Kind.OFFER: 88, Kind.HOLD: 97, Kind.WALK_OUT: 100}
_HONOUR, _DELAY = 75, 90


def wander(state: State, legal: Legal, match: Match) -> Action:
    """The next move of the course: mostly offers that would pass, and most of what is due honoured."""
    roll = _roller(match)
    if Kind.HONOUR in legal.kinds:
        return one(_kept_or_not(roll(0, 100), legal))
    if Kind.LET_PASS in legal.kinds:
        return one(Kind.SNAP_BACK if roll(0, 2) else Kind.LET_PASS)
    move, amount = _side_move(roll, legal)
    chance = roll(0, 100)
    if Kind.ACCEPT in legal.kinds and chance < _CHANCES[Kind.ACCEPT]:
        return one(Kind.ACCEPT, move=move, amount=amount)
    if chance < _CHANCES[Kind.OFFER]:
        half0, half1, plan, people = _package(state, match, roll)
        if (half0, half1) not in legal.barred and plan not in legal.closed_plans:
            return one(Kind.OFFER, half0, half1, plan, people, move, amount)
    if chance < _CHANCES[Kind.HOLD]:
        return one(Kind.HOLD, move=move, amount=amount)
    return one(Kind.WALK_OUT, move=move, amount=amount)


Roll = Callable[[int, int], int]


def _roller(match: Match) -> Roll:
    key = game_keys(match.seed, [match.game])
    turn, slot = match.moment

    def roll(lane: int, limit: int) -> int:
        """A number below a limit; every lane is another one."""
        return int(draw(key, turn, Purpose.POLICY, 8, slot)[0, lane]) * limit >> 32

    return roll


def _kept_or_not(chance: int, legal: Legal) -> Kind:
    if chance < _HONOUR:
        return Kind.HONOUR
    return Kind.DELAY if chance < _DELAY and Kind.DELAY in legal.kinds else Kind.BREACH


def _side_move(roll: Roll, legal: Legal) -> tuple[int, int]:
    moves = sorted(legal.moves)
    if not moves or roll(1, 100) >= 30:
        return -1, 0
    move = moves[roll(2, len(moves))]
    least, most = legal.moves[move]
    return move, least + roll(3, most - least + 1)


def _package(state: State, match: Match, roll: Roll) -> tuple[int, int, int, int]:
    """One that would pass if there is any, else one near the middle of what is efficient."""
    found = alternatives(match.opened.tables, state)
    if found.ratified:
        return found.frontier.at(found.ratified[roll(4, len(found.ratified))])
    return found.frontier.at(int(np.clip(len(found.frontier.offers) // 2, 0, len(found.frontier.offers) - 1)))
