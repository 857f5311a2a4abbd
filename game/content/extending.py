"""`extends`: a scenario that says only what differs from another one in the same folder.

Maps are joined key by key. Lists whose things have an `id` are joined by it, new things last; every other
list
and every single value is replaced. `drop: true` takes something out. All of it happens to trees, so that
every
finding names the file in which its value stands.
"""

from itertools import islice
from pathlib import Path as FilePath
from typing import Final, NamedTuple

from game.content.migrating import CURRENT, migrated
from game.content.reading.faults import Fault, Placed, to_findings
from game.content.reading.limits import shortened
from game.content.reading.loading import Change, Drop, Reading, read_tree
from game.content.reading.memory import Memory
from game.content.reading.nodes import Entry, Mapping, Node, Scalar, Sequence
from game.content.reading.places import Path, Place, place_of
from game.content.reading.suggestions import closest, did_you_mean
from game.foundation.findings import Finding
from game.foundation.texts import _

MOST_BASES: Final = 3
"""How many scenarios may stand behind one another."""

KEY, DROP = "extends", "drop"
_OWN = ((KEY,), ("format",), ("id",))
_SUFFIXES = (".yaml", ".yml")
_MOST_NAMED = 12
_MOST_LOOKED_AT = 1000


class _Chain(NamedTuple):
    """The files that led here, the first last."""

    files: tuple[FilePath, ...]

    def with_file(self, file: FilePath) -> "_Chain":
        return _Chain((*self.files, file))


def read_whole(path: FilePath, memory: Memory | None = None) -> Reading:
    """The tree of a file in the current format, joined with those that it extends.

    Args:
        path: the file.
        memory: what was read before, of whichever files.
    """
    return _read(path, _Chain(()), memory)


def _read(path: FilePath, chain: _Chain, memory: Memory | None) -> Reading:
    reading = read_tree(path, memory)
    if reading.tree is None:
        return reading
    tree = migrated(reading.tree)
    if isinstance(tree, Placed):
        return Reading(None, (*reading.findings, *to_findings((tree,), reading.tree)))
    if not isinstance(tree, Mapping) or KEY not in tree.entries:
        return reading._replace(tree=tree)
    name = tree.entries[KEY].value
    base = _base_of(path, name, chain)
    if isinstance(base, Fault):
        placed = Placed(base, name.file, name.line, name.column, (KEY,))
        return Reading(None, (*reading.findings, *to_findings((placed,), tree)))
    below = _read(base, chain.with_file(path), memory)
    findings = (*below.findings, *reading.findings)
    if not isinstance(below.tree, Mapping):
        return Reading(None, findings or _no_map(name, tree))
    joiner = _Joiner(tuple(map(str, chain.files)))
    joined = joiner.maps(below.tree, tree, ())
    faults = (*joiner.faults, *_own_format(tree), *_own_id(below.tree, tree))
    newcomers = (*below.newcomers, *joiner.newcomers.items())
    drops = (*below.drops, *joiner.drops)
    changes = (*below.changes, *joiner.changes)
    return Reading(joined, (*findings, *to_findings(faults, joined)), newcomers, drops, memory, changes)


