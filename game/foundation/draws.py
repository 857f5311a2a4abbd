"""Chance, addressed by meaning: the same game, turn and purpose always give the same draw.

There is no stream that could fall out of step, so a game is the same alone, in any batch and in any order.
The key of a game is its future: it is never shown to a seat, a policy or a hint.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np

from game.foundation.arrays import I32, U32, U64, IntArray
from game.foundation.philox import WORD, philox
from game.foundation.purposes import KEYS_OF_GAMES, Purpose

CERTAIN = 2**32
LANES_A_BLOCK = 4
_MANY_GAMES = 2048  # from here on the blocks of a draw are made one by one, which needs less memory


def game_keys(seed: int, ids: Sequence[int] | IntArray) -> U64:
    """The keys of games, by the seed of the run and the number of each game in it.

    Args:
        seed: 0 to 2^64 - 1.
        ids: [B], numbers of games, from 0.

    Returns: u64[B].

    Raises:
        ValueError: a seed out of range.
    """
    if not 0 <= seed < 2**64:
        raise ValueError(f"a seed is a whole number from 0 to 2^64 - 1 (got {seed})")
    numbers = np.asarray(ids, dtype=np.uint64).reshape(-1)
    low, high = numbers & np.uint64(WORD), numbers >> np.uint64(32)
    words = philox((low, high, 0, KEYS_OF_GAMES), np.full(numbers.size, seed, dtype=np.uint64))
    key: U64 = words[0] | words[1].astype(np.uint64) << np.uint64(32)
    return key


def draw(key: U64, turn: int, purpose: Purpose, lanes: int = 1, index: int = 0) -> U32:
    """Random words for one purpose in one turn.

    Four lanes cost as much as one, so what is drawn together is best asked for together. A lane does not
    depend on how many are asked for.

    Args:
        key: u64[B], one for each game.
        turn: from 0.
        purpose: what the draw is for.
        lanes: how many words for each game, at least 1.
        index: tells draws for the same purpose apart (the seat, the event), from 0.

    Returns: u32[B, lanes]; each lane lies together in memory.
    """
    blocks = -(-lanes // LANES_A_BLOCK)
    if blocks == 1 or key.size >= _MANY_GAMES:
        parts = [philox((block, turn, int(purpose), index), key) for block in range(blocks)]
        return (parts[0] if blocks == 1 else np.concatenate(parts))[:lanes].T
    games = key.size
    block = np.repeat(np.arange(blocks, dtype=np.uint64), games)
    words = philox((block, turn, int(purpose), index), np.tile(key, blocks))
    by_lane = words.reshape(LANES_A_BLOCK, blocks, games).swapaxes(0, 1)
    return by_lane.reshape(LANES_A_BLOCK * blocks, games)[:lanes].T


def draw_block(key: U64, turn: int, purpose: Purpose, block: int) -> U32:
    """Lanes 4 x block to 4 x block + 3 of what `draw` would give, without those before them.

    Returns: u32[4, B].
    """
    return philox((block, turn, int(purpose), 0), key)


def below(words: U32, limit: int | IntArray) -> I32:
    """Whole numbers from 0 up to, not including, a limit, each as likely as any other.

    Args:
        words: u32[...], from draw.
        limit: 1 to 2^31 - 1, or an array that broadcasts. How much likelier one number can be than
            another is limit in 2^32.

    Returns: i32[...], floor(word x limit / 2^32).
    """
    return (np.multiply(words, limit, dtype=np.uint64, casting="unsafe") >> np.uint64(32)).astype(np.int32)


def threshold(probability: Decimal | Fraction) -> int:
    """The threshold that a 32-bit draw stays under with a probability.

    Args:
        probability: 0 to 1, exact.

    Returns: 0 (never) to 2^32 (always), rounded to the nearest, halves to even; it needs uint64.

    Raises:
        ValueError: no probability.
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"a probability lies between 0 and 1 (got {probability})")
    return round(Fraction(probability) * CERTAIN)
