"""How much there is to bargain over: measures of the zone of agreement."""

from __future__ import annotations

from dataclasses import dataclass

from game.bargaining.frontier import Frontier, zone_of_agreement


@dataclass(frozen=True)
class ZoneMeasures:
    """What the efficient packages that both principals would sign have in common.

    Args:
        packages: how many they are.
        efficient: how many efficient packages there are in all.
        least: what each seat gains at least in any of them, micro-utils a month over its walk-away line.
        most: what it gains at most.
    """

    packages: int
    efficient: int
    least: tuple[int, int]
    most: tuple[int, int]


def zone_measures(found: Frontier, least: tuple[int, int] = (0, 0)) -> ZoneMeasures | None:
    """Measure the zone of agreement.

    Args:
        found: a frontier.
        least: net gain each principal signs for (its floor), micro-utils a month.

    Returns: None if the zone is empty.

    Source: Raiffa 1982, "The Art and Science of Negotiation".
    """
    gains = zone_of_agreement(found, least).gains
    if not len(gains):
        return None
    low, high = gains.min(axis=0).tolist(), gains.max(axis=0).tolist()
    return ZoneMeasures(len(gains), len(found.gains), (low[0], low[1]), (high[0], high[1]))
