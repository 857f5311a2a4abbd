"""A scenario that extends another: what is joined, what is replaced, and in which file a mistake is found."""

import time
from decimal import Decimal
from pathlib import Path

import pytest

from game.content.compiling.compile import compile_
from game.content.loading import check_file, load

FOLDER = Path(__file__).parent / "extending"
BASE = (FOLDER / "base.yaml").read_text(encoding="utf-8")


def written(folder: Path, **files: str) -> Path:
    """A folder with the base and further files; the last one is given back."""
    (folder / "base.yaml").write_text(BASE, encoding="utf-8")
    path = folder / "base.yaml"
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
    return path


def test_maps_and_lists_with_ids_are_joined_and_other_lists_replaced() -> None:
    base, child = load(FOLDER / "base.yaml"), load(FOLDER / "child.yaml")
    assert (child.id, child.title, child.calendar.turns) == ("child", "A longer winter", 3)
    assert child.calendar.plies == base.calendar.plies
    port, state = child.seats
    assert state == base.seats[1]
    assert (port.trust, port.quorum, port.exposure) == (7, 0, base.seats[0].exposure)
    assert [(type_.id, str(type_.prior)) for type_ in port.types] == [
        ("firm", "0.25"), ("even", "0.5"), ("eager", "0.15"), ("patient", "0.1"),
    ]  # fmt: skip
    assert [actor.id for actor in child.actors] == ["council", "cabinet"]
    rules = child.actors[0].preferences["port_rules"]
    assert (rules.weight, rules.curve) == (Decimal("-0.4"), "linear")
    assert len(child.issues[1].lag) == 1
    assert compile_(child)[0].digest != compile_(base)[0].digest


def test_a_scenario_may_stand_on_one_that_stands_on_another(tmp_path: Path) -> None:
    chain = {"one": "base", "two": "one", "three": "two", "four": "three"}
    texts = {
        name: f"format: 1\nextends: {base}.yaml\nid: {name}\ncalendar: {{turns: {len(name)}}}\n"
        for name, base in chain.items()
    }
    written(tmp_path, **texts)
    assert load(tmp_path / "three.yaml").calendar.turns == 5
    _, findings = check_file(tmp_path / "four.yaml")
    assert [(f.code, Path(f.file).name, f.line) for f in findings] == [("extends", "one.yaml", 2)]
    assert "more than 3" in findings[0].message


def test_a_mistake_is_found_in_the_file_in_which_it_stands() -> None:
    _, findings = check_file(FOLDER / "grandchild.yaml")
    assert [(Path(f.file).name, f.line, f.column, f.code) for f in findings] == [
        ("grandchild.yaml", 7, 54, "range")
    ]


def test_a_mistake_of_the_base_is_found_there(tmp_path: Path) -> None:
    child = written(tmp_path, child="format: 1\nextends: base.yaml\nid: child\n")
    (tmp_path / "base.yaml").write_text(BASE.replace("turns: 2,", "turns: 2000,"), encoding="utf-8")
    _, findings = check_file(child)
    line = next(n for n, text in enumerate(BASE.splitlines(), 1) if text.startswith("calendar"))
    assert [(Path(f.file).name, f.line, f.code) for f in findings] == [("base.yaml", line, "range")]


BAD = {
    "itself": ("extends: child.yaml", 2, "extends this file"),
    "above": ("extends: ../base.yaml", 2, "is no name of a scenario file in this folder"),
    "absolute": ("extends: /etc/passwd", 2, "is no name of a scenario file"),
    "backslash": ("extends: '..\\base.yaml'", 2, "is no name of a scenario file"),
    "drive": ("extends: 'C:base.yaml'", 2, "is no name of a scenario file"),
    "other kind": ("extends: base.txt", 2, "is no name of a scenario file"),
    "dots": ("extends: ..", 2, "is no name of a scenario file"),
    "long": (f"extends: {'a' * 5000}.yaml", 2, "is no name of a scenario file"),
    "missing": ("extends: bas.yaml", 2, "there is no file 'bas.yaml'"),
    "map": ("extends: {file: base.yaml}", 2, "must be the name of a file"),
    "nothing": ("extends: ~", 2, "must be the name of a file"),
    "drop nothing": ("extends: base.yaml\nactors: [{id: nobody, drop: true}]", 3, "nothing here to drop"),
    "drop no key": ("extends: base.yaml\narrests: {drop: true}", 3, "nothing here to drop"),
}


