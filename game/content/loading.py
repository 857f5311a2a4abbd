"""From a path to a scenario that can be played, or to everything that is wrong with it."""

from pathlib import Path

from game.content.checks.run import findings_of
from game.content.reading.limits import MAX_FINDINGS
from game.content.reading.loading import Reading, load_reading, read_tree
from game.content.reading.nodes import Node
from game.content.reading.places import Positions, path_text
from game.content.reading.stand_ins import with_stand_ins
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
    reading = read_tree(Path(path))
    loading = load_reading(Scenario, reading)
    if loading.instance is None or loading.tree is None:
        hidden = () if reading.findings or loading.tree is None else _hidden(loading.tree)
        return None, tuple(sorted((*loading.findings, *hidden)))[:MAX_FINDINGS]
    scenario = loading.instance.placed(Positions(loading.tree))
    findings = tuple(sorted((*loading.findings, *findings_of(scenario))))
    if any(finding.severity == "error" for finding in findings):
        return None, findings
    return scenario, findings


_SAID_ANYWAY = frozenset({"unknown-id", "calendar", "weights", "sum", "curve"})
"""Codes of mistakes between parts that hold whatever stands in for a faulty value elsewhere."""


def _hidden(tree: Node) -> tuple[Finding, ...]:
    """Mistakes between the parts of a file that has faulty values as well."""
    mended = with_stand_ins(Scenario, tree)
    if mended is None:
        return ()
    scenario = load_reading(Scenario, Reading(mended[0], ())).instance
    if scenario is None:
        return ()
    places = tuple(path_text(tree, path) for path in mended[1])
    return tuple(
        finding
        for finding in findings_of(scenario.placed(Positions(mended[0])))
        if finding.code in _SAID_ANYWAY and not _rests_on(finding, places)
    )


def _rests_on(finding: Finding, places: tuple[str, ...]) -> bool:
    """Whether it may come of what stands in somewhere: there, in what holds it, or in the dates of turns."""
    if finding.code in ("calendar", "weights"):
        return any(place.startswith("calendar") for place in places)
    return any(
        place and (finding.path.startswith(place) or place.startswith(finding.path)) for place in places
    )
