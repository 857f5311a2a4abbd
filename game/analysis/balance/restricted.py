"""What is lost when one thing may not be done, played under the same keys with and without it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from game.analysis.balance.block import Block, Pair, Work, play_block, playable
from game.analysis.balance.journal import Journal
from game.analysis.balance.running import Run
from game.analysis.balance.series import Extreme
from game.analysis.scale.executors import executors
from game.analysis.scale.in_order import InOrder
from game.analysis.statistics.normal import WithInterval, two_sided_chance
from game.analysis.statistics.several import benjamini_hochberg
from game.content.restricting import Ban, bans
from game.foundation.arrays import I64

RATE = 0.05
MICRO = 1_000_000
FORMAT = 1
NAME = "restricted.jsonl"
NOTHING = "nothing"  # what is banned in the games that the others are compared with

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Loss(WithInterval):
    """What one ban takes from a seat.

    Args:
        ban: what may not be done.
        seat: whose payoff it is.
        mean: by how much the payoff falls, utils a month (mean over games); below 0 it rises.
        error: standard error of the mean.
        games: how many were played without and again with it allowed.
        lowest, highest: the games in which least and most was lost.
        seconds: processor time of the games with the ban.
        believed: whether it is believed to differ from 0 (Benjamini and Hochberg, 5 % of these false).
    """

    ban: Ban
    seat: int
    mean: float
    error: float
    games: int
    lowest: Extreme
    highest: Extreme
    seconds: float
    believed: bool


@dataclass
class Restricted:
    """Games with one ban each, as they are played.

    Args:
        run: whose scenario and keys these are.
        pair: who plays.
    """

    run: Run
    pair: Pair
    work: Work = field(init=False)
    bans: tuple[Ban, ...] = field(init=False)
    played: int = field(default=0, init=False)  # blocks that are there

    def __post_init__(self) -> None:
        self.work = replace(self.run.work, every=0)
        here = playable(self.work)
        self.bans = tuple(bans(here.tables, here.lexicon))

    @property
    def blocks(self) -> int:
        """How many blocks there are: one for each ban, and one without any."""
        return len(self.bans) + 1

    def losses(self, folder: Path | None, progress: Progress = lambda _done: None) -> tuple[Loss, ...]:
        """The losses of both seats by every ban, on one block of games.

        Args:
            folder: where what was played is kept, and gone on with; None to keep nothing.
            progress: called with the number of blocks that are there.

        Raises:
            GameError: the folder holds other games, or the disk refuses.
            KeyboardInterrupt: somebody stopped it; whole blocks are kept.

        Source: Jaffe et al. 2012 (see `restricting`), with payoffs instead of chances to win.
        """
        with Journal(folder / NAME if folder is not None else None, self._heading()) as journal:
            self._play(journal, progress)
        before = np.array(journal.results[NOTHING]["payoffs"], np.int64)
        found = [loss for ban in self.bans for loss in _of(ban, self.pair, before, journal.results[ban.name])]
        chances = [two_sided_chance(one.mean, one.error) for one in found]
        marks = benjamini_hochberg(chances, RATE)
        return tuple(replace(one, believed=bool(mark)) for one, mark in zip(found, marks, strict=True))

    def _play(self, journal: Journal, progress: Progress) -> None:
        named: dict[str, Ban | None] = {NOTHING: None, **{ban.name: ban for ban in self.bans}}
        left = [name for name in named if name not in journal.results]
        self.played = self.blocks - len(left)
        progress(self.played)
        if not left:
            return
        make, ahead = executors(self.run.asked.jobs)
        hand_out: InOrder[Ban | None, Block] = InOrder(make, partial(_played, self.work, self.pair), ahead)
        for name, block in zip(left, hand_out.results(named[name] for name in left), strict=True):
            journal.keep(
                name, {"payoffs": _payoffs(self.run, block).tolist(), "seconds": round(block.seconds, 6)}
            )
            self.played += 1
            progress(self.played)

    def _heading(self) -> dict[str, Any]:
        heading = self.run.heading
        return {
            "format": FORMAT,
            **heading.origin,
            "games": heading.keys,
            "policies": list(self.pair),
        }


def losses(run: Run, pair: Pair, folder: Path | None = None) -> tuple[Loss, ...]:
    """The losses of both seats by every ban, on one block of games of one pair of policies."""
    return Restricted(run, pair).losses(folder)


def _played(work: Work, pair: Pair, ban: Ban | None) -> Block:
    return play_block(replace(work, ban=ban), 0, pair)


def _payoffs(run: Run, block: Block) -> I64:
    columns = run.heading.columns
    where = [columns.index("payoff_0"), columns.index("payoff_1")]
    found: I64 = block.rows[:, where]
    return found


def _of(ban: Ban, pair: Pair, before: I64, kept: dict[str, Any]) -> Iterator[Loss]:
    after = np.array(kept["payoffs"], np.int64)
    for seat in (0, 1):
        lost = (before[:, seat] - after[:, seat]) / MICRO
        error = float(np.std(lost, ddof=1)) / math.sqrt(len(lost)) if len(lost) > 1 else 0.0
        lowest, highest = (
            Extreme(float(lost[game]), game, pair) for game in (int(lost.argmin()), int(lost.argmax()))
        )
        yield Loss(
            ban, seat, float(lost.mean()), error, len(lost), lowest, highest,
            float(kept["seconds"]), believed=False,
        )  # fmt: skip
