"""A real window on a real screen, and the loop that sleeps until something happens."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress

import pygame

from game.ui.clipboard import Clipboard
from game.ui.inbox import CALL, joined
from game.ui.screen import Screen
from game.ui.theme import Theme
from game.ui.themes import DARK
from game.ui.waits import signals_end_the_wait, wait_for_events
from game.ui.window import App

IN_MEMORY = "SDL_FRAMEBUFFER_ACCELERATION"
FASTEST_FRAME = 1 / 120
CURSORS = {
    "arrow": pygame.SYSTEM_CURSOR_ARROW,
    "hand": pygame.SYSTEM_CURSOR_HAND,
    "text": pygame.SYSTEM_CURSOR_IBEAM,
    "size": pygame.SYSTEM_CURSOR_SIZEWE,
}


class NoDisplay(Exception):
    """There is no screen to open a window on."""


def open_window(
    size: tuple[int, int] = (1280, 720), title: str = "Reprieve", theme: Theme = DARK, scale: float = 1.0
) -> App:
    """Open a window.

    Raises: NoDisplay, with the reason that the system gives.
    """
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
    try:
        pygame.display.init()
        pygame.display.set_caption(title)
        surface = _surface(size)
    except pygame.error as error:
        raise NoDisplay(str(error)) from error
    pygame.key.set_repeat(400, 40)
    pygame.key.stop_text_input()
    app = App(surface, theme, scale, clipboard=Clipboard(system=True))
    app.text_input = _text_input
    app.cursor_wanted = _show_cursor
    return app


def _surface(size: tuple[int, int]) -> pygame.Surface:
    """The window's surface, in plain memory where there is a choice.

    Only what has changed is copied to the screen then. SDL's other way sends the whole picture through OpenGL
    at every change: twice the time without a graphics card, and 90 MB more. Wayland knows no other.
    """
    chosen = sys.platform.startswith("linux") and IN_MEMORY not in os.environ
    if chosen:
        os.environ[IN_MEMORY] = "0"
    try:
        return pygame.display.set_mode(_fitting(size), pygame.RESIZABLE)
    except pygame.error:
        if not chosen:
            raise
        del os.environ[IN_MEMORY]
        return pygame.display.set_mode(_fitting(size), pygame.RESIZABLE)


def run(app: App, screen: Screen | None = None) -> None:
    """Show a screen and live until the window is closed. At rest nothing is drawn."""
    if screen is not None:
        app.push(screen)
    show(app)
    wait = wait_for_events()
    with signals_end_the_wait():
        while app.running:
            events = joined(pygame.event.get())
            if not events:
                wait(app.timers.until_next(app.clock()))
            _live_through(app, events)


def _live_through(app: App, events: list[pygame.event.Event]) -> None:
    """Take events and show what comes of them, at most so many times a second as anybody can see."""
    started = time.perf_counter()
    for event in events:
        if event.type in {pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED}:
            _take_size(app)
        else:
            app.handle(event)
    if show(app):
        spent = time.perf_counter() - started
        time.sleep(max(0.0, FASTEST_FRAME - spent))


def show(app: App) -> bool:
    """Draw what has changed and bring it to the screen. Returns whether there was anything."""
    rects = app.step()
    if rects:
        pygame.display.update(rects)
    return bool(rects)


def from_other_thread(call: Callable[[], None]) -> None:
    """Have something done in the window's thread soon; may be called from any thread."""
    pygame.event.post(pygame.event.Event(CALL, call=call))


def close_window() -> None:
    """Give the screen back."""
    pygame.display.quit()


def _fitting(size: tuple[int, int]) -> tuple[int, int]:
    desktops = pygame.display.get_desktop_sizes()
    if not desktops:
        return size
    return min(size[0], desktops[0][0]), min(size[1], desktops[0][1])


def _take_size(app: App) -> None:
    surface = pygame.display.get_surface()
    if surface is not None and surface.get_size() != app.size:
        app.resize(surface)
    app.damage_all()


def _show_cursor(name: str) -> None:
    with suppress(pygame.error):  # some displays have the arrow only
        pygame.mouse.set_cursor(CURSORS[name])


def _text_input(on: bool, caret: pygame.Rect | None) -> None:
    if on and caret is not None:
        pygame.key.set_text_input_rect(caret)
        pygame.key.start_text_input()
    else:
        pygame.key.stop_text_input()
