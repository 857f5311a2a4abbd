"""What a scenario changes in the one that it extends, and what does not fit that: said at the change."""

from pathlib import Path

import pytest

from game.content import blaming_changes
from game.content.loading import check_file
from game.foundation.findings import Finding
from game.foundation.places import scenarios_folder
from tests.content.broken_files import expectations

FOLDER = Path(__file__).parent / "extending"
BASE = (FOLDER / "base.yaml").read_text(encoding="utf-8")
HEAD = "format: 1\nextends: base.yaml\nid: child\n"


def said(folder: Path, base: str = BASE, **files: str) -> list[tuple[str, int, str, str]]:
    """File, line, code and path of what is found in the last of several files that extend each other."""
    (folder / "base.yaml").write_text(base, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [place(found) for found in check_file(folder / f"{name}.yaml")[1]]


def place(found: Finding) -> tuple[str, int, str, str]:
    return Path(found.file).name, found.line, found.code, found.path


def test_every_change_that_does_not_fit_is_said_at_its_place() -> None:
    path = FOLDER / "misfit.yaml"
    scenario, findings = check_file(path)
    assert scenario is None
    assert [f.file for f in findings] == [str(path)] * len(findings)
    for found, expected in zip(findings, expectations(path), strict=True):
        assert (found.line, found.column, found.code) == expected[:3], str(found)
        assert expected.words in found.message
    assert "Keep 'port' as in base.yaml" in findings[0].hint
    assert "its ratifiers have 0 votes" in findings[0].hint
    assert "Leave it out" in findings[1].hint


CHANGED = {
    "who owns an issue": (
        "issues: [{id: port_rules, owner: state}]", "issues[port_rules].owner",
        "seats[port].id (line 14 of base.yaml) and seats[state].id (line 30 of base.yaml)",
    ),
    "who speaks for a seat": (
        "seats: [{id: port, principal: pilots}]", "seats[port].principal",
        "actors[pilots].ratifier (line 84 of base.yaml)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "path", "words"), CHANGED.values(), ids=CHANGED)
def test_what_is_changed_is_said_where_it_is_changed(
    text: str, path: str, words: str, tmp_path: Path
) -> None:
    assert said(tmp_path, child=HEAD + text) == [("child.yaml", 4, "extends", path)]
    assert words in check_file(tmp_path / "child.yaml")[1][0].message


def test_a_shorter_calendar_is_said_of_although_its_weights_were_made_to_fit(tmp_path: Path) -> None:
    flagship = (scenarios_folder() / "belarus-2025.yaml").read_text(encoding="utf-8")
    shorter = "calendar: {turns: 5, weights: [1, 1, 1, 1, 1]}\n"
    found = said(tmp_path, flagship, child=HEAD + shorter)
    assert found == [("child.yaml", 4, "extends", "calendar.turns")]


def test_a_mistake_of_the_base_is_not_blamed_on_a_change(tmp_path: Path) -> None:
    base = BASE.replace("principal: cabinet", "principal: cabinte")
    found = said(tmp_path, base, child=f"{HEAD}title: Another\nseats: [{{id: state, trust: 3}}]\n")
    assert [one[:1] + one[2:] for one in found] == [("base.yaml", "unknown-id", "seats[state].principal")]


def test_a_change_between_is_said_there_unless_the_file_above_says_otherwise(tmp_path: Path) -> None:
    change = "issues: [{id: port_rules, owner: state}]\n"
    top = "format: 1\nextends: child.yaml\nid: top\n"
    at_child = [("child.yaml", 4, "extends", "issues[port_rules].owner")]
    assert said(tmp_path, child=HEAD + change, top=f"{top}title: Another\n") == at_child
    assert said(tmp_path, child=HEAD + change, top=top + change.replace("state", "port")) == []
    at_top = [("top.yaml", 4, "extends", "issues[port_rules].owner")]
    assert said(tmp_path, child=f"{HEAD}title: Another\n", top=top + change) == at_top


def test_a_change_beside_a_drop_is_said_at_its_own_place(tmp_path: Path) -> None:
    text = "issues: [{id: port_rules, owner: state}]\nactors: [{id: council, drop: true}]\n"
    both = [
        ("child.yaml", 4, "extends", "issues[port_rules].owner"),
        ("child.yaml", 5, "extends", "actors[council]"),
    ]
    assert said(tmp_path, child=HEAD + text) == both
    top = "format: 1\nextends: child.yaml\nid: top\ntitle: Another\n"
    assert said(tmp_path, child=HEAD + text, top=top) == both


def test_one_change_among_many_is_found_with_few_trials(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = "".join(f"  - {{id: a{n}, title: A{n}, preferences: {{}}, basis: assumed}}\n" for n in range(30))
    text = f"{HEAD}actors:\n{many}issues: [{{id: port_rules, owner: state}}]\n"
    monkeypatch.setattr(blaming_changes, "MOST_TRIALS", 12)
    assert said(tmp_path, child=text) == [("child.yaml", 35, "extends", "issues[port_rules].owner")]
    monkeypatch.setattr(blaming_changes, "MOST_TRIALS", 2)
    assert {one[0] for one in said(tmp_path, child=text)} == {"base.yaml"}
