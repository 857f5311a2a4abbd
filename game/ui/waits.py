"""How the loop waits until something happens, without looking for it again and again.

pygame.event.wait looks for events a thousand times a second. SDL's own wait sleeps in the system until there
is one, so that is what is called, in the very library that pygame has loaded. See decision 036.
"""

from __future__ import annotations

import ctypes
import math
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pygame

from game.ui.inbox import CALL, void

if TYPE_CHECKING:
    from socket import socket

Wait = Callable[[float | None], None]  # until an event, or so many seconds; None: for an event alone

BLIND = ("dummy", "offscreen")  # SDL's drivers that hear neither keyboard nor mouse
LOOK_IN = 1.0  # seconds; only the program itself can post events there
NAP = 0.02  # seconds between two looks where SDL's wait is out of reach


def wait_for_events() -> Wait:
    """The way to wait on the display that is open."""
    if pygame.display.get_driver() in BLIND:  # SDL's wait polls there
        return lambda seconds: time.sleep(_at_most(LOOK_IN, seconds))
    asleep = sdl_wait()
    if asleep is None:
        return lambda seconds: time.sleep(_at_most(NAP, seconds))
    return lambda seconds: void(asleep(None, milliseconds(seconds)))


def sdl_wait() -> Callable[[None, int], int] | None:
    """SDL_WaitEventTimeout of the library that pygame uses, or None if it cannot be found.

    Handed no place for an event it leaves the event in the queue, for pygame to take.
    """
    try:
        if sys.platform == "win32":
            library = ctypes.CDLL("SDL2.dll")  # the one loaded already, wherever it lies
        else:
            # The library's own name differs from wheel to wheel; names are looked up in what pygame links.
            library = ctypes.CDLL(pygame.event.__file__)
        found = library.SDL_WaitEventTimeout
    except (OSError, AttributeError):  # linked in another way
        return None
    found.argtypes, found.restype = (ctypes.c_void_p, ctypes.c_int), ctypes.c_int
    return found


def milliseconds(seconds: float | None) -> int:
    """What SDL calls a time to wait: whole milliseconds, never too few, and -1 for ever."""
    return -1 if seconds is None else math.ceil(1000 * seconds)


def _at_most(most: float, seconds: float | None) -> float:
    return most if seconds is None else min(most, seconds)


@contextmanager
def signals_end_the_wait() -> Iterator[None]:
    """While this lasts Ctrl+C in the terminal is heard at once, even where SDL would sleep on.

    Python remembers a signal and acts on it when SDL returns, so somebody has to make SDL return.
    """
    if threading.current_thread() is not threading.main_thread():  # signals never come here
        yield
        return
    from socket import socketpair  # only after the first frame: it takes a while to import

    ours, signalled = socketpair()
    signalled.setblocking(False)
    before = signal.set_wakeup_fd(signalled.fileno(), warn_on_full_buffer=False)
    threading.Thread(target=_wake_at, args=(ours,), name="signals", daemon=True).start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        signalled.close()


def _wake_at(ours: socket) -> None:
    """Post an event for each signal, until the other end is closed."""
    with ours:
        while ours.recv(64):
            with suppress(pygame.error):  # the window is just being closed
                pygame.event.post(pygame.event.Event(CALL, call=_nothing))


def _nothing() -> None:
    """An event that only wakes."""
