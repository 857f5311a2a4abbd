"""What right files become: the values, exactly, whatever YAML 1.1 would have made of them."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, BeforeValidator, RootModel

from game.content.reading.building import validate
from game.content.reading.loading import read_tree_of
from tests.content.example_schema import All, Arrest, Compare, Example, Not, Release, Role

COMPLETE = (Path(__file__).parent / "complete.yaml").read_bytes()


class Anything(BaseModel):
    text: str = ""
    maybe: str | None = None
    truth: bool = False
    whole: int = 0
    number: Decimal = Decimal(0)
    mixed: bool | int | Decimal | str = ""
    first: str | int = ""
    free: dict[str, Any] = {}
    upper: Annotated[
        str, BeforeValidator(lambda value: value.upper() if isinstance(value, str) else value)
    ] = ""
    either: list[str] | str = ""


def value(line: str) -> object:
    """The value of the only key of a file."""
    tree = read_tree_of(line.encode(), "x.yaml").tree
    assert tree is not None
    instance, findings = validate(Anything, tree)
    assert findings == ()
    return getattr(instance, line.partition(":")[0])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("text: no", "no"),
        ("text: 010", "010"),
        ("text: 22:30", "22:30"),
        ("text: 3.10", "3.10"),
        ("text: 2025-06-21", "2025-06-21"),
        ("text: 'null'", "null"),
        ("text: ''", ""),
        ("text: |\n  a\n  b\n", "a\nb\n"),
        ("text: one\n  two", "one two"),
        ("text: \u0431\u0435\u043b \U0001f600", "\u0431\u0435\u043b \U0001f600"),
        (
            "text: \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("text: '[[[[['", "[[[[["),
        ("maybe: null", None),
        ("maybe: ~", None),
        ("maybe:", None),
        ("maybe: ''", ""),
        ("truth: true", True),
        ("truth: False", False),
        ("whole: -12", -12),
        ("whole: 999999999999999999", 999999999999999999),
        ("number: 0.1", Decimal("0.1")),
        ("number: 3", Decimal(3)),
        ("number: -0.50", Decimal("-0.50")),
        ("mixed: 1150", 1150),
        ("mixed: 0.5", Decimal("0.5")),
        ("mixed: true", True),
        ("mixed: 'no'", "no"),
        ("mixed: 010", "010"),
        ("first: 12", 12),
        ("first: '12'", "12"),
        ("first: 12a", "12a"),
        ("free: {a: 1, b: [no, {c: ~}]}", {"a": "1", "b": ["no", {"c": None}]}),
        ("upper: abc", "ABC"),
        ("either: one", "one"),
        ("either: [one, two]", ["one", "two"]),
    ],
)
def test_a_value_is_what_the_schema_expects(line: str, expected: object) -> None:
    found = value(line)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "word", ["yes", "Yes", "YES", "on", "On", "y", "Y", "no", "No", "NO", "off", "OFF", "n", "N"]
)
def test_an_unquoted_word_is_ambiguous_where_truth_is_expected(word: str) -> None:
    tree = read_tree_of(f"truth: {word}".encode(), "x.yaml").tree
    assert tree is not None
    instance, (finding,) = validate(Anything, tree)
    assert instance is None
    meant = "true" if word.lower() in ("yes", "on", "y") else "false"
    assert (finding.code, finding.hint) == ("ambiguous-bool", f"Write {meant}.")


def test_the_complete_example() -> None:
    instance = read(Example, COMPLETE)
    assert instance.opens == date(2025, 6, 21)
    assert instance.places == ("a, quoted", "it's single", "plain")
    assert instance.actors["minsk"].role is Role.GOVERNMENT
    assert instance.actors["minsk"].weights["flights"] == Decimal("0.3")
    assert instance.actors["minsk"].allies == {"moscow", "beijing"}
    assert instance.events[0].then == (
        Release(kind="release", number=14),
        Arrest(kind="arrest", number=-2, reason="protest"),
    )


def test_a_union_becomes_the_branch_that_was_written() -> None:
    condition = read(Example, COMPLETE).events[0].when
    assert isinstance(condition, All)
    assert condition.all[0] == Compare(left="held", equals=1150)
    assert isinstance(condition.all[1], Not)
    assert condition.all[1].negated == Compare(left="talks", equals="yes")


def test_a_file_that_is_a_list() -> None:
    class Places(RootModel[list[str]]):
        pass

    assert read(Places, b"- a\n- 'b'\n").root == ["a", "b"]


def test_windows_line_ends_change_nothing() -> None:
    assert read(Example, COMPLETE.replace(b"\n", b"\r\n")) == read(Example, COMPLETE)


def test_an_annotation_that_nobody_can_check_is_a_mistake_of_the_schema() -> None:
    class Rough(BaseModel):
        number: float

    tree = read_tree_of(b"number: 1", "x.yaml").tree
    assert tree is not None
    with pytest.raises(TypeError, match="float"):
        validate(Rough, tree)


def read(model: type[Any], raw: bytes) -> Any:
    tree = read_tree_of(raw, "x.yaml").tree
    assert tree is not None
    instance, findings = validate(model, tree)
    assert findings == ()
    return instance
