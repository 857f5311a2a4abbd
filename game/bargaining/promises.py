"""When a promise keeps itself: what breaking it brings today against what is lost by it from then on.

Amounts are whole numbers in one unit, whatever it is; shares and patience are exact fractions of 1. Patience
is the share of its worth that something keeps when it comes one step later.
"""

from __future__ import annotations

from fractions import Fraction

ONE = Fraction(1)


def grim_threshold(tempted: int, kept: int, apart: int) -> Fraction | None:
    """The least patience with which nobody breaks an exchange that ends for good with the first breach.

    Args:
        tempted: what a step brings to who takes and does not give (T).
        kept: what it brings if both give (R).
        apart: what it brings if neither gives (P).

    Returns: (T - R) / (T - P), at least 0; None if no patience suffices, as giving is worth nothing.

    Source: Friedman 1971, "A non-cooperative equilibrium for supergames", Review of Economic Studies 38:1-12.
    """
    if tempted <= kept:
        return Fraction(0)
    return Fraction(tempted - kept, tempted - apart) if kept > apart else None


def tit_for_tat_threshold(tempted: int, kept: int, apart: int, cheated: int) -> Fraction | None:
    """The least patience with which tit for tat is a best answer to itself.

    Args:
        tempted, kept, apart: as in `grim_threshold`.
        cheated: what a step brings to who gives and gets nothing (S), less than `kept`.

    Returns: the larger of (T - R) / (T - P) and (T - R) / (R - S); None if no patience below 1 suffices.

    Source: Axelrod 1984, "The Evolution of Cooperation", proposition 2.
    """
    grim = grim_threshold(tempted, kept, apart)
    if grim is None or kept <= cheated:
        return None
    least = max(grim, Fraction(max(0, tempted - kept), kept - cheated))
    return least if least < ONE else None


def tranche_threshold(cost: int, benefit: int) -> Fraction | None:
    """The least patience with which a side gives its equal part of every step, without a last one.

    Args:
        cost: what its part costs it.
        benefit: what it receives for it.

    Returns: cost / benefit, at least 0; None if no patience below 1 suffices.

    Source: after Watson 1999, "Starting small and renegotiation", Journal of Economic Theory 85:52-90:
        `grim_threshold` with T = benefit, R = benefit - cost, P = 0.
    """
    return grim_threshold(benefit, benefit - cost, 0)


def bargaining_range(share: Fraction, costs: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    """The divisions that both sides prefer to a costly contest, as shares of the first.

    Args:
        share: what the first expects from the contest.
        costs: what the contest costs each side, as shares of what is divided.

    Source: Fearon 1995, "Rationalist explanations for war", International Organization 49:379-414.
    """
    return max(share - costs[0], Fraction(0)), min(share + costs[1], ONE)


def loses_by_waiting(patience: Fraction, now: Fraction, later: Fraction, cost: Fraction) -> Fraction:
    """By how much a side that grows weaker gains from a contest now; above 0 no promise holds it back.

    Args:
        patience: of that side.
        now, later: what the other expects from a contest today, and once power has shifted.
        cost: what a contest costs the side that grows weaker.

    Returns: patience * later - now - cost * (1 - patience)^2.

    Source: the same, the condition of preventive war.
    """
    return patience * later - now - cost * (1 - patience) ** 2


def risk_limit(own: Fraction, others: Fraction, walk_away: Fraction) -> Fraction:
    """The chance of failure a side can bear rather than take the other's offer; who can bear less concedes.

    Args:
        own: what its own offer is worth to it, above `walk_away`.
        others: what the other's offer is worth to it.
        walk_away: what no agreement is worth to it.

    Returns: (own - others) / (own - walk_away), at most 1.

    Source: Zeuthen 1930, "Problems of Monopoly and Economic Warfare"; Harsanyi 1956, Econometrica 24:144-157.
    """
    return min(ONE, Fraction(own - others, own - walk_away))
