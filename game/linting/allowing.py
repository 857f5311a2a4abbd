"""Exceptions: a rule that a scenario sets aside, by its name and with the reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.checks.remarks import Remark, known
from game.content.schema.allow import Allow
from game.content.schema.scenario import Scenario
from game.foundation.findings import Finding
from game.foundation.texts import _
from game.linting.explaining import all_rules
from game.linting.rules import IDLE_EXCEPTION


@dataclass(frozen=True)
class Sifted:
    """Findings after exceptions.

    Args:
        kept: those that are reported.
        set_aside: those that an exception covers.
        about: what is to be said of the exceptions themselves.
    """

    kept: tuple[Finding, ...]
    set_aside: tuple[Finding, ...]
    about: tuple[Remark, ...]


def sift(scenario: Scenario, findings: Iterable[Finding]) -> Sifted:
    """Leave out what the scenario allows. Errors are never left out."""
    kept: list[Finding] = []
    aside: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        by = [n for n, allow in enumerate(scenario.allow) if _covers(allow, finding)]
        used.update(by)
        (aside if by else kept).append(finding)
    return Sifted(tuple(kept), tuple(aside), tuple(_about(scenario, used)))


def _covers(allow: Allow, finding: Finding) -> bool:
    if finding.severity == "error" or finding.code != allow.rule:
        return False
    at = allow.at
    return at is None or finding.path == at or finding.path.startswith((f"{at}.", f"{at}["))


def _about(scenario: Scenario, used: set[int]) -> Iterator[Remark]:
    for number, allow in enumerate(scenario.allow):
        yield from known(("allow", number, "rule"), allow.rule, all_rules(), _("rule"))
        if allow.rule in all_rules() and number not in used:
            yield Remark(
                ("allow", number),
                IDLE_EXCEPTION,
                _("nothing is found here that this exception could set aside"),
                _("Remove it. Errors cannot be set aside, only warnings and notes."),
                "warning",
            )
