"""Chance, addressed by meaning: the same game, turn and purpose always give the same draw.

There is no stream that could fall out of step, so a game is the same alone, in any batch and in any order.
The key of a game is its future: it is never shown to a seat, a policy or a hint.
"""

from collections.abc import Sequence

import numpy as np

from game.foundation.arrays import I32, U32, U64, Bool, IntArray
from game.foundation.integers import MICRO
from game.foundation.philox import WORD, philox
from game.foundation.purposes import Purpose

CERTAIN = 2**32
_LANES_A_BLOCK = 4


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
    words = philox((low, high, int(Purpose.GAME_KEY), 0), np.full(numbers.size, seed, dtype=np.uint64))
    key: U64 = words[0] | words[1].astype(np.uint64) << np.uint64(32)
    return key


def draw(key: U64, turn: int, purpose: Purpose, lanes: int = 1, index: int = 0) -> U32:
    """Random words for one purpose in one turn.

    Four lanes cost as much as one, so what is drawn together is asked for together: thirty events are thirty
    lanes of one purpose. A lane does not depend on how many are asked for.

    Args:
        key: u64[B], one for each game.
        turn: from 0.
        purpose: what the draw is for.
        lanes: how many words for each game, at least 1.
        index: tells draws for the same purpose apart (the number of an agreement, say), from 0.

    Returns: u32[B, lanes]; each lane lies together in memory.
    """
    blocks = -(-lanes // _LANES_A_BLOCK)
    games = key.size
    if blocks == 1:
        words = philox((index, turn, int(purpose), 0), key)
        return words[:lanes].T
    block = np.repeat(np.arange(blocks, dtype=np.uint64), games)
    words = philox((index, turn, int(purpose), block), np.tile(key, blocks))
    by_lane = words.reshape(_LANES_A_BLOCK, blocks, games).swapaxes(0, 1)
    return by_lane.reshape(_LANES_A_BLOCK * blocks, games)[:lanes].T


def below(words: U32, limit: int | IntArray) -> I32:
    """Whole numbers from 0 up to, not including, a limit, each as likely as any other.

    Args:
        words: u32[...], from draw.
        limit: 1 to 2^31 - 1, or an array that broadcasts. How much likelier one number can be than
            another is limit in 2^32.

    Returns: i32[...], floor(word x limit / 2^32).
    """
    return (np.multiply(words, limit, dtype=np.uint64, casting="unsafe") >> np.uint64(32)).astype(np.int32)


def threshold(probability: int) -> int:
    """The threshold that a draw stays under with a probability: see `happens`.

    Args:
        probability: millionths, 0 to 1,000,000.

    Returns: 0 (never) to 2^32 (always), rounded to the nearest; it needs uint64.

    Raises:
        ValueError: no probability.
    """
    if not 0 <= probability <= MICRO:
        raise ValueError(f"a probability lies between 0 and 1 (got {probability} millionths)")
    return (2 * probability * CERTAIN + MICRO) // (2 * MICRO)


def thresholds(weights: Sequence[int]) -> U64:
    """The thresholds that choose among things by weight: see `pick`.

    Args:
        weights: [K], at least 0, not all 0.

    Returns: u64[K], rising; the last is 2^32.

    Raises:
        ValueError: a negative weight, or no weight above 0.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError(f"weights are 0 or more, and one at least is above 0 (got {list(weights)})")
    reached, marks = 0, []
    for weight in weights:
        reached += weight
        marks.append((2 * reached * CERTAIN + total) // (2 * total))
    return np.array(marks, dtype=np.uint64)


def happens(words: U32, mark: int | U64) -> Bool:
    """Whether a thing of some probability happens.

    Args:
        words: u32[...], from draw.
        mark: from `threshold`; a number or u64 that broadcasts.

    Returns: bool[...], true where word < mark.
    """
    return np.less(words, np.asarray(mark, dtype=np.uint64))


def pick(words: U32, marks: U64) -> I32:
    """Which of K things is chosen.

    Args:
        words: u32[...], from draw.
        marks: u64[K] or u64[..., K], from `thresholds`.

    Returns: i32[...], 0 to K - 1; a thing of weight 0 is never chosen.
    """
    chosen: I32 = np.sum(words[..., None] >= marks, axis=-1, dtype=np.int32)
    return chosen
