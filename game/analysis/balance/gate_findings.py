"""What is wrong with gates that only this room can tell: policies and things to use that do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.balance.feature_names import names_in
from game.content.reading.places import Path, Place
from game.content.reading.suggestions import closest, did_you_mean
from game.content.schema.balance import USED
from game.content.schema.scenario import Scenario
from game.foundation.findings import Finding
from game.foundation.texts import _
from game.policies.known import KNOWN

_NAMED = 12


def gate_findings(scenario: Scenario) -> Iterator[Finding]:
    """Everything that keeps gates of a checked scenario from being tested, in the order of its file."""
    there = names_in(scenario)
    for number, gate in enumerate(scenario.balance):
        if gate.family == USED:
            thing = gate.metric.partition(".")[2]
            yield from _known(scenario, ("balance", number, "metric"), thing, there, _("thing to use"))
        for place, policy in enumerate(gate.policies):
            yield from _known(scenario, ("balance", number, "policies", place), policy, KNOWN, _("policy"))


def line_of(scenario: Scenario, number: int) -> int:
    """The line on which a gate stands; 0 for a scenario that was not read from a file."""
    return scenario.positions.value(("balance", number)).line if scenario.positions else 0


def _known(scenario: Scenario, path: Path, name: str, there: tuple[str, ...], what: str) -> Iterator[Finding]:
    if name in there:
        return
    where = scenario.positions
    place = where.value(path) if where else Place("", 0, 0)
    few = ", ".join(there[:_NAMED]) + (", …" if len(there) > _NAMED else "")
    yield Finding(
        file=place.file,
        line=place.line,
        column=place.column,
        code="unknown-id",
        severity="error",
        path=where.text(path) if where else ".".join(map(str, path)),
        message=_("there is no {what} '{id}'").format(what=what, id=name[:60]),
        hint=did_you_mean(closest(name, there)) or _("Possible: {ids}.").format(ids=few),
    )
