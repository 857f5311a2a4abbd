"""Games of a pool of computer seats, reduced to what tests of behaviour ask about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.analysis.balance.measuring import MISSING, Deals, Hopes, shares_of_hope
from game.content.restricting import Ban, without
from game.foundation.draws import game_keys
from game.information.brief import brief
from game.information.observe import observe
from game.policies.keys import policy_keys
from game.policies.protocol import Policy
from game.policies.registry import make
from game.rules.actions import Kind
from game.rules.play import apply, start
from game.rules.state import Phase, State
from game.rules.tables import Tables

WITHOUT_LEARNING = ("boulware", "linear", "conceder", "micro")
POOL = (*WITHOUT_LEARNING, "bayesian")
_CHUNK = 8192
Pair = tuple[str, str]


@dataclass(frozen=True)
class Course:
    """What became of games of one pairing; the first axis of every array is the game.

    Args:
        types: int8[B,2].
        agreements: int16[B].
        first, second: int32[B], people due by the first and second agreement, -1 without one.
        freed, held_change: int32[B], how many came free, and by how much the number held changed.
        reversed: bool[B,2], whether a seat broke its word, took measures back or had them revoked.
        share: float64[B,2], what the first agreement promised each seat, of the best that it could hope for.
        fired, moved: bool[B,E], bool[B,M].
        levels: bool[B,I,L], levels that were in force at some time.
        packages: how often each package was agreed on.
    """

    types: NDArray[np.int8]
    agreements: NDArray[np.int16]
    first: NDArray[np.int32]
    second: NDArray[np.int32]
    freed: NDArray[np.int32]
    held_change: NDArray[np.int32]
    reversed: NDArray[np.bool_]
    share: NDArray[np.float64]
    fired: NDArray[np.bool_]
    moved: NDArray[np.bool_]
    levels: NDArray[np.bool_]
    packages: Counter[tuple[int, int, int]]


def pairs(pool: tuple[str, ...] = POOL) -> tuple[Pair, ...]:
    """Every policy as both seats against every one."""
    return tuple((envoy, government) for envoy in pool for government in pool)


def ring(pool: tuple[str, ...] = POOL) -> tuple[Pair, ...]:
    """Every policy once as each seat, against the next of the pool."""
    return tuple(zip(pool, (*pool[1:], pool[0]), strict=True))


def courses(tables: Tables, pairings: tuple[Pair, ...], games: int, seed: int) -> list[Course]:
    """The courses of games 0 to `games` - 1 of every pairing, all on the same keys."""
    briefs, hopes = (brief(tables, 0), brief(tables, 1)), Hopes(tables)
    return [
        _joined(
            [
                _chunk(tables, hopes, seats, seed, np.arange(begin, min(begin + _CHUNK, games)))
                for begin in range(0, games, _CHUNK)
            ]
        )
        for seats in ((make(a, briefs[0]), make(b, briefs[1])) for a, b in pairings)
    ]


def _chunk(
    tables: Tables, hopes: Hopes, seats: tuple[Policy, ...], seed: int, ids: NDArray[np.int64]
) -> Course:
    deals = Deals(np.full((len(ids), 2), MISSING, np.int64), np.zeros(len(ids), np.bool_))
    second = np.full(len(ids), -1, np.int32)
    levels = np.zeros((len(ids), len(tables.issues.owner), int(tables.issues.levels.max())), np.bool_)
    packages: Counter[tuple[int, int, int]] = Counter()
    signed = np.full((len(ids), 4), -1, np.int32)
    before = start(tables, game_keys(seed, ids))
    for state, accepts in _plies(tables, seats, seed, ids, before):
        deals.note(tables, before, accepts)
        for seat in (0, 1):
            chosen = accepts & (before.clock.seat == seat)
            signed[chosen] = before.offer[chosen, 1 - seat]
        new = state.agreements > before.agreements
        packages.update(map(tuple, signed[new, :3].tolist()))
        later = new & (state.agreements == 2)
        second[later] = state.last_people[later]
        np.put_along_axis(levels, state.level[:, :, None].astype(np.intp), values=True, axis=2)
        before = state
    broke = (before.breached + before.snapped) > 0
    broke[:, _reliever(tables)] |= before.revoked > 0
    first = np.where(before.agreements > 0, before.first_people, -1)
    gains = deals.columns(tables, before.agreements)[:, :2]
    share = shares_of_hope(hopes, gains, before.type.astype(np.int64)) / 1000
    return Course(
        types=before.type,
        agreements=before.agreements,
        first=first,
        second=second,
        freed=before.freed,
        held_change=before.held - tables.held_start,
        reversed=broke,
        share=share,
        fired=before.fired >= 0,
        moved=before.moved >= 0,
        levels=levels,
        packages=packages,
    )


def _plies(
    tables: Tables, seats: tuple[Policy, ...], seed: int, ids: NDArray[np.int64], state: State
) -> Iterator[tuple[State, NDArray[np.bool_]]]:
    """The state after every slot, and the games in which an offer was accepted there."""
    briefs = [brief(tables, seat) for seat in (0, 1)]
    keys = [policy_keys(seed, ids, seat) for seat in (0, 1)]
    while state.clock.phase is not Phase.OVER:
        seat, talks = state.clock.seat, state.clock.phase is Phase.TALK
        action = seats[seat](briefs[seat], observe(tables, state, seat), keys[seat])
        state = apply(tables, state, action)
        yield state, (action.kind == Kind.ACCEPT) & talks


def _reliever(tables: Tables) -> int:
    """The seat whose measures are revoked: that which does not hold the people."""
    return 1 - int(tables.issues.owner[tables.issues.people])


def _joined(parts: list[Course]) -> Course:
    whole = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in Course.__dataclass_fields__
        if name != "packages"
    }
    return Course(**whole, packages=sum((part.packages for part in parts), Counter()))


@dataclass(frozen=True)
class Estimate:
    """A mean over games with its standard error; a key played by all pairings is one observation."""

    mean: float
    error: float

    @property
    def low(self) -> float:
        return self.mean - 2 * self.error

    @property
    def high(self) -> float:
        return self.mean + 2 * self.error

    def __str__(self) -> str:
        return f"{self.mean:.3f} (standard error {self.error:.3f})"


def over_keys(per_pairing: list[np.ndarray]) -> Estimate:
    """The mean of a quantity over pairings and keys."""
    by_key = np.stack(per_pairing).mean(axis=0)
    return Estimate(float(by_key.mean()), float(by_key.std(ddof=1) / len(by_key) ** 0.5))


# --- terms switched off


def without_exposure(tables: Tables) -> Tables:
    """Giving first costs nothing."""
    one, two = (replace(side, rho=0) for side in tables.sides)
    return replace(tables, sides=(one, two))


def with_frozen_trust(tables: Tables) -> Tables:
    """Nothing that is done changes trust, events apart."""
    frozen = replace(tables.trust, honour=0, delay=0, breach=0, failed=0, snap=0, wave=0)
    return replace(tables, trust=frozen)


def without_verification(tables: Tables) -> Tables:
    """No list can be agreed on."""
    place = tables.issues.verification
    return without(tables, Ban("issue", place, "issue.list", int(tables.issues.owner[place])))


def without_sequencing(tables: Tables) -> Tables:
    """Every plan is the first one, both at once."""
    plans = tables.plans
    same = {name: np.repeat(getattr(plans, name)[:1], 1, axis=0) for name in plans.__dataclass_fields__}
    return replace(tables, plans=replace(plans, **same))
