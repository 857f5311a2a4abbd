"""From pygame's events to the window's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pygame

from game.ui.events import Pointer, Wheel, key_of

if TYPE_CHECKING:
    from game.ui.window import App

DOUBLE = 0.4  # seconds between the clicks of a double click
NEAR = 6  # units between them
CALL = pygame.USEREVENT  # carries `call`: something another thread wants done here


class Inbox:
    """Knows which keys are down, so that a held key is told from a pressed one, and counts clicks."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._down: set[int] = set()
        self._chord = False  # the last key went down with Ctrl
        self._click: tuple[float, tuple[int, int], int] = (-9.0, (0, 0), 0)
        self._takers: dict[int, Callable[[pygame.event.Event], None]] = {
            pygame.KEYDOWN: self._key_down,
            pygame.KEYUP: self._key_up,
            pygame.TEXTINPUT: self._text,
            pygame.TEXTEDITING: lambda e: void(app.keyboard.type(e.text, composing=True)),
            pygame.MOUSEBUTTONDOWN: self._button_down,
            pygame.MOUSEBUTTONUP: lambda e: (
                app.mouse.point(Pointer("up", _place(e), e.button)) if e.button <= 3 else None
            ),
            pygame.MOUSEMOTION: lambda e: app.mouse.point(Pointer("move", _place(e))),
            pygame.MOUSEWHEEL: self._wheel,
            pygame.WINDOWLEAVE: lambda _: app.mouse.leave(),
            pygame.WINDOWFOCUSLOST: self._focus_lost,
            pygame.WINDOWEXPOSED: lambda _: app.damage_all(),
            pygame.QUIT: lambda _: app.quit(),
            CALL: lambda e: e.call(),
        }
        self._pos = (0, 0)

    def take(self, event: pygame.event.Event) -> None:
        """Hand one event on; those the window does not know are ignored."""
        taker = self._takers.get(event.type)
        if taker is not None:
            taker(event)

    def is_down(self, code: int) -> bool:
        """Whether a key is held down now, by pygame's number for it."""
        return code in self._down

    def _key_down(self, event: pygame.event.Event) -> None:
        mods = event.mod
        self._chord = bool(mods & (pygame.KMOD_CTRL | pygame.KMOD_META)) and not mods & (
            pygame.KMOD_ALT | pygame.KMOD_MODE
        )
        repeat = event.key in self._down
        self._down.add(event.key)
        self._app.keyboard.press(key_of(event, repeat))

    def _key_up(self, event: pygame.event.Event) -> None:
        self._down.discard(event.key)
        self._chord = False

    def _text(self, event: pygame.event.Event) -> None:
        """Typed text, unless it comes from a shortcut: some systems send `+` for Ctrl and plus."""
        if not self._chord:
            self._app.keyboard.type(event.text)

    def _button_down(self, event: pygame.event.Event) -> None:
        if event.button > 3:  # the wheel, which has an event of its own
            return
        pos, now = _place(event), self._app.clock()
        when, where, count = self._click
        near = self._app.kit.px(NEAR)
        again = now - when < DOUBLE and abs(pos[0] - where[0]) <= near and abs(pos[1] - where[1]) <= near
        self._click = (now, pos, count + 1 if again else 1)
        shift = bool(pygame.display.get_init() and pygame.key.get_mods() & pygame.KMOD_SHIFT)
        self._app.mouse.point(Pointer("down", pos, event.button, self._click[2], shift))

    def _wheel(self, event: pygame.event.Event) -> None:
        pos = getattr(event, "pos", None) or (pygame.mouse.get_pos() if pygame.display.get_init() else (0, 0))
        self._app.mouse.turn(
            Wheel((int(pos[0]), int(pos[1])), getattr(event, "precise_y", event.y) or event.y)
        )

    def _focus_lost(self, event: pygame.event.Event) -> None:
        _ = event
        self._down.clear()
        self._app.mouse.leave()


def _place(event: pygame.event.Event) -> tuple[int, int]:
    return int(event.pos[0]), int(event.pos[1])


def void(value: object) -> None:
    """Throw a result away."""
    _ = value


def joined(events: Iterable[pygame.event.Event]) -> list[pygame.event.Event]:
    """The events without motions that are followed by another motion at once."""
    kept: list[pygame.event.Event] = []
    for event in events:
        if kept and event.type == pygame.MOUSEMOTION == kept[-1].type:
            kept[-1] = event
        else:
            kept.append(event)
    return kept
