"""From a path to a scenario that can be played, or to everything that is wrong with it."""

from pathlib import Path

from game.content.checks.run import findings_of
from game.content.reading.loading import read_model
from game.content.reading.places import Positions
from game.content.schema.scenario import Scenario
from game.foundation.errors import ScenarioError
from game.foundation.findings import Finding


def load(path: Path | str) -> Scenario:
    """The scenario of a file, checked as far as playing it needs.

    Raises:
        ScenarioError: with all findings, warnings included.
    """
    scenario, findings = check_file(path)
    if scenario is None:
        raise ScenarioError(findings)
    return scenario


def check_file(path: Path | str) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """The scenario of a file and all findings in the order of the file.

    Returns:
        None for the scenario if any finding is an error.
    """
    loading = read_model(Scenario, Path(path))
    if loading.instance is None or loading.tree is None:
        return None, loading.findings
    scenario = loading.instance.placed(Positions(loading.tree))
    findings = tuple(sorted((*loading.findings, *findings_of(scenario))))
    if any(finding.severity == "error" for finding in findings):
        return None, findings
    return scenario, findings
