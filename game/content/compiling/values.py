"""What actors value, by type, as tables (docs/rules.md 1, Tables)."""

import numpy as np

from game.content.compiling.conditions import condition
from game.content.compiling.exact import micro, per_mille
from game.content.compiling.kinds import Kinds, kinds_of, most_types
from game.content.compiling.preferences import worth
from game.content.names import COUNTS, Names
from game.content.schema.issues import Issue
from game.foundation.arrays import I64
from game.rules.clauses import Condition
from game.rules.tables import MOST_PEOPLE, USES, Values, frozen


def values(names: Names) -> Values:
    """The tables of all actors."""
    most = most_types(names)
    kinds = [kinds_of(names, actor) for actor in names.actor_list]
    depth = max(len(levels) for levels in names.levels.values())
    actors, issues = len(names.actor_list), len(names.issue_list)
    level = np.zeros((actors, most + 1, issues, USES, depth), np.int64)
    count = np.zeros((actors, most + 1, len(COUNTS), MOST_PEOPLE + 1), np.int32)
    repeat, life = _repeats(names), lives(names, depth)
    for a, actor in enumerate(names.actor_list):
        for name in actor.preferences:
            by_type = worth(names, actor, name, kinds[a])
            if name in COUNTS:
                count[a, :, COUNTS.index(name)] = kinds[a].with_mean(by_type)
            else:
                i = names.issues[name]
                faded = by_type[:, None, :]
                if repeat[i, -1] < 1000:
                    faded = faded * repeat[i][None, :, None] // 1000
                level[a, :, i, :, : by_type.shape[1]] = kinds[a].with_mean(faded)
    promise = level.copy()
    short = np.flatnonzero((life < 1000).any(axis=1))
    promise[:, :, short] = level[:, :, short] * life[None, None, short, None, :] // 1000
    return Values(
        level=frozen(level.astype(np.int32)),
        promise=frozen(promise.astype(np.int32)),
        count=frozen(count),
        synergy=frozen(_synergies(names, kinds, most)),
        outside=(_outside(names, 0), _outside(names, 1)),
    )


def _repeats(names: Names) -> I64:
    """What the n-th further use of an issue is worth, per mille. int64[I,U]."""
    found = np.full((len(names.issue_list), USES), 1000, np.int64)
    for i, issue in enumerate(names.scenario.issues):
        for use in range(1, USES):
            found[i, use] = found[i, use - 1] * per_mille(issue.repeat, 1000) // 1000
    return found


def lives(names: Names, depth: int) -> I64:
    """What a promise of a level is worth, per mille. int64[I,L]."""
    found = np.full((len(names.issue_list), depth), 1000, np.int64)
    for i, issue in enumerate(names.issue_list):
        if isinstance(issue, Issue):
            found[i, : len(issue.levels)] = [per_mille(level.life, 1000) for level in issue.levels]
    return found


def _synergies(
    names: Names, kinds: list[Kinds], most: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    owners = [(a, synergy) for a, actor in enumerate(names.actor_list) for synergy in actor.synergies]
    found = np.zeros((len(names.actor_list), most + 1, len(owners)), np.int64)
    for y, (a, synergy) in enumerate(owners):
        amount = np.array([micro(synergy.amount)], np.int64)
        found[a, :, y] = kinds[a].with_mean(kinds[a].scaled(amount))[:, 0]
    return found.astype(np.int32)


def _outside(names: Names, seat: int) -> tuple[tuple[Condition, int], ...]:
    return tuple(
        (condition(names, one.when), micro(one.amount)) for one in names.scenario.seats[seat].outside
    )
