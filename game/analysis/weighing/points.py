"""Weights from points for swings: how much the whole way from the worst to the best of each thing matters.

Source: von Winterfeldt & Edwards 1986, Decision Analysis and Behavioral Research, Cambridge University Press,
chapter 8 (swing weights); Keeney & Raiffa 1976 for the additive form that they are weights of.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from game.content.compiling.preferences import heights_of
from game.content.names import Names
from game.content.schema.actors import Actor
from game.content.schema.curves import HalfAtCurve
from game.foundation.integers import MICRO

PLACES = 6
"""Decimals of a weight in a scenario file."""


def spans(names: Names, actor: Actor) -> dict[str, Fraction]:
    """The share of its weight that lies between the worst and the best of each preference.

    A curve that only ever comes nearer to its whole weight counts as reaching it.
    """
    found = {}
    for name, preference in actor.preferences.items():
        heights = heights_of(names, name, preference)
        reached = Fraction(int(heights.max()) - int(heights.min()), MICRO)
        found[name] = Fraction(1) if isinstance(preference.curve, HalfAtCurve) else reached
    return found


def weights_from_points(
    actor: Actor, points: Mapping[str, Fraction], span: Mapping[str, Fraction]
) -> dict[str, Decimal]:
    """Weights whose swings are to each other as the points are.

    They have the signs of the actor's present weights, and together the same size; so the points that belong
    to the present weights give them back.

    Args:
        points: at least 0 each, above 0 together, by issue or count; what is not named keeps its weight.
        span: from `spans`, above 0 for all that is named.

    Returns: utils a month, at most 6 decimals, rounded half to even.
    """
    now = {name: Fraction(actor.preferences[name].weight) for name in points}
    whole = sum(abs(weight) for weight in now.values()) or Fraction(1)
    sizes = {name: points[name] / span[name] for name in points}
    scale = whole / sum(sizes.values())
    return {name: _written(-size * scale if now[name] < 0 else size * scale) for name, size in sizes.items()}


def _written(weight: Fraction) -> Decimal:
    return Decimal(round(weight * 10**PLACES)).scaleb(-PLACES)
