"""Results of pieces of work, kept one by one as they come: work that was stopped goes on where it was.

A file with one line a piece, after a first line that says what the work is. Half a line at the end, as a full
disk or a power cut leaves it, is cut off when the work is gone on with.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from game.foundation.alone import write_alone
from game.foundation.errors import GameError
from game.foundation.texts import _

Found = dict[str, Any]
KEY = "piece"


def require_folder(path: Path) -> None:
    """Raises GameError where something is kept in a folder and there is a file of its name."""
    if path.exists() and not path.is_dir():
        raise GameError(_("{path} is a file; games are kept in a folder").format(path=path))


class Journal:
    """The file of some work.

    Args:
        path: of the file; it and its folder need not exist yet. None to keep nothing.
        work: what the results depend on; a file of other work is refused.

    Raises:
        GameError: the file holds other work, is damaged, or cannot be written.
    """

    def __init__(self, path: Path | None, work: Mapping[str, Any]) -> None:
        self.path = path
        self.results: dict[str, Found] = {}
        self._file: IO[bytes] | None = None
        if path is None:
            return
        require_folder(path.parent)
        heading = json.loads(json.dumps(dict(work)))
        with self._said():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("ab")
            try:
                write_alone(self._file, path)
                end = self._read(path, heading)
                self._file.truncate(end)
                if not end:
                    self._write(heading)
            except BaseException:
                self._file.close()
                raise

    def keep(self, piece: str, result: Found) -> None:
        """Add one result; it is on disk when this returns.

        Raises:
            GameError: the disk refuses; what was there before is still there.
        """
        with self._said():
            self._write({KEY: piece, **result})
        self.results[piece] = result

    def __enter__(self) -> Journal:
        """The journal itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        if self._file is not None:
            try:
                self._file.close()
            except OSError:  # a disk that was full when a line was added is full now; that has been said
                return

    def _write(self, line: Mapping[str, Any]) -> None:
        if self._file is not None:
            self._file.write(_as_line(line))
            self._file.flush()
            os.fsync(self._file.fileno())

    def _read(self, path: Path, heading: Found) -> int:
        """Read what is there and say where its last whole line ends; 0 for a file without one."""
        lines = path.read_bytes().splitlines(keepends=True)
        whole = [line for line in lines if line.endswith(b"\n")]
        if lines and not whole and not _as_line(heading).startswith(lines[0]):
            raise GameError(
                _("{path}: this is not what was kept of games. Take the file away to begin anew.").format(
                    path=path
                )
            )
        for number, line in enumerate(whole, 1):
            try:
                found = dict(json.loads(line))
                if number == 1:
                    _require_same(path, found, heading)
                else:
                    self.results[str(found.pop(KEY))] = found
            except (ValueError, TypeError, KeyError):
                raise GameError(
                    _("{path}:{line}: this line cannot be read. Take the file away to begin anew.").format(
                        path=path, line=number
                    )
                ) from None
        return sum(map(len, whole))

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            raise GameError(
                _("{path}: {reason}. What was found is kept; the same command goes on from there.").format(
                    path=self.path, reason=(fault.strerror or str(fault)).lower()
                )
            ) from None


def _as_line(found: Mapping[str, Any]) -> bytes:
    return json.dumps(found).encode() + b"\n"


def _require_same(path: Path, old: Found, new: Found) -> None:
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            raise GameError(
                _(
                    "{path} holds other work: its {what} is {old}, not {new}. Name another folder with --out."
                ).format(path=path, what=name, old=_short(old.get(name)), new=_short(new.get(name)))
            )


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."
