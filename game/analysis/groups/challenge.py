"""What challenging another actor is worth, in Bueno de Mesquita's expected utility model.

Source: Bueno de Mesquita 1985, "The war trap revisited", American Political Science Review 79; 1994, in Bueno
de Mesquita & Stokman (eds.), "European Community Decision Making"; written down in full by Scholz, Calbert &
Smith 2011, "Unravelling Bueno de Mesquita's group decision model", Journal of Theoretical Politics 23:510.
As there, the challenger expects the status quo to stay if nobody moves (Q = 1), so the terms for a status quo
that gets better or worse by itself fall away.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from game.analysis.groups.averages import F64, influence

Denominator: TypeAlias = Literal["pair", "all pairs"]


def votes(capability: F64, position: F64, salience: F64, span: float, risk: F64) -> F64:
    """What each actor throws in for one position against another: f64[A, A, A], [voter, for, against].

    Args:
        capability, position, salience: f64[A]; salience 0 to 1.
        span: width of the scale of positions, above 0.
        risk: f64[A], exponent of each voter, 1 if neutral.
    """
    loss = (np.abs(position[:, None] - position[None, :]) / span) ** risk[:, None]
    return influence(capability, salience)[:, None, None] * (loss[:, None, :] - loss[:, :, None])


def winning_chance(cast: F64, denominator: Denominator) -> F64:
    """How likely each actor's position is to win against each other's: f64[A, A].

    Args:
        cast: from `votes`.
        denominator: `pair` divides by the votes cast between the two, as the texts say; `all pairs` by the
            votes cast in all contests together, with which the published later rounds come out.

    Returns: 0 where both stand at the same position.
    """
    support = np.maximum(cast, 0.0).sum(axis=0)
    total = np.abs(cast).sum(axis=0)
    if denominator == "all pairs":
        total = np.full_like(total, total.sum())
    chance: F64 = np.divide(support, total, out=np.zeros_like(support), where=total > 0)
    return chance


def stakes(distance: F64, risk: float) -> tuple[F64, F64, float]:
    """Utility of a challenge that succeeds, of one that fails, and of the status quo, -2 to 2.

    Args:
        distance: between the two actors as a share of the scale, 0 to 1.
        risk: exponent of whoever looks at it, 0.5 to 2.
    """
    success = 2.0 - 4.0 * (0.5 - 0.5 * distance) ** risk
    failure = 2.0 - 4.0 * (0.5 + 0.5 * distance) ** risk
    return success, failure, 2.0 - 4.0 * 0.5**risk


def expected_challenge(chance: F64, distance: F64, salience: F64, risk: float) -> F64:
    """What each actor expects of challenging each other, seen with one actor's attitude to risk: f64[A, A].

    Args:
        chance: f64[A, A], of the first to win against the second.
        distance: f64[A, A], as a share of the scale.
        salience: f64[A], how likely the challenged one is to resist.
        risk: exponent of whoever looks at it.
    """
    success, failure, present = stakes(distance, risk)
    resisted = chance * success + (1.0 - chance) * failure
    return salience[None, :] * resisted + (1.0 - salience[None, :]) * success - present


def risk_exponents(chance: F64, distance: F64, salience: F64) -> F64:
    """The attitude to risk that follows from how much others could gain by a challenge: f64[A], 0.5 to 2.

    The actor in most danger takes risks most readily (0.5), the safest one least (2); all are neutral (1) if
    all are in the same danger.

    Args:
        chance: f64[A, A], with everybody neutral.
    """
    gains = expected_challenge(chance, distance, salience, 1.0)
    np.fill_diagonal(gains, 0.0)
    danger = gains.sum(axis=0)
    width = danger.max() - danger.min()
    if width == 0:
        return np.ones_like(danger)
    relative = (2.0 * danger - danger.max() - danger.min()) / width
    exponents: F64 = (1.0 - relative / 3.0) / (1.0 + relative / 3.0)
    return exponents
