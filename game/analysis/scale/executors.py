"""Executors of this machine: this very process, or several."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

from game.analysis.scale.crew import Crew
from game.analysis.scale.in_order import MakeExecutor

Found = TypeVar("Found")


class Here(Executor):
    """Does the work in this process when it is handed in."""

    def submit(self, fn: Callable[..., Found], /, *args: Any, **kwargs: Any) -> Future[Found]:
        """The result, which is there at once."""
        done: Future[Found] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as fault:  # it belongs to the result, as with any other executor
            done.set_exception(fault)
        return done


def executors(jobs: int) -> tuple[MakeExecutor, int]:
    """What makes an executor with so many processes, and how many pieces of work to hand out at a time."""
    if jobs == 1:
        return Here, 1
    return lambda: Crew(jobs), 2 * jobs
