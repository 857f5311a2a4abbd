"""Theme, typeface, text size, motion and keys; they apply at once and are remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.foundation.texts import _
from game.ui.keymap import Keymap
from game.ui.layout import Column, Fold
from game.ui.looks import FAMILIES, Looks, read_looks, write_looks
from game.ui.screens.parts import GamePage, back_button, page, report
from game.ui.themes import THEMES
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
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
        looks = Panel(_("How it looks"), [theme, family, self._size, motion, quiet], gap=14)
        body = Fold([looks.place(grow=1, limits=Limits(min_w=440)), self._keys().place(grow=1)], gap=12)
        return page(_("Settings"), "", body, [back_button(self)], 1040)

    def _keys(self) -> Widget:
        """What the keyboard does, and the way to change it."""
        self._lines = [Label(line) for line in key_lines(self.app.keys)]
        change = Button(_("Choose other keys…"), self._choose_keys).place(key="keys", align="start")
        panel = Panel(_("Keys"), [Column(self._lines, gap=6), change], gap=14)
        return panel.place(limits=Limits(min_w=420))

    def _choose_keys(self) -> None:
        from game.ui.screens.keys import Keys

        self.app.push(Keys())

    def resumed(self) -> None:
        """The keys may be others now."""
        self._looks = replace(self._looks, keys=self.app.keys.changes())
        for label, line in zip(self._lines, key_lines(self.app.keys), strict=True):
            label.set(line)

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


def key_lines(keys: Keymap) -> tuple[str, ...]:
    """What the keyboard does everywhere, with the keys as they are now."""
    lines = (
        _("{next} and {previous} go from one thing to the next; {activate} presses it."),
        _("Arrows, Home and End move a slider; {copy_theirs} copies their level, or all of theirs."),
        _("{send} sends the draft; {undo} undoes, {redo} brings back."),
        _("{why} says what a number is made of; {glossary} opens the glossary."),
        _("{pause} pauses the game; {dismiss} closes what is open, or asks whether to leave the table."),
        _("{larger} and {smaller} change the text size."),
        _("{projector} is for the projector: what is one seat's own is hidden."),
    )
    return tuple(line.format_map(keys.all_shown()) for line in lines)
