"""The digest of the tables: every number of a scenario changes it, no text does."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from game.content.compiling.compile import compile_
from game.content.loading import check_file
from game.content.reading.loading import read_tree
from game.content.reading.nodes import Mapping, Node, Scalar
from game.content.reading.places import Path as Steps
from game.foundation.places import scenarios_folder

ONE_PAGE = scenarios_folder() / "one-page.yaml"
LINES = ONE_PAGE.read_text(encoding="utf-8").splitlines(keepends=True)
SHOWN_ONLY = {("format",), ("people", "low"), ("people", "high")}
"""Numbers that change what is shown, or which version is read, but no game; gates do not either."""
TOGETHER = {"prior", "chance", "turns"}
"""Numbers that must fit others (sum to 1, match the weights), so that one cannot change alone."""


def numbers(node: Node, path: Steps = ()) -> Iterator[tuple[Steps, Scalar]]:
    """Every unquoted number of a tree."""
    if isinstance(node, Scalar):
        if not node.quoted and node.text.replace(".", "", 1).lstrip("-").isdecimal():
            yield path, node
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            yield from numbers(entry.value, (*path, key))
    else:
        for number, item in enumerate(node.items):
            yield from numbers(item, (*path, number))


def all_numbers() -> list[tuple[Steps, Scalar]]:
    tree = read_tree(ONE_PAGE).tree
    assert tree is not None
    return [
        (path, scalar) for path, scalar in numbers(tree) if path not in SHOWN_ONLY and path[0] != "balance"
    ]


def short_name(value: Steps | Scalar) -> str:
    return value.text if isinstance(value, Scalar) else ".".join(map(str, value))


def changed(scalar: Scalar, text: str, path: Path) -> Path:
    line = LINES[scalar.line - 1]
    at = scalar.column - 1
    assert line[at:].startswith(scalar.text)
    new = line[:at] + text + line[at + len(scalar.text) :]
    path.write_text("".join((*LINES[: scalar.line - 1], new, *LINES[scalar.line :])), encoding="utf-8")
    return path


def candidates(text: str) -> Iterator[str]:
    for step in ("1", "-1", "0.05", "-0.05", "0.01"):
        yield f"{Decimal(text) + Decimal(step):f}"


def digest_of(path: Path) -> str | None:
    scenario, _findings = check_file(path)
    return compile_(scenario)[0].digest if scenario else None


@cache
def digest_of_one_page() -> str:
    digest = digest_of(ONE_PAGE)
    assert digest is not None
    return digest


@pytest.mark.parametrize(("path", "scalar"), all_numbers(), ids=short_name)
def test_every_number_changes_the_digest(path: Steps, scalar: Scalar, tmp_path: Path) -> None:
    for text in candidates(scalar.text):
        after = digest_of(changed(scalar, text, tmp_path / "changed.yaml"))
        if after is not None:
            assert after != digest_of_one_page(), f"{path}: {scalar.text} became {text}"
            return
    assert path[-1] in TOGETHER, f"{path}: no other value than {scalar.text} is possible"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The Tarvia talks", "title: Other talks"),
        ("title: licence for two months", "title: a licence"),
        ("text: The ferry stops running.", "text: It stops."),
        ("why: nobody would take in everyone at once", "why: no"),
        ("want: [The strikers freed]", "want: [Something]"),
        ("date: 2026-11-01", "date: 2026-11-02"),
        ("low: 55", "low: 54"),
        ("fact_box: Invented.", "fact_box: It is invented."),
        ("debrief: [", 'debrief: ["And then?", '),
        ("kind: lobby", "kind: request"),
        ("counted_by: A1", "counted_by: assumed"),
    ],
)
def test_no_text_changes_the_digest(old: str, new: str, tmp_path: Path) -> None:
    text = "".join(LINES)
    assert text.count(old) == 1
    path = tmp_path / "changed.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert digest_of(path) == digest_of_one_page()


def test_an_id_changes_the_digest_because_moves_are_written_with_it(tmp_path: Path) -> None:
    path = tmp_path / "changed.yaml"
    path.write_text("".join(LINES).replace("two_steps", "in_two"), encoding="utf-8")
    assert digest_of(path) not in (None, digest_of_one_page())
