"""`check` in its forms: lines, JSON, annotations, and what a rule means."""

import json
from pathlib import Path

import pytest

from game.cli.entry import main
from game.linting.explaining import all_rules

BROKEN = Path(__file__).parents[1] / "content" / "broken"
WARNED = BROKEN / "linting" / "exceptions.yaml"


def test_json_has_every_finding_with_its_place_and_what_is_allowed(capsys):
    assert main(["check", "--json", str(WARNED), "one-page"]) == 1
    first, second = json.loads(capsys.readouterr().out)["files"]
    assert first["good"] is False
    assert {"line": 166, "column": 12, "code": "unknown-id", "severity": "error"}.items() <= {
        key: value for finding in first["findings"] if finding["severity"] == "error"
        for key, value in finding.items()
    }.items()  # fmt: skip
    assert [finding["code"] for finding in first["allowed"]] == ["always"]
    assert second["good"] is True
    assert second["findings"] == []


def test_annotations_name_file_line_and_rule_and_escape_what_the_syntax_needs(tmp_path, capsys):
    odd = tmp_path / "a,b%.yaml"
    odd.write_bytes(WARNED.read_bytes())
    assert main(["check", "--github", str(odd)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    assert any(
        "a%2Cb%25.yaml,line=166,col=12,title=unknown-id::allow[2].rule: there" in line for line in lines
    )


def test_warnings_alone_leave_a_file_good_and_are_counted(capsys):
    assert main(["check", str(BROKEN / "linting" / "zone-empty.yaml")]) == 0
    assert "good, 1 remark" in capsys.readouterr().out


@pytest.mark.parametrize("rule", all_rules())
def test_every_rule_is_explained(rule, capsys):
    assert main(["check", "--explain", rule]) == 0
    assert capsys.readouterr().out.startswith(f"{rule}: ")


def test_wrong_usage_is_one_line(capsys):
    assert main(["check", "--explain", "nver"]) == 2
    assert "Did you mean 'never'?" in capsys.readouterr().err
    assert main(["check", "--json", "--github", "one-page"]) == 2
    assert "choose one" in capsys.readouterr().err
    assert main(["check"]) == 2
    assert "FILE" in capsys.readouterr().err
