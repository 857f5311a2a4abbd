"""One process at a time adds to a file: two would mix their lines, and a night of games would be lost."""

from __future__ import annotations

import errno
import sys
from typing import IO

from game.foundation.errors import GameError
from game.foundation.texts import _

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_FAR = 1 << 40  # on Windows what is locked cannot be read; nothing is ever written here


def write_alone(file: IO[bytes], path: object) -> None:
    """Keep a file for this process until it is closed or the process ends, however it ends.

    Where the disk knows no such thing (some shared folders), nothing is kept and nothing refused.

    Args:
        file: open for writing.
        path: how the message names it.

    Raises:
        GameError: another process has it.
    """
    try:
        _lock(file)
    except OSError as fault:
        if fault.errno in _TAKEN:
            raise GameError(
                _(
                    "{path} is being written by another process. Let that one end, "
                    "or name another folder with --out."
                ).format(path=path)
            ) from None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        here = file.tell()
        try:
            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        finally:
            file.seek(here)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
