"""A file of test cases, tried one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from game.content.reading.faults import Fault, Placed, to_findings
from game.content.reading.loading import load_reading, read_tree
from game.content.reading.places import Positions
from game.content.reading.suggestions import closest, did_you_mean
from game.foundation.errors import ScenarioError
from game.foundation.findings import Finding
from game.foundation.texts import _
from game.match.cases.expecting import require
from game.match.cases.failing import Failed
from game.match.cases.naming import SUFFIX
from game.match.cases.playing import play
from game.match.cases.schema import CaseFile, TestCase
from game.match.library import Opened, open_scenario

_MOST_LOOKED_AT = 1000  # files of a folder, for one that may be meant


@dataclass(frozen=True)
class Cases:
    """A file of test cases that can be tried.

    Args:
        path: the file.
        opened: its scenario.
        cases: the cases.
        positions: where everything stands.
    """

    path: Path
    opened: Opened
    cases: tuple[TestCase, ...]
    positions: Positions

    def attempt(self, number: int) -> Finding | None:
        """Try one case; what went otherwise, or nothing."""
        case, path = self.cases[number], ("cases", number)
        try:
            played = play(self.opened, case, path)
            for n, expected in enumerate(case.expect):
                require(self.opened, played, expected, (*path, "expect", n))
        except Failed as fault:
            place = self.positions.value(fault.path)
            subject = self.positions.text(fault.path)
            message = _("{name!r}: {what}").format(name=case.name, what=fault.message)
            return Finding(
                code="case", severity="error", file=place.file, line=place.line, column=place.column,
                path=subject, message=message, hint=fault.hint,
            )  # fmt: skip
        return None

    def failures(self) -> Iterator[Finding]:
        """What went otherwise in all cases."""
        for number in range(len(self.cases)):
            finding = self.attempt(number)
            if finding is not None:
                yield finding


def open_cases(path: Path) -> Cases:
    """Read a file of test cases and its scenario.

    Raises:
        ScenarioError: with all findings, of this file or of its scenario.
    """
    loading = load_reading(CaseFile, read_tree(path))
    if loading.instance is None or loading.tree is None:
        raise ScenarioError(loading.findings)
    name, positions = loading.instance.scenario, Positions(loading.tree)
    if name != Path(name).name or not name.endswith((".yaml", ".yml")) or name.endswith(SUFFIX):
        message = _("must be the name of a scenario file in this folder")
        raise ScenarioError(_at_scenario(positions, message, path.parent, name))
    if not (path.parent / name).is_file():
        message = _("there is no file '{name}' here").format(name=name)
        raise ScenarioError(_at_scenario(positions, message, path.parent, name))
    return Cases(path, open_scenario(path.parent / name), loading.instance.cases, positions)


def _at_scenario(positions: Positions, message: str, folder: Path, name: str) -> tuple[Finding, ...]:
    place = positions.value(("scenario",))
    there = sorted(file.name for file in islice(folder.glob("*.yaml"), _MOST_LOOKED_AT))
    meant = closest(name.removesuffix(SUFFIX), [file for file in there if not file.endswith(SUFFIX)])
    meant = f"{name}.yaml" if f"{name}.yaml" in there else meant
    hint = did_you_mean(meant) or _("Write scenario: NAME.yaml, for the file beside this one.")
    fault = Fault("case", message, hint)
    return to_findings((Placed(fault, place.file, place.line, place.column, ("scenario",)),), None)
