"""Results go where a command was told to put them, but never over what somebody wrote or played."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from game.foundation.keeping import PUBLIC, NotWritten, not_written, written_whole
from game.foundation.texts import _

WORK = (".yaml", ".yml", ".po", ".transcript")
"""Endings of what takes hours to make: scenarios, test cases, translations, games."""


def require_places(wanted: Iterable[Path | None], read: Iterable[Path] = ()) -> None:
    """Say before the work, not after it, that a result has nowhere to go.

    Args:
        wanted: where results are to be written; None for one that nobody wants.
        read: the files that the work is done from.

    Raises:
        NotWritten: a path is a folder, its folder is missing, it is somebody's work, or two are the same.
    """
    paths = [path for path in wanted if path is not None]
    for path in paths:
        _require_folder(path)
    require_apart(paths, read)


def require_apart(wanted: Iterable[Path | None], read: Iterable[Path] = ()) -> None:
    """Raises NotWritten if results would go over each other, over what they are made from, or over work."""
    taken: list[Path] = []
    for path in wanted:
        if path is None:
            continue
        require_no_work(path, read)
        if any(path.absolute() == other.absolute() or _same(path, other) for other in taken):
            raise NotWritten(
                _("{path} is named for two results; give each a file of its own").format(path=path)
            )
        taken.append(path)


def require_no_work(path: Path, read: Iterable[Path] = ()) -> None:
    """Raises NotWritten if a result would take the place of what it is made from, or of anybody's work."""
    if any(_same(path, other) for other in read) or (path.suffix.lower() in WORK and path.is_file()):
        raise NotWritten(
            _("{path} would be lost under the result; it was left as it is. Choose another name").format(
                path=path
            )
        )


def put(path: Path, content: bytes) -> None:
    """Write a result in one step, over an older one if there is one.

    Raises:
        NotWritten: it would take the place of somebody's work, or the disk refused. Nothing was changed.
    """
    with putting(path) as file:
        file.write(content)


@contextmanager
def putting(path: Path) -> Iterator[BinaryIO]:
    """A file for a result that is too large to be held whole; see `put`."""
    _require_folder(path)
    require_no_work(path)
    with not_written(path), written_whole(path, PUBLIC) as file:
        yield file


def _require_folder(path: Path) -> None:
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise NotWritten(_("{path}: there is no such folder, or it is a folder itself").format(path=path))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
