"""Digests: the same meaning gives the same text on every machine, and nothing else does.

Used to say that two games, scenarios or tables are one and the same. Floats are refused: they have no place
below analysis, and their bits differ between machines.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Protocol

import numpy as np

from game.foundation.arrays import AnyArray


class _Sink(Protocol):
    def update(self, part: bytes, /) -> None: ...


def digest(value: object) -> str:
    """The SHA-256 of a value, as 64 hexadecimal digits.

    Args:
        value: dataclasses, mappings, sequences and sets of whole numbers, truth values, texts, exact
            fractions and decimals, dates, None and integer arrays, nested as deep as Python allows.

    Raises:
        TypeError: something in it that has no exact form, such as a float.
    """
    sink = hashlib.sha256()
    _feed(sink, value)
    return sink.hexdigest()


def short_digest(value: object) -> str:
    """The first 16 digits of the digest: enough to tell games apart, short enough to read out."""
    return digest(value)[:16]


def _feed(sink: _Sink, value: object) -> None:
    """Every kind begins with a letter and says its size first, so that no two values run into one another."""
    if type(value) is int:  # the most frequent kinds first: a scenario is made of thousands of them
        sink.update(b"i%d;" % value)
    elif type(value) is str:
        _feed_bytes(sink, b"s", value.encode())
    elif type(value) is tuple or type(value) is list:
        _feed_all(sink, b"l", value)
    else:
        _feed_other(sink, value)


def _feed_other(sink: _Sink, value: object) -> None:
    match value:
        case None:
            sink.update(b"N")
        case bool() | np.bool_():
            sink.update(b"T" if value else b"F")
        case int() | np.integer():
            sink.update(b"i%d;" % int(value))
        case str():
            _feed_bytes(sink, b"s", value.encode())
        case bytes():
            _feed_bytes(sink, b"b", value)
        case np.ndarray():
            _feed_array(sink, value)
        case Fraction() | Decimal():
            sink.update(b"r%d/%d;" % value.as_integer_ratio())
        case date():
            _feed_bytes(sink, b"d", value.isoformat().encode())
        case Enum():
            _feed(sink, value.value)
        case list() | tuple():
            _feed_all(sink, b"l", value)
        case Mapping():
            _feed_sorted(sink, b"m", value.items())
        case set() | frozenset():
            _feed_sorted(sink, b"u", value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            members = ((field.name, getattr(value, field.name)) for field in fields(value))
            _feed_all(sink, b"c", (type(value).__name__, *members))
        case _:
            raise TypeError(f"{type(value).__name__} has no exact form to take a digest of")


def _feed_bytes(sink: _Sink, kind: bytes, content: bytes) -> None:
    sink.update(kind + b"%d:" % len(content) + content)


def _feed_all(sink: _Sink, kind: bytes, members: tuple[object, ...] | list[object]) -> None:
    sink.update(kind + b"%d:" % len(members))
    for member in members:
        _feed(sink, member)


def _feed_sorted(sink: _Sink, kind: bytes, members: Iterable[object]) -> None:
    parts = []
    for member in members:
        part = bytearray()
        _feed(_Gathered(part), member)
        parts.append(bytes(part))
    sink.update(kind + b"%d:" % len(parts))
    for part_ in sorted(parts):
        sink.update(part_)


def _feed_array(sink: _Sink, array: AnyArray) -> None:
    if array.dtype.kind not in "biu":
        raise TypeError(f"an array of {array.dtype} has no exact form to take a digest of")
    shape = ",".join(map(str, array.shape))
    _feed_bytes(sink, b"a", f"{array.dtype.kind}{array.dtype.itemsize}[{shape}]".encode())
    sink.update(array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes(order="C"))


class _Gathered:
    """A sink that keeps what it is fed, for parts that have to be sorted first."""

    def __init__(self, part: bytearray) -> None:
        self._part = part

    def update(self, part: bytes, /) -> None:
        self._part += part
