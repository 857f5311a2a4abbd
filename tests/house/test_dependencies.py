"""What is installed: exact names and versions only, no addresses, and one reason for each dependency."""

import re

import pytest

from game.startup import NEEDED
from tests.house.checkout import PYPROJECT, TOP, committed_files

EXACT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*==[0-9][A-Za-z0-9.]*")
LOCK_FILES = re.compile(
    r"(?:.*requirements.*\.(?:txt|in)|.*constraints.*\.txt|.*\.lock|pylock.*\.toml|Pipfile|package-lock\.json)"
)
ADDRESS = re.compile(r"(?:https?|file|git\+\w+|ssh)://|^\s*(?:-i|-f|-e|--[a-z-]+)\b| @ ", re.MULTILINE)


def written() -> dict[str, str]:
    lines = PYPROJECT["project"]["dependencies"]
    return dict(re.fullmatch(r"([A-Za-z-]+)(.*)", line).groups() for line in lines)


def test_constraints_are_names_and_versions_only():
    lines = (TOP / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    for number, line in enumerate(lines, 1):
        assert EXACT.fullmatch(line), f"constraints.txt:{number} is no name==version: {line!r}"


def test_constraints_cover_what_the_game_needs():
    pinned = {line.split("==")[0].lower() for line in (TOP / "constraints.txt").read_text().splitlines()}
    assert {project.lower() for project, _, _ in NEEDED} <= pinned


def test_no_lock_file_carries_an_address():
    for path in committed_files():
        if LOCK_FILES.fullmatch(path.name):
            found = ADDRESS.search(path.read_text(encoding="utf-8"))
            assert not found, f"{path.relative_to(TOP)} carries an address or an index option"


ADDRESSES = ["--index-url https://x.example/simple", "-i x", "a @ file:///b", "--find-links b", "-e ../b"]


@pytest.mark.parametrize("line", ADDRESSES)
def test_an_address_would_be_seen(line):
    assert ADDRESS.search(f"numpy==2.0.0\n{line}\n")


@pytest.mark.parametrize(
    "line", [*ADDRESSES, "a", "a>=1", "a==1 --hash=sha256:1", "# a==1", "", "a==1; python>3"]
)
def test_only_a_name_and_a_version_is_exact(line):
    assert not EXACT.fullmatch(line)


def test_the_way_in_asks_for_what_is_declared():
    assert written() == {project: wanted for project, _, wanted in NEEDED}


def test_every_range_has_both_ends():
    for project, wanted in written().items():
        assert re.fullmatch(r">=[0-9.]+,<[0-9.]+", wanted), f"{project}{wanted}"


def test_every_dependency_has_its_reason():
    reasons = (TOP / "docs/decisions/060-dependencies.md").read_text(encoding="utf-8")
    extras = [line for lines in PYPROJECT["project"]["optional-dependencies"].values() for line in lines]
    for line in [*PYPROJECT["project"]["dependencies"], *extras]:
        name = re.match(r"[A-Za-z-]+", line)[0]
        assert f"| {name} |" in reasons, f"docs/decisions/060-dependencies.md does not say why {name} is here"
