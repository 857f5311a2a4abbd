"""At rest the loop waits in the system, and events, timers, other threads and Ctrl+C wake it."""

import signal
import threading
import time

import pygame
import pytest

from game.ui import display, waits
from game.ui.widgets.button import Button
from tests.shells.hand import Plain

LONG = 20.0  # seconds after which a loop that was not woken gives up


@pytest.fixture
def app(monkeypatch):
    """A window whose loop waits in SDL, as it does on a real display."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr(waits, "BLIND", ())
    opened = display.open_window((1000, 640))
    opened.later(LONG, opened.quit)
    yield opened
    display.close_window()


@pytest.fixture
def asked(monkeypatch):
    """How long each wait was to be, and how each ended: 1 for an event, 0 for the time."""
    found = waits.sdl_wait()
    assert found is not None, "pygame's own SDL is within reach here"
    noted = []
    monkeypatch.setattr(
        waits, "sdl_wait", lambda: lambda place, most: noted.append((most, found(place, most)))
    )
    return noted


def plain() -> Plain:
    return Plain([Button("Go", lambda: None)])


def test_nothing_is_looked_at_or_drawn_while_nothing_happens(app, asked):
    seen = []
    app.later(0.6, lambda: seen.append((len(asked), app.draws)))
    app.later(0.61, app.quit)
    display.run(app, plain())
    assert seen[0][1] == 1
    assert seen[0][0] <= 4, "a few events come with a new window, then one wait lasts until the timer"
    assert max(most for most, _ in asked) > 300


def test_the_wait_has_no_end_where_nothing_is_due(app, asked):
    app.timers = type(app.timers)()
    pygame.event.clear()
    post_later = threading.Timer(0.1, lambda: pygame.event.post(pygame.event.Event(pygame.QUIT)))
    post_later.start()
    display.run(app, plain())
    assert asked[-1] == (-1, 1)


def test_a_timer_is_never_early(app):
    began, called = time.monotonic(), []
    app.later(0.0503, lambda: called.append(time.monotonic() - began))
    app.later(0.0503, app.quit)
    display.run(app, plain())
    assert called[0] >= 0.0503


@pytest.mark.parametrize(("seconds", "whole"), [(None, -1), (0.0, 0), (0.0001, 1), (1.2345, 1235)])
def test_a_time_becomes_whole_milliseconds(seconds, whole):
    assert waits.milliseconds(seconds) == whole


def test_another_thread_wakes_the_loop_from_an_endless_wait(app, asked):
    here = []

    def work() -> None:
        display.from_other_thread(lambda: here.append(threading.current_thread()))
        display.from_other_thread(app.quit)

    threading.Timer(0.1, work).start()
    display.run(app, plain())
    assert here == [threading.main_thread()]
    assert asked[-1][1] == 1


def test_ctrl_c_is_heard_while_sdl_waits(app):
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    before = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(before)
    threading.Timer(0.2, signal.raise_signal, [signal.SIGINT]).start()
    began = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            display.run(app, plain())
    finally:
        signal.signal(signal.SIGINT, handler)
    assert time.monotonic() - began < LONG / 2, "only the end of the wait was noticed"
    left = signal.set_wakeup_fd(before)
    assert left == before


def test_where_sdl_cannot_be_reached_the_loop_naps(app, monkeypatch):
    naps = []
    monkeypatch.setattr(waits, "sdl_wait", lambda: None)
    sleep = time.sleep
    monkeypatch.setattr(waits.time, "sleep", lambda seconds: (naps.append(seconds), sleep(seconds)))
    app.later(0.2, app.quit)
    display.run(app, plain())
    assert max(naps) == waits.NAP


def test_a_library_without_the_function_is_no_fault(monkeypatch):
    monkeypatch.setattr(waits.ctypes, "CDLL", lambda _name: object())
    assert waits.sdl_wait() is None


def test_a_display_that_hears_nothing_is_looked_at_once_a_second(monkeypatch, asked):
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    naps = []
    monkeypatch.setattr(waits.time, "sleep", naps.append)
    app = display.open_window((1000, 640))
    try:
        wait = waits.wait_for_events()
        wait(None)
        wait(0.25)
    finally:
        display.close_window()
    assert naps == [waits.LOOK_IN, 0.25]
    assert asked == []
    assert app.running
