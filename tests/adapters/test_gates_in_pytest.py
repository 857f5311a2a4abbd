"""`pytest scenario.yaml` runs the gates of a scenario, each at its own line."""

from xml.etree import ElementTree as ET

import pytest

from tests.analysis.balance.runs import ONE_PAGE, with_gates

pytest_plugins = ["pytester"]

GATES = with_gates(
    "id: rare, metric: deal_rate, at_most: 0.5, margin: 0.1, policies: [boulware]",
    "id: common, metric: deal_rate, at_least: 0.5, margin: 0.1, policies: [boulware]",
    "id: wished, metric: deal_rate, at_least: 0.5, margin: 0.1, policies: [boulware], severity: warning",
    "id: close, metric: deal_rate, between: [0.007, 0.012], margin: 0.0001, policies: [boulware]",
)
LINES = ONE_PAGE.count(b"\n")


@pytest.fixture
def run(pytester):
    """Runs pytest on files, with the plugin as an installed project has it."""
    return lambda *arguments: pytester.runpytest_inprocess(
        "-p",
        "game.adapters.pytest_plugin",
        "-p",
        "no:cacheprovider",
        "--balance-games",
        "1024",
        "-rs",
        *arguments,
    )


def test_each_gate_is_an_item_with_its_verdict_line_and_properties(pytester, run):
    (pytester.path / "x.yaml").write_bytes(GATES)
    found = run("x.yaml", "--junit-xml=x.xml", "-v")
    found.assert_outcomes(passed=1, failed=1, skipped=2)
    found.stdout.fnmatch_lines(
        [f"*x.yaml:{LINES + 3}: common: fail: deal_rate at least 0.5 (margin *; found 0.0*"]
    )
    found.stdout.fnmatch_lines(["*python main.py trace x.yaml --seed 1 --game *"])
    found.stdout.fnmatch_lines(["*close: undecided: *"])
    found.stdout.fnmatch_lines(["*wished: fail: *"])
    assert "Traceback" not in found.stdout.str()
    cases = ET.parse(pytester.path / "x.xml").getroot().iter("testcase")
    properties = {
        case.get("name"): {p.get("name"): p.get("value") for p in case.iter("property")} for case in cases
    }
    assert {name: found["verdict"] for name, found in properties.items()} == {
        "rare": "pass", "common": "fail", "wished": "fail", "close": "undecided",
    }  # fmt: skip
    assert float(properties["rare"]["low"]) < float(properties["rare"]["estimate"]) < 0.5
    assert {"games", "cpu_seconds", "confidence"} <= properties["rare"].keys()


def test_one_gate_can_be_chosen(pytester, run):
    (pytester.path / "x.yaml").write_bytes(GATES)
    run("x.yaml::rare").assert_outcomes(passed=1)


def test_a_file_that_cannot_be_used_is_said_without_a_traceback(pytester, run):
    (pytester.path / "x.yaml").write_bytes(with_gates("id: a, metric: deal_rat, at_least: 0.5, margin: 0.1"))
    found = run("x.yaml")
    found.stdout.fnmatch_lines([f"*x.yaml:{LINES + 2}:*unknown-metric*Did you mean 'deal_rate'?*"])
    assert "Traceback" not in found.stdout.str()


def test_a_policy_that_does_not_exist_is_said(pytester, run):
    gate = "id: a, metric: deal_rate, at_least: 0.5, margin: 0.1, policies: [boulwar]"
    (pytester.path / "x.yaml").write_bytes(with_gates(gate))
    found = run("x.yaml")
    found.assert_outcomes(failed=1)
    found.stdout.fnmatch_lines(["*there is no policy 'boulwar'*"])
    assert "Traceback" not in found.stdout.str()


def test_files_that_nobody_named_are_left_alone(pytester, run):
    inner = pytester.path / "tests" / "broken"
    inner.mkdir(parents=True)
    (inner / "x.yaml").write_bytes(GATES)
    (pytester.path / "tests" / "test_a.py").write_text("def test_a(): pass\n", encoding="utf-8")
    run("tests").assert_outcomes(passed=1)


def test_scenarios_without_gates_and_other_files_are_left_alone(pytester, run):
    (pytester.path / "x.yaml").write_bytes(ONE_PAGE)
    (pytester.path / "y.yaml").write_text("a: 1\n", encoding="utf-8")
    run(".").assert_outcomes()
