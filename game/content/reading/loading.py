"""The whole way of the reading layer, from a path or bytes to an instance of a schema."""

from collections.abc import Mapping as AnyMapping
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from game.content.reading.building import validate
from game.content.reading.characters import check_characters
from game.content.reading.faults import Placed, to_findings
from game.content.reading.growing import grow_tree
from game.content.reading.limits import MAX_FINDINGS
from game.content.reading.memory import Memory
from game.content.reading.nodes import Node, Scalar
from game.content.reading.opening import read_bytes
from game.content.reading.places import Path, Place
from game.foundation.findings import Finding

M = TypeVar("M", bound=BaseModel)


class Drop(NamedTuple):
    """Something of a file that another one, which extends it, takes out.

    Args:
        place: where that is said.
        path: what it was, by keys and ids.
        key: the key it had in a map; None for a thing of a list.
        value: what was written there.
        number: where it stood among its neighbours.
        above: files that extend the one in which it is taken out.
    """

    place: Place
    path: Path
    key: Scalar | None
    value: Node
    number: int
    above: tuple[str, ...]


class Change(NamedTuple):
    """Something that a file, which extends another one, says in place of what stands there, or adds to it.

    Args:
        path: what it is, by keys and ids.
        node: what is said now.
        key: the key that it had in a map below; None for a thing of a list, and for what is new.
        was: what was said below; None for what is new.
        above: files that extend the one in which it is said.
    """

    path: Path
    node: Node
    key: Scalar | None
    was: Node | None
    above: tuple[str, ...]


class Reading(NamedTuple):
    """A file as a tree.

    Args:
        tree: None where the file could not be read to its end.
        findings: in the order of the file; a tree may exist beside them.
        newcomers: places of things that are not in the scenario which the file extends, and what to say to
            their author if they lack something.
        drops: what was taken out, in the order of the files.
        memory: what was read before, if somebody keeps it.
        changes: what was said in place of something else, or added, in the order of the files.
    """

    tree: Node | None
    findings: tuple[Finding, ...]
    newcomers: tuple[tuple[Place, str], ...] = ()
    drops: tuple[Drop, ...] = ()
    memory: Memory | None = None
    changes: tuple[Change, ...] = ()


class Loading(NamedTuple, Generic[M]):
    """A file as an instance of a schema.

    Args:
        instance: None if there is any finding.
        tree: None where the file could not be read to its end.
        findings: in the order of the file.
    """

    instance: M | None
    tree: Node | None
    findings: tuple[Finding, ...]


def read_tree(path: FilePath, memory: Memory | None = None) -> Reading:
    """The tree of a file, with everything that is wrong with it as YAML.

    Args:
        path: the file.
        memory: what was read before, of whichever file.
    """
    raw = read_bytes(path)
    if isinstance(raw, Placed):
        return Reading(None, to_findings((raw,), None))
    return read_tree_of(raw, str(path), memory=memory)


def read_tree_of(raw: bytes, file: str, *, pure: bool = False, memory: Memory | None = None) -> Reading:
    """The tree of the content of a file.

    Args:
        raw: the bytes of the file.
        file: how findings name it.
        pure: whether to use the parser written in Python even where the other is there.
        memory: what was read before, of whichever file; not for the parser written in Python.
    """
    checked = check_characters(raw, file)
    if checked.text is None:
        return Reading(None, to_findings(checked.faults, None))
    growth = (
        memory.grow(checked.text, file) if memory is not None else grow_tree(checked.text, file, pure=pure)
    )
    findings = to_findings(checked.faults + growth.faults, growth.tree)
    return Reading(growth.tree, _without_echoes(findings), memory=memory)


def read_model(model: type[M], path: FilePath) -> Loading[M]:
    """The instance that a file describes, or everything that is wrong with it."""
    return load_reading(model, read_tree(path))


def load_reading(model: type[M], reading: Reading) -> Loading[M]:
    """The instance that a tree describes, or everything that is wrong with the file and the tree."""
    if reading.tree is None:
        return Loading(None, None, reading.findings)
    instance, found = validate(model, reading.tree, reading.memory)
    newcomers = dict(reading.newcomers)
    findings = tuple(_to_newcomer(finding, newcomers) for finding in found)
    together = _without_echoes(tuple(sorted(reading.findings + findings)))
    return Loading(None if together else instance, reading.tree, together[:MAX_FINDINGS])


def _to_newcomer(finding: Finding, newcomers: AnyMapping[Place, str]) -> Finding:
    hint = newcomers.get(Place(finding.file, finding.line, finding.column))
    return replace(finding, hint=hint) if hint and finding.code == "missing-key" else finding


_CHARACTER_CODES = frozenset({"encoding", "tab", "bidi", "control"})


def _without_echoes(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Leaves out what is only said of a line because a character on it was refused."""
    odd = {(finding.file, finding.line) for finding in findings if finding.code in _CHARACTER_CODES}
    return tuple(
        finding
        for finding in findings
        if finding.code in _CHARACTER_CODES or (finding.file, finding.line) not in odd
    )
