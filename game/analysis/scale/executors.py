"""Executors of this machine: this very process, or several."""

from __future__ import annotations

import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

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
    return lambda: _pool(jobs), 2 * jobs


def _pool(jobs: int) -> ProcessPoolExecutor:
    # A fresh interpreter for each: forking a process that has threads may hang, and Windows cannot do it.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_alone)


def _leave_interrupts_alone() -> None:
    """Ctrl+C reaches every process of a terminal; the one that gathers results decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
