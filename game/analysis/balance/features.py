"""What can be used in a game of a scenario, one bit each: levels, plans, side moves, events and decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.balance.feature_names import DECISIONS, feature_names
from game.content.lexicon import Lexicon
from game.foundation.arrays import I64, U64, Bool, IntArray
from game.rules.actions import Action, Kind
from game.rules.tables import Tables

BITS = 62  # of each word, so that words stay whole numbers above 0 wherever they are read


@dataclass(frozen=True)
class Features:
    """Everything of one scenario that a game may use or leave alone.

    Args:
        names: what reports call each, as in `offer.potash.general`, by bit.
        offer_half: for each seat uint64[H,W], what a half of an offer uses.
        agree_half: the same for an offer that is accepted.
        offer_plan, agree_plan: uint64[P,W].
        decision: uint64[S,10+1,W], by seat and kind of action.
        first_move, first_event: bits from which side moves and events are numbered.
    """

    names: tuple[str, ...]
    offer_half: tuple[U64, U64]
    agree_half: tuple[U64, U64]
    offer_plan: U64
    agree_plan: U64
    decision: U64
    first_move: int
    first_event: int

    @property
    def words(self) -> int:
        """W: words of 62 bits that a game needs."""
        return -(-len(self.names) // BITS)

    def of_action(self, action: Action, accepted: IntArray, seat: int) -> U64:
        """What one action uses in every game: uint64[B,W].

        Args:
            action: of one seat.
            accepted: int32[B,4], the offer that would be accepted; -1 where there is none.
            seat: who acts.
        """
        used: U64 = self.decision[seat].take(action.kind, axis=0)
        offers = np.flatnonzero(action.kind == Kind.OFFER)
        if len(offers):
            parts = (self.offer_half[0][action.half0[offers]], self.offer_half[1][action.half1[offers]])
            used[offers] |= parts[0] | parts[1] | self.offer_plan[action.plan[offers]]
        takes = np.flatnonzero(action.kind == Kind.ACCEPT)
        if len(takes):
            half0, half1, plan = accepted[takes, 0], accepted[takes, 1], accepted[takes, 2]
            used[takes] |= self.agree_half[0][half0] | self.agree_half[1][half1] | self.agree_plan[plan]
        return used

    def of_end(self, moved: IntArray, fired: IntArray) -> U64:
        """Side moves and events that a finished game has seen: uint64[B,W]."""
        happened = np.concatenate([moved >= 0, fired >= 0], axis=1)
        marks = _rows(np.arange(happened.shape[1]) + self.first_move, self.words)
        found: U64 = np.zeros((len(happened), self.words), np.uint64)
        for column, mark in enumerate(marks):
            found |= np.where(happened[:, column, None], mark[None, :], np.uint64(0))
        return found


def features_of(tables: Tables, lexicon: Lexicon) -> Features:
    """The features of a compiled scenario."""
    levels = list(_levels(tables))
    ids = [f"{lexicon.issues.ids[i]}.{lexicon.levels[i].ids[level]}" for i, level in levels]
    vocabulary = lexicon.plans.ids, lexicon.seats.ids, lexicon.moves.ids, lexicon.events.ids
    names = feature_names(ids, *vocabulary)
    first_event = len(names) - len(lexicon.events)
    first_move = first_event - len(lexicon.moves)
    words = -(-len(names) // BITS)
    many, plans = len(levels), len(lexicon.plans)
    offer = [_half_marks(tables, seat, levels, 0, words) for seat in (0, 1)]
    agree = [_half_marks(tables, seat, levels, many, words) for seat in (0, 1)]
    plan = np.arange(plans) + 2 * many
    decision = np.zeros((2, len(Kind), words), np.uint64)
    for seat in (0, 1):
        for number, kind in enumerate(DECISIONS):
            bit = np.array([2 * many + 2 * plans + seat * len(DECISIONS) + number])
            decision[seat, kind] = _rows(bit, words)[0]
    return Features(
        names, (offer[0], offer[1]), (agree[0], agree[1]),
        _rows(plan, words), _rows(plan + plans, words), decision, first_move, first_event,
    )  # fmt: skip


def unpacked(words: I64, names: int) -> Bool:
    """Words as truth values: bool[n, names].

    Args:
        words: int64[n,W].
        names: how many features there are.
    """
    bits = np.arange(BITS)
    found: Bool = ((words[:, :, None] >> bits) & 1).astype(np.bool_).reshape(len(words), -1)[:, :names]
    return found


def _levels(tables: Tables) -> Iterator[tuple[int, int]]:
    for issue in np.flatnonzero(tables.issues.owner >= 0).tolist():
        for level in range(1, int(tables.issues.levels[issue])):
            yield issue, level


def _rows(bits: NDArray[np.integer], words: int) -> U64:
    """One row of words for each bit. uint64[n,W]."""
    rows = np.zeros((len(bits), words), np.uint64)
    rows[np.arange(len(bits)), bits // BITS] = np.uint64(1) << (bits % BITS).astype(np.uint64)
    return rows


def _half_marks(tables: Tables, seat: int, levels: list[tuple[int, int]], first: int, words: int) -> U64:
    halves = tables.halves[seat]
    marks = np.zeros((len(halves), words), np.uint64)
    for (issue, level), mark in zip(levels, _rows(np.arange(len(levels)) + first, words), strict=True):
        if tables.issues.owner[issue] == seat:
            marks |= np.where((halves[:, issue] == level)[:, None], mark[None, :], np.uint64(0))
    return marks
