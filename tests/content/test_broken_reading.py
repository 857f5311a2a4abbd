"""One broken file for every finding of the reading layer: code, line, column and words."""

from pathlib import Path

import pytest

from game.content.reading import codes
from game.content.reading.loading import load_reading, read_model, read_tree_of
from tests.content.broken_files import expectations
from tests.content.example_schema import Example

BROKEN = sorted((Path(__file__).parent / "broken" / "reading").glob("*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_gets_exactly_the_findings_it_expects(path: Path) -> None:
    loading = read_model(Example, path)
    expected = expectations(path)
    assert loading.instance is None
    found = [(finding.line, finding.column, finding.code) for finding in loading.findings]
    assert found == [(line, column, code) for line, column, code, _words in expected], "\n".join(
        map(str, loading.findings)
    )
    for finding, expectation in zip(loading.findings, expected, strict=True):
        assert expectation.words in str(finding)
        assert str(finding).startswith(f"{path}:{expectation.line}:{expectation.column}: error[")


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_parser_written_in_python_says_the_same(path: Path) -> None:
    raw = path.read_bytes()
    fast = load_reading(Example, read_tree_of(raw, "x.yaml"))
    slow = load_reading(Example, read_tree_of(raw, "x.yaml", pure=True))
    assert slow == fast


def test_every_code_but_those_of_bombs_has_a_broken_file() -> None:
    tried = {expectation.code for path in BROKEN for expectation in expectations(path)}
    made_by_tests = {"no-file", "too-big", "too-deep"}
    assert tried | made_by_tests == set(codes.EXPLANATIONS)


def test_every_code_is_explained_in_one_line() -> None:
    for explanation in codes.EXPLANATIONS.values():
        assert "\n" not in explanation
        assert explanation.endswith(".")
