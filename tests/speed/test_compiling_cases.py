"""Each case is compiled in well under the time in which somebody would notice, in processor time."""

import time

import pytest

from game.content.compiling.compile import compile_
from tests.cases.pack import PACK, opened

MOST_SECONDS = 0.3


@pytest.mark.slow
@pytest.mark.parametrize("name", PACK)
def test_a_case_is_compiled_in_time(name: str) -> None:
    scenario, taken = opened(name).scenario, []
    for _attempt in range(3):
        before = time.process_time()
        compile_(scenario)
        taken.append(time.process_time() - before)
    assert min(taken) < MOST_SECONDS
