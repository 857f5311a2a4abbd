"""Processes of this machine that may die at any moment without anybody waiting for them in vain.

Every process has a line of its own, so that one killed in the middle of a message ends that line and nothing
else. The pool of the standard library shares one queue of results among its processes: what is left of a
message blocks its reader for ever, and a lock held by a dead process blocks the others (decision 012).
"""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

Found = TypeVar("Found")
Serve = Callable[[Connection], None]

# A fresh interpreter for each: forking a process that has threads may hang, and Windows cannot do it.
_SPAWNING = get_context("spawn")


@dataclass(frozen=True)
class _Piece:
    future: Future[Any]
    call: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


class Crew(Executor):
    """So many processes, each made when there is work for it and made anew after it died.

    The work in hand when a process dies gets `BrokenExecutor`; whatever else was handed in goes on.

    Args:
        size: processes at most.
        serve: what each runs at its end of the line (a function of a module).
    """

    def __init__(self, size: int, serve: Serve | None = None) -> None:
        self._work: SimpleQueue[_Piece | None] = SimpleQueue()
        self._hands = [_Hand(self._work, serve or answer) for _ in range(size)]
        self._threads = [Thread(target=hand.toil, daemon=True) for hand in self._hands]
        for thread in self._threads:
            thread.start()
        self._over = False

    def submit(self, fn: Callable[..., Found], /, *args: Any, **kwargs: Any) -> Future[Found]:
        """Hand in a call; the function and what it takes and gives are pickled.

        Raises:
            RuntimeError: after `shutdown`, as executors do.
        """
        if self._over:
            raise RuntimeError("this crew has been dismissed")
        future: Future[Found] = Future()
        self._work.put(_Piece(future, (fn, args, kwargs)))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Dismiss all processes; with `cancel_futures` at once, whatever they are doing."""
        self._over = True
        if cancel_futures:
            self._drop_work()
            for hand in self._hands:
                hand.let_go()
        for _ in self._threads:
            self._work.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _drop_work(self) -> None:
        while True:
            try:
                piece = self._work.get_nowait()
            except Empty:
                return
            if piece is not None:
                piece.future.cancel()


@dataclass
class _Hand:
    """One place of the crew: its process, the line to it, and the thread that serves both."""

    work: SimpleQueue[_Piece | None]
    serve: Serve
    lock: Lock = field(default_factory=Lock)
    process: BaseProcess | None = None
    line: Connection | None = None
    dismissed: bool = False

    def toil(self) -> None:
        while (piece := self.work.get()) is not None:
            if piece.future.set_running_or_notify_cancel():
                self._do(piece)
        self._part()

    def let_go(self) -> None:
        """End the process in the middle of its work, and start no other."""
        with self.lock:
            self.dismissed = True
            if self.process is not None:
                self.process.kill()

    def _do(self, piece: _Piece) -> None:
        try:
            line = self._ready()
            line.send(piece.call)
            fault, found = line.recv()
        except (EOFError, OSError):
            self._part()
            piece.future.set_exception(BrokenExecutor("a process died in the middle of its work"))
        except Exception as unsendable:  # the call cannot be pickled: that belongs to its result
            piece.future.set_exception(unsendable)
        else:
            _settle(piece.future, fault, found)

    def _ready(self) -> Connection:
        with self.lock:
            if self.dismissed:
                raise EOFError
            if self.line is None:
                _turn_deaf()
                self.line, theirs = _SPAWNING.Pipe()
                self.process = _SPAWNING.Process(target=self.serve, args=(theirs,), daemon=True)
                self.process.start()
                theirs.close()  # so that the line ends when the process does
            return self.line

    def _part(self) -> None:
        with self.lock:
            line, process, self.line, self.process = self.line, self.process, None, None
        if line is not None:
            line.close()
        if process is not None:
            process.join(timeout=1.0)
            process.kill()
            process.join()


def _settle(future: Future[Any], fault: BaseException | None, found: Any) -> None:
    if fault is None:
        future.set_result(found)
    else:
        future.set_exception(fault)


def _turn_deaf() -> None:
    """Nothing that this thread starts hears Ctrl+C, not even before it can say so itself.

    A process that is stopped while it reads itself in would show everybody where it was.
    """
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()  # whoever starts it hears again afterwards
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def answer(line: Connection) -> None:
    """What a process of a crew does until its line ends: take a call, send its fault or its result."""
    # Ctrl+C reaches every process of a terminal; the one that gathers results decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            call, args, kwargs = line.recv()
        except (EOFError, OSError):  # whoever asked is gone, perhaps in the middle of a word
            return
        _send(line, _done(call, args, kwargs))


def _done(
    call: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[Exception | None, Any]:
    try:
        return None, call(*args, **kwargs)
    except Exception as fault:  # it belongs to the result, as with any other executor
        fault.add_note(traceback.format_exc())
        return fault, None


def _send(line: Connection, answered: tuple[Exception | None, Any]) -> None:
    try:
        line.send(answered)
    except (BrokenPipeError, EOFError):
        return  # nobody is there any more
    except Exception as unsendable:
        line.send((TypeError(f"what the work found cannot be sent: {unsendable}"), None))