@pytest.mark.parametrize(("text", "line", "words"), BAD.values(), ids=BAD)
def test_bad_extends_is_one_finding_at_its_line(text: str, line: int, words: str, tmp_path: Path) -> None:
    child = written(tmp_path, child=f"format: 1\n{text}\nid: child\n")
    begun = time.process_time()
    scenario, findings = check_file(child)
    assert scenario is None
    assert [(f.code, f.line) for f in findings] == [("extends", line)], "\n".join(map(str, findings))
    assert words in findings[0].message
    assert time.process_time() - begun < 5


SAID = {
    "a file misspelt": ("extends: bsae.yaml", 2, "extends", "Did you mean 'base.yaml'?"),
    "a file without its end": ("extends: base", 2, "extends", "such as extends: base.yaml;"),
    "a name that is new": (
        "extends: base.yaml\nseats: [{id: prot, trust: 3}]", 3, "missing-key",
        "'prot' is new here: base.yaml has port, state. A new thing needs all its keys.",
    ),
    "no name": (
        "extends: base.yaml\nseats: [{trust: 3}]", 3, "missing-key",
        "Write the id of what it changes in base.yaml: port, state.",
    ),
    "drop misspelt": ("extends: base.yaml\nactors: [{id: confind, drop: true}]", 3, "extends", "There are: "),
    "drop of something else": (
        "extends: base.yaml\nactors: [{id: council, drop: yes}]", 3, "extends",
        "Write drop: true, alone or beside the id.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "code", "words"), SAID.values(), ids=SAID)
def test_what_would_be_right_is_said_of_extends(
    text: str, line: int, code: str, words: str, tmp_path: Path
) -> None:
    child = written(tmp_path, child=f"format: 1\n{text}\nid: child\n")
    scenario, findings = check_file(child)
    assert scenario is None
    assert (findings[0].line, findings[0].code) == (line, code), "\n".join(map(str, findings))
    assert words in findings[0].hint


def test_what_is_new_and_lacks_nothing_is_taken(tmp_path: Path) -> None:
    child = written(
        tmp_path,
        child="format: 1\nextends: base.yaml\nid: child\n"
        "actors: [{id: guests, title: Guests, preferences: {}, basis: assumed}]\n",
    )
    scenario, findings = check_file(child)
    assert scenario is not None, findings
    assert scenario.actors[-1].id == "guests"


def test_each_file_says_its_format(tmp_path: Path) -> None:
    child = written(tmp_path, child="extends: base.yaml\nid: child\n")
    _, findings = check_file(child)
    assert [(f.line, f.code, f.hint) for f in findings] == [(1, "missing-key", "Write format: 1.")]


def test_two_that_extend_each_other(tmp_path: Path) -> None:
    other = written(
        tmp_path,
        one="format: 1\nextends: two.yaml\nid: one\n",
        two="format: 1\nextends: one.yaml\nid: two\n",
    )
    _, findings = check_file(other)
    assert [(f.code, Path(f.file).name) for f in findings] == [("extends", "one.yaml")]


def test_a_scenario_of_its_own_has_an_id_of_its_own(tmp_path: Path) -> None:
    same = written(tmp_path, child="format: 1\nextends: base.yaml\nid: two-turns\n")
    assert [(f.code, f.line) for f in check_file(same)[1]] == [("extends", 3)]
    none = written(tmp_path, child="format: 1\nextends: base.yaml\n")
    assert [(f.code, f.line) for f in check_file(none)[1]] == [("extends", 1)]


def test_an_id_that_stands_twice_is_said(tmp_path: Path) -> None:
    text = "format: 1\nextends: base.yaml\nid: child\nseats:\n  - {id: port}\n  - {id: port}\n"
    codes = {f.code for f in check_file(written(tmp_path, child=text))[1]}
    assert "duplicate-id" in codes


def test_drop_means_something_only_where_there_is_a_base(tmp_path: Path) -> None:
    path = tmp_path / "alone.yaml"
    path.write_text(BASE.replace("actors:\n", "actors:\n  - {id: cabinet, drop: true}\n"), encoding="utf-8")
    assert "unknown-key" in {f.code for f in check_file(path)[1]}


DROPPED = {
    "an actor who speaks for a seat": (
        "actors:\n  - {id: council, drop: true}", 5, 5, "actors[council]",
        "needed by seats[port].principal (line 16 of base.yaml)", "Keep it",
    ),
    "the only one who votes": (
        "actors:\n  - {id: pilots, drop: true}", 5, 5, "actors[pilots]",
        "needed by seats[port].quorum (line 21 of base.yaml)", "its ratifiers have 0 votes",
    ),
    "a level that others name": (
        "issues:\n  - id: people\n    levels: [{id: none, drop: true}]", 6, 14, "issues[people].levels[none]",
        "of base.yaml)", "Keep it",
    ),
    "a key that cannot be left out": (
        "calendar: {turns: {drop: true}}", 4, 19, "calendar.turns", "cannot be left out", "nothing at all",
    ),
    "a part that cannot be left out": (
        "fact_box: {drop: true}", 4, 11, "fact_box", "cannot be left out", "Write what takes its place",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "path", "words", "hint"), DROPPED.values(), ids=DROPPED)
def test_what_is_dropped_but_needed_is_said_where_it_is_dropped(
    text: str, line: int, column: int, path: str, words: str, hint: str, tmp_path: Path
) -> None:
    child = written(tmp_path, child=f"format: 1\nextends: base.yaml\nid: child\n{text}\n")
    scenario, findings = check_file(child)
    assert scenario is None
    (found,) = findings
    assert (Path(found.file).name, found.line, found.column) == ("child.yaml", line, column)
    assert (found.code, found.path) == ("extends", path)
    assert words in found.message
    assert hint in found.hint


def test_everything_that_is_dropped_and_needed_is_said_at_once(tmp_path: Path) -> None:
    gone = "actors: [{id: council, drop: true}]\ncontact: {drop: true}"
    text = f"calendar: {{turns: {{drop: true}}, plies: {{drop: true}}}}\n{gone}"
    child = written(tmp_path, child=f"format: 1\nextends: base.yaml\nid: child\n{text}\n")
    assert [(f.code, f.line, f.path) for f in check_file(child)[1]] == [
        ("extends", 4, "calendar.turns"),
        ("extends", 4, "calendar.plies"),
        ("extends", 5, "actors[council]"),
        ("extends", 6, "contact"),
    ]


def test_who_names_what_the_file_below_drops_is_told_at_the_name(tmp_path: Path) -> None:
    top = written(
        tmp_path,
        child="format: 1\nextends: base.yaml\nid: child\n"
        "actors: [{id: pilots, drop: true}]\nseats: [{id: port, quorum: 0}]\n",
        top="format: 1\nextends: child.yaml\nid: top\nseats: [{id: port, principal: pilots}]\n",
    )
    assert check_file(tmp_path / "child.yaml")[1] == ()
    assert [(Path(f.file).name, f.line, f.code) for f in check_file(top)[1]] == [
        ("top.yaml", 4, "unknown-id")
    ]


def test_what_the_file_between_drops_is_said_there(tmp_path: Path) -> None:
    top = written(
        tmp_path,
        child="format: 1\nextends: base.yaml\nid: child\nactors: [{id: council, drop: true}]\n",
        top="format: 1\nextends: child.yaml\nid: top\n",
    )
    assert [(Path(f.file).name, f.line, f.code) for f in check_file(top)[1]] == [("child.yaml", 4, "extends")]


def test_a_mistake_beside_a_drop_stays_where_it_is(tmp_path: Path) -> None:
    text = "actors: [{id: council, drop: true}]\ncalendar: {turns: 2000}"
    child = written(tmp_path, child=f"format: 1\nextends: base.yaml\nid: child\n{text}\n")
    assert [(f.code, f.line) for f in check_file(child)[1]] == [("extends", 4), ("range", 5)]
