"""Scenarios that can be played and that a designer should look at again: rule, line, column and words."""

from datetime import date
from pathlib import Path

import pytest

from game.content.checks import codes as check_codes
from game.foundation.places import scenarios_folder
from game.linting import run
from game.linting.explaining import all_rules, explain
from game.linting.rules import Asked, explanations
from tests.content.broken_files import expectations

TODAY = date(2026, 4, 30)
FOLDER = Path(__file__).parent / "broken"
BROKEN = sorted((FOLDER / "linting").glob("*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_scenario_gets_exactly_the_findings_it_expects(path: Path) -> None:
    found = run.lint_file(path, TODAY).findings
    expected = expectations(path)
    assert [(f.line, f.column, f.code) for f in found] == [e[:3] for e in expected], "\n".join(
        map(str, found)
    )
    for finding, expectation in zip(found, expected, strict=True):
        assert expectation.words in str(finding)


@pytest.mark.parametrize("asked", run.ASKED, ids=lambda asked: asked.check.__module__.rpartition(".")[2])
def test_every_check_is_needed(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it at least one broken file would get away with less."""
    monkeypatch.setattr(run, "ASKED", tuple(other for other in run.ASKED if other is not asked))
    own = [p for p in BROKEN if any(e.code in asked.rules for e in expectations(p))]
    assert own
    assert any(len(run.lint_file(path, TODAY).findings) < len(expectations(path)) for path in own)


def test_every_rule_has_a_broken_file_and_an_explanation() -> None:
    tried = {e.code for path in BROKEN for e in expectations(path)}
    assert set(explanations()) <= tried
    for rule in all_rules():
        assert explain(rule).endswith(".")


def test_every_code_of_a_check_is_explained() -> None:
    used = {e.code for path in (FOLDER / "checks").glob("*.yaml") for e in expectations(path)}
    assert used <= set(all_rules())
    assert set(check_codes.EXPLANATIONS) <= used | {"extends", "format", "case"}


@pytest.mark.parametrize("path", sorted(scenarios_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_scenarios_that_are_shipped_have_no_finding(path: Path) -> None:
    if path.name.endswith(".cases.yaml"):
        pytest.skip("test cases, not a scenario")
    assert run.lint_file(path, TODAY).findings == ()


def test_an_exception_sets_a_warning_aside_and_keeps_it_visible() -> None:
    found = run.lint_file(FOLDER / "linting" / "exceptions.yaml", TODAY)
    assert [finding.code for finding in found.set_aside] == ["always"]
    assert not found.sound  # it names a rule that there is not


def test_a_case_is_old_a_year_after_its_day_and_not_before() -> None:
    path = FOLDER / "linting" / "source-younger.yaml"
    codes = [f.code for f in run.lint_file(path, date(2027, 3, 31)).findings]
    assert "old-facts" not in codes
    assert "old-facts" in [f.code for f in run.lint_file(path, date(2027, 4, 1)).findings]
