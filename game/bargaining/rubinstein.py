"""How two who take turns in proposing divide a cake, if each knows how patient the other is.

Patience is the share of its worth, per mille, that an agreement keeps for a seat when it comes a round later.
If rounds become short, the shares tend to the other's rate of loss over the sum of both rates.

Source: Rubinstein 1982, "Perfect equilibrium in a bargaining model", Econometrica 50:97-109; with a last
round Stahl 1972, "Bargaining Theory".
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from game.bargaining.alternating import Ply

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


def share_of_cake(plies: Sequence[Ply]) -> int:
    """The share of seat 0 when nothing is left after the last ply, in millionths.

    Args:
        plies: who proposes and what waiting leaves, from first to last; at least one.

    Returns: whoever proposes offers the other just what waiting would leave it, and keeps the rest.

    Raises:
        ValueError: patience out of range, or no ply.
    """
    if not plies:
        raise ValueError("there is at least one round (got none)")
    shares = [Fraction(0), Fraction(0)]
    for ply in reversed(plies):
        _require(ply.keep)
        other = 1 - ply.seat
        shares[other] *= Fraction(ply.keep[other], 1000)
        shares[ply.seat] = 1 - shares[other]
    return round(shares[0] * MICRO)


def _require(patience: tuple[int, int]) -> None:
    if not all(0 <= share <= 1000 for share in patience):
        raise ValueError(f"patience is 0 to 1000 per mille (got {patience})")
