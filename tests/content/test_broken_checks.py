"""Broken scenarios for every check: code, line, column and words, and nothing besides."""

from pathlib import Path

import pytest

from game.content.checks import run
from game.content.loading import check_file, load
from game.foundation.errors import ScenarioError
from tests.content.broken_files import expectations

BROKEN = sorted((Path(__file__).parent / "broken" / "checks").glob("*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_scenario_gets_exactly_the_findings_it_expects(path: Path) -> None:
    scenario, findings = check_file(path)
    expected = expectations(path)
    found = [(finding.line, finding.column, finding.code) for finding in findings]
    assert found == [(line, column, code) for line, column, code, _words in expected], "\n".join(
        map(str, findings)
    )
    for finding, expectation in zip(findings, expected, strict=True):
        assert expectation.words in str(finding)
    assert scenario is None


@pytest.mark.parametrize("check", run.CHECKS, ids=lambda check: check.__module__.rpartition(".")[2])
def test_every_check_is_needed(check: run.Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it at least one broken file would get away with less."""
    monkeypatch.setattr(run, "CHECKS", tuple(other for other in run.CHECKS if other is not check))
    assert any(len(check_file(path)[1]) < len(expectations(path)) for path in BROKEN)


def test_load_raises_with_every_finding() -> None:
    path = next(path for path in BROKEN if path.stem == "references")
    with pytest.raises(ScenarioError) as caught:
        load(path)
    assert caught.value.findings == check_file(path)[1]
    assert len(str(caught.value).splitlines()) == len(expectations(path))


def test_a_warning_does_not_keep_a_scenario_from_being_played(tmp_path: Path) -> None:
    few = tmp_path / "few.yaml"
    broken = next(path for path in BROKEN if path.stem == "seats-few-types")
    text = broken.read_text(encoding="utf-8")
    few.write_text(text.replace("as_of:", "fiction: Invented.\nas_of:"), encoding="utf-8")
    scenario, findings = check_file(few)
    assert scenario is not None
    assert [(finding.code, finding.severity) for finding in findings] == [("few-types", "warning")]
    assert load(few).id == scenario.id
