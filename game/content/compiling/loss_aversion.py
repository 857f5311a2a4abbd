"""Losses against the opening weigh more than gains (docs/rules.md 1, Loss aversion).

Source: Tversky & Kahneman 1992, Journal of Risk and Uncertainty 5:297-323 (a factor of 2.25 and a power of
0.88 are the medians of their experiments, with individuals and money); taken issue by issue as in Tversky &
Kahneman 1991, Quarterly Journal of Economics 106:1039-1061.
"""

from decimal import Decimal

import numpy as np

from game.content.compiling.exact import per_mille
from game.content.schema.actors import Actor, LossAversion, Preference
from game.foundation.arrays import I64
from game.foundation.integers import MICRO
from game.foundation.prospect import Attitude, felt_table


def loss_aversion_of(actor: Actor, preference: Preference) -> LossAversion | None:
    """What holds for a preference: its own, else the actor's."""
    return preference.loss_aversion or actor.loss_aversion


def around_opening(amount: I64, opening: I64, losses: LossAversion) -> I64:
    """Amounts as they feel from where the game opens.

    Args:
        amount: int64[K,n] micro-utils.
        opening: int64[K,1] or [K,n], what the opening level or count is worth.

    Returns: int64[K,n]; at the opening nothing changes.
    """
    change = amount - opening
    if losses.power is None:
        return opening + np.where(change < 0, change * per_mille(losses.factor) // 1000, change)
    return opening + _bent(change, losses.factor, losses.power)


def _bent(change: I64, factor: Decimal, power: Decimal) -> I64:
    """Changes of which more of the same counts less and less; one util stays one util."""
    different, places = np.unique(change, return_inverse=True)
    attitude = Attitude(power, factor, Decimal(1), Decimal(1))
    felt = felt_table(different.tolist(), MICRO, attitude).astype(np.int64)
    return felt[places.reshape(-1)].reshape(change.shape)
