"""Work done once for each record that cannot change."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

Record = TypeVar("Record")
Value = TypeVar("Value")


class OncePerRecord(Generic[Record, Value]):
    """A function of one read-only record that remembers what it gave, for as long as the record lives.

    Records with arrays have no hash, so they are told apart by being the same object.

    Args:
        work: the function; what it gives may not depend on anything else.
    """

    def __init__(self, work: Callable[[Record], Value]) -> None:
        self._work = work
        self._known: dict[int, tuple[weakref.ref[object], Value]] = {}

    def __call__(self, record: Record) -> Value:
        """What the function gives for a record."""
        place = id(record)
        found = self._known.get(place)
        if found is not None and found[0]() is record:
            return found[1]
        value = self._work(record)
        self._known[place] = (weakref.ref(record, lambda _gone: self._known.pop(place, None)), value)
        return value
