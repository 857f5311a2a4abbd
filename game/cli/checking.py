"""`check`: everything that is wrong with scenario files, all together."""

from __future__ import annotations

from collections.abc import Sequence

import click

from game.content.loading import check_file
from game.foundation.errors import ScenarioError
from game.foundation.findings import Finding
from game.foundation.texts import _, ngettext
from game.match.library import find

GOOD, FOUND, UNUSABLE = 0, 1, 2


def check_files(names: Sequence[str]) -> int:
    """Print every finding of every file.

    Returns: 0 if no file has an error, 1 if one has, 2 if no file could be opened.
    """
    worst = GOOD
    for name in names:
        path = find(name)
        findings = _findings(str(path))
        for finding in findings:
            click.echo(str(finding))
        errors = [finding for finding in findings if finding.severity == "error"]
        if not errors:
            click.echo(_("{path}: good").format(path=path) + _remarks(len(findings)))
        missing = bool(errors) and all(finding.code == "no-file" for finding in errors)
        worst = max(worst, UNUSABLE if missing else FOUND if errors else GOOD)
    return worst


def _findings(path: str) -> tuple[Finding, ...]:
    try:
        return check_file(path)[1]
    except ScenarioError as fault:
        return fault.findings


def _remarks(count: int) -> str:
    return ngettext(", {n} remark", ", {n} remarks", count).format(n=count) if count else ""
