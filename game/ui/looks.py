"""What the player has set: theme, typeface, text size, motion, keys. A damaged file is said and kept."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Literal

from game.foundation.keeping import write_whole
from game.foundation.places import settings_file
from game.foundation.texts import _
from game.ui.keymap import Keymap, changed
from game.ui.kit import LEAST_SCALE, MOST_SCALE
from game.ui.theme import Theme
from game.ui.themes import THEMES, themed

FAMILIES: tuple[Literal["inter", "andika"], ...] = ("inter", "andika")
MOST_BYTES = 65_536


@dataclass(frozen=True)
class Looks:
    """A player's settings of the window."""

    theme: str = "dark"
    family: Literal["inter", "andika"] = "inter"
    scale: float = 1.0
    motion: bool = True
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what is not as delivered

    def made(self) -> Theme:
        """The theme in the typeface chosen."""
        return themed(self.theme, self.family)

    def keymap(self) -> Keymap:
        """Which keys do what."""
        return changed(self.keys)


def read_looks(path: Path | None = None) -> tuple[Looks, str]:
    """The settings on disk, and what is wrong with them in a sentence (empty if nothing is)."""
    path = path or settings_file()
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(MOST_BYTES))
        return _checked(found), ""
    except FileNotFoundError:
        return Looks(), ""
    except (OSError, ValueError, TypeError, KeyError) as fault:
        message = _("{path}: the settings cannot be used ({fault}); the usual ones stand.")
        return Looks(), message.format(path=path, fault=fault)


def write_looks(looks: Looks, path: Path | None = None) -> str:
    """Remember the settings. Returns why that failed, empty if it did not."""
    path = path or settings_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _put_aside_if_damaged(path)
        write_whole(path, (json.dumps(asdict(looks), indent=2) + "\n").encode())
    except OSError as fault:
        return _("The settings could not be saved: {fault}.").format(fault=fault.strerror or fault)
    return ""


def _put_aside_if_damaged(path: Path) -> None:
    """A file that cannot be used stays for whoever wants to see what was in it, under another name."""
    if not read_looks(path)[1]:
        return
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)


def _checked(found: object) -> Looks:
    if not isinstance(found, dict):
        raise TypeError(_("a table of settings is expected"))
    looks = Looks(**{f.name: found[f.name] for f in fields(Looks) if f.name in found})
    if looks.theme not in THEMES or looks.family not in FAMILIES:
        raise ValueError(_("an unknown theme or typeface"))
    if not isinstance(looks.motion, bool):
        raise TypeError(_("motion is true or false"))
    if not isinstance(looks.keys, dict):
        raise TypeError(_("keys are a table of actions"))
    keys = changed(looks.keys).changes()
    scale = float(looks.scale)
    if not math.isfinite(scale):
        raise ValueError(_("the text size is no number"))
    return replace(looks, scale=min(MOST_SCALE, max(LEAST_SCALE, scale)), keys=keys)
