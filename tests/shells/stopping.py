"""Commands that are stopped in the middle of their work, at a point that does not depend on any clock."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from game.foundation.places import content_root
from tests.shells.held import HELD

PATIENCE = 300  # seconds until a test calls it hanging; nothing here takes ten


def heed_ctrl_c() -> None:
    """A shell that runs the tests in the background has them ignore Ctrl+C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def stopped_at(place: str, times: int, how: int, *words: str) -> tuple[int, str]:
    """Run a command of the game and stop it by a signal at a named point: its status, and what it said.

    Args:
        place, times: after which call of which method, as `held` reads them.
        how: the signal.
    """
    running = subprocess.Popen(
        [sys.executable, "-m", "tests.shells.held", place, str(times), *words],
        cwd=content_root(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509 - no threads here
    )  # fmt: skip
    try:
        assert running.stdout is not None, "it is a pipe"
        first = running.stdout.readline()  # the output of a process that ends without being held ends too
        assert first == f"{HELD}\n", first + running.communicate(timeout=PATIENCE)[1]
        os.kill(running.pid, how)
        _out, err = running.communicate(timeout=PATIENCE)
    finally:
        running.kill()
    return running.returncode, err
