"""Keys get numbers as from a dictionary."""

import numpy as np

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
