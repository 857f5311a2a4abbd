"""From parse events to a tree: iterative, with limits, and refusing what a scenario does not need."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
)

from game.content.reading import refusals
from game.content.reading.characters import INVISIBLE
from game.content.reading.faults import Fault, Placed
from game.content.reading.limits import MAX_DEPTH, MAX_FINDINGS, MAX_NODES
from game.content.reading.nodes import NEW, NOTHING, Entry, Mapping, Node, Scalar, Sequence
from game.content.reading.parse_words import place_and_words
from game.content.reading.parsing import parse_events
from game.content.reading.places import Path


class Growth(NamedTuple):
    """What came of a text.

    Args:
        tree: None where the text could not be read to its end.
        faults: everything that was refused on the way.
        nodes: how many nodes were read, where it was read to its end.
    """

    tree: Node | None
    faults: tuple[Placed, ...]
    nodes: int = 0


def grow_tree(text: str, file: str, *, pure: bool = False) -> Growth:
    """The tree of a YAML text with the place of every key and value.

    Args:
        text: what `check_characters` let through.
        file: the file as the user named it.
        pure: whether to use the parser written in Python.
    """
    if refused := refusals.directives(text):
        return Growth(None, tuple(Placed(fault, file, line, 1) for line, fault in refused))
    gardener = _Gardener(file)
    try:
        gardener.take_all(parse_events(text, pure=pure))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        line, column, fault = place_and_words(error, gardener.last, text.split("\n"))
        if (line, column) not in {(earlier.line, earlier.column) for earlier in gardener.faults}:
            gardener.faults.append(Placed(fault, file, line, column, gardener.path()))
        return Growth(None, tuple(gardener.faults[-MAX_FINDINGS:]))
    return gardener.harvest()


class _OpenMap:
    __slots__ = ("entries", "key", "merged", "repeated_at", "start")

    def __init__(self, event: CollectionStartEvent) -> None:
        self.start = event
        self.entries: dict[str, Entry] = {}
        self.key: Scalar | None = None
        self.merged = False  # whether several keys in a row were there before: two things are written as one
        self.repeated_at = -1

    def took(self, node: Any, may_be_key: bool) -> bool:
        """Takes the next key, or a value under it; not if there is something to say of either."""
        key = self.key
        if key is None:
            if may_be_key:
                self.key = node
            return may_be_key
        name = key.text
        if name in self.entries or name == "<<" or key.refused:
            return False
        self.entries[name] = NEW(Entry, (key, node))
        self.key = None
        return True


class _OpenList:
    __slots__ = ("items", "start")

    def __init__(self, event: CollectionStartEvent) -> None:
        self.start = event
        self.items: list[Node] = []

    def took(self, node: Any, _may_be_key: bool) -> bool:
        """Takes the next item."""
        self.items.append(node)
        return True


class _Gardener:
    """The collections that are open while the events come in."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Placed] = []
        self.last: yaml.Event | None = None
        self._open: list[_OpenMap | _OpenList] = []
        self._root: Node | None = None
        self._nodes = 0
        self._documents = 0
        self._stopped = False

    def path(self) -> Path:
        """Where the next event belongs."""
        return tuple(self._steps())

    def take_all(self, events: Iterator[yaml.Event]) -> None:
        """Adds events to the tree, to their end or until nothing more can be said.

        Keys and values with nothing odd about them go a short way here, because a file has thousands of them.
        """
        event: yaml.Event | None = None
        opened, file, odd = self._open, self.file, INVISIBLE.search
        try:
            for event in events:
                if type(event) is ScalarEvent and opened and self._nodes < MAX_NODES:
                    text, style, frame = event.value, event.style, opened[-1]
                    mark: Any = event.start_mark
                    if event.anchor is None and event.tag is None and not (style and odd(text)):
                        plain = NEW(Scalar, (text, bool(style), mark.line + 1, mark.column + 1, file, False))
                        if frame.took(plain, bool(style) or text not in NOTHING):
                            self._nodes += 1
                            continue
                if not self._take(event):
                    return
        finally:
            self.last = event

    def _take(self, event: yaml.Event) -> bool:
        """Adds one event of any kind to the tree; whether to go on."""
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, CollectionEndEvent):
            self._end()
        elif isinstance(event, AliasEvent):
            self._refuse(event, refusals.alias(event.anchor or ""))
            self._attach(Scalar("", False, *self._place(event), self.file, True))
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, refusals.second_document())
                return False
        return not self._stopped

    def harvest(self) -> Growth:
        """The tree and the faults, once all events are in."""
        nothing = self._root is None or (isinstance(self._root, Scalar) and self._root.is_nothing)
        if nothing and not self.faults:
            return Growth(None, (Placed(refusals.empty(), self.file, 1, 1),))
        return Growth(None if self._stopped or nothing else self._root, tuple(self.faults), self._nodes)

    def _steps(self) -> Iterator[str | int]:
        for frame in self._open:
            if isinstance(frame, _OpenList):
                yield len(frame.items)
            elif frame.key is not None:
                yield frame.key.text

    def _place(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        assert mark is not None
        return mark.line + 1, mark.column + 1

    def _refuse(self, event: yaml.Event, fault: Fault) -> None:
        line, column = self._place(event)
        self.faults.append(Placed(fault, self.file, line, column, self.path()))
        if len(self.faults) >= MAX_FINDINGS:
            self._stopped = True

    def _scalar(self, event: ScalarEvent) -> None:
        line, column = self._place(event)
        plain = event.tag is None and event.anchor is None
        refused = not plain and self._has_extras(event)
        quoted = bool(event.style)
        if quoted and (fault := refusals.hidden_character(event.value)):
            self._refuse(event, fault)
            refused = True
        self._attach(Scalar(event.value, quoted, line, column, self.file, refused))

    def _has_extras(self, event: ScalarEvent | CollectionStartEvent) -> bool:
        """Refuses anchors and tags, which say things about a value that the schema says."""
        if event.anchor is not None:
            self._refuse(event, refusals.anchor(event.anchor))
        if event.tag is not None:
            self._refuse(event, refusals.tag(event.tag))
        return event.anchor is not None or event.tag is not None

    def _begin(self, event: CollectionStartEvent) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, refusals.too_deep())
            self._stopped = True
            return
        if event.anchor is not None or event.tag is not None:
            self._has_extras(event)
        self._open.append(_OpenMap(event) if type(event) is MappingStartEvent else _OpenList(event))

    def _end(self) -> None:
        frame = self._open.pop()
        start = frame.start
        mark = start.start_mark
        assert mark is not None
        place = (mark.line + 1, mark.column + 1, self.file)
        refused = start.anchor is not None or start.tag is not None
        if isinstance(frame, _OpenMap):
            self._attach(NEW(Mapping, (frame.entries, *place, refused or frame.merged)))
        else:
            self._attach(NEW(Sequence, (tuple(frame.items), *place, refused)))

    def _attach(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self.faults.append(Placed(refusals.too_many(), self.file, node.line, node.column, self.path()))
            self._stopped = True
            return
        if not self._open:
            if self._root is None:
                self._root = node
            return
        frame = self._open[-1]
        if frame.took(node, False):
            return
        assert isinstance(frame, _OpenMap)
        if frame.key is None:
            frame.key = self._as_key(node)
        else:
            self._enter(frame, frame.key, node)

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and not node.is_nothing:
            return node
        if not node.refused:
            self.faults.append(Placed(refusals.no_key(node), self.file, node.line, node.column, self.path()))
        return Scalar("", True, node.line, node.column, self.file, True)

    def _enter(self, frame: _OpenMap, key: Scalar, value: Node) -> None:
        earlier = frame.entries.get(key.text)
        fault: Fault | None = None
        if key.refused:
            pass
        elif key.text == "<<" and not key.quoted:
            fault = refusals.merge_key()
        elif earlier:
            frame.merged = frame.merged or frame.repeated_at == len(frame.entries)
            if frame.repeated_at != len(frame.entries):
                fault = refusals.duplicate(earlier.key.line, earlier.key.column)
            frame.repeated_at = len(frame.entries)
        else:
            frame.entries[key.text] = Entry(key, value)
        if fault:
            self.faults.append(Placed(fault, self.file, key.line, key.column, self.path()))
            self._stopped = self._stopped or len(self.faults) >= MAX_FINDINGS
        frame.key = None
