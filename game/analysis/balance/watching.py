"""Play a batch to its end and note what it used and what the first agreement of some games was worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.balance.features import Features
from game.analysis.balance.measuring import MISSING, Deals
from game.foundation.arrays import I64, U64
from game.foundation.draws import game_keys
from game.information.brief import brief
from game.information.observe import observe
from game.policies.keys import policy_keys
from game.policies.protocol import Policy
from game.rules.actions import Kind
from game.rules.play import apply, asked, start
from game.rules.state import Phase, State
from game.rules.tables import Tables


@dataclass(frozen=True)
class Watched:
    """Games that were played to their end.

    Args:
        state: of B games.
        used: uint64[B,W], what was used (see `Features`).
        deals: int64[B,4], see `Deals`; `MISSING` for what was not measured or where nothing was signed.
    """

    state: State
    used: U64
    deals: I64


def watch(
    tables: Tables,
    features: Features,
    seats: tuple[Policy, Policy],
    seed: int,
    ids: NDArray[np.integer],
    every: int,
) -> Watched:
    """Play the games of these numbers to their end.

    Args:
        features: of the tables.
        seats: the policies of seat 0 and 1, made with the seats' briefs.
        ids: int[B], numbers of the games under the seed.
        every: the first agreement is held against the frontier in games whose number this divides; 0 for
            none.
    """
    briefs = (brief(tables, 0), brief(tables, 1))
    keys = (policy_keys(seed, ids, 0), policy_keys(seed, ids, 1))
    state = start(tables, game_keys(seed, ids))
    used = np.zeros((len(ids), features.words), np.uint64)
    looked_at = ids % every == 0 if every else np.zeros(len(ids), np.bool_)
    deals = Deals(np.full((len(ids), 2), MISSING, np.int64), looked_at)
    while state.clock.phase is not Phase.OVER and asked(tables, state).any():
        seat = state.clock.seat
        action = seats[seat](briefs[seat], observe(tables, state, seat), keys[seat])
        theirs = state.offer[:, 1 - seat]
        used |= features.of_action(action, theirs, seat)
        if state.clock.phase is Phase.TALK:
            deals.note(tables, state, action.kind == Kind.ACCEPT)
        state = apply(tables, state, action)
    used |= features.of_end(state.moved, state.fired)
    return Watched(state, used, deals.columns(tables, state.agreements))
