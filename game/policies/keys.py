"""The keys that policies draw from: never the games' own keys, which are the games' future."""

from __future__ import annotations

from collections.abc import Sequence

from game.foundation.arrays import U64, IntArray
from game.foundation.draws import game_keys

_STEP = 0x9E3779B97F4A7C15  # 2**64 over the golden ratio: far from any seed that a person types


def policy_keys(seed: int, games: Sequence[int] | IntArray, seat: int) -> U64:
    """The policy keys of one seat in the games of a run.

    Args:
        seed: the seed of the run.
        games: [B] numbers of the games in it.
        seat: 0 or 1.

    Returns: uint64[B]; the same for a game alone and in a batch.
    """
    return game_keys((seed + (seat + 1) * _STEP) % 2**64, games)
