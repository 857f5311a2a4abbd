"""How much of the difference between games is luck: chance and hidden types, and not who plays."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from game.analysis.balance.scores import Columns
from game.analysis.balance.series import Extreme, Pair

GROUPS = 32


class Luck:
    """Share of the variance of payoffs that lies within pairs of policies, by seat.

    Variance of all games = variance between the means of pairs + mean variance within them; the second part
    is what the same players differ by from game to game.

    Source: the law of total variance; its error by a jackknife over groups of keys (Tukey 1958, Annals of
    Mathematical Statistics 29:614).

    Args:
        pairs: all pairs of a pool.
    """

    def __init__(self, pairs: tuple[Pair, ...]) -> None:
        self._pairs = pairs
        # count, sum and sum of squares by group of keys, pair and seat
        self._sums = np.zeros((3, GROUPS, len(pairs), 2))
        self.lowest: list[Extreme | None] = [None, None]  # payoffs by seat, utils a month
        self.highest: list[Extreme | None] = [None, None]

    def add(self, blocks: Mapping[Pair, Columns], first: int) -> None:
        """The games of one chunk."""
        for number, pair in enumerate(self._pairs):
            payoffs = np.stack([blocks[pair]["payoff_0"], blocks[pair]["payoff_1"]], axis=1) / 1e6
            group = (np.arange(len(payoffs)) + first) % GROUPS
            for seat in (0, 1):
                self._note_extremes(seat, payoffs[:, seat], pair, first)
                for power in (0, 1, 2):
                    self._sums[power, :, number, seat] += np.bincount(
                        group, payoffs[:, seat] ** power, minlength=GROUPS
                    )

    @property
    def games(self) -> int:
        """How many games it rests on."""
        return int(self._sums[0, :, :, 0].sum())

    def _note_extremes(self, seat: int, payoffs: np.ndarray, pair: Pair, first: int) -> None:
        for kept, place, sign in (
            (self.lowest, int(payoffs.argmin()), -1),
            (self.highest, int(payoffs.argmax()), 1),
        ):
            before, value = kept[seat], float(payoffs[place])
            if before is None or sign * value > sign * before.value:
                kept[seat] = Extreme(value, first + place, pair)

    def share(self, seat: int) -> tuple[float, float] | None:
        """Share due to luck and its standard error; None with one pair, too few games, or equal ones."""
        sums = self._sums[:, :, :, seat]
        if len(self._pairs) < 2 or (sums[0].sum(axis=0) < 2 * GROUPS).any():
            return None
        whole = _share_within(sums.sum(axis=1))
        if whole is None:
            return None
        without = [_share_within(sums.sum(axis=1) - sums[:, group]) for group in range(GROUPS)]
        kept = [share for share in without if share is not None]
        if len(kept) < GROUPS:
            return None
        mean = math.fsum(kept) / GROUPS
        spread = math.fsum((share - mean) ** 2 for share in kept)
        return whole, math.sqrt((GROUPS - 1) / GROUPS * spread)


def _share_within(sums: np.ndarray) -> float | None:
    """From counts, sums and sums of squares of each pair: f64[3,pairs]."""
    count, total, squares = sums
    means = total / count
    within = float((squares / count - means**2).mean())
    between = float(means.var())
    return within / (within + between) if within + between > 0 else None
