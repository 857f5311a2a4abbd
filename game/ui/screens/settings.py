"""Theme, typeface, text size and motion; they apply at once and are remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.foundation.texts import _
from game.ui.layout import Column
from game.ui.looks import FAMILIES, Looks, read_looks, write_looks
from game.ui.screens.parts import GamePage, back_button, page, report
from game.ui.themes import THEMES
from game.ui.widgets.base import Widget
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.stepper import Stepper


class Settings(GamePage):
    """What the window looks like."""

    title = "Settings"

    def __init__(self) -> None:
        super().__init__()
        self._looks = read_looks()[0]
        self._told: Callable[[float], None] | None = None

    def build(self) -> Widget:
        """The settings, and the keys that hold everywhere."""
        theme_names = tuple(THEMES)
        theme = Choice(
            _("Colours"),
            (_("dark"), _("light"), _("high contrast")),
            theme_names.index(self._looks.theme),
            changed=lambda n: self._set(replace(self._looks, theme=theme_names[n])),
            look="side by side",
        ).place(key="theme")
        family = Choice(
            _("Typeface"),
            (_("Inter"), _("Andika, for easier reading")),
            FAMILIES.index(self._looks.family),
            changed=lambda n: self._set(replace(self._looks, family=FAMILIES[n])),
            look="side by side",
        ).place(key="family")
        self._size = Stepper(
            _("Text size"),
            round(100 * self.app.scale),
            100,
            175,
            step=5,
            changed=lambda n: self._set(replace(self._looks, scale=n / 100)),
            shown=lambda n: _("{n} %").format(n=n),
        ).place(key="size")
        motion = Choice(
            _("Movement"),
            (_("pages fade into each other"), _("none")),
            0 if self._looks.motion else 1,
            changed=lambda n: self._set(replace(self._looks, motion=n == 0)),
            look="side by side",
        ).place(key="motion")
        quiet = Label(_("The game makes no sound."), tone="muted")
        keys = [Label(line) for line in key_lines()]
        body = Column(
            [
                Panel("", [theme, family, self._size, motion, quiet], gap=14),
                Panel(_("Keys"), [Column(keys, gap=4)]),
            ],
            gap=12,
        )
        return page(_("Settings"), "", body, [back_button(self)], 760)

    def opened(self) -> None:
        """Hear of text sizes that are set by their keys."""
        self._told = self.app.scale_changed
        self.app.scale_changed = self._scaled

    def closed(self) -> None:
        """Hear no more."""
        self.app.scale_changed = self._told

    def _scaled(self, scale: float) -> None:
        self._looks = replace(self._looks, scale=scale)
        self._size.set(round(100 * scale), tell=False)
        if self._told is not None:
            self._told(scale)

    def _set(self, looks: Looks) -> None:
        self._looks = looks
        self.app.fade.on = looks.motion
        self.app.set_theme(looks.made())
        self.app.set_scale(looks.scale)
        trouble = write_looks(looks)
        if trouble:
            report(self, _("Not remembered"), trouble)


def key_lines() -> tuple[str, ...]:
    """What the keyboard does everywhere."""
    return (
        _("Tab and Shift+Tab go from one thing to the next; Enter or Space presses it."),
        _("Arrows, Home and End move a slider; C copies their level, or all of theirs."),
        _("Ctrl+Enter sends the draft; Ctrl+Z undoes, Ctrl+Y brings back."),
        _("F2 says what a number is made of; F1 opens the glossary."),
        _("Ctrl+P pauses the game; Esc asks whether to leave the table."),
        _("Ctrl and + or − change the text size. F9 is for the projector: what is one seat's own is hidden."),
    )