def _base_of(path: FilePath, name: Node, chain: _Chain) -> FilePath | Fault:
    """The file that is extended."""
    if not isinstance(name, Scalar) or name.is_nothing:
        return _fault(_("must be the name of a file"), _("Write extends: other.yaml."))
    text = name.text
    plain = text == FilePath(text).name and not set(text) & set("/\\:\0") and len(text) <= 200
    if not plain or not text.endswith(_SUFFIXES):
        return _fault(
            _("{name!r} is no name of a scenario file in this folder").format(name=text[:60]),
            _("Write the name alone, such as extends: {name}; the file stands in the same folder.").format(
                name=f"{text}.yaml" if plain and (path.parent / f"{text}.yaml").is_file() else "other.yaml"
            ),
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
        names = tuple(file.name for file in islice(path.parent.glob("*.yaml"), _MOST_LOOKED_AT))
        hint = did_you_mean(closest(text, sorted(names))) or _("Check the name.")
        return _fault(_("there is no file '{name}' in this folder").format(name=text), hint)
    return base


def _fault(message: str, hint: str) -> Fault:
    return Fault(KEY, message, hint)


def _no_map(name: Node, tree: Node) -> tuple[Finding, ...]:
    fault = _fault(_("what it extends is no scenario"), _("Name a file with lines of 'key: value'."))
    return to_findings((Placed(fault, name.file, name.line, name.column, (KEY,)),), tree)


def _own_format(own: Mapping) -> tuple[Placed, ...]:
    """Each file says in which format it is written: one may be brought up to date before the other is."""
    if "format" in own.entries:
        return ()
    fault = Fault(
        "missing-key",
        _("the key 'format' is missing"),
        _("Write format: {number}.").format(number=CURRENT),
    )
    return (Placed(fault, own.file, own.line, own.column),)


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
    def __init__(self, above: tuple[str, ...]) -> None:
        self.faults: list[Placed] = []
        self.drops: list[Drop] = []
        self.changes: list[Change] = []
        self._above = above
        self.newcomers: dict[Place, str] = {}

    def maps(self, base: Mapping, own: Mapping, path: Path) -> Mapping:
        entries = {key: entry for key, entry in base.entries.items() if path or key != KEY}
        for key, entry in own.entries.items():
            if _is_drop(entry.value):
                there = tuple(entries)
                old = entries.pop(key, None)
                self._drop(entry.value, (*path, key), there, old.key if old else None, old and old.value)
            elif key in entries:
                old = entries[key]
                joined = self._nodes(old.value, entry.value, (*path, key))
                entries[key] = Entry(entry.key, joined)
                if joined is entry.value:
                    self._change((*path, key), joined, old.key, old.value)
            else:
                entries[key] = entry
                self._change((*path, key), entry.value)
        return own._replace(entries=entries)

    def _nodes(self, base: Node, own: Node, path: Path) -> Node:
        if isinstance(base, Mapping) and isinstance(own, Mapping):
            return self.maps(base, own, path)
        if isinstance(base, Sequence) and isinstance(own, Sequence) and own.items:
            ids = [_id_of(item) for item in (*base.items, *own.items)]
            if all(ids):
                return self._lists(base, own, path)
            self._note_nameless(base, own)
        return own

    def _lists(self, base: Sequence, own: Sequence, path: Path) -> Sequence:
        items = {_id_of(item): item for item in base.items}
        if len(items) < len(base.items) or len({_id_of(item) for item in own.items}) < len(own.items):
            return own  # an id that stands twice is said when the list is read
        there = tuple(items)
        for item in own.items:
            name = _id_of(item)
            if _is_drop(item):
                self._drop(item, (*path, name), tuple(items), None, items.pop(name, None))
            elif name in items:
                items[name] = self._nodes(
                    items[name], self._without_odd_drop(item, (*path, name)), (*path, name)
                )
            else:
                self._change((*path, name), item)
                self.newcomers[place_of(item)] = _(
                    "'{id}' is new here: {file} has {ids}. A new thing needs all its keys."
                ).format(id=shortened(name), file=_file_name(base), ids=_listed(there))
                items[name] = item
        return own._replace(items=tuple(items.values()))

    def _change(self, path: Path, node: Node, key: Scalar | None = None, was: Node | None = None) -> None:
        """Notes what is said now, unless the same was said before."""
        same = isinstance(node, Scalar) and isinstance(was, Scalar) and node[:2] == was[:2]
        if not same and path not in _OWN:
            self.changes.append(Change(path, node, key, was, self._above))

    def _without_odd_drop(self, node: Node, path: Path) -> Node:
        """The node without a `drop` that is none, of which this says what it must be."""
        if not isinstance(node, Mapping) or DROP not in node.entries:
            return node
        key = node.entries[DROP].key
        fault = _fault(_("takes nothing out as it stands"), _("Write drop: true, alone or beside the id."))
        self.faults.append(Placed(fault, key.file, key.line, key.column, (*path, DROP)))
        return node._replace(entries={name: entry for name, entry in node.entries.items() if name != DROP})

    def _note_nameless(self, base: Sequence, own: Sequence) -> None:
        """Things without an id that stand where those of the other file have one."""
        there = tuple(_id_of(item) for item in base.items)
        for item in own.items:
            if all(there) and isinstance(item, Mapping) and not _id_of(item):
                self.newcomers[place_of(item)] = _(
                    "Write the id of what it changes in {file}: {ids}."
                ).format(file=_file_name(base), ids=_listed(there))

    def _drop(
        self, node: Node, path: Path, names: tuple[str, ...], key: Scalar | None, value: Node | None
    ) -> None:
        """Notes what is taken out, or that there is no such thing."""
        name = str(path[-1])
        if value is not None:
            drop = Drop(place_of(node), path, key, value, names.index(name), self._above)
            self.drops.append(drop)
            return
        hint = did_you_mean(closest(name, names)) or _("There are: {ids}.").format(ids=_listed(names))
        fault = _fault(_("there is nothing here to drop"), hint)
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


def _file_name(node: Node) -> str:
    return FilePath(node.file).name


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(shortened, names[:_MOST_NAMED])) + (", …" if len(names) > _MOST_NAMED else "")
