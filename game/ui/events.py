"""What the player does, in the window's own words: keys by name, the pointer, the wheel, typed text."""

from dataclasses import dataclass
from typing import Literal

import pygame

NAMES: dict[int, str] = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_ESCAPE: "escape",
    pygame.K_SPACE: "space",
    pygame.K_TAB: "tab",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_PLUS: "+",
    pygame.K_KP_PLUS: "+",
    pygame.K_MINUS: "-",
    pygame.K_KP_MINUS: "-",
    pygame.K_EQUALS: "=",
    pygame.K_KP_0: "0",
    **{getattr(pygame, f"K_F{n}"): f"f{n}" for n in range(1, 13)},
}


@dataclass(frozen=True, slots=True)
class Key:
    """A key that went down. `combo` names it after its modifiers (ctrl, alt, shift): `ctrl+enter`."""

    combo: str
    text: str = ""  # what it would type
    repeat: bool = False  # the key was held down

    @property
    def bare(self) -> str:
        """The name of the key without shift, for what shift only extends."""
        return self.combo.replace("shift+", "")


@dataclass(frozen=True, slots=True)
class Pointer:
    """The mouse, or a finger."""

    kind: Literal["down", "up", "move"]
    pos: tuple[int, int]
    button: int = 0
    clicks: int = 1
    shift: bool = False


@dataclass(frozen=True, slots=True)
class Wheel:
    """A turn of the wheel; positive `y` is away from the player."""

    pos: tuple[int, int]
    y: float


def key_of(event: pygame.event.Event, repeat: bool) -> Key:
    """The key of a KEYDOWN event."""
    mods: int = event.mod
    name = NAMES.get(event.key) or (chr(event.key) if 32 < event.key < 0x110000 else f"key{event.key}")
    parts = [
        "ctrl+" if mods & (pygame.KMOD_CTRL | pygame.KMOD_META) else "",
        "alt+" if mods & pygame.KMOD_ALT else "",
        "shift+" if mods & pygame.KMOD_SHIFT else "",
    ]
    return Key("".join(parts) + name, getattr(event, "unicode", ""), repeat)
