"""A file is read whatever released format it was written in, and a later one is refused in words."""

import hashlib
from pathlib import Path

import pytest

from game.content.loading import check_file, load
from game.content.migrating import CURRENT, MIGRATIONS, Migration, migrated
from game.content.reading.faults import Placed
from game.content.reading.loading import read_tree, read_tree_of
from game.content.reading.nodes import Mapping, Scalar

FORMATS = Path(__file__).parent / "formats"
SAYS = {1: "c0030a70"}
"""What the golden file of each released format says, as a digest of what is written in it."""


def moved(old: str, new: str) -> Migration:
    def migration(tree: Mapping) -> Mapping:
        entries = {new if key == old else key: entry for key, entry in tree.entries.items()}
        return tree._replace(entries=entries)

    return migration


def test_there_is_a_way_from_every_released_format_and_a_file_of_each() -> None:
    assert set(MIGRATIONS) == set(range(1, CURRENT))
    assert {path.name for path in FORMATS.glob("*.yaml")} == {
        f"format-{n}{kind}.yaml" for n in SAYS for kind in ("", ".cases")
    }
    assert set(SAYS) == set(range(1, CURRENT + 1))


@pytest.mark.parametrize("number", SAYS)
def test_a_released_format_is_read_for_ever_and_means_the_same(number: int) -> None:
    scenario = load(FORMATS / f"format-{number}.yaml")
    written = scenario.model_dump_json(by_alias=True, exclude_unset=True, exclude={"format"})
    assert hashlib.sha256(written.encode()).hexdigest()[:8] == SAYS[number]


def test_migrations_follow_each_other_and_keep_places() -> None:
    tree = read_tree_of(b"format: 1\nname: x\n", "old.yaml").tree
    assert tree is not None
    new = migrated(tree, {1: moved("name", "label"), 2: moved("label", "title")}, 3)
    assert isinstance(new, Mapping)
    assert list(new.entries) == ["format", "title"]
    title, number = new.entries["title"].value, new.entries["format"].value
    assert isinstance(title, Scalar)
    assert isinstance(number, Scalar)
    assert (title.text, title.line, title.column, title.file) == ("x", 2, 7, "old.yaml")
    assert number.text == "3"


def test_a_later_format_is_refused_at_its_number(tmp_path: Path) -> None:
    path = tmp_path / "later.yaml"
    path.write_text("format: 7\nid: x\nsurprise: 1\n", encoding="utf-8")
    scenario, findings = check_file(path)
    assert scenario is None
    assert [(f.line, f.column, f.code) for f in findings] == [(1, 9, "format")]
    assert "format 7, but this program reads formats up to 1" in findings[0].message


@pytest.mark.parametrize("text", ["format: x", "format: [1]", "format: ~", "id: x", "- 1", "format: ٣"])
def test_what_is_no_number_is_left_to_the_reader(text: str) -> None:
    tree = read_tree_of(text.encode(), "x.yaml").tree
    assert tree is not None
    assert migrated(tree) is tree
    assert not isinstance(tree, Placed)


def test_the_golden_file_is_in_the_format_that_it_is_called_after() -> None:
    for number in SAYS:
        tree = read_tree(FORMATS / f"format-{number}.yaml").tree
        assert isinstance(tree, Mapping)
        value = tree.entries["format"].value
        assert isinstance(value, Scalar)
        assert value.text == str(number)
