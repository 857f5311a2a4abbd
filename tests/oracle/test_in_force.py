"""What an actor of no side is shown, against the oracle: the world with all of an agreement in force."""

import copy

import numpy as np
import pytest

from game.rules.in_force import world_change
from game.rules.tables import NONE
from tests.oracle.compare import EVERYTHING, SCENARIOS, Batch, read
from tests.oracle.oracle import OVER, Oracle

PATHS = [*SCENARIOS, EVERYTHING]


def gained(oracle: Oracle, a: int, offer: list[int]) -> int:
    """Worked on a copy of the oracle's game by docs/rules.md 4.3 and 4.5."""
    then = copy.copy(oracle)
    for name in ("level", "expires", "enacting", "wound", "uses"):
        setattr(then, name, list(getattr(oracle, name)))
    there = list(map(max, oracle.in_offer(offer), oracle.base))
    n = oracle.increment(offer)
    for s in (0, 1):
        for i, level in oracle.rising(s, offer).items():
            then.come_into_force(i, level)
    then.freed, then.held = oracle.freed + n, oracle.held - n
    then.exiled = oracle.exiled + n * oracle.exile(there) // 1000
    return int(then.world_value(a) - oracle.world_value(a))


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_engine_and_oracle_agree_on_the_world_in_force(path):
    book, tables = read(path)
    batch, rng = Batch(path, 8, 24), np.random.default_rng(8)
    outsiders = [a for a in range(len(book.actors)) if tables.actor_side[a] == NONE]
    compared = 0
    while batch.state.clock.phase != OVER:
        halves = [rng.integers(len(half), size=24) for half in tables.halves]
        offers = np.stack([*halves, np.zeros(24, int), np.full(24, -1)], axis=1).astype(np.int32)
        for a in outsiders:
            theirs = world_change(tables, batch.state, a, 0, offers)
            mine = [gained(one, a, offer) for one, offer in zip(batch.oracles, offers.tolist(), strict=True)]
            assert theirs.tolist() == mine
            compared += sum(change != 0 for change in mine)
        batch.step()
    assert compared or not outsiders
