"""How gains, losses and chances feel: prospect theory as whole numbers, made when a scenario is compiled.

A loss weighs more than a gain of the same size, the tenth of anything less than the first, and small chances
count for more than they are.

Source: Tversky & Kahneman 1992, "Advances in prospect theory: cumulative representation of uncertainty",
Journal of Risk and Uncertainty 5:297-323; the numbers are the medians of their experiments.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from game.foundation.arrays import I32
from game.foundation.int_tables import table_of
from game.foundation.integers import MICRO

_EXACT = Context(prec=50, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Attitude:
    """How somebody feels about gains and losses.

    Args:
        curve: exponent of amounts; below 1 more of the same counts less and less.
        aversion: how many times as much a loss counts as a gain.
        gain_chance, loss_chance: exponents of chances; 1 takes them as they are.
    """

    curve: Decimal
    aversion: Decimal
    gain_chance: Decimal
    loss_chance: Decimal


OBSERVED = Attitude(Decimal("0.88"), Decimal("2.25"), Decimal("0.61"), Decimal("0.69"))
NEUTRAL = Attitude(Decimal(1), Decimal(1), Decimal(1), Decimal(1))


def felt(amount: int, unit: int, attitude: Attitude) -> int:
    """What a gain or loss feels like: x^curve, or -aversion (-x)^curve for a loss.

    Args:
        amount: change against the reference point, in micro-utils.
        unit: the x of 1, in micro-utils: a gain of so much feels like itself. Above 0.
        attitude: whose feeling it is.

    Returns: micro-utils, rounded to the nearest, halves to even.
    """
    if unit <= 0:
        raise ValueError(f"the unit of a feeling is above 0 (got {unit})")
    if amount == 0:
        return 0
    size = _power(_EXACT.divide(Decimal(abs(amount)), Decimal(unit)), attitude.curve)
    felt_size = _EXACT.multiply(size, Decimal(unit))
    if amount < 0:
        felt_size = -_EXACT.multiply(felt_size, attitude.aversion)
    return int(_EXACT.to_integral_value(felt_size))


def felt_table(amounts: Sequence[int], unit: int, attitude: Attitude) -> I32:
    """The same for a list of amounts: i32[n], read-only.

    Raises:
        ValueError: a feeling too large for a table.
    """
    return table_of([felt(amount, unit, attitude) for amount in amounts])


def felt_chance(chance: Fraction, exponent: Decimal) -> int:
    """What a chance counts for: p^g / (p^g + (1 - p)^g)^(1/g).

    Args:
        chance: 0 to 1, exact.
        exponent: g, above 0; `gain_chance` or `loss_chance` of an attitude.

    Returns: millionths, rounded to the nearest, halves to even.

    Raises:
        ValueError: no chance.
    """
    if not 0 <= chance <= 1 or exponent <= 0:
        raise ValueError(
            f"a chance lies between 0 and 1 and its exponent above 0 (got {chance} and {exponent})"
        )
    if chance in (0, 1):
        return int(chance) * MICRO
    yes, no = (_power(_decimal(part), exponent) for part in (chance, 1 - chance))
    root = _power(_EXACT.add(yes, no), _EXACT.divide(Decimal(1), exponent))
    return int(_EXACT.to_integral_value(_EXACT.multiply(_EXACT.divide(yes, root), Decimal(MICRO))))


def _decimal(share: Fraction) -> Decimal:
    return _EXACT.divide(Decimal(share.numerator), Decimal(share.denominator))


@lru_cache(maxsize=4096)  # tables of one scenario, and of its variants, hold the same changes again and again
def _power(base: Decimal, exponent: Decimal) -> Decimal:
    return _EXACT.exp(_EXACT.multiply(_EXACT.ln(base), exponent))
