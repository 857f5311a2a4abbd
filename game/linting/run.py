"""Everything that is to be said of a scenario file: what forbids to play it, and what to look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from game.content.checks.run import placed
from game.content.extending import read_whole
from game.content.loading import examined
from game.content.reading.memory import Memory
from game.content.schema.scenario import Scenario
from game.foundation.findings import Finding
from game.linting.allowing import sift
from game.linting.case import Case
from game.linting.rules import ASKED


@dataclass(frozen=True)
class Checked:
    """A scenario file after all checks.

    Args:
        scenario: None if it cannot be played.
        findings: in the order of the file, without what the file allows.
        set_aside: what the file allows.
    """

    scenario: Scenario | None
    findings: tuple[Finding, ...]
    set_aside: tuple[Finding, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing found is an error."""
        return not any(finding.severity == "error" for finding in self.findings)


def lint_file(path: Path, today: date, memory: Memory | None = None) -> Checked:
    """Check a file.

    Args:
        path: the file.
        today: the day, for questions of age.
        memory: what was read before, of whichever files; the findings are the same with and without it.
    """
    names, findings = examined(read_whole(path, memory))
    if names is None:
        return Checked(None, findings)
    scenario = names.scenario
    found = (*findings, *findings_of(Case(names, today, path)))
    sifted = sift(scenario, found)
    about = tuple(placed(remark, scenario.positions) for remark in sifted.about)
    kept = tuple(sorted((*sifted.kept, *about)))
    return Checked(scenario, kept, sifted.set_aside)


def findings_of(case: Case) -> Iterator[Finding]:
    """What the checks of this room find; each place and rule once."""
    seen = set()
    for asked in ASKED:
        for remark in asked.check(case):
            finding = placed(remark, case.scenario.positions)
            place = (finding.file, finding.line, finding.column, finding.code, finding.path)
            if place not in seen:
                seen.add(place)
                yield finding
