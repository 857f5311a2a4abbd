"""The fuzzing of the reader works: it finds what it is there to find. `.ci/run` lets it run for a minute."""

import random

import pytest

from tests.content import fuzzing


def test_a_second_of_it_finds_no_crash() -> None:
    assert fuzzing.fuzz_by_own_loop(1) > 20


def test_a_reader_that_crashes_is_caught() -> None:
    def fragile(raw: bytes) -> tuple:
        if b"!" in raw:
            raise RecursionError("too deep")
        return fuzzing.read(raw)

    with pytest.raises(RecursionError):
        fuzzing.fuzz_by_own_loop(20, fragile)


def test_inputs_are_changed_and_crossed() -> None:
    chance = random.Random(2)
    corpus = [path.read_bytes() for path in fuzzing.SEEDS]
    made = {fuzzing.changed(chance, corpus) for _ in range(60)}
    assert len(made - set(corpus)) > 40
