"""Results come in their order, whatever becomes of the pools that work on them."""

from concurrent.futures import BrokenExecutor, Executor, Future

import pytest

from game.analysis.scale.executors import Here
from game.analysis.scale.in_order import MOST_DEATHS, InOrder
from game.foundation.errors import GameError


def double(number):
    return 2 * number


class Fragile(Executor):
    """Does so many pieces, then breaks: the next piece in hand is lost, and nothing more is taken."""

    def __init__(self, pieces):
        self.left = pieces
        self.closed = False

    def submit(self, fn, /, *args, **kwargs):
        if self.left < 0:
            raise BrokenExecutor
        done = Future()
        if self.left:
            done.set_result(fn(*args, **kwargs))
        else:
            done.set_exception(BrokenExecutor())
        self.left -= 1
        return done

    def shutdown(self, wait=True, *, cancel_futures=False):  # noqa: ARG002 - as its base
        self.closed = True


def test_in_order_in_this_process():
    assert list(InOrder(Here, double, 1).results(range(20))) == list(range(0, 40, 2))


@pytest.mark.parametrize("pieces", [1, 2, 5])
@pytest.mark.parametrize("ahead", [1, 3, 8])
def test_pools_that_break_again_and_again_lose_nothing(pieces, ahead):
    pools = []

    def make():
        pools.append(Fragile(pieces))
        return pools[-1]

    in_order = InOrder(make, double, ahead)
    assert list(in_order.results(range(20))) == list(range(0, 40, 2))
    assert in_order.deaths == len(pools) - 1 > 0
    assert all(pool.closed for pool in pools)


def test_pools_that_never_finish_anything_are_given_up():
    pools = []

    def make():
        pools.append(Fragile(0))
        return pools[-1]

    with pytest.raises(GameError, match="5 times in a row a process died"):
        list(InOrder(make, double, 2).results(range(3)))
    assert len(pools) == MOST_DEATHS


def test_a_fault_of_the_work_is_no_death():
    def fails(_number):
        raise GameError("no")

    with pytest.raises(GameError, match=r"^no$"):
        list(InOrder(Here, fails, 1).results(range(3)))


def test_no_more_is_handed_out_than_asked():
    taken = []

    def numbers():
        for number in range(100):
            taken.append(number)
            yield number

    results = InOrder(Here, double, 4).results(numbers())
    assert next(results) == 0
    assert len(taken) <= 5
    results.close()
    assert len(taken) <= 5
