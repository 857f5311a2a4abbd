"""What is lost when one thing may not be done, played under the same keys with and without it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from game.analysis.balance.block import Block, Pair, Work, play_block, playable
from game.analysis.balance.restricting import Ban, bans
from game.analysis.balance.running import Run
from game.analysis.scale.executors import executors
from game.analysis.scale.in_order import InOrder
from game.analysis.statistics.several import benjamini_hochberg
from game.foundation.arrays import I64

RATE = 0.05
MICRO = 1_000_000


@dataclass(frozen=True)
class Loss:
    """What one ban takes from a seat.

    Args:
        ban: what may not be done.
        seat: whose payoff it is.
        mean: by how much the payoff falls, utils a month (mean over games); below 0 it rises.
        error: standard error of the mean, over games played with and without.
        believed: whether it is believed to differ from 0 (Benjamini and Hochberg, 5 % of these false).
    """

    ban: Ban
    seat: int
    mean: float
    error: float
    believed: bool


def losses(run: Run, pair: Pair) -> tuple[Loss, ...]:
    """The losses of both seats by every ban, on one block of games of one pair of policies.

    Source: Jaffe et al. 2012 (see `restricting`), with payoffs instead of chances to win.
    """
    work = replace(run.work, every=0)
    here = playable(work)
    every = list(bans(here.tables, here.lexicon))
    make, ahead = executors(run.asked.jobs)
    hand_out: InOrder[Ban | None, Block] = InOrder(make, partial(_played, work, pair), ahead)
    results = hand_out.results([None, *every])
    before = _payoffs(run, next(results))
    found = [
        loss
        for ban, block in zip(every, results, strict=True)
        for loss in _of(ban, before, _payoffs(run, block))
    ]
    chances = [math.erfc(abs(one.mean) / one.error / math.sqrt(2)) if one.error else 1.0 for one in found]
    marks = benjamini_hochberg(chances, RATE)
    return tuple(replace(one, believed=bool(mark)) for one, mark in zip(found, marks, strict=True))


def _played(work: Work, pair: Pair, ban: Ban | None) -> Block:
    return play_block(replace(work, ban=ban), 0, pair)


def _payoffs(run: Run, block: Block) -> I64:
    columns = run.heading.columns
    where = [columns.index("payoff_0"), columns.index("payoff_1")]
    found: I64 = block.rows[:, where]
    return found


def _of(ban: Ban, before: I64, after: I64) -> Iterator[Loss]:
    for seat in (0, 1):
        lost = (before[:, seat] - after[:, seat]) / MICRO
        error = float(np.std(lost, ddof=1)) / math.sqrt(len(lost)) if len(lost) > 1 else 0.0
        yield Loss(ban, seat, float(lost.mean()), error, believed=False)
