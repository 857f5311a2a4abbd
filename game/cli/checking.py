"""`check`: everything that is to be said of scenario files, all together."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Literal

import click

from game.foundation.errors import GameError, ScenarioError
from game.foundation.findings import Finding
from game.foundation.texts import _, ngettext
from game.linting.run import Checked, lint_file
from game.match.cases.naming import SUFFIX, cases_beside
from game.match.library import find

GOOD, FOUND, UNUSABLE = 0, 1, 2
Form = Literal["text", "json", "github"]


def check_files(names: Sequence[str], form: Form = "text", *, cases: bool = False) -> int:
    """Print every finding of every file.

    Args:
        names: files, or ids of scenarios that came with the game.
        form: as lines, as one JSON object, or as annotations of a forge.
        cases: whether to try the test cases beside each file as well.

    Returns: 0 if no file has an error, 1 if one has, 2 if no file could be opened.
    """
    worst = GOOD
    checked = {}
    for name in names:
        path = find(name)
        for file, found in _of_file(path, cases=cases):
            checked[file] = found
            if form != "json":
                _say(file, found, form)
            worst = max(worst, _status(found))
    if form == "json":
        click.echo(json.dumps(_as_object(checked), ensure_ascii=False))
    return worst


def _of_file(path: Path, *, cases: bool) -> Iterator[tuple[str, Checked]]:
    """The file, and the test cases beside it if they are wanted, are there, and can be tried."""
    if path.name.endswith(SUFFIX):
        yield str(path), _try_cases(path)
        return
    found = _with_gates(lint_file(path, date.today()))  # noqa: DTZ011 - the reader's own day is meant
    yield str(path), found
    if cases and found.sound and cases_beside(path).is_file():
        yield str(cases_beside(path)), _try_cases(cases_beside(path))


def _with_gates(found: Checked) -> Checked:
    """With what is wrong with gates, which only the room that tests them can tell."""
    if found.scenario is None or not found.scenario.balance or not found.sound:
        return found
    from game.analysis.balance.gate_findings import gate_findings

    wrong = gate_findings(found.scenario)
    return replace(found, findings=tuple(sorted((*found.findings, *wrong))))


def _try_cases(path: Path) -> Checked:
    from game.match.cases.trying import open_cases

    try:
        return Checked(None, tuple(open_cases(path).failures()))
    except ScenarioError as fault:
        return Checked(None, fault.findings)


def explain_rule(rule: str) -> int:
    """Print what a rule finds and why it is asked."""
    from game.content.reading.suggestions import closest, did_you_mean
    from game.linting.explaining import all_rules, explain

    if rule not in all_rules():
        hint = did_you_mean(closest(rule, all_rules())) or _("There are: {names}.").format(
            names=", ".join(all_rules())
        )
        raise GameError(_("there is no rule {rule!r}. {hint}").format(rule=rule[:80], hint=hint))
    click.echo(f"{rule}: {explain(rule)}")
    return GOOD


def _status(found: Checked) -> int:
    errors = [finding for finding in found.findings if finding.severity == "error"]
    missing = bool(errors) and all(finding.code == "no-file" for finding in errors)
    return UNUSABLE if missing else FOUND if errors else GOOD


def _say(path: str, found: Checked, form: Form) -> None:
    for finding in found.findings:
        click.echo(_annotation(finding) if form == "github" else str(finding))
    if form == "text" and found.sound:
        click.echo(_("{path}: good").format(path=path) + _remarks(len(found.findings), len(found.set_aside)))


def _remarks(count: int, aside: int) -> str:
    said = ngettext(", {n} remark", ", {n} remarks", count).format(n=count) if count else ""
    if aside:
        said += ngettext(", {n} allowed", ", {n} allowed", aside).format(n=aside)
    return said


def _as_object(checked: dict[str, Checked]) -> dict[str, object]:
    return {
        "files": [
            {
                "file": path,
                "good": found.sound,
                "findings": [asdict(finding) for finding in found.findings],
                "allowed": [asdict(finding) for finding in found.set_aside],
            }
            for path, found in checked.items()
        ]
    }


_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def _annotation(finding: Finding) -> str:
    """A workflow command of GitHub, with what its syntax needs escaped."""
    subject = f"{finding.path}: " if finding.path else ""
    text = f"{subject}{finding.message}" + (f". {finding.hint}" if finding.hint else "")
    place = f"file={_property(finding.file)}"
    if finding.line:
        place += f",line={finding.line},col={finding.column}"
    return f"::{_LEVELS[finding.severity]} {place},title={_property(finding.code)}::{_message(text)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
