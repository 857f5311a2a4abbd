"""How what was agreed lasted: a share where a step fell due, words where none did."""

from dataclasses import replace

import numpy as np

from game.narration.lasting import lasted
from game.rules.blank import blank_state
from game.rules.outcome import Outcome, outcome
from tests.cases.pack import opened


def _result(honoured: int, breached: int) -> Outcome:
    tables = opened("grain-and-teachers").tables
    state = blank_state(tables, np.zeros(1, np.uint64))
    both = {"honoured": honoured, "breached": breached}
    return outcome(tables, replace(state, **{name: np.array([[n, 0]], np.int16) for name, n in both.items()}))


def test_steps_that_fell_due_have_a_share():
    assert lasted(_result(3, 1)) == "Durability of what was agreed: 75 %"
    assert lasted(_result(0, 1)) == "Durability of what was agreed: 0 %", "broken and never kept"


def test_an_agreement_of_the_last_turn_is_not_called_broken():
    assert "no step of it was due" in lasted(_result(0, 0))
