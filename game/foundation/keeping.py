"""Writing a page or a table to disk: whole or not at all, and never over something else."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from game.foundation.errors import GameError
from game.foundation.texts import _

OWN = 0o600  # for this user alone, as tempfile makes its files
PUBLIC = 0o644
_MOST_LINKS = 40


class NotWritten(GameError):
    """A file that could not be written; says which and why. Nothing was changed."""

    exit_status = 2


def keep(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a text file in one step.

    Args:
        replace: whether a file that lies there may be replaced.

    Raises:
        NotWritten: something lies there already, or the disk refused.
    """
    if not replace and path.exists():
        raise NotWritten(
            _("{path} exists already and was left as it is; choose another name").format(path=path)
        )
    with not_written(path):
        write_whole(path, text.encode("utf-8", "replace"), PUBLIC)


@contextmanager
def not_written(path: Path) -> Iterator[None]:
    """Whatever the disk refuses inside becomes one message that names the file."""
    try:
        yield
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise NotWritten(
            _("{path} could not be written: {reason}").format(path=path, reason=reason)
        ) from None


def write_whole(path: Path, content: bytes, mode: int = OWN) -> None:
    """Write a file in one step: what lies at `path` is the old file or the new one, never half of it.

    Args:
        mode: who may read it; what a user keeps is for that user alone unless it is made to be handed on.

    Raises:
        OSError: nothing was changed.
    """
    with written_whole(path, mode) as file:
        file.write(content)


@contextmanager
def written_whole(path: Path, mode: int = OWN) -> Iterator[BinaryIO]:
    """A file to write into that takes its place in one step, once everything is in it.

    A link keeps pointing where it does. Pipes and devices have nothing to lose and are written as they are.

    Args:
        mode: who may read it.

    Raises:
        OSError: nothing was changed.
    """
    if _is_no_file(path):
        with path.open("wb") as file:
            yield file
        return
    path = _at_end_of_links(path)
    handle, name = _beside(path)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if mode != OWN:
            Path(name).chmod(mode)
        os.replace(name, path)  # noqa: PTH105 - a move is waiting for this, and Path takes as long as the disk
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _is_no_file(path: Path) -> bool:
    """Whether a pipe or a device lies there: replaced by a file, it would be gone for everybody."""
    try:
        found = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(found) or stat.S_ISDIR(found))


def _at_end_of_links(path: Path) -> Path:
    """Where a file is that is named by a link, which may point at nothing yet."""
    for _link in range(_MOST_LINKS):
        if not path.is_symlink():
            return path
        path = path.parent / path.readlink()
    return path


def _beside(path: Path) -> tuple[int, str]:
    """A new file of one's own in the folder of a path; the folder is made if there is none."""
    try:
        return tempfile.mkstemp(prefix=".saving-", suffix=path.suffix, dir=path.parent)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return tempfile.mkstemp(prefix=".saving-", suffix=path.suffix, dir=path.parent)


def free_path(folder: Path, stem: str, suffixes: tuple[str, ...]) -> Path:
    """A path without ending under which none of the files with these endings lies yet."""
    path, number = folder / stem, 1
    while any(path.with_name(path.name + suffix).exists() for suffix in suffixes):
        number += 1
        path = folder / f"{stem}-{number}"
    return path
