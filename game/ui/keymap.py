"""Which keys do what. A settings screen may change and store this; widgets ask it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULT_KEYS: Mapping[str, tuple[str, ...]] = {
    "next": ("tab",),
    "previous": ("shift+tab",),
    "activate": ("enter", "space"),
    "dismiss": ("escape",),
    "why": ("f2",),
    "glossary": ("f1",),
    "copy theirs": ("c", "="),
    "send": ("ctrl+enter",),
    "undo": ("ctrl+z",),
    "redo": ("ctrl+y", "ctrl+shift+z"),
    "larger": ("ctrl++", "ctrl+shift++", "ctrl+=", "ctrl+shift+="),
    "smaller": ("ctrl+-",),
    "normal size": ("ctrl+0",),
    "projector": ("f9",),
    "next tab": ("ctrl+pagedown", "ctrl+tab"),
    "previous tab": ("ctrl+pageup", "ctrl+shift+tab"),
    "pause": ("ctrl+p",),
    "keep": ("ctrl+s",),
}


@dataclass
class Keymap:
    """Actions and the key combinations that start them."""

    keys: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(DEFAULT_KEYS))

    def means(self, combo: str, action: str) -> bool:
        """Whether a key combination starts an action."""
        return combo in self.keys.get(action, ())

    def shown(self, action: str) -> str:
        """The first key of an action as it is written on screen: `Ctrl+Enter`."""
        keys = self.keys.get(action, ())
        return "+".join(part.capitalize() for part in keys[0].split("+")) if keys else ""

    def bind(self, action: str, *combos: str) -> str | None:
        """Give an action other keys. If another action has one of them: change nothing, return its name."""
        for other, taken in self.keys.items():
            if other != action and set(taken) & set(combos):
                return other
        self.keys[action] = combos
        return None
