"""From a path to a scenario that can be played, or to everything that is wrong with it."""

from pathlib import Path

from game.content.blaming import at_their_drops
from game.content.blaming_changes import at_their_changes
from game.content.checks.run import findings_by, findings_of
from game.content.extending import read_whole
from game.content.names import Names
from game.content.reading.limits import MAX_FINDINGS
from game.content.reading.loading import Reading, load_reading
from game.content.reading.nodes import Node
from game.content.reading.places import Positions, path_text
from game.content.reading.stand_ins import with_stand_ins
from game.content.schema.scenario import Scenario
from game.foundation.errors import ScenarioError
from game.foundation.findings import Finding
from game.foundation.texts import ENGLISH, language


def load(path: Path | str) -> Scenario:
    """The scenario of a file, checked as far as playing it needs.

    Raises:
        ScenarioError: with all findings, warnings included.
    """
    scenario, findings = check_file(path, language())
    if scenario is None:
        raise ScenarioError(findings)
    return scenario


def check_file(path: Path | str, wanted: str = ENGLISH) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """The scenario of a file and all findings in the order of the file.

    Args:
        path: the file.
        wanted: the language in which its texts are wanted; those without a translation stay as they are
            written.

    Returns:
        None for the scenario if any finding is an error.
    """
    return _as_pair(examined(_in_language(read_whole(Path(path)), Path(path), wanted)))


def load_reading_of(reading: Reading) -> Scenario:
    """The scenario of a file that has been read already, checked like one of a path.

    Raises:
        ScenarioError: with all findings, warnings included.
    """
    scenario, findings = check_reading(reading)
    if scenario is None:
        raise ScenarioError(findings)
    return scenario


def check_reading(reading: Reading) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """The same as `check_file`, of a file that has been read already."""
    return _as_pair(examined(reading))


def examined(reading: Reading) -> tuple[Names | None, tuple[Finding, ...]]:
    """The same as `check_reading`, with what the checks have worked out about the scenario on their way."""
    names, findings = _judged(reading)
    plain = findings
    if names is None and reading.drops:
        findings = at_their_drops(reading, findings, lambda other: _judged(other)[1])
    if names is None and reading.changes:
        findings = at_their_changes(reading, findings, plain, lambda other: _judged(other)[1])
    return names, findings


def _judged(reading: Reading) -> tuple[Names | None, tuple[Finding, ...]]:
    loading = load_reading(Scenario, reading)
    if loading.instance is None or loading.tree is None:
        hidden = () if reading.findings or loading.tree is None else _hidden(loading.tree)
        return None, tuple(sorted((*loading.findings, *hidden)))[:MAX_FINDINGS]
    scenario = loading.instance.placed(Positions(loading.tree))
    names = Names(scenario)
    findings = tuple(sorted((*loading.findings, *findings_by(names))))
    if any(finding.severity == "error" for finding in findings):
        return None, findings
    return names, findings


def _as_pair(
    found: tuple[Names | None, tuple[Finding, ...]],
) -> tuple[Scenario | None, tuple[Finding, ...]]:
    names, findings = found
    return (names.scenario if names else None), findings


def _in_language(reading: Reading, path: Path, wanted: str) -> Reading:
    if wanted == ENGLISH or reading.tree is None:
        return reading
    from game.content.catalogues import catalogue_of, translated

    catalogue = catalogue_of(path, wanted)
    return reading._replace(tree=translated(reading.tree, catalogue)) if catalogue.is_file() else reading


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
