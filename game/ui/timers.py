"""Things that happen later. Time is handed in, so that tests decide what it is."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Timer:
    """Something to be done once, at a time in seconds."""

    due: float
    call: Callable[[], None]
    cancelled: bool = False

    def cancel(self) -> None:
        """Never mind."""
        self.cancelled = True


class Timers:
    """All that is still to happen."""

    def __init__(self) -> None:
        self._waiting: list[Timer] = []

    def add(self, due: float, call: Callable[[], None]) -> Timer:
        """Have something done at a time."""
        timer = Timer(due, call)
        self._waiting.append(timer)
        return timer

    def run(self, now: float) -> None:
        """Do what is due, in order."""
        due = sorted((t for t in self._waiting if t.due <= now and not t.cancelled), key=lambda t: t.due)
        self._waiting = [t for t in self._waiting if t.due > now and not t.cancelled]
        for timer in due:
            if not timer.cancelled:
                timer.call()

    def until_next(self, now: float) -> float | None:
        """Seconds until something is due, or None."""
        dues = [t.due for t in self._waiting if not t.cancelled]
        return max(0.0, min(dues) - now) if dues else None
