"""Findings and errors say what, where, and what would be right."""

import pytest

from game.foundation.errors import (
    GameError,
    IllegalAction,
    ReplayDiverged,
    ScenarioError,
    SeatError,
    TranscriptError,
    UnreadableAction,
    WrongScenario,
)
from game.foundation.findings import Finding

RANGE = Finding(
    code="range", severity="error", file="a.yaml", line=83, column=15, path="actors.treasury.weights.potash",
    message="must be between 0 and 1 (got 1.7)", hint="Did you mean 0.17?",
)  # fmt: skip
MISSING = Finding(
    code="missing-file",
    severity="error",
    file="b.yaml",
    line=0,
    column=0,
    path="",
    message="there is no such file",
)


def test_a_finding_reads_as_one_line():
    assert str(RANGE) == (
        "a.yaml:83:15: error[range] actors.treasury.weights.potash: "
        "must be between 0 and 1 (got 1.7). Did you mean 0.17?"
    )
    assert str(MISSING) == "b.yaml: error[missing-file] there is no such file"


def test_a_scenario_error_shows_every_finding():
    error = ScenarioError(iter([RANGE, MISSING]))
    assert error.findings == (RANGE, MISSING)
    assert str(error).splitlines() == [str(RANGE), str(MISSING)]


def test_findings_sort_by_place():
    assert sorted([MISSING, RANGE]) == [RANGE, MISSING]


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (UnreadableAction("ofer 3", "Write offer 3."), ["'ofer 3'", "Write offer 3."]),
        (UnreadableAction("ofer 3"), ["'ofer 3'."]),
        (
            IllegalAction(0, 4, "envoy", "accept", "There is no offer."),
            ["envoy", "turn 4", "accept", "no offer"],
        ),
        (WrongScenario("abc", "def"), ["abc", "def"]),
        (ReplayDiverged(3, "abc", "def"), ["turn 3", "abc", "def"]),
        (SeatError("this seat is taken"), ["this seat is taken"]),
    ],
)
def test_messages_carry_what_matters(error, says):
    assert isinstance(error, GameError)
    for part in says:
        assert part in str(error)
    assert str(error) == str(error).strip()


def test_transcript_errors_are_one_family():
    assert issubclass(WrongScenario, TranscriptError)
    assert issubclass(ReplayDiverged, TranscriptError)
