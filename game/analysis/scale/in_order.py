"""Results of many pieces of work in their order, on any executor of `concurrent.futures`.

Whatever offers `submit` will do: a pool of this machine's processes, or that of a cluster
(`client.get_executor()` of Dask gives one). A pool that breaks is made anew and what it had not finished is
handed out again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from game.foundation.errors import GameError
from game.foundation.texts import _

Asked = TypeVar("Asked")
Found = TypeVar("Found")
MakeExecutor = Callable[[], Executor]

MOST_DEATHS = 5  # of pools in a row without any result between them


@dataclass
class _Piece(Generic[Asked, Found]):
    asked: Asked
    future: Future[Found] | None = None  # None until it is handed out, and again after a pool broke


@dataclass
class InOrder(Generic[Asked, Found]):
    """Hands out work and takes results in the order of the work.

    Args:
        make: makes an executor; called again after one broke.
        task: what is done; a function of a module, so that other processes can find it.
        ahead: how many pieces are handed out before the oldest has come back. It bounds memory.
    """

    make: MakeExecutor
    task: Callable[[Asked], Found]
    ahead: int
    deaths: int = field(default=0, init=False)

    def results(self, work: Iterable[Asked]) -> Generator[Found, None, None]:
        """The result of every piece, in its order. What is not asked for any more is cancelled at the end.

        Raises:
            GameError: executors break again and again without any result.
        """
        pool = self.make()
        waiting: deque[_Piece[Asked, Found]] = deque()
        left = iter(work)
        in_a_row = 0
        try:
            while True:
                try:
                    found = self._oldest(pool, waiting, left)
                except BrokenExecutor:
                    self.deaths, in_a_row = self.deaths + 1, in_a_row + 1
                    pool.shutdown(wait=False, cancel_futures=True)
                    _give_up_after(in_a_row)
                    _take_back(waiting)
                    pool = self.make()
                    continue
                if not waiting:
                    return
                in_a_row = 0
                waiting.popleft()
                yield found.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _oldest(
        self, pool: Executor, waiting: deque[_Piece[Asked, Found]], left: Iterator[Asked]
    ) -> Future[Found]:
        """The oldest piece when it is done; any finished future if there is nothing left."""
        while len(waiting) < self.ahead:
            try:
                waiting.append(_Piece(next(left)))
            except StopIteration:
                break
        try:
            for piece in waiting:
                if piece.future is None:
                    piece.future = pool.submit(self.task, piece.asked)
        except BrokenExecutor:
            if waiting[0].future is None or not waiting[0].future.done():
                raise  # else there is a result to take first, and the next call finds the pool broken
        if not waiting or waiting[0].future is None:
            return Future()
        fault = waiting[0].future.exception()
        if isinstance(fault, BrokenExecutor):
            raise fault
        return waiting[0].future


def _take_back(waiting: Iterable[_Piece[Asked, Found]]) -> None:
    """Whatever has no result is to be handed out again; a result that came before the death is kept."""
    for piece in waiting:
        future = piece.future
        if future is not None and (not future.done() or future.cancelled() or _broke(future)):
            piece.future = None


def _broke(future: Future[Found]) -> bool:
    return isinstance(future.exception(), BrokenExecutor)


def _give_up_after(deaths: int) -> None:
    if deaths >= MOST_DEATHS:
        raise GameError(
            _(
                "{n} times in a row a process died before it had a result; there may be too little memory. "
                "Fewer processes (--jobs) may help."
            ).format(n=deaths)
        )
