"""The program, held at a named point until a signal from outside ends it.

python -m tests.shells.held MODULE:CLASS.METHOD TIMES COMMAND... runs a command of the game. When the method
has been called so many times it says so on the output and waits; so a test that stops the program in the
middle of its work depends on no clock, however slow or fast the machine is.
"""

from __future__ import annotations

import functools
import importlib
import sys
import time
from typing import Any

HELD = "held"


def hold(place: str, times: int) -> None:
    """Let a method wait for ever at the end of its call of that number."""
    module, _colon, rest = place.partition(":")
    owner, _point, name = rest.rpartition(".")
    kind = getattr(importlib.import_module(module), owner)
    inner, calls = getattr(kind, name), []

    @functools.wraps(inner)
    def until_stopped(*words: Any, **named: Any) -> Any:
        found = inner(*words, **named)
        calls.append(1)
        if len(calls) == times:
            sys.stdout.write(HELD + "\n")
            sys.stdout.flush()
            while True:
                time.sleep(3600)  # a signal ends it
        return found

    setattr(kind, name, until_stopped)


if __name__ == "__main__":
    from game.cli.entry import main

    hold(sys.argv[1], int(sys.argv[2]))
    sys.exit(main(sys.argv[3:]))
