"""Which characters a file may hold."""

import sys
import unicodedata

import pytest

from game.content.reading.characters import INVISIBLE, check_characters
from game.content.reading.loading import read_tree_of

REFUSED = {
    "tab": "\t",
    "bidi": "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "control": "\x01\x08\x0b\x0c\r\x1b\x1f\x7f\x80\x85\x9f\u00ad\u200b\u2028\u2029\u2060"
    "\ufeff\ufff9\uffff\U000e0041",
}
ALLOWED = "\u00a0\u00e9\u0301\u0439\u05d0\u0645\u200c\u200d\u202f\u2013\u2019\u4e2d\ufe0f\U0001f600\U00020000"


@pytest.mark.parametrize(
    ("code", "character"),
    [(code, character) for code, characters in REFUSED.items() for character in characters],
    ids=lambda item: item if len(item) > 1 else f"U+{ord(item):04X}",
)
def test_a_character_that_hides_something_is_refused_where_it_stands(code: str, character: str) -> None:
    checked = check_characters(f"a: 1\nb: x{character}y\n".encode(), "x.yaml")
    (placed,) = checked.faults
    assert (placed.fault.code, placed.line, placed.column) == (code, 2, 5)
    assert checked.text in (None, "a: 1\nb: x y\n")


@pytest.mark.parametrize("character", ALLOWED, ids=unicodedata.name)
def test_a_character_of_some_language_is_allowed(character: str) -> None:
    text = f"a: x{character}y\n"
    assert check_characters(text.encode(), "x.yaml") == (text, ())


@pytest.mark.parametrize("indent", ["\t", "  \t", "- \t", "\u00a0 ", "  \u3000"])
def test_nothing_more_is_said_of_a_file_whose_indentation_is_lost(indent: str) -> None:
    checked = check_characters(f"a:\n{indent}b: 1\n".encode(), "x.yaml")
    assert checked.text is None
    assert len(checked.faults) == 1


def test_each_line_is_named_once() -> None:
    checked = check_characters("a: \u202ex\u202ey\nb: \u202ez\u0007\n".encode(), "x.yaml")
    assert [(placed.line, placed.column, placed.fault.code) for placed in checked.faults] == [
        (1, 4, "bidi"),
        (2, 4, "bidi"),
        (2, 6, "control"),
    ]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("format: 1\n".encode("utf-16"), "is saved as UTF-16"),
        ("format: 1\n".encode("utf-16-le"), "is saved as UTF-16"),
        ("format: 1\n".encode("utf-16-be"), "is saved as UTF-16"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not a text file"),
        (b"a: " + bytes(200), "is not a text file"),
    ],
)
def test_a_file_of_another_kind_is_named_as_a_whole(raw: bytes, words: str) -> None:
    checked = check_characters(raw, "x.yaml")
    (placed,) = checked.faults
    assert (placed.fault.code, placed.fault.message, placed.line) == ("encoding", words, 1)


def test_what_follows_from_a_refused_character_is_not_reported_as_well() -> None:
    reading = read_tree_of("a: 1\nb: x\u202e: y\nc: 1\nc: 2\n".encode(), "x.yaml")
    assert [(finding.line, finding.code) for finding in reading.findings] == [(2, "bidi")]


def test_no_refused_character_counts_as_printable() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert not any(character.isprintable() for character in INVISIBLE.findall(every))
