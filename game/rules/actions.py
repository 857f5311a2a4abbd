"""What a seat does in one slot: a table move with at most one side move, or a decision on what it owes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from game.foundation.arrays import I8, I32


class Kind(IntEnum):
    """Table moves, decisions on what is owed, and answers to a breach."""

    NONE = 0  # a game that is not asked
    OFFER = 1
    ACCEPT = 2
    HOLD = 3
    WALK_OUT = 4
    BREAK_OFF = 5
    HONOUR = 6
    DELAY = 7
    BREACH = 8
    LET_PASS = 9
    SNAP_BACK = 10


@dataclass(frozen=True)
class Action:
    """One action for each of B games.

    Args:
        kind: int8[B], see `Kind`.
        half0, half1: int32[B] package halves of an offer (else -1).
        plan: int8[B] (else -1).
        people: int32[B] explicit number of people in an offer, -1 for the level's own number.
        move: int8[B] side move, -1 none.
        amount: int32[B] people of a gesture or level of a vow, else 0.
    """

    kind: I8
    half0: I32
    half1: I32
    plan: I8
    people: I32
    move: I8
    amount: I32


def no_action(games: int) -> Action:
    """NONE for every game."""
    off = np.full(games, -1, np.int32)
    small = np.full(games, -1, np.int8)
    return Action(
        np.zeros(games, np.int8), off, off.copy(), small, off.copy(), small.copy(), np.zeros(games, np.int32)
    )


def one(
    kind: Kind,
    half0: int = -1,
    half1: int = -1,
    plan: int = -1,
    people: int = -1,
    move: int = -1,
    amount: int = 0,
) -> Action:
    """An action for a single game."""
    return Action(
        np.array([kind], np.int8),
        np.array([half0], np.int32),
        np.array([half1], np.int32),
        np.array([plan], np.int8),
        np.array([people], np.int32),
        np.array([move], np.int8),
        np.array([amount], np.int32),
    )
