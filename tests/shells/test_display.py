"""The loop on SDL's dummy display: it takes events, resizes and closes."""

import subprocess
import sys
import threading

import pygame
import pytest

from game.ui import display
from game.ui.widgets.button import Button
from tests.shells.hand import Plain


@pytest.fixture
def app(monkeypatch):
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    opened = display.open_window((1000, 640))
    yield opened
    display.close_window()


def post(kind: int, **what: object) -> None:
    pygame.event.post(pygame.event.Event(kind, **what))


def test_the_loop_draws_takes_events_and_ends_when_the_window_is_closed(app):
    pressed = []
    button = Button("Go", lambda: pressed.append(1))
    post(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t", scancode=0)
    app.later(0.05, lambda: post(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ", scancode=0))
    app.later(0.2, lambda: post(pygame.QUIT))
    display.run(app, Plain([button]))
    assert pressed == [1]
    assert app.draws >= 1


def test_another_thread_can_have_something_done_here(app):
    here = []

    def work() -> None:
        display.from_other_thread(lambda: here.append(threading.current_thread()))
        display.from_other_thread(app.quit)

    app.later(0.01, threading.Thread(target=work).start)
    display.run(app, Plain([Button("Go", lambda: None)]))
    assert here == [threading.main_thread()]


def test_a_resized_window_is_drawn_anew(app):
    app.push(Plain([Button("Go", lambda: None)]))
    display.show(app)
    pygame.display.set_mode((900, 700), pygame.RESIZABLE)
    display._take_size(app)
    display.show(app)
    assert app.size == (900, 700)
    assert app.top.root.rect.size == (900, 700)


def test_without_a_display_it_says_so(monkeypatch):
    monkeypatch.setenv("SDL_VIDEODRIVER", "nosuchdriver")
    with pytest.raises(display.NoDisplay, match=r"nosuchdriver|not available"):
        display.open_window()
    display.close_window()


def test_the_window_starts_without_numpy_and_the_rules():
    """What is imported before the first frame decides how long the player waits."""
    code = (
        "import sys, game.ui.display; print([m for m in ('numpy', 'pydantic', 'yaml') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "[]"


def test_motions_in_a_row_become_one():
    motion = [pygame.event.Event(pygame.MOUSEMOTION, pos=(n, 0)) for n in range(3)]
    key = pygame.event.Event(pygame.KEYDOWN, key=1)
    from game.ui.inbox import joined

    assert joined([*motion, key, motion[0]]) == [motion[2], key, motion[0]]
