"""Gates of a scenario file as items of pytest."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.analysis.balance.gate_findings import line_of
from game.analysis.balance.junit import details, properties_of, sentence
from game.analysis.balance.report import report
from game.analysis.balance.running import Asked, Run, carry_out, prepared
from game.analysis.statistics.sequential import Ruling
from game.content.extending import read_whole
from game.content.loading import load
from game.foundation.errors import GameError


class GateFailed(Exception):
    """A gate that fails; its text is all there is to say."""


class Gates(pytest.File):
    """All gates of one file. They are tested together, on the same games, when the first is run."""

    def collect(self) -> Iterator[Gate]:
        """One item for each gate."""
        try:
            scenario = load(self.path)
        except GameError as fault:
            raise self.CollectError(str(fault)) from None
        for number, gate in enumerate(scenario.balance):
            yield Gate.from_parent(self, name=gate.id, number=number, line=line_of(scenario, number))

    def tested(self) -> tuple[dict[str, Any], dict[str, float]]:
        """What was found of every gate, and the processor time that each took."""
        if not hasattr(self, "_tested"):
            run = self._prepared()
            carry_out(run, None)
            seconds = {trial.gate.id: round(trial.seconds, 3) for trial in run.tally.trials}
            self._tested = report(run), seconds
        return self._tested

    def _prepared(self) -> Run:
        # Only what gates ask for is played: the pool is the policies of the first of them.
        reading = read_whole(self.path)
        games = self.config.getoption("--balance-games")
        pool = load(self.path).balance[0].policies
        return prepared(reading, os.path.relpath(self.path), Asked(policies=pool, games=games))


class Gate(pytest.Item):
    """One gate.

    Args:
        number: of the gate in its file, from 0.
        line: on which it stands, from 1.
    """

    def __init__(self, *, number: int, line: int, **more: Any) -> None:
        super().__init__(**more)
        self._number = number
        self._line = line

    def runtest(self) -> None:
        """Pass, fail, or be skipped with the reason: undecided gates and failed warnings are no passes."""
        assert isinstance(self.parent, Gates), "gates are made by their file"
        found, seconds = self.parent.tested()
        gate = found["gates"][self._number]
        self.user_properties += list(properties_of(gate).items())
        self.user_properties.append(("cpu_seconds", str(seconds[gate["id"]])))
        if gate["verdict"] == Ruling.PASS:
            return
        if gate["verdict"] == Ruling.FAIL and gate["severity"] == "error":
            raise GateFailed(f"{sentence(gate)}\n{details(gate)}")
        pytest.skip(sentence(gate))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The verdict with its place, and no traceback: a gate is not a program."""
        if isinstance(excinfo.value, (GateFailed, GameError)):
            return f"{self.path}:{self._line}: {excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """File, line from 0, and a name."""
        return self.path, self._line - 1, f"gate {self.name}"
