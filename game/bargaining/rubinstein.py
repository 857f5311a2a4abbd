"""How two who take turns in proposing divide a cake, if each knows how patient the other is.

Patience is the share of its worth, per mille, that an agreement keeps for a seat when it comes a round later.

Source: Rubinstein 1982, "Perfect equilibrium in a bargaining model", Econometrica 50:97-109; with a last
round Stahl 1972, "Bargaining Theory".
"""

from __future__ import annotations

from fractions import Fraction

MICRO = 1_000_000


def share_without_end(patience: tuple[int, int]) -> int:
    """The share of whoever proposes first when there is always another round, in millionths.

    Args:
        patience: per mille, of the first proposer and of the other; 0 to 1000, not both 1000.

    Returns: (1 - d1) / (1 - d0 d1), rounded to the nearest.

    Raises:
        ValueError: patience out of range.
    """
    _require(patience)
    first, second = patience
    if first == second == 1000:
        raise ValueError("two seats who lose nothing by waiting have no reason to agree now")
    return round(Fraction((1000 - second) * 1000 * MICRO, 1_000_000 - first * second))


def share_with_last_round(patience: tuple[int, int], rounds: int) -> int:
    """The share of whoever proposes first when nothing is left after the last round, in millionths.

    Args:
        patience: as in `share_without_end`.
        rounds: how many offers can be made, at least 1.

    Raises:
        ValueError: patience out of range, or no round.
    """
    _require(patience)
    if rounds < 1:
        raise ValueError(f"there is at least one round (got {rounds})")
    share = Fraction(1)
    for number in range(rounds - 1, 0, -1):
        share = 1 - Fraction(patience[number % 2], 1000) * share
    return round(share * MICRO)


def share_at_rates(rates: tuple[int, int]) -> int:
    """The limit of both shares as rounds become short, in millionths: the other's rate over the sum.

    Args:
        rates: at which each seat's worth of an agreement shrinks, in any one unit; above 0 together.

    Raises:
        ValueError: rates below 0 or both 0.
    """
    if min(rates) < 0 or sum(rates) == 0:
        raise ValueError(f"rates are at least 0 and not both 0 (got {rates})")
    return round(Fraction(rates[1] * MICRO, sum(rates)))


def _require(patience: tuple[int, int]) -> None:
    if not all(0 <= share <= 1000 for share in patience):
        raise ValueError(f"patience is 0 to 1000 per mille (got {patience})")
