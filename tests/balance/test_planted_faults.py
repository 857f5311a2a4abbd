"""The gates of the flagship catch mistakes that were planted before the gates were written."""

import contextlib
from functools import cache
from pathlib import Path

import pytest
import yaml

from game.analysis.balance.running import Asked, carry_out, prepared
from game.analysis.statistics.sequential import Ruling
from game.content.reading.loading import read_tree_of
from game.foundation.places import scenarios_folder

PLANTED = yaml.safe_load((Path(__file__).parent / "planted_faults.yaml").read_text(encoding="utf-8"))
FAULTS = {fault["id"]: fault for fault in PLANTED["faults"]}
SCENARIO = (scenarios_folder() / f"{PLANTED['scenario']}.yaml").read_text(encoding="utf-8")
GAMES = 6144
NEEDED = 0.95  # of all faults


@cache
def failing(fault: str) -> tuple[str, ...]:
    """The gates that fail where a fault was planted."""
    text = SCENARIO
    if fault:
        assert FAULTS[fault]["find"] in text, f"{fault}: what it changes is no longer in the scenario"
        text = text.replace(FAULTS[fault]["find"], FAULTS[fault]["put"], 1)
    reading = read_tree_of(text.encode(), "planted.yaml")
    run = prepared(reading, "planted.yaml", Asked(("boulware", "conceder"), games=GAMES))
    # Caught as soon as one gate fails: what the others would say is not asked.
    with contextlib.suppress(Caught):
        carry_out(run, None, lambda _games: stop_if_caught(run))
    return failed(run)


class Caught(Exception):
    pass


def failed(run):
    counts = (trial for trial in run.tally.trials if trial.gate.severity == "error")
    return tuple(trial.gate.id for trial in counts if trial.ruling is Ruling.FAIL)


def stop_if_caught(run):
    if failed(run):
        raise Caught


def test_there_are_twenty_faults():
    assert len(FAULTS) == 20


def test_a_gross_fault_is_caught():
    assert "it_can_end_well" in failing("freed_sign")


@pytest.mark.slow
def test_without_a_fault_nothing_fails():
    assert failing("") == ()


@pytest.mark.slow
def test_nearly_all_planted_faults_are_caught():
    missed = [fault for fault in FAULTS if not failing(fault)]
    assert len(missed) <= (1 - NEEDED) * len(FAULTS) + 1e-9, f"not caught: {missed}"
