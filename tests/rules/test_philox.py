"""The generator against the known answers of its authors, and against itself in every shape."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.foundation.philox import philox, philox_block

# Random123, tests/kat_vectors, "philox4x32 10": counter words, key words, answer.
KNOWN_ANSWERS = [
    (
        (0x00000000, 0x00000000, 0x00000000, 0x00000000),
        (0x00000000, 0x00000000),
        (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8),
    ),
    (
        (0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF),
        (0xFFFFFFFF, 0xFFFFFFFF),
        (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD),
    ),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
]
words32 = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize(("counter", "key", "answer"), KNOWN_ANSWERS)
@pytest.mark.parametrize("games", [1, 7, 8193])
def test_known_answers(counter, key, answer, games):
    keys = np.full(games, key[1] << 32 | key[0], dtype=np.uint64)
    assert philox_block(counter, int(keys[0])) == answer
    words = philox(counter, keys)
    assert words.shape == (4, games)
    assert words.dtype == np.uint32
    assert (words == np.array(answer, dtype=np.uint32)[:, None]).all()


@given(
    st.lists(
        st.tuples(words32, words32, words32, words32, st.integers(0, 2**64 - 1)), min_size=7, max_size=40
    )
)
def test_every_word_of_the_counter_may_differ_by_game(rows):
    columns = [np.array(column, dtype=np.uint64) for column in zip(*rows, strict=True)]
    words = philox(columns[:4], columns[4])
    for n, (*counter, key) in enumerate(rows):
        assert tuple(words[:, n].tolist()) == philox_block(counter, key)
