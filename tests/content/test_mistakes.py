"""A hundred mistakes in every scenario: each that is invalid has a finding where it was made."""

import re
from datetime import date
from pathlib import Path

import pytest

from game.foundation.findings import Finding
from game.foundation.places import scenarios_folder
from game.linting.run import lint_file
from tests.content.mutating import SEEDS, Mutation, mutation

TODAY = date(2026, 4, 1)
SHIPPED = sorted(p for p in scenarios_folder().glob("*.yaml") if not p.name.endswith(".cases.yaml"))
SMALL = [path for path in SHIPPED if path.stem in ("one-page", "two-turns", "first-lesson")]
WORD = re.compile(r"[\w-]{3,}")


def is_at_its_place(made: Mutation, original: str, finding: Finding) -> bool:
    """Whether a finding leads to the mistake.

    At the changed line or the next to it, or it names that line; at the thing that lost a line, or in what
    followed the lost line;
    or it names a word that only the changed line had.
    """
    if made.first - 1 <= finding.line <= made.last + 1:
        return True
    if finding.code in ("missing-key", "no-value") and finding.line < made.first:
        return True
    if f"line {made.first}." in finding.hint:
        return True
    if "step above" in finding.message and made.first < finding.line <= made.first + 12:
        return True  # of two steps of a history in the wrong order it names the second
    before = original.split("\n")
    lost = set(WORD.findall(before[made.first - 1]))
    if lost & set(WORD.findall(f"{finding.message} {finding.hint}")):
        return True
    if made.what != "drop line":
        return False
    depth = _depth(before[made.first - 1])
    following = made.text.split("\n")[made.first - 1 : finding.line]
    return bool(following) and all(_depth(line) >= depth for line in following if line.strip())


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def tried(path: Path, folder: Path) -> tuple[int, int, list[str]]:
    """How many mistakes are invalid, how many are found on their line, what is not found."""
    original = path.read_text(encoding="utf-8")
    invalid = exact = 0
    astray = []
    target = folder / path.name
    for seed in range(SEEDS):
        made = mutation(original, seed)
        target.write_text(made.text, encoding="utf-8")
        errors = [f for f in lint_file(target, TODAY).findings if f.severity == "error"]
        if not errors:
            continue
        invalid += 1
        exact += any(made.first <= finding.line <= made.last for finding in errors)
        if not any(is_at_its_place(made, original, finding) for finding in errors):
            astray.append(f"seed {seed}, {made.what} at {made.first}: {errors[0]}")
    return invalid, exact, astray


def require(path: Path, folder: Path) -> None:
    invalid, exact, astray = tried(path, folder)
    assert invalid >= 60
    assert not astray, "\n".join(astray)
    # The rest: a dropped line is missed where it was, and a name that is lost where it is used.
    assert exact >= 0.8 * invalid


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
def test_a_mistake_in_a_small_scenario_is_found_where_it_was_made(path: Path, tmp_path: Path) -> None:
    require(path, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_mistake_is_found_where_it_was_made(path: Path, tmp_path: Path) -> None:
    require(path, tmp_path)


def test_a_finding_elsewhere_would_be_seen() -> None:
    made = Mutation("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n", 2, 2, "replace")
    somewhere = Finding("x.yaml", 5, 1, "type", "error", "e", "must be another")
    assert not is_at_its_place(made, made.text, somewhere)
    assert is_at_its_place(made, made.text, Finding("x.yaml", 3, 1, "type", "error", "c", "wrong"))
