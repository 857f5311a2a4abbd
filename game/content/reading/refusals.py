"""What is said where the text is YAML, but says something that a scenario file may not."""

import re

from game.content.reading.characters import INVISIBLE
from game.content.reading.faults import Fault
from game.content.reading.limits import MAX_DEPTH, MAX_FINDINGS, MAX_NODES, shortened
from game.content.reading.nodes import Node, Scalar
from game.foundation.texts import _

_DIRECTIVE = re.compile("^%", re.MULTILINE)


def directives(text: str) -> list[tuple[int, Fault]]:
    """Lines that begin with `%`; found before parsing, as libyaml needs seconds for thousands of them."""
    fault = Fault(
        "directive", _("a line cannot begin with %"), _("Remove the line, or put the text in quotes.")
    )
    starts = [match.start() for match in _DIRECTIVE.finditer(text)][:MAX_FINDINGS]
    return [(text.count("\n", 0, start) + 1, fault) for start in starts]


def alias(name: str) -> Fault:
    """`*name`."""
    return Fault(
        "alias",
        _("*{name} refers to another place, which is not supported").format(name=shortened(name)),
        _("Write the value out, or put it in quotes if it is text."),
    )


def anchor(name: str) -> Fault:
    """`&name`."""
    return Fault(
        "alias",
        _("&{name} marks a value for reuse, which is not supported").format(name=shortened(name)),
        _("Remove it, or put the text in quotes if & belongs to it."),
    )


def tag(name: str) -> Fault:
    """`!name`."""
    name = name.replace("tag:yaml.org,2002:", "!!")
    return Fault(
        "tag",
        _("{name} is a YAML tag, which is not supported").format(name=shortened(name)),
        _("Remove it, or put the text in quotes if ! belongs to it."),
    )


def merge_key() -> Fault:
    """`<<: ...`."""
    return Fault("merge-key", _("<< is not supported"), _("Write the keys out."))


def duplicate(line: int, column: int) -> Fault:
    """A key that the same map already has."""
    return Fault(
        "duplicate-key",
        _("already set at line {line}, column {column}").format(line=line, column=column),
        _("Keep one of the two, or begin the line with '- ' if a new item of a list starts here."),
    )


def no_key(node: Node) -> Fault:
    """A list, a map or nothing where a key belongs."""
    if isinstance(node, Scalar):
        return Fault("key", _("no key before the ':'"), _("Write it as 'key: value'."))
    return Fault(
        "key",
        _("a key must be a word, not a list or a map"),
        _("If this is text with brackets or braces, put it in quotes."),
    )


def second_document() -> Fault:
    """`---` further down."""
    return Fault(
        "multiple-documents", _("a second document begins here"), _("Remove the line ---, or use two files.")
    )


def empty() -> Fault:
    """A file of nothing but comments and space."""
    return Fault(
        "empty", _("the file is empty"), _("Make one with 'new', which asks a few questions, and change it.")
    )


def too_deep() -> Fault:
    """Nesting beyond `MAX_DEPTH`."""
    return Fault(
        "too-deep",
        _("more than {limit} levels inside one another").format(limit=MAX_DEPTH),
        _("Look for a bracket that is not closed, or for indentation that grows line by line."),
    )


def too_many() -> Fault:
    """Nodes beyond `MAX_NODES`."""
    return Fault(
        "too-big",
        _("more than {limit} keys and values in one file").format(limit=MAX_NODES),
        _("A scenario has a few thousand; is this the right file?"),
    )


def hidden_character(text: str) -> Fault | None:
    """Characters that may not stand in a file may not come in as a backslash code in quotes either."""
    match = INVISIBLE.search(text)
    if match is None:
        return None
    code = f"U+{ord(match.group()):04X}"
    return Fault(
        "control",
        _("a code in this text stands for an invisible character ({code})").format(code=code),
        _("Remove the backslash code, or use single quotes."),
    )
