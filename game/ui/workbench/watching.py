"""Tells when a scenario file, or one beside it that it may extend, was saved."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchfiles import Change, watch

_STEP, _QUIET, _WAKE = (
    20,
    60,
    500,
)  # milliseconds: between looks, of rest before telling, until a stop is seen
_SUFFIXES = (".yaml", ".yml", ".po")


class Watcher:
    """Watches the folder of a file, since editors replace a file rather than write into it.

    Args:
        path: the file.
        saved: called from a thread of its own, after something was saved.
    """

    def __init__(self, path: Path, saved: Callable[[], None]) -> None:
        self._folder = path.absolute().parent
        self._saved = saved
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watcher", daemon=True)

    def begin(self) -> None:
        """Watch from now on."""
        self._thread.start()

    def end(self) -> None:
        """Watch no longer; the thread ends by itself."""
        self._stop.set()

    def _watch(self) -> None:
        changes = watch(
            self._folder, watch_filter=_matters, debounce=_QUIET, step=_STEP, rust_timeout=_WAKE,
            stop_event=self._stop, recursive=False, raise_interrupt=False,
        )  # fmt: skip
        for _changed in changes:
            if not self._stop.is_set():
                self._saved()


def _matters(_change: Change, name: str) -> bool:
    return name.endswith(_SUFFIXES)
