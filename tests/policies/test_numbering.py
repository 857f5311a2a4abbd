"""Keys get numbers as from a dictionary."""

import numpy as np

from game.policies.bits import highest, lowest, packed, up_to, without
from game.policies.numbering import Numbering


def test_numbers_are_those_of_a_dictionary() -> None:
    rng = np.random.default_rng(1)
    numbering, known = Numbering(), {}
    for _ in range(60):
        keys = rng.integers(0, 3000, size=rng.integers(1, 300)) * (1 << 40)
        found = numbering.find(keys)
        assert found.tolist() == [known.get(int(k), -1) for k in keys]
        new = np.unique(keys[found < 0])
        for key, number in zip(new.tolist(), numbering.add(new).tolist(), strict=True):
            assert number == len(known)
            known[key] = number
    assert len(known) > 2500
    every = np.array(list(known), np.int64)
    assert numbering.find(every).tolist() == list(known.values())


def test_bits_agree_with_plain_integers() -> None:
    rng = np.random.default_rng(2)
    flags = rng.random((500, 64)) < rng.random((500, 1))
    words = packed(flags)
    plain = [sum(1 << j for j in range(64) if row[j]) for row in flags.tolist()]
    assert words.tolist() == plain
    assert highest(words).tolist() == [p.bit_length() - 1 for p in plain]
    assert lowest(words).tolist() == [(p & -p).bit_length() - 1 if p else 64 for p in plain]
    bit = rng.integers(-1, 64, size=500)
    assert without(words, bit).tolist() == [p & ~(1 << b) if b >= 0 else p for p, b in zip(plain, bit.tolist(), strict=True)]
    assert up_to(bit).tolist() == [(1 << (b + 1)) - 1 for b in bit.tolist()]
