"""What one preference of an actor is worth to each of its types (docs/rules.md 1, Tables: b)."""

import numpy as np

from game.content.compiling.curves import count_curve, level_curve
from game.content.compiling.exact import micro
from game.content.compiling.kinds import Kinds
from game.content.compiling.loss_aversion import around_opening, loss_aversion_of
from game.content.compiling.selectorate import weighed
from game.content.names import COUNTS, Names
from game.content.schema.actors import Actor, Preference
from game.foundation.arrays import I64
from game.foundation.integers import MICRO


def heights_of(names: Names, name: str, preference: Preference) -> I64:
    """The value function at every level of an issue or every count of people, in millionths."""
    if name in COUNTS:
        return count_curve(preference.curve)
    return level_curve(preference.curve, names.levels[name])


def opening_place(names: Names, name: str) -> int:
    """The level of an issue, or the count of people, with which the game opens."""
    people = names.scenario.people
    if name in COUNTS:
        return people.held if name == "held" and people is not None else 0
    start = names.issue_list[names.issues[name]].start
    return 0 if start is None else names.levels[name][start]


def worth(names: Names, actor: Actor, name: str, kinds: Kinds) -> I64:
    """What every level or count is worth to each type of an actor: b, in micro-utils. int64[K,n]."""
    preference = actor.preferences[name]
    heights = heights_of(names, name, preference)
    weight = np.array([micro(preference.weight)], np.int64)
    return worth_at(actor, name, kinds, weight, heights, heights[opening_place(names, name)])


def worth_at(actor: Actor, name: str, kinds: Kinds, weight: I64, heights: I64, opening: np.int64) -> I64:
    """The same for weights (micro-utils) with heights of the value function, pair by pair. int64[K,n].

    Args:
        opening: the height at the opening.
    """
    weight = weighed(weight, actor, name)
    amount = kinds.scaled(weight * heights // MICRO, name)
    losses = loss_aversion_of(actor, actor.preferences[name])
    if losses is None:
        return amount
    return around_opening(amount, kinds.scaled(weight * opening // MICRO, name), losses)
