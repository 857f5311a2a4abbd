"""Sequential tests: play until the claim is decided, and no longer.

Source: Wald 1945, "Sequential tests of statistical hypotheses"; for unknown distributions over known scores
Van den Bergh's generalised test (see `likeliest`). The interval stays valid although the test chose when to
stop, because it is a confidence sequence.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from game.analysis.statistics.bounded_means import betting_interval
from game.analysis.statistics.likeliest import F64
from game.analysis.statistics.likelihood_ratio import mean_ratio
from game.analysis.statistics.proportions import proportion_interval

SampleMore = Callable[[int, int], "F64 | Sequence[float]"]


class Ruling(StrEnum):
    """What a test says of a claim."""

    PASS = "pass"  # noqa: S105 - a ruling, not a password
    FAIL = "fail"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Claim:
    """That a mean score is high rather than low.

    Args:
        support: every value a score can have, ascending.
        bounds: a mean up to the first must fail, a mean from the second on must pass; between them either
            may happen. "At least 0.40 with a margin of 0.03" has the bounds 0.37 and 0.43.
        alpha: greatest chance to pass at the first bound.
        beta: greatest chance to fail at the second.
    """

    support: tuple[float, ...]
    bounds: tuple[float, float]
    alpha: float = 0.05
    beta: float = 0.05

    def __post_init__(self) -> None:
        lowest, highest = self.support[0], self.support[-1]
        if not all(a < b for a, b in zip(self.support, self.support[1:], strict=False)):
            raise ValueError(f"the scores of a claim rise strictly (got {self.support})")
        if not lowest < self.bounds[0] < self.bounds[1] < highest:
            raise ValueError(
                f"bounds rise and lie between the lowest and the highest score, {lowest} and {highest}"
                f" (got {self.bounds[0]} and {self.bounds[1]})"
            )
        if not (0 < self.alpha < 0.5 and 0 < self.beta < 0.5):
            raise ValueError(f"alpha and beta lie between 0 and 0.5 (got {self.alpha} and {self.beta})")


@dataclass(frozen=True)
class Verdict:
    """What a test found.

    Args:
        ruling: pass, fail or undecided.
        estimate: mean of the scores; nan without any.
        low, high: interval that holds the mean with a chance of at least 1 - alpha, whenever one looks.
        games: how many were played.
        scored: how many of them had a score.
        seconds: processor time of this process, sampling included.
        ratio: the log-likelihood ratio when the test ended.
    """

    ruling: Ruling
    estimate: float
    low: float
    high: float
    games: int
    scored: int
    seconds: float
    ratio: float


def thresholds(alpha: float, beta: float) -> tuple[float, float]:
    """The log-likelihood ratios at which a test fails and passes.

    Source: Wald 1945: ln(beta / (1 - alpha)) and ln((1 - beta) / alpha).
    """
    return math.log(beta / (1.0 - alpha)), math.log((1.0 - beta) / alpha)


def sprt(
    sample_more: SampleMore,
    claim: Claim,
    most: int,
    step: int = 50,
    clock: Callable[[], float] = time.process_time,
) -> Verdict:
    """Play until the claim is decided or the games run out.

    Args:
        sample_more: given the number of games played so far and how many to play now, the scores of those:
            values of the claim's support. A game without a score (no agreement, so no share of it) is
            left out.
        claim: what is claimed.
        most: greatest number of games.
        step: games between two looks. With two possible scores the errors keep to the declared ones for any
            step; with more, the likelihoods are estimated and want some dozens of games before a look.
        clock: for tests.
    """
    began = clock()
    lower, upper = thresholds(claim.alpha, claim.beta)
    support = np.array(claim.support)
    seen: list[NDArray[np.int16]] = []
    counts = np.zeros(len(support))
    games, ratio, ruling = 0, 0.0, Ruling.UNDECIDED
    while ruling is Ruling.UNDECIDED and games < most:
        now = min(step, most - games)
        seen.append(_numbers(support, np.asarray(sample_more(games, now), dtype=np.float64)))
        counts += np.bincount(seen[-1], minlength=len(support))
        games += now
        ratio = mean_ratio(support, counts, claim.bounds) if counts.any() else 0.0
        ruling = Ruling.PASS if ratio >= upper else Ruling.FAIL if ratio <= lower else Ruling.UNDECIDED
    scored = int(counts.sum())
    low, high = _interval(claim, support, counts, seen)
    estimate = float(counts @ support / scored) if scored else math.nan
    return Verdict(ruling, estimate, low, high, games, scored, clock() - began, ratio)


def _numbers(support: F64, scores: F64) -> NDArray[np.int16]:
    numbers = np.minimum(np.searchsorted(support, scores), len(support) - 1)
    strange = support[numbers] != scores
    if strange.any():
        raise ValueError(f"{scores[strange][0]} is none of the scores that were declared")
    return numbers.astype(np.int16)


def _interval(claim: Claim, support: F64, counts: F64, seen: list[NDArray[np.int16]]) -> tuple[float, float]:
    lowest, highest = claim.support[0], claim.support[-1]
    if len(support) == 2:
        low, high = proportion_interval(int(counts[1]), int(counts.sum()), claim.alpha)
        return lowest + low * (highest - lowest), lowest + high * (highest - lowest)
    if not seen:
        return lowest, highest
    return betting_interval(support[np.concatenate(seen)], claim.alpha, (lowest, highest))
