"""What is remembered of a file changes nothing that is said of it."""

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from game.content.extending import read_whole
from game.content.reading import memory as remembering
from game.content.reading.growing import Growth, grow_tree
from game.content.reading.limits import MAX_DEPTH
from game.content.reading.memory import Memory
from game.foundation.places import scenarios_folder
from game.linting.run import lint_file
from tests.content.mutating import SEEDS, mutation
from tests.thinned import every

TODAY = date(2026, 4, 1)
HERE = Path(__file__).parent
SHIPPED = sorted(p for p in scenarios_folder().glob("*.yaml") if not p.name.endswith(".cases.yaml"))
BROKEN = sorted((HERE / "broken").rglob("*.yaml"))
FLAGSHIP = scenarios_folder() / "belarus-2025.yaml"
ITEMS = "a:\n  - x: 1\n    y: 2\n  - x: 3\n"


def require_the_same(path: Path, memory: Memory) -> None:
    """Tree, instance and findings of a check that remembers are those of one that does not."""
    assert read_whole(path, memory)._replace(memory=None) == read_whole(path)
    one, other = lint_file(path, TODAY, memory), lint_file(path, TODAY)
    assert (one.findings, one.set_aside) == (other.findings, other.set_aside)
    assert (one.scenario and one.scenario.unplaced()) == (other.scenario and other.scenario.unplaced())


def with_remark(text: str, chance: random.Random) -> str:
    """The text with a line more that says nothing, at random between its lines."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines.insert(at, chance.choice(["", "# a remark", "    # a remark"]))
    return "\n".join(lines)


def edit(path: Path, folder: Path, seeds: range) -> None:
    """Changes a scenario line by line as its author might, well and badly, and checks it each time."""
    memory, text, target = Memory(), path.read_text(encoding="utf-8"), folder / path.name
    for seed in seeds:
        text = with_remark(text, random.Random(seed))
        for written in (mutation(text, seed).text, text):
            target.write_text(written, encoding="utf-8")
            require_the_same(target, memory)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_nothing_else_is_said_of_a_changed_file(path: Path, tmp_path: Path) -> None:
    edit(path, tmp_path, range(2))


@pytest.mark.slow
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_nothing_else_is_said_of_a_file_changed_a_hundred_times(path: Path, tmp_path: Path) -> None:
    edit(path, tmp_path, range(2, SEEDS))


@pytest.mark.parametrize("path", every(4, BROKEN), ids=lambda path: path.stem)
def test_nothing_else_is_said_of_a_broken_file(path: Path) -> None:
    memory = Memory()
    for _again in range(2):
        require_the_same(path, memory)


def test_a_file_below_may_change_too(tmp_path: Path) -> None:
    memory = Memory()
    for name in ("base.yaml", "child.yaml", "grandchild.yaml"):
        (tmp_path / name).write_text((HERE / "extending" / name).read_text("utf-8"), "utf-8")
    for changed in ("base.yaml", "child.yaml", "base.yaml", "grandchild.yaml"):
        file = tmp_path / changed
        file.write_text(f"# first\n{file.read_text('utf-8')}", "utf-8")
        require_the_same(tmp_path / "grandchild.yaml", memory)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: 2\n",
        "a: 1\nb: 2",
        "a: 1\nb:",
        "a: 1\na: 2\n",
        "a: 'x\nb: y'\nc: 1\n",
        'a: "x\nb: y"\n',
        "a: {x: 1,\nb: 2}\n",
        "a: [x,\nb: 2]\n",
        "a: |\n  x\n  b: 1\n\n\nb: 2\n",
        "a: |+\n  x\n\n\nb: 2\n",
        "a: >-\n  - x\n  - y\nb: 2\n",
        "a: x\n  y\n# b\nb: 2\n",
        "a:\n- x: 1\n- x: 2\nb: 2\n",
        ITEMS,
        f"{ITEMS}b: 1\n{ITEMS}",
        f"# x\n\n{ITEMS}# y\nb: 1\n",
        "a:\n\n  # x\n  - x: 1\n  # y\n  - x: 2\n\nb: 2\n",
        "a:\n  - x: 1\n  -\n    x: 2\n  - x: 3\n",
        "a:\n  - - 1\n    - 2\n  - - 3\n",
        "a:\n  - x: |\n      - y\n  - 'z\n  - z'\n",
        "a:\n  - 'z\n  - z'\n  - y\n",
        "a:\n  - x: 1\n - x: 2\n",
        "a:\n  - x: 1\n   - x: 2\n",
        "a:\n  - x: 1\n  b: 2\n",
        "a:\n  - x: &one 1\n  - x: *one\n",
        "a: &one 1\nb: *one\n",
        "a: !t 1\nb: 2\n",
        "a: 1\n---\nb: 2\n",
        "a: 1\n...\nb: 2\n",
        "--- \na: 1\n",
        "%YAML 1.1\na: 1\n",
        "null: 1\nb: 2\n",
        "a:  # x\n  - x: 1\n  - x: 2\n",
        "a: 1\nb\nc: 2\n",
        "a: 1\n? b\n: 2\n",
        "x y: 1\nb: 2\n",
        "",
        "# x\n",
        f"a:\n  - {'[' * (MAX_DEPTH - 2)}{']' * (MAX_DEPTH - 2)}\n",
        f"a:\n  - {'[' * (MAX_DEPTH - 1)}{']' * (MAX_DEPTH - 1)}\n",
        "a: [" + "1," * 30_000 + "]\nb: [" + "1," * 30_000 + "]\n",
    ],
    ids=lambda text: text[:24].replace("\n", "|"),
)
def test_a_text_that_is_cut_is_read_as_if_it_were_whole(text: str) -> None:
    memory, whole = Memory(), grow_tree(text, "x.yaml")
    for _again in range(2):
        assert memory.grow(text, "x.yaml")[:2] == whole[:2]
    further = f"# one\n# more\n{text}"
    assert memory.grow(further, "y.yaml")[:2] == grow_tree(further, "y.yaml")[:2]


def test_only_what_changed_is_parsed_and_built_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    parsed: list[str] = []

    def noting(text: str, *words: Any) -> Growth:
        parsed.append(text)
        return grow_tree(text, *words)

    monkeypatch.setattr(remembering, "grow_tree", noting)
    memory, text, file = Memory(), FLAGSHIP.read_text("utf-8"), tmp_path / "x.yaml"
    first = lint_file(FLAGSHIP, TODAY, memory).scenario
    parsed.clear()
    file.write_text(
        text.replace("\nevents:", "\n# a remark\nevents:").replace("held: 1183", "held: 1182"), "utf-8"
    )
    second = lint_file(file, TODAY, memory).scenario
    assert first is not None
    assert second is not None
    assert sum(map(len, parsed)) < len(text) / 20
    assert all(one is other for one, other in zip(first.events, second.events, strict=True))
    assert first.people is not second.people


def test_what_is_kept_is_bounded() -> None:
    memory = Memory()
    text = FLAGSHIP.read_text("utf-8")
    for number in range(12):
        memory.grow(text.replace("a", chr(ord("b") + number)), "x.yaml")
        assert memory.characters <= remembering.MOST_CHARACTERS
    kept = memory._kept
    assert memory.characters == sum(len(words) for words, _is_item in kept)
    assert {id(one.node) for one in kept.values()} == set(memory._by_node)
    assert memory.grow(text, "x.yaml").tree == grow_tree(text, "x.yaml").tree
