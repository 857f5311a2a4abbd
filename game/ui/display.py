"""A real window on a real screen, and the loop that sleeps until something happens."""

import os
import time
from collections.abc import Callable

import pygame

from game.ui.clipboard import Clipboard
from game.ui.inbox import CALL, joined
from game.ui.screen import Screen
from game.ui.theme import Theme
from game.ui.themes import DARK
from game.ui.window import App

SLEEP = 500  # milliseconds at most, so that Ctrl+C in the terminal is heard
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
        surface = pygame.display.set_mode(_fitting(size), pygame.RESIZABLE)
    except pygame.error as error:
        raise NoDisplay(str(error)) from error
    pygame.key.set_repeat(400, 40)
    pygame.key.stop_text_input()
    app = App(surface, theme, scale, clipboard=Clipboard(system=True))
    app.text_input = _text_input
    app.cursor_wanted = lambda name: pygame.mouse.set_cursor(CURSORS[name])
    return app


def run(app: App, screen: Screen | None = None) -> None:
    """Show a screen and live until the window is closed. At rest nothing is drawn and nothing is polled."""
    if screen is not None:
        app.push(screen)
    show(app)
    while app.running:
        first = pygame.event.wait(_patience(app))
        started = time.perf_counter()
        for event in joined([first, *pygame.event.get()]):
            if event.type in {pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED}:
                _take_size(app)
            elif event.type != pygame.NOEVENT:
                app.handle(event)
        if show(app):
            spent = time.perf_counter() - started
            if spent < FASTEST_FRAME:
                pygame.time.wait(int((FASTEST_FRAME - spent) * 1000))


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


def _patience(app: App) -> int:
    soon = app.timers.until_next(app.clock())
    return SLEEP if soon is None else max(1, min(SLEEP, int(soon * 1000) + 1))


def _text_input(on: bool, caret: pygame.Rect | None) -> None:
    if on and caret is not None:
        pygame.key.set_text_input_rect(caret)
        pygame.key.start_text_input()
    else:
        pygame.key.stop_text_input()
