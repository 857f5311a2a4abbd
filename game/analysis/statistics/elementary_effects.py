"""Morris's screening: what an output owes to each of many inputs, found by changing one after the other.

Each input lies on a grid of four levels. A walk begins anywhere and moves every input once, in an order of
its own, by two levels; the change of the output at a step is the elementary effect of what was moved. Inputs
may be moved in groups, which then count as one.

Source: Morris 1991, "Factorial sampling plans for preliminary computational experiments", Technometrics
33:161-174; mu* and groups: Campolongo, Cariboni & Saltelli 2007, Environmental Modelling & Software 22:1509.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

import numpy as np

from game.analysis.statistics.chi_square import chi_square_tail
from game.foundation.philox import philox
from game.foundation.purposes import WALKS

LEVELS = 4
STRIDE = LEVELS // 2
SPAN = STRIDE / (LEVELS - 1)  # of an input's range, that one step goes: Morris's Delta


@dataclass(frozen=True)
class Walk:
    """One way through the grid.

    Args:
        start: the level of each input at first, 0 to 3.
        groups: to which group each input belongs.
        order: the groups in the order in which they are moved.
    """

    start: tuple[int, ...]
    groups: tuple[int, ...]
    order: tuple[int, ...]

    def levels(self, step: int) -> tuple[int, ...]:
        """The levels of all inputs after so many steps; 0 for the start."""
        moved = set(self.order[:step])
        return tuple(
            (level + STRIDE) % LEVELS if group in moved else level
            for level, group in zip(self.start, self.groups, strict=True)
        )

    def direction(self, number: int) -> int:
        """Whether one input goes up (1) or down (-1) when it is moved."""
        return 1 if self.start[number] < STRIDE else -1


def walk(groups: Sequence[int], seed: int, number: int) -> Walk:
    """One of the walks of a seed; all start levels and all orders are as likely as any other.

    Args:
        groups: to which group each input belongs, from 0 without gaps.
        seed: 0 to 2^64 - 1.
        number: of the walk, from 0.
    """
    inputs, many = len(groups), max(groups) + 1
    blocks = -(-(inputs + many) // 4)
    counter = (np.arange(blocks, dtype=np.uint64), number, 0, WALKS)
    words = philox(counter, np.full(blocks, seed, np.uint64)).T.reshape(-1)
    start = tuple((words[:inputs] >> np.uint32(30)).tolist())  # the two highest bits: four levels
    order = tuple(np.argsort(words[inputs : inputs + many], kind="stable").tolist())
    return Walk(start, tuple(groups), order)


@dataclass(frozen=True)
class Step:
    """What one step changed.

    Args:
        change: of the output; its standard error, if the output is itself a mean of samples.
        direction: 1 or -1 for one input that went up or down, 0 for a group.
    """

    change: float
    error: float
    direction: int


@dataclass(frozen=True)
class Effect:
    """What an output owes to one input or group, if it moved over its whole range.

    Args:
        size: mean of the absolute elementary effects (mu*).
        signed: mean of them (mu), and how much they differ from place to place (sigma: curvature or interplay
            with others); None for a group, where some inputs go up while others go down.
        luck: the size that sampling errors alone would be expected to show.
        chance: how likely changes so large are from sampling errors alone.
    """

    size: float
    signed: float | None
    spread: float | None
    luck: float
    chance: float


def effect(steps: Sequence[Step]) -> Effect:
    """The effect of one input or group, from its step in each walk.

    Args:
        steps: at least one.

    Source: as above; the sampling errors of steps are taken as normal and independent between walks, so that
        the sum of (change / error)^2 follows chi-square.
    """
    effects = [step.change / SPAN * (step.direction or 1) for step in steps]
    single = all(step.direction for step in steps)
    many = len(effects) > 1
    return Effect(
        fmean(abs(one) for one in effects),
        fmean(effects) if single else None,
        stdev(effects) if single and many else None,
        fmean(step.error for step in steps) / SPAN * math.sqrt(2 / math.pi),
        _chance(steps),
    )


def _chance(steps: Sequence[Step]) -> float:
    if any(step.change and not step.error for step in steps):
        return 0.0  # something changed that never varies
    varied = [step for step in steps if step.error]
    if not varied:
        return 1.0
    return chi_square_tail(math.fsum((step.change / step.error) ** 2 for step in varied), len(varied))
