"""`extends`: a scenario that says only what differs from another one in the same folder.

Maps are joined key by key. Lists whose things have an `id` are joined by it, new things last; every other
list
and every single value is replaced. `drop: true` takes something out. All of it happens to trees, so that
every
finding names the file in which its value stands.
"""

from pathlib import Path as FilePath
from typing import Final, NamedTuple

from game.content.migrating import migrated
from game.content.reading.faults import Fault, Placed, to_findings
from game.content.reading.loading import Reading, read_tree
from game.content.reading.nodes import Entry, Mapping, Node, Scalar, Sequence
from game.content.reading.places import Path
from game.foundation.findings import Finding
from game.foundation.texts import _

MOST_BASES: Final = 3
"""How many scenarios may stand behind one another."""

KEY, DROP = "extends", "drop"
_SUFFIXES = (".yaml", ".yml")


class _Chain(NamedTuple):
    """The files that led here, the first last."""

    files: tuple[FilePath, ...]

    def with_file(self, file: FilePath) -> "_Chain":
        return _Chain((*self.files, file))


def read_whole(path: FilePath) -> Reading:
    """The tree of a file in the current format, joined with those that it extends."""
    return _read(path, _Chain(()))


def _read(path: FilePath, chain: _Chain) -> Reading:
    reading = read_tree(path)
    if reading.tree is None:
        return reading
    tree = migrated(reading.tree)
    if isinstance(tree, Placed):
        return Reading(None, (*reading.findings, *to_findings((tree,), reading.tree)))
    if not isinstance(tree, Mapping) or KEY not in tree.entries:
        return Reading(tree, reading.findings)
    name = tree.entries[KEY].value
    base = _base_of(path, name, chain)
    if isinstance(base, Fault):
        placed = Placed(base, name.file, name.line, name.column, (KEY,))
        return Reading(None, (*reading.findings, *to_findings((placed,), tree)))
    below = _read(base, chain.with_file(path))
    findings = (*below.findings, *reading.findings)
    if not isinstance(below.tree, Mapping):
        return Reading(None, findings or _no_map(name, tree))
    joiner = _Joiner()
    joined = joiner.maps(below.tree, tree, ())
    faults = (*joiner.faults, *_own_id(below.tree, tree))
    return Reading(joined, (*findings, *to_findings(faults, joined)))


def _base_of(path: FilePath, name: Node, chain: _Chain) -> FilePath | Fault:
    """The file that is extended."""
    if not isinstance(name, Scalar) or name.is_nothing:
        return _fault(_("must be the name of a file"), _("Write extends: other.yaml."))
    text = name.text
    plain = text == FilePath(text).name and not set(text) & set("/\\:\0") and len(text) <= 200
    if not plain or not text.endswith(_SUFFIXES):
        return _fault(
            _("{name!r} is no name of a scenario file in this folder").format(name=text[:60]),
            _("Write the name alone, such as extends: other.yaml; the file stands in the same folder."),
        )
    base = path.parent / text
    if base.resolve() in {file.resolve() for file in (path, *chain.files)}:
        return _fault(
            _("'{name}' extends this file, so neither could come first").format(name=text),
            _("Remove extends in one of them."),
        )
    if len(chain.files) >= MOST_BASES:
        return _fault(
            _("more than {most} scenarios stand behind one another").format(most=MOST_BASES),
            _("Join some of them into one file."),
        )
    if not base.is_file():
        return _fault(_("there is no file '{name}' in this folder").format(name=text), _("Check the name."))
    return base


def _fault(message: str, hint: str) -> Fault:
    return Fault(KEY, message, hint)


def _no_map(name: Node, tree: Node) -> tuple[Finding, ...]:
    fault = _fault(_("what it extends is no scenario"), _("Name a file with lines of 'key: value'."))
    return to_findings((Placed(fault, name.file, name.line, name.column, (KEY,)),), tree)


def _own_id(base: Mapping, own: Mapping) -> tuple[Placed, ...]:
    """A scenario that extends another one is a scenario of its own, and needs a name of its own."""
    first, second = base.entries.get("id"), own.entries.get("id")
    if second is not None and not _same(first, second):
        return ()
    place = second.value if second else own
    fault = _fault(
        _("needs an id of its own"), _("Write id: with another name than the scenario that it extends has.")
    )
    return (Placed(fault, place.file, place.line, place.column, ("id",) if second else ()),)


def _same(one: Entry | None, other: Entry) -> bool:
    return (
        one is not None
        and isinstance(one.value, Scalar)
        and isinstance(other.value, Scalar)
        and one.value.text == other.value.text
    )


class _Joiner:
    def __init__(self) -> None:
        self.faults: list[Placed] = []

    def maps(self, base: Mapping, own: Mapping, path: Path) -> Mapping:
        entries = {key: entry for key, entry in base.entries.items() if path or key != KEY}
        for key, entry in own.entries.items():
            if _is_drop(entry.value):
                self._drop(key in entries, entry.value, (*path, key))
                entries.pop(key, None)
            elif key in entries:
                entries[key] = Entry(entry.key, self._nodes(entries[key].value, entry.value, (*path, key)))
            else:
                entries[key] = entry
        return own._replace(entries=entries)

    def _nodes(self, base: Node, own: Node, path: Path) -> Node:
        if isinstance(base, Mapping) and isinstance(own, Mapping):
            return self.maps(base, own, path)
        if isinstance(base, Sequence) and isinstance(own, Sequence) and own.items:
            ids = [_id_of(item) for item in (*base.items, *own.items)]
            if all(ids):
                return self._lists(base, own, path)
        return own

    def _lists(self, base: Sequence, own: Sequence, path: Path) -> Sequence:
        items = {_id_of(item): item for item in base.items}
        if len(items) < len(base.items) or len({_id_of(item) for item in own.items}) < len(own.items):
            return own  # an id that stands twice is said when the list is read
        for number, item in enumerate(own.items):
            name = _id_of(item)
            if _is_drop(item):
                self._drop(name in items, item, (*path, number))
                items.pop(name, None)
            elif name in items:
                items[name] = self._nodes(items[name], item, (*path, number))
            else:
                items[name] = item
        return own._replace(items=tuple(items.values()))

    def _drop(self, there: bool, node: Node, path: Path) -> None:
        if not there:
            fault = _fault(_("there is nothing here to drop"), _("Check the name, or remove it."))
            self.faults.append(Placed(fault, node.file, node.line, node.column, path))


def _is_drop(node: Node) -> bool:
    if not isinstance(node, Mapping) or DROP not in node.entries or not node.entries.keys() <= {"id", DROP}:
        return False
    value = node.entries[DROP].value
    return isinstance(value, Scalar) and value.text == "true" and not value.quoted


def _id_of(node: Node) -> str:
    if isinstance(node, Mapping) and (entry := node.entries.get("id")) and isinstance(entry.value, Scalar):
        return entry.value.text
    return ""
