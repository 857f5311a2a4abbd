"""A decision that takes a while: how far it is, and how to stop it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from game.foundation.errors import GameError


class Stopped(GameError):
    """Somebody no longer wants to know what a seat would decide. Nothing has happened."""


@dataclass
class Thinking:
    """How far a seat is with a decision; may be read and stopped from another thread.

    Attributes:
        done, whole: turns looked at, of those to look at.
        stop: set it, and the seat gives up with `Stopped`.
    """

    done: int = 0
    whole: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def begin(self) -> None:
        """Before a new decision."""
        self.done = self.whole = 0
        self.stop.clear()

    def pause(self, done: int, whole: int) -> None:
        """Tell how far it is. Raises Stopped if nobody wants to know any more."""
        self.done, self.whole = done, whole
        if self.stop.is_set():
            raise Stopped("the seat was told to stop thinking")
