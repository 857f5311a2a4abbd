"""A designer's test cases: each expectation holds and fails, with place and words; pytest runs them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli.entry import main
from game.foundation.errors import ScenarioError
from game.foundation.places import scenarios_folder
from game.match.cases import schema
from game.match.cases.naming import cases_beside
from game.match.cases.trying import open_cases

HEAD = "format: 1\nscenario: two-turns.yaml\ncases:\n  - name: it\n"
DEAL = """\
    given: {types: {port: eager, state: even}, floors: {port: 0, state: 0}, trust: {port: 8, state: 12}}
    do: ['port: offer people=two port_rules=open plan=release_first', 'state: accept']
"""
WORTH = "value: {actor: cabinet, package: {people: two, port_rules: open}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(scenarios_folder() / "two-turns.yaml", tmp_path)
    return tmp_path


def tried(folder: Path, text: str) -> list[tuple[int, str]]:
    """Line and message of everything that came out otherwise, or is no case."""
    path = folder / "two-turns.cases.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        return [(f.line, f.message) for f in open_cases(path).failures()]
    except ScenarioError as fault:
        return [(f.line, f.message) for f in fault.findings]


GOOD = {
    "holds": DEAL + "    expect: [holds: {all: [agreements = 1, trust.state >= 12, level.port_rules = "
    "shut]}]",
    "votes": DEAL + "    expect: [votes: {port: ratified, state: ratified}, ballots: {pilots: 'yes'}]",
    "levels": "    given: {levels: {port_rules: open}, held: 5}\n"
    "    expect: [holds: {all: [level.port_rules = open, held = 5]}]",
    "turn": "    given: {turn: 2}\n    expect: [holds: turn = 2026-02, legal: 'state: hold']",
    "legal": "    expect: [legal: 'port: hold', refused: {move: 'port: accept', because: offer}]",
    "mood": "    given: {mood: {pilots: -3}, types: {port: eager}, trust: {port: 0, state: 15}}\n"
    "    do: ['port: offer port_rules=open plan=release_first', 'state: accept']\n"
    "    expect: [votes: {port: refused}, ends: goes_on]",
    "value": f"    expect: [{WORTH}, type: even, at_least: 0.05, at_most: 0.3}}]",
    "broken off": "    do: ['port: break off']\n    expect: [holds: {not: agreements >= 1}]",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_what_is_so_is_found_to_be_so(text: str, folder: Path) -> None:
    assert tried(folder, HEAD + text + "\n") == []


BAD = {
    "holds": (DEAL + "    expect: [holds: agreements = 2]", 7, "'agreements = 2', where it is 1"),
    "level": ("    expect: [holds: level.port_rules = open]", 5, "where it is shut"),
    "holds nothing there": ("    expect: [holds: level.ferry = shut]", 5, "does not have"),
    "votes": (DEAL + "    expect: [votes: {state: refused}]", 7, "the side has ratified it"),
    "ballots": (DEAL + "    expect: [ballots: {pilots: 'no'}]", 7, "it has voted yes"),
    "no vote": ("    expect: [votes: {state: refused}]", 5, "nothing was put to a vote"),
    "not asked": ("    expect: [ballots: {pilots: 'no'}]", 5, "it was not asked"),
    "legal": ("    expect: [legal: 'port: accept']", 5, "is refused: "),
    "refused": ("    expect: [refused: {move: 'port: hold'}]", 5, "is allowed"),
    "reason": ("    expect: [refused: {move: 'port: accept', because: snow}]", 5, "the reason is another"),
    "value": (f"    expect: [{WORTH}, type: even, at_least: 5}}]", 5, "it is worth +0."),
    "value at most": (f"    expect: [{WORTH}, type: even, at_most: 0}}]", 5, "it is worth +0."),
    "ends": ("    expect: [ends: last_turn]", 5, "it is: goes_on"),
    "turn of another": (
        "    do: ['state: hold']\n    expect: [ends: goes_on]",
        5,
        "it is the turn of 'port'",
    ),
    "a move that is refused": ("    do: ['port: accept']\n    expect: [ends: goes_on]", 5, "is refused"),
    "no move": ("    do: ['port: jump']\n    expect: [ends: goes_on]", 5, "cannot read the move"),
    "no seat": ("    do: [hold]\n    expect: [ends: goes_on]", 5, "names no seat"),
    "unknown seat": ("    do: ['prot: hold']\n    expect: [ends: goes_on]", 5, "there is no seat 'prot'"),
    "unknown type": ("    given: {types: {port: soft}}\n    expect: [ends: goes_on]", 5, "no type 'soft'"),
    "unknown level": ("    given: {levels: {port_rules: ajar}}\n    expect: [ends: goes_on]", 5, "no level"),
    "no such turn": ("    given: {turn: 9}\n    expect: [ends: goes_on]", 5, "is no turn"),
    "no bound": (f"    expect: [{WORTH}}}]", 5, "needs 'at_least' or 'at_most'"),
    "unknown key": ("    expct: [ends: goes_on]", 5, "unknown key"),
    "nothing expected": ("    expect: []", 5, "at least 1"),
}


@pytest.mark.parametrize(("text", "line", "words"), BAD.values(), ids=BAD)
def test_what_is_otherwise_is_said_at_its_place(text: str, line: int, words: str, folder: Path) -> None:
    found = tried(folder, HEAD + text + "\n")
    assert any(words in message for _line, message in found), found
    assert found[0][0] == line or found[-1][0] == line


def test_every_kind_of_expectation_is_tried_both_ways() -> None:
    kinds = [next(iter(kind.model_fields)) for kind in schema.Expectation.__args__]
    for kind in kinds:
        for texts in (GOOD.values(), [text for text, _line, _words in BAD.values()]):
            assert any(f"{kind}: " in text for text in texts), kind


@pytest.mark.parametrize("name", ["../two-turns.yaml", "nowhere.yaml", "two-turns.cases.yaml", "two-turns"])
def test_a_file_of_cases_names_a_scenario_beside_it(name: str, folder: Path) -> None:
    (line, message), *rest = tried(
        folder, HEAD.replace("two-turns.yaml", name) + "    expect: [ends: goes_on]\n"
    )
    assert line == 2
    assert not rest
    assert "file" in message


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("two-turns", "Did you mean 'two-turns.yaml'?"),
        ("tow-turns.yaml", "Did you mean 'two-turns.yaml'?"),
        ("nowhere.yaml", "Write scenario: NAME.yaml, for the file beside this one."),
    ],
)
def test_the_file_that_was_meant_is_named(name: str, hint: str, folder: Path) -> None:
    path = folder / "two-turns.cases.yaml"
    path.write_text(HEAD.replace("two-turns.yaml", name) + "    expect: [ends: goes_on]\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        open_cases(path)
    assert [finding.hint for finding in caught.value.findings] == [hint]


@pytest.mark.parametrize("path", sorted(scenarios_folder().glob("*.cases.yaml")), ids=lambda path: path.name)
def test_the_cases_that_are_shipped_hold(path: Path) -> None:
    assert list(open_cases(path).failures()) == []


def test_check_tries_the_cases_beside_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = folder / "two-turns.yaml"
    cases_beside(scenario).write_text(HEAD + "    expect: [ends: last_turn]\n", encoding="utf-8")
    assert main(["check", str(scenario)]) == 0
    capsys.readouterr()
    assert main(["check", "--cases", str(scenario)]) == 1
    assert "two-turns.cases.yaml:5:20: error[case] cases[0].expect[0].ends: 'it'" in capsys.readouterr().out
    assert main(["check", str(cases_beside(scenario))]) == 1


def test_pytest_runs_each_case_as_a_test(folder: Path) -> None:
    path = folder / "two-turns.cases.yaml"
    second = "  - name: other\n    expect: [ends: last_turn]\n"
    path.write_text(HEAD + "    expect: [ends: goes_on]\n" + second, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "game.adapters.pytest_plugin", "-p", "no:cacheprovider", "-n0",
         "-c", "/dev/null", "--rootdir", str(folder), "-v", str(path)],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    assert "two-turns.cases.yaml:7:20: error[case]" in done.stdout
    assert "Traceback" not in done.stdout
