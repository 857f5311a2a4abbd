"""What actors value, by type, as tables (docs/rules.md 1, Tables)."""

from typing import NamedTuple

import numpy as np

from game.content.compiling.conditions import condition
from game.content.compiling.curves import count_curve, level_curve
from game.content.compiling.exact import micro, per_mille
from game.content.names import COUNTS, Names
from game.content.schema.actors import Actor
from game.content.schema.issues import Issue
from game.content.schema.seats import Seat
from game.foundation.integers import MICRO
from game.rules.tables import I64, MOST_PEOPLE, USES, Condition, Values, frozen


class Kinds(NamedTuple):
    """What an actor may really be like.

    Args:
        prior: int64[K] millionths; 0 where there are fewer types.
        costs: int64[K] per mille.
        gains: int64[K] per mille.
        own: further factors per mille by issue or count; int64[K] each.
    """

    prior: I64
    costs: I64
    gains: I64
    own: dict[str, I64]


def values(names: Names) -> Values:
    """The tables of all actors."""
    most = max(len(seat.types) for seat in names.scenario.seats)
    kinds = [_kinds(names, actor, most) for actor in names.actor_list]
    depth = max(len(levels) for levels in names.levels.values())
    actors, issues = len(names.actor_list), len(names.issue_list)
    level = np.zeros((actors, most + 1, issues, USES, depth), np.int64)
    count = np.zeros((actors, most + 1, len(COUNTS), MOST_PEOPLE + 1), np.int32)
    repeat, life = _repeats(names), _lives(names, depth)
    for a, actor in enumerate(names.actor_list):
        for name, preference in actor.preferences.items():
            weight = micro(preference.weight)
            if name in COUNTS:
                scaled = _by_type(weight * count_curve(preference.curve) // MICRO, kinds[a], name)
                count[a, :, COUNTS.index(name)] = _with_mean(scaled, kinds[a])
            else:
                i, worth = names.issues[name], level_curve(preference.curve, names.levels[name])
                scaled = _by_type(weight * worth // MICRO, kinds[a], name)
                faded = scaled[:, None, :] * repeat[i][None, :, None] // 1000
                level[a, :, i, :, : len(worth)] = _with_mean(faded, kinds[a])
    promise = level * life[None, None, :, None, :] // 1000
    return Values(
        level=frozen(level.astype(np.int32)),
        promise=frozen(promise.astype(np.int32)),
        count=frozen(count),
        synergy=frozen(_synergies(names, kinds, most)),
        outside=(_outside(names, 0), _outside(names, 1)),
    )


def prior(seat: Seat, most: int) -> I64:
    """How likely each type is, in millionths; 0 beyond the seat's last. int64[most]."""
    found = np.zeros(most, np.int64)
    found[: len(seat.types)] = [micro(type_.prior) for type_ in seat.types]
    return found


def _kinds(names: Names, actor: Actor, most: int) -> Kinds:
    seat = next((seat for seat in names.scenario.seats if seat.principal == actor.id), None)
    if seat is None:
        even = np.full(most, 1000, np.int64)
        certain = np.zeros(most, np.int64)
        certain[0] = MICRO
        return Kinds(certain, even, even, {})
    places = [min(k, len(seat.types) - 1) for k in range(most)]
    types = [seat.types[k] for k in places]
    named = {name for type_ in types for name in type_.issues}
    return Kinds(
        prior(seat, most),
        np.array([per_mille(type_.costs) for type_ in types], np.int64),
        np.array([per_mille(type_.gains) for type_ in types], np.int64),
        {
            name: np.array([per_mille(type_.issues.get(name), 1000) for type_ in types], np.int64)
            for name in named
        },
    )


def _by_type(amount: I64, kinds: Kinds, name: str = "") -> I64:
    """Amounts [n] as each type sees them. int64[K,n]."""
    factor = np.where(amount[None, :] < 0, kinds.costs[:, None], kinds.gains[:, None])
    scaled: I64 = amount[None, :] * factor // 1000
    if name in kinds.own:
        scaled = scaled * kinds.own[name][:, None] // 1000
    return scaled


def _with_mean(by_type: I64, kinds: Kinds) -> I64:
    """The same with the analysts' mean as a last row. int64[K+1,...]."""
    weights = kinds.prior.reshape(-1, *([1] * (by_type.ndim - 1)))
    mean = (weights * by_type).sum(axis=0) // MICRO
    return np.concatenate([by_type, mean[None]])


def _repeats(names: Names) -> I64:
    """What the n-th further use of an issue is worth, per mille. int64[I,U]."""
    found = np.full((len(names.issue_list), USES), 1000, np.int64)
    for i, issue in enumerate(names.scenario.issues):
        for use in range(1, USES):
            found[i, use] = found[i, use - 1] * per_mille(issue.repeat, 1000) // 1000
    return found


def _lives(names: Names, depth: int) -> I64:
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
        found[a, :, y] = _with_mean(_by_type(amount, kinds[a]), kinds[a])[:, 0]
    return found.astype(np.int32)


def _outside(names: Names, seat: int) -> tuple[tuple[Condition, int], ...]:
    return tuple(
        (condition(names, one.when), micro(one.amount)) for one in names.scenario.seats[seat].outside
    )
