"""Processes that die, hang up in the middle of a message or are dismissed: nobody waits in vain."""

import multiprocessing
import os
import signal
import struct
import time
from concurrent.futures import BrokenExecutor

import pytest

from game.analysis.scale.crew import Crew
from game.analysis.scale.in_order import InOrder
from game.foundation.errors import GameError

PATIENCE = 60  # seconds until a test calls it hanging; nothing here takes one


def double(number):
    return 2 * number


def fails(_number):
    raise GameError("not this one")


def gives_what_cannot_be_sent(_number):
    return lambda: None


def dies(_number):
    os.kill(os.getpid(), signal.SIGKILL)


def dies_once(place):
    """Die unless the file is there, which is made first."""
    if not place.exists():
        place.write_bytes(b"")
        dies(0)
    return place.name


def sleeps(_number):
    time.sleep(10 * PATIENCE)


def hangs_up_in_the_middle(line):
    """Serve as a process does that is killed while it writes: the length of a message and half of it."""
    line.recv()
    os.write(line.fileno(), struct.pack("!i", 1000) + b"half a message")
    os.kill(os.getpid(), signal.SIGKILL)


def is_deaf(_number):
    """Whether this process was deaf to Ctrl+C from its first moment on."""
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])


@pytest.fixture
def crew():
    crew = Crew(2)
    yield crew
    crew.shutdown(cancel_futures=True)


def test_results_are_those_of_the_calls(crew):
    futures = [crew.submit(double, number) for number in range(8)]
    assert [future.result(PATIENCE) for future in futures] == list(range(0, 16, 2))


def test_a_fault_of_the_work_arrives_with_where_it_happened(crew):
    fault = crew.submit(fails, 1).exception(PATIENCE)
    assert isinstance(fault, GameError)
    assert str(fault) == "not this one"
    assert "in fails" in fault.__notes__[0]


@pytest.mark.parametrize("call", [gives_what_cannot_be_sent, lambda number: number])
def test_what_cannot_be_pickled_is_a_fault_of_that_call_alone(crew, call):
    fault = crew.submit(call, 1).exception(PATIENCE)
    assert fault is not None
    assert not isinstance(fault, BrokenExecutor)
    assert crew.submit(double, 1).result(PATIENCE) == 2


def test_a_process_that_dies_breaks_its_own_work_and_no_other(crew):
    futures = [crew.submit(call, 4) for call in (dies, double, double, dies, double)]
    faults = [future.exception(PATIENCE) for future in futures]
    assert [isinstance(fault, BrokenExecutor) for fault in faults] == [True, False, False, True, False]
    assert futures[-1].result() == 8


def test_half_a_message_is_no_message():
    crew = Crew(1, hangs_up_in_the_middle)
    assert isinstance(crew.submit(double, 1).exception(PATIENCE), BrokenExecutor)
    crew.shutdown()


def test_work_of_a_dead_process_is_done_by_the_next(tmp_path):
    places = [tmp_path / str(number) for number in range(6)]
    in_order = InOrder(lambda: Crew(2), dies_once, 4)
    # Each dies the first time; a crew of two brings two pieces further before it is made anew.
    assert list(in_order.results(places)) == [place.name for place in places]
    assert in_order.deaths >= 1


def test_whoever_is_dismissed_stops_in_the_middle_of_work():
    crew = Crew(2)
    futures = [crew.submit(sleeps, 1) for _ in range(4)]
    while not all(future.running() for future in futures[:2]) or len(multiprocessing.active_children()) < 2:
        time.sleep(0.01)
    crew.shutdown(cancel_futures=True)
    assert all(future.done() for future in futures)
    assert [future.cancelled() for future in futures] == [False, False, True, True]
    with pytest.raises(RuntimeError, match="dismissed"):
        crew.submit(double, 1)


def test_whoever_is_given_time_finishes():
    crew = Crew(2)
    futures = [crew.submit(double, number) for number in range(5)]
    crew.shutdown(wait=True)
    assert [future.result() for future in futures] == [0, 2, 4, 6, 8]
    assert not multiprocessing.active_children()


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="no such thing there")
def test_no_process_of_a_crew_hears_ctrl_c_while_it_starts(crew):
    assert [crew.submit(is_deaf, n).result(PATIENCE) for n in range(4)] == [True] * 4
    assert not is_deaf(0)
