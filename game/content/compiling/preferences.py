"""What one preference of an actor is worth to each of its types (docs/rules.md 1, Tables: b)."""

import numpy as np

from game.content.compiling.curves import count_curve, level_curve
from game.content.compiling.exact import micro
from game.content.compiling.kinds import Kinds
from game.content.names import COUNTS, Names
from game.content.schema.actors import Actor, Preference
from game.foundation.integers import MICRO
from game.rules.tables import I64


def heights_of(names: Names, name: str, preference: Preference) -> I64:
    """The value function at every level of an issue or every count of people, in millionths."""
    if name in COUNTS:
        return count_curve(preference.curve)
    return level_curve(preference.curve, names.levels[name])


def worth(names: Names, actor: Actor, name: str, kinds: Kinds) -> I64:
    """What every level or count is worth to each type of an actor: b, in micro-utils. int64[K,n]."""
    preference = actor.preferences[name]
    weight = np.array([micro(preference.weight)], np.int64)
    return worth_at(weight, heights_of(names, name, preference), kinds, name)


def worth_at(weight: I64, heights: I64, kinds: Kinds, name: str) -> I64:
    """The same for weights (micro-utils) with heights of the value function, pair by pair. int64[K,n]."""
    return kinds.scaled(weight * heights // MICRO, name)
