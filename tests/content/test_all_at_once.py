"""A faulty value hides no mistake elsewhere, and what stands in for it makes none."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from game.content.loading import check_file
from game.content.reading.loading import load_reading, read_tree_of
from game.content.reading.nodes import Mapping, Node, Scalar
from game.content.schema.scenario import Scenario
from tests.content.broken_files import expectations

HERE = Path(__file__).parent
ONE_PAGE = HERE.parent.parent / "scenarios" / "one-page.yaml"
BROKEN = sorted((HERE / "broken" / "checks").glob("*.yaml"))
BETWEEN_PARTS = {"unknown-id", "calendar", "weights", "sum", "curve"}
MISTAKES = (
    ("harbour >= licence", "harbour >= license"),
    ("vow: people", "vow: peeple"),
    ("turn = 3", "turn = 9"),
)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_wrong_date_hides_no_mistake_between_parts(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    both = tmp_path / "both.yaml"
    both.write_text(text.replace("as_of: 2026-03-31", "as_of: 31.3.26"), encoding="utf-8")
    expected = [entry[:3] for entry in expectations(path)]
    alone = [(finding.line, finding.column, finding.code) for finding in check_file(path)[1]]
    assert alone == expected
    found = {(finding.line, finding.column, finding.code) for finding in check_file(both)[1]}
    dated = {entry for entry in found if entry[2] == "type" and entry not in expected}
    assert len(dated) == 1
    assert found - dated <= set(expected)
    if load_reading(Scenario, read_tree_of(path.read_bytes(), str(path))).instance is not None:
        assert found >= {entry for entry in expected if entry[2] in BETWEEN_PARTS}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("chance: 0.15", "chance: 15%"),
        ("held: 60", "held: -60"),
        ("kind: relief", "kind: releif"),
        ("revocable: true\n    winddown", "revokable: yes\n    winddown"),
        ("{half_at: 30}", "{half: 30}"),
        ("contact: the address on the project page\n", ""),
        ("debrief: [", "debriefing: ["),
        ("served: 0.01, wave: 4, ", ""),
    ],
)
def test_mistakes_of_every_kind_are_said_together(right: str, wrong: str, tmp_path: Path) -> None:
    text = ONE_PAGE.read_text(encoding="utf-8")
    assert right in text
    for written, misspelt in MISTAKES:
        assert written in text
        text = text.replace(written, misspelt, 1)
    path = tmp_path / "many.yaml"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    said = "\n".join(map(str, check_file(path)[1]))
    for hint in ("Did you mean 'licence'?", "Did you mean 'people'?", "'9' is no turn of this scenario"):
        assert hint in said
    assert len(said.splitlines()) >= len(MISTAKES) + 1


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    for below in (
        node.items if not isinstance(node, Mapping) else [entry.value for entry in node.entries.values()]
    ):
        yield from scalars(below)


def test_what_stands_in_for_one_value_makes_no_mistake_of_its_own(tmp_path: Path) -> None:
    lines = ONE_PAGE.read_text(encoding="utf-8").splitlines(keepends=True)
    tree = read_tree_of("".join(lines).encode(), "one-page.yaml").tree
    assert tree is not None
    path = tmp_path / "one.yaml"
    hidden = 0
    for scalar, wrong in zip(scalars(tree), cycle(("-5", "Zz!", "99999", "[]", "{a: 1}")), strict=False):
        line = lines[scalar.line - 1]
        start = scalar.column - 1
        if not line[start:].startswith(scalar.text):
            continue  # in quotes
        changed = line[:start] + wrong + line[start + len(scalar.text) :]
        path.write_text(
            "".join((*lines[: scalar.line - 1], changed, *lines[scalar.line :])), encoding="utf-8"
        )
        loading = load_reading(Scenario, read_tree_of(path.read_bytes(), str(path)))
        if loading.instance is None:
            hidden += 1
            assert check_file(path)[1] == loading.findings, changed
    assert hidden > 300
