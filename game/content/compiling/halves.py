"""The half-lattice of a seat: every combination of levels that it can offer (docs/rules.md 1, Halves)."""

import math

import numpy as np

from game.content.names import Names
from game.foundation.arrays import I8, Bool
from game.rules.tables import frozen

MOST_HALVES = 65_536
MOST_COMBINATIONS = 1 << 20


def combinations(names: Names, seat: int) -> int:
    """How many combinations a seat's issues have before anything is forbidden."""
    return math.prod(len(issue.levels) for issue in names.scenario.issues if _is_of(names, issue.owner, seat))


def half_lattice(names: Names, seat: int) -> I8:
    """The combinations that no rule forbids, the last issue running fastest. int8[H,I].

    Raises:
        AssertionError: more combinations than `MOST_COMBINATIONS`, which checks find before.
    """
    if seat not in names.halves:
        names.halves[seat] = frozen(_lattice(names, seat))
    return names.halves[seat]


def _lattice(names: Names, seat: int) -> I8:
    total = combinations(names, seat)
    assert total <= MOST_COMBINATIONS, f"{total} combinations"
    sizes = [
        len(issue.levels) if i < len(names.scenario.issues) and _owns(names, seat, i) else 1
        for i, issue in enumerate(names.issue_list)
    ]
    levels = np.zeros((total, len(sizes)), np.int8)
    below = total
    for column, size in enumerate(sizes):
        below //= size
        levels[:, column] = np.tile(np.repeat(np.arange(size, dtype=np.int8), below), total // size // below)
    allowed: I8 = levels[~_forbidden(names, levels, seat)]
    return allowed


def _forbidden(names: Names, levels: I8, seat: int) -> Bool:
    found = np.zeros(len(levels), np.bool_)
    for rule in names.scenario.forbid:
        numbers = [names.issues[name] for name in rule.when]
        if not all(_owns(names, seat, number) for number in numbers):
            continue
        excluded = np.ones(len(levels), np.bool_)
        for number, (name, meant) in zip(numbers, rule.levels.items(), strict=True):
            named = np.zeros(len(names.levels[name]), np.bool_)
            named[[names.levels[name][level] for level in meant]] = True
            excluded &= named[levels[:, number]]
        found |= excluded
    return found


def _owns(names: Names, seat: int, issue: int) -> bool:
    owned = names.scenario.issues
    return issue < len(owned) and _is_of(names, owned[issue].owner, seat)


def _is_of(names: Names, owner: str, seat: int) -> bool:
    return names.seats.get(owner) == seat
