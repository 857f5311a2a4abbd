"""pytest runs what designers test: each case of a file NAME.cases.yaml, and each gate of a scenario.

Installing the project registers this module with pytest (`pytest11` in pyproject.toml). It imports nothing
of the game before there is a file to collect, since it is loaded in every run of pytest in the same
environment.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from game.adapters.gate_items import Gates
    from game.match.cases.trying import Cases

_CASES = ".cases.yaml"
_SUFFIXES = (".yaml", ".yml")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The budget of gates."""
    group = parser.getgroup("reprieve", "scenarios of Reprieve")
    group.addoption(
        "--balance-games", type=int, default=None, metavar="N",
        help="play at most N games for the gates of each scenario file",
    )  # fmt: skip


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take files of test cases, and scenarios with gates."""
    if file_path.name.endswith(_CASES):
        return CaseCollector.from_parent(parent, path=file_path)
    return gates_of(file_path, parent)


def gates_of(file_path: Path, parent: pytest.Collector) -> Gates | None:
    """The gates of a scenario that is named on the command line, or whose folder is.

    Scenarios that lie among tests of a project are left alone: they may be broken on purpose.
    """
    named = parent.session.isinitpath(file_path) or parent.session.isinitpath(file_path.parent)
    if file_path.suffix not in _SUFFIXES or not named or not _has_gates(file_path):
        return None
    from game.adapters.gate_items import Gates

    return Gates.from_parent(parent, path=file_path)


def _has_gates(file_path: Path) -> bool:
    """Whether a line begins with the key; reading it as YAML is left to the collector."""
    try:
        return any(line.startswith(b"balance:") for line in file_path.read_bytes().splitlines())
    except OSError:
        return False


class CaseCollector(pytest.File):
    """A file of test cases."""

    def collect(self) -> Iterable[pytest.Item]:
        """One test for each case; a file with mistakes cannot be collected."""
        from game.foundation.errors import GameError
        from game.match.cases.trying import open_cases

        try:
            cases = open_cases(self.path)
        except GameError as fault:
            raise self.CollectError(str(fault)) from None
        for number, case in enumerate(cases.cases):
            yield CaseItem.from_parent(self, name=case.name, cases=cases, number=number)


class CaseItem(pytest.Item):
    """One case."""

    def __init__(self, *, cases: Cases, number: int, **rest: Any) -> None:
        super().__init__(**rest)
        self._cases = cases
        self._number = number

    def runtest(self) -> None:
        """Try the case."""
        finding = self._cases.attempt(self._number)
        if finding is not None:
            pytest.fail(str(finding), pytrace=False)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the case stands."""
        place = self._cases.positions.value(("cases", self._number))
        return self.path, place.line - 1, self.name
