"""Log-likelihood ratios between two hypotheses about a mean score.

Source: as in `likeliest`; Elo: Elo 1978, "The Rating of Chessplayers"; normalised Elo: Van den Bergh,
"Normalized Elo", cantate.be/Fishtest/normalized_elo.pdf. Tests hold published values of chess engine tests.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np

from game.analysis.statistics.likeliest import F64, likeliest_with_distance, likeliest_with_mean

EloModel: TypeAlias = Literal["elo", "nelo"]

_FOR_ZERO = 1e-3  # stands for a score never seen, so that it stays possible
_LARGEST_ELO = 1000
_GAMES = np.array([1.0, 0.5, 0.0])  # win, draw, loss
_PAIRS = np.array([0.0, 0.25, 0.5, 0.75, 1.0])  # two games with changed sides, from two losses to two wins


def mean_ratio(scores: F64, counts: F64, bounds: tuple[float, float]) -> float:
    """How much likelier the counts are if the mean is the second bound than if it is the first.

    Args:
        scores: f64[K], the values a game can score.
        counts: f64[K], how many games scored each.
        bounds: the two means, both strictly between the lowest and the highest score.

    Returns: the natural logarithm of the ratio of both largest likelihoods; 0 without games.
    """
    shares, games = _shares(counts)
    first, second = (likeliest_with_mean(scores, shares, mean) for mean in bounds)
    return games * float(shares @ np.log(second / first))


def elo_ratio(model: EloModel, counts: Sequence[float], bounds: tuple[float, float]) -> float:
    """The same for matches between two players, whose strength is counted in Elo.

    Args:
        model: `elo` for logistic Elo, `nelo` for normalised Elo, which counts in standard deviations.
        counts: win, draw, loss of single games; or pairs by what they scored: 0, 1/2, 1, 3/2, 2.
        bounds: the two differences in Elo.

    Raises:
        ValueError: neither three nor five counts, counts that are below 0 or all 0, or bounds too large.
    """
    if len(counts) not in (3, 5):
        raise ValueError(f"three counts (win, draw, loss) or five (pairs) are needed, not {len(counts)}")
    seen = np.array(counts, dtype=np.float64)
    if not np.isfinite(seen).all() or (seen < 0).any() or not seen.any():
        raise ValueError(f"counts are at least 0 and not all 0 (got {list(counts)})")
    if not all(abs(bound) <= _LARGEST_ELO for bound in bounds):
        raise ValueError(f"bounds lie between -{_LARGEST_ELO} and {_LARGEST_ELO} Elo (got {bounds})")
    scores = _GAMES if len(counts) == 3 else _PAIRS
    if model == "elo":
        return mean_ratio(scores, seen, (expected_score(bounds[0]), expected_score(bounds[1])))
    shares, games = _shares(seen)
    unit = math.log(10.0) / 800.0 * (math.sqrt(2.0) if len(counts) == 5 else 1.0)
    first, second = (likeliest_with_distance(scores, shares, 0.5, bound * unit) for bound in bounds)
    return games * float(shares @ np.log(second / first))


def expected_score(elo: float) -> float:
    """The mean score of a player who is so much stronger: 1 / (1 + 10^(-elo / 400))."""
    return float(1.0 / (1.0 + 10.0 ** (-elo / 400.0)))


def _shares(counts: F64) -> tuple[F64, float]:
    """Shares of all games, a score never seen counting a thousandth of a game, and the number of games."""
    seen = np.where(counts > 0, counts, _FOR_ZERO)
    games = float(seen.sum())
    return seen / games, games
