"""A player's hands: a window without a display, real pygame events, and a clock that tests turn."""

from collections.abc import Iterable

import pygame

from game.ui.events import NAMES
from game.ui.layout import Column
from game.ui.screen import Screen
from game.ui.theme import Theme
from game.ui.themes import DARK
from game.ui.widgets.base import Widget
from game.ui.widgets.panel import Page
from game.ui.window import App

MODS = {"ctrl": pygame.KMOD_CTRL, "shift": pygame.KMOD_SHIFT, "alt": pygame.KMOD_ALT}
CODES = {name: code for code, name in reversed(NAMES.items())}


class Plain(Screen):
    """A page of given widgets."""

    def __init__(self, widgets: Iterable[Widget]) -> None:
        super().__init__()
        self.widgets = list(widgets)
        self.terms: list[str] = []
        self.keys: list[str] = []

    def build(self) -> Widget:
        return Page([Column(self.widgets, gap=12, pad=8)])

    def on_term(self, term: str) -> None:
        self.terms.append(term)

    def on_key(self, key) -> bool:
        self.keys.append(key.combo)
        return False


class Hand:
    """Plays on a screen by events only."""

    def __init__(
        self, screen: Screen, size: tuple[int, int] = (1280, 720), scale: float = 1.0, theme: Theme = DARK
    ) -> None:
        self.now = 100.0
        self.app = App(pygame.Surface(size, 0, 32), theme, scale, clock=lambda: self.now)
        self.screen = screen
        self.app.push(screen)
        self.app.step()

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.app.step()

    def send(self, kind: int, **what: object) -> None:
        self.app.handle(pygame.event.Event(kind, **what))

    def key(self, combo: str, times: int = 1, *, release: bool = True) -> None:
        parts = combo.split("+") if combo not in {"+", "ctrl++"} else [*combo.split("+")[:-2], "+"]
        name, mods = parts[-1], sum(MODS[part] for part in parts[:-1])
        code = CODES.get(name) or ord(name)
        text = {"space": " ", "enter": "\r"}.get(name, name if len(name) == 1 else "")
        for _ in range(times):
            self.send(pygame.KEYDOWN, key=code, mod=mods, unicode=text if not mods else "", scancode=0)
            if release:
                self.send(pygame.KEYUP, key=code, mod=mods, scancode=0)
            self.now += 1.0
            self.app.step()

    def type(self, text: str) -> None:
        for letter in text:
            self.send(pygame.TEXTINPUT, text=letter)
        self.app.step()

    def move(self, pos: tuple[int, int]) -> None:
        self.send(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))
        self.app.step()

    def down(self, pos: tuple[int, int], button: int = 1) -> None:
        self.send(pygame.MOUSEBUTTONDOWN, pos=pos, button=button)
        self.app.step()

    def up(self, pos: tuple[int, int], button: int = 1) -> None:
        self.send(pygame.MOUSEBUTTONUP, pos=pos, button=button)
        self.app.step()

    def click(self, where: Widget | tuple[int, int], times: int = 1, pause: float = 1.0) -> None:
        pos = where.rect.center if isinstance(where, Widget) else where
        self.move(pos)
        for _ in range(times):
            self.down(pos)
            self.up(pos)
            self.now += 0.05
        self.now += pause
        self.app.step()

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 6) -> None:
        self.move(start)
        self.down(start)
        for n in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * n // steps
            y = start[1] + (end[1] - start[1]) * n // steps
            self.move((x, y))
        self.up(end)
        self.now += 1.0

    def wheel(self, where: Widget | tuple[int, int], y: int) -> None:
        pos = where.rect.center if isinstance(where, Widget) else where
        self.send(pygame.MOUSEWHEEL, pos=pos, x=0, y=y, flipped=False)
        self.app.step()

    def focus(self, widget: Widget) -> None:
        self.app.focus(widget)
        self.app.step()

    def find(self, key: str) -> Widget:
        return self.app.top.root.find(key)


def on(
    *widgets: Widget, size: tuple[int, int] = (1280, 720), scale: float = 1.0, theme: Theme = DARK
) -> Hand:
    """A hand on a page of widgets."""
    return Hand(Plain(widgets), size, scale, theme)


def same_pixels(one: pygame.Surface, other: pygame.Surface) -> bool:
    return pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(other, "RGB")
