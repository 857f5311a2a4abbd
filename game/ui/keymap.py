"""Which keys do what. The player may change it; widgets and pages ask it, and texts are written from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game.foundation.texts import _, marked

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
TITLES: Mapping[str, str] = {
    "next": marked("go on to the next thing"),
    "previous": marked("go back to the thing before"),
    "activate": marked("press, open, take"),
    "dismiss": marked("close what is open, or leave"),
    "why": marked("what a number is made of"),
    "glossary": marked("open the glossary"),
    "copy theirs": marked("copy from their offer"),
    "send": marked("send the draft"),
    "undo": marked("undo"),
    "redo": marked("redo"),
    "larger": marked("larger text"),
    "smaller": marked("smaller text"),
    "normal size": marked("usual text size"),
    "projector": marked("projector, on and off"),
    "next tab": marked("next tab"),
    "previous tab": marked("previous tab"),
    "pause": marked("pause the game"),
    "keep": marked("keep the debrief"),
}
PARTS: Mapping[str, str] = {
    "ctrl": marked("Ctrl"), "alt": marked("Alt"), "shift": marked("Shift"), "enter": marked("Enter"),
    "space": marked("Space"), "tab": marked("Tab"), "escape": marked("Esc"),
    "pageup": marked("Page Up"), "pagedown": marked("Page Down"), "-": marked("−"),
}  # fmt: skip
# What sliders, lists, pages and text fields do by themselves; no action may take it from them.
OF_WIDGETS = frozenset(
    {"left", "right", "up", "down", "home", "end", "pageup", "pagedown", "delete", "backspace"}
)
OF_TEXT_FIELDS = frozenset({"ctrl+a", "ctrl+c", "ctrl+v", "ctrl+x"})
# The ways out of a text field: a key that types there would not be one.
WAYS_OUT = frozenset({"next", "previous", "dismiss"})

Changes = Mapping[str, Sequence[str]]


def _is_list_of_keys(found: object) -> bool:
    if not isinstance(found, list | tuple) or not found:
        return False
    return all(isinstance(combo, str) and combo for combo in found)


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
        return written(keys[0]) if keys else ""

    def all_shown(self) -> dict[str, str]:
        """Every action's first key as it is written, for texts with `{send}` in them."""
        return {action.replace(" ", "_"): self.shown(action) for action in self.keys}

    def holder(self, combo: str) -> str | None:
        """The action that a key combination starts now."""
        return next((action for action, keys in self.keys.items() if combo in keys), None)

    def why_not(self, action: str, combo: str) -> str:
        """Why a key cannot be given to an action, in a sentence; empty if it can, even if another has it."""
        *_mods, bare = parts(combo)
        if bare.startswith("key") and len(bare) > 3:
            return _("This key has no name here. Take another.")
        if bare in OF_WIDGETS and combo not in self._usual(action):
            return _("{key} moves sliders, lists and text. Take another.").format(key=written(combo))
        if combo in OF_TEXT_FIELDS:
            return _("{key} belongs to text fields. Take another.").format(key=written(combo))
        if action in WAYS_OUT and types(combo):
            return _("{key} would be typed into a text field, with no way out of it. Take another.").format(
                key=written(combo)
            )
        return ""

    def _usual(self, action: str) -> tuple[str, ...]:
        return DEFAULT_KEYS.get(action, ())

    def bind(self, action: str, *combos: str) -> str | None:
        """Give an action other keys. If another action has one of them: change nothing, return its name."""
        for other, taken in self.keys.items():
            if other != action and set(taken) & set(combos):
                return other
        self.keys[action] = combos
        return None

    def swap(self, action: str, combo: str) -> None:
        """Give an action a key; who had only that one gets what the action had."""
        other = self.holder(combo)
        if other is None:
            self.keys[action] = (combo,)
        elif other != action:
            rest = tuple(key for key in self.keys[other] if key != combo)
            self.keys[other] = rest or self.keys[action]
            self.keys[action] = (combo,)

    def changes(self) -> dict[str, tuple[str, ...]]:
        """What is not as it was delivered."""
        return {action: keys for action, keys in self.keys.items() if keys != DEFAULT_KEYS[action]}

    def restore(self) -> None:
        """Every key as it was delivered."""
        self.keys = dict(DEFAULT_KEYS)


def changed(changes: Changes) -> Keymap:
    """The usual keys with some changed.

    Args:
        changes: the keys of some actions, as `Keymap.changes` gives them.

    Raises ValueError for an action that does not exist, one without a key, a key that it cannot have, and one
    that starts two actions.
    """
    keymap = Keymap()
    for action, combos in changes.items():
        if action not in DEFAULT_KEYS:
            raise ValueError(_("no action is called {action!r}").format(action=action))
        if not _is_list_of_keys(combos):
            raise ValueError(_("{action!r} needs a list of keys").format(action=action))
        keymap.keys[action] = tuple(combos)
    seen: dict[str, str] = {}
    for action, combos in keymap.keys.items():
        for combo in combos:
            if reason := keymap.why_not(action, combo):
                raise ValueError(reason)
            if seen.setdefault(combo, action) != action:
                raise ValueError(
                    _("{key} would start {one!r} and {other!r}").format(
                        key=written(combo), one=seen[combo], other=action
                    )
                )
    return keymap


def parts(combo: str) -> list[str]:
    """Modifiers and the key itself: `ctrl++` is `ctrl` and `+`."""
    if combo.endswith("+"):
        return [*combo[:-1].split("+")[:-1], "+"]
    return combo.split("+")


def written(combo: str) -> str:
    """A key combination as it is written on screen."""
    return "+".join(_(PARTS[part]) if part in PARTS else part.capitalize() for part in parts(combo))


def types(combo: str) -> bool:
    """Whether a key would type something in a text field."""
    *mods, bare = parts(combo)
    return "ctrl" not in mods and "alt" not in mods and (len(bare) == 1 or bare == "space")
