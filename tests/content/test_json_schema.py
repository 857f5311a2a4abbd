"""The format as JSON Schema: an editor's language server completes by it and marks the same faults as
`check`.

The language server is a program of Node.js: `npm install -g yaml-language-server`. `.ci/run` installs it;
where it
is not there, the tests that ask it are skipped and say so.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli.entry import main
from game.content.json_schema import json_schema
from game.content.loading import check_file
from game.content.schema.scenario import Scenario
from game.foundation.findings import Finding
from game.foundation.places import scenarios_folder
from game.match.library import shipped
from tests.content.language_server import COMMAND, Diagnosis, LanguageServer

ONE_PAGE = (scenarios_folder() / "one-page.yaml").read_text(encoding="utf-8")

FAULTS = {
    "unknown key at the top": ("summary:", "sumary:"),
    "unknown key in a seat": ("    mood_unit:", "    moodunit:"),
    "unknown key in a flow map": ("delay: 0, exposure: 0.5", "dellay: 0, delay: 0, exposure: 0.5"),
    "missing key": ("    quorum: 1\n", ""),
    "text for a number": ("  turns: 4", "  turns: four"),
    "list for a number": ("  turns: 4", "  turns: [4]"),
    "fraction for a whole number": ("  turns: 4", "  turns: 4.5"),
    "number too large": ("  turns: 4", "  turns: 121"),
    "number too small": ("  plies: 4", "  plies: 0"),
    "share above one": ("  promise: 0.35", "  promise: 3.5"),
    "word that is none of the possible": ("unit: month", "unit: fortnight"),
    "format of tomorrow": ("format: 1\n", "format: 9\n"),
    "id with a capital": ("first: union", "first: Union"),
    "date in another order": ("as_of: 2026-03-31", "as_of: 31-03-2026"),
    "list that is empty": ("left_out: [What the people held want, The courts]", "left_out: []"),
    "truth value in words": ("veto: true", "veto: 'yes'"),
    "map for a list": ("left_out: [What the people held want, The courts]", "left_out: {a: b}"),
    "condition that is none": ("needs: level.ferry = halted", "needs: ferry is halted"),
    "condition on nothing known": ("when: held = 0}", "when: helt = 0}"),
    "curve of no kind": ("curve: {full_at: 60}", "curve: {ful_at: 60}"),
    "effect of no kind": ("effects: [{level: {issue: ferry", "effects: [{levels: {issue: ferry"),
}  # fmt: skip
"""Something in scenarios/one-page.yaml, and what is written there by mistake."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    if shutil.which(COMMAND) is None:
        pytest.skip(f"{COMMAND} is not installed; npm install -g {COMMAND}")
    schema = tmp_path_factory.mktemp("schema") / "scenario.schema.json"
    schema.write_text(json.dumps(json_schema()), encoding="utf-8")
    with LanguageServer(schema) as running:
        yield running


@pytest.mark.parametrize("name", FAULTS)
def test_an_editor_marks_the_same_fault_on_the_same_line(
    name: str, server: LanguageServer, tmp_path: Path
) -> None:
    right, wrong = FAULTS[name]
    assert right in ONE_PAGE
    text = ONE_PAGE.replace(right, wrong, 1)
    path = tmp_path / "fault.yaml"
    path.write_text(text, encoding="utf-8")
    findings = check_file(path)[1]
    marks = server.diagnose(path.as_uri(), text)
    ours = {finding.line for finding in findings}
    theirs = {mark.line for mark in marks if not _is_echo(mark, findings)}
    assert ours
    assert ours == theirs, f"{findings}\n{marks}"


def _is_echo(mark: Diagnosis, findings: tuple[Finding, ...]) -> bool:
    """Whether a key is only missing because it is misspelt, which `check` says once and the server twice."""
    missing = mark.message.removeprefix('Missing property "').removesuffix('".')
    return missing != mark.message and any(f"Did you mean '{missing}'" in f.hint for f in findings)


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_an_editor_marks_nothing_in_what_is_shipped(path: Path, server: LanguageServer) -> None:
    if path.name.endswith(".cases.yaml"):
        pytest.skip("test cases, not a scenario")
    assert server.diagnose(path.as_uri(), path.read_text(encoding="utf-8")) == []


def test_an_editor_marks_nothing_in_a_file_that_says_only_what_differs(server: LanguageServer) -> None:
    path = Path(__file__).parent / "extending" / "child.yaml"
    assert server.diagnose(path.as_uri(), path.read_text(encoding="utf-8")) == []


def test_an_editor_completes_keys_and_words(server: LanguageServer) -> None:
    text = ONE_PAGE.replace("  plies: 4\n", "  \n", 1)
    line = text[: text.index("\n  \n")].count("\n") + 2
    assert "plies" in server.complete("file:///a.yaml", text, line, 3)
    text = ONE_PAGE.replace("unit: month", "unit: ", 1)
    line = text[: text.index("unit: ")].count("\n") + 1
    assert {"month", "half_day"} <= set(server.complete("file:///b.yaml", text, line, 9))


def test_every_key_has_a_description_and_numbers_say_their_unit() -> None:
    definitions = json_schema()["definitions"]
    for name, definition in definitions.items():
        for key, value in definition["properties"].items():
            assert value.get("description") or "const" in value, f"{name}.{key}"
    assert set(definitions["Scenario"]["properties"]) == {
        info.alias or name for name, info in Scenario.model_fields.items()
    }
    weight = definitions["Preference"]["properties"]["weight"]
    assert (weight["minimum"], weight["maximum"]) == (-100, 100)
    assert weight["description"].endswith("(in utils a month)")
    assert "2025-09" in definitions["Source"]["properties"]["date"]["examples"]


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema()
    assert main(["schema", "--out", str(tmp_path / "s.json")]) == 0
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8")) == json_schema()
    assert main(["schema", "--out", str(tmp_path / "no" / "s.json")]) == 2
    assert "no/s.json: there is no such folder" in capsys.readouterr().err.replace("\\", "/")
