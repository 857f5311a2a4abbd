"""At the limits of a file nothing wraps: engine and oracle agree there, or the file is refused."""

from pathlib import Path

import numpy as np
import pytest

from game.content.checks import run, totals
from game.content.loading import load
from game.foundation.errors import ScenarioError
from tests.oracle.compare import Batch, Difference, compare
from tests.oracle.limits import (
    Change,
    arrests_that_multiply,
    crowds,
    nobody_held,
    one_turn,
    rewritten,
    short_ring,
    values_that_add_up,
)

PLAYED = (crowds, one_turn, nobody_held, short_ring)


@pytest.mark.parametrize("change", PLAYED)
def test_engine_and_oracle_agree_at_the_limits(tmp_path: Path, change: Change) -> None:
    assert compare(rewritten(tmp_path, change), 40).values > 10_000


@pytest.mark.slow
@pytest.mark.parametrize("change", PLAYED)
def test_and_in_many_more_games(tmp_path: Path, change: Change) -> None:
    path = rewritten(tmp_path, change)
    for seed in range(5):
        compare(path, 512, seed)


def test_more_people_than_sixteen_bits_hold_are_owed(tmp_path: Path) -> None:
    batch, most = Batch(rewritten(tmp_path, crowds), 1_000_003, 40), 0
    while batch.state.clock.phase < 3:
        most = max(most, int(batch.state.owed_people.max()))
        batch.step()
    assert most > np.iinfo(np.int16).max


REFUSED = (
    (arrests_that_multiply, "arrests.base: with all arrests of a game up to"),
    (values_that_add_up, "seats[keeper].principal: 'cabinet' could gain or lose up to"),
)


@pytest.mark.parametrize(("change", "words"), REFUSED)
def test_what_no_number_could_hold_is_refused(tmp_path: Path, change: Change, words: str) -> None:
    with pytest.raises(ScenarioError) as refusal:
        load(rewritten(tmp_path, change))
    assert words in str(refusal.value)
    assert "[too-large]" in str(refusal.value)


@pytest.mark.parametrize("change", [change for change, _words in REFUSED])
def test_and_would_have_gone_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Change) -> None:
    """What is refused is no mere caution: the numbers do wrap."""
    monkeypatch.setattr(run, "CHECKS", [check for check in run.CHECKS if check is not totals.check])
    with pytest.raises((Difference, IndexError, OverflowError)):
        compare(rewritten(tmp_path, change), 2)
