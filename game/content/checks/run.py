"""All checks of a scenario, and their remarks as findings with places."""

from collections.abc import Callable, Iterator

from game.content.checks import (
    allies,
    amounts,
    balance,
    chances,
    conditions,
    counting,
    curves,
    effects,
    groups,
    history,
    identity,
    idle_keys,
    leverage,
    mediators,
    outsiders,
    packages,
    red_lines,
    references,
    seats,
    selectorates,
    sourcing,
    special_issues,
    synergies,
    totals,
    turns,
)
from game.content.checks.remarks import Remark
from game.content.names import Names
from game.content.reading.places import Place, Positions
from game.content.schema.scenario import Scenario
from game.foundation.findings import Finding

Check = Callable[[Names], Iterator[Remark]]

CHECKS: tuple[Check, ...] = (
    references.check,
    identity.check,
    sourcing.check,
    turns.check,
    seats.check,
    special_issues.check,
    idle_keys.check,
    leverage.check,
    packages.check,
    red_lines.check,
    allies.check,
    outsiders.check,
    mediators.check,
    groups.check,
    curves.check,
    synergies.check,
    selectorates.check,
    amounts.check,
    totals.check,
    counting.check,
    chances.check,
    conditions.check,
    effects.check,
    history.check,
    balance.check,
)


def findings_of(scenario: Scenario) -> tuple[Finding, ...]:
    """What all checks find in a scenario, in the order of its file; each place and code once."""
    return findings_by(Names(scenario))


def findings_by(names: Names) -> tuple[Finding, ...]:
    """The same, of a scenario whose names are numbered already."""
    found: dict[tuple[str, int, int, str], Finding] = {}
    for check in CHECKS:
        for remark in check(names):
            finding = placed(remark, names.scenario.positions)
            found.setdefault((finding.file, finding.line, finding.column, finding.code), finding)
    return tuple(sorted(found.values()))


def placed(remark: Remark, positions: Positions | None) -> Finding:
    """A remark as a finding, at its place in the file."""
    place, subject = Place("", 0, 0), ".".join(map(str, remark.path))
    if positions is not None:
        place = positions.key(remark.path) if remark.at_key else positions.value(remark.path)
        subject = positions.text(remark.path)
    return Finding(
        code=remark.code,
        severity=remark.severity,
        file=place.file,
        line=place.line,
        column=place.column,
        path=subject,
        message=remark.message,
        hint=remark.hint,
    )
