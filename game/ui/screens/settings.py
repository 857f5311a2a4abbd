"""Theme, typeface and text size; they apply at once and are remembered."""

from __future__ import annotations

from dataclasses import replace

from game.foundation.texts import _
from game.ui.layout import Column
from game.ui.looks import FAMILIES, Looks, read_looks, write_looks
from game.ui.screen import Screen
from game.ui.screens.parts import back_button, page, report
from game.ui.themes import THEMES
from game.ui.widgets.base import Widget
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.stepper import Stepper


class Settings(Screen):
    """What the window looks like."""

    title = "Settings"

    def __init__(self) -> None:
        super().__init__()
        self._looks = read_looks()[0]

    def build(self) -> Widget:
        """Three settings."""
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
        size = Stepper(
            _("Text size"),
            round(100 * self.app.scale),
            100,
            175,
            step=5,
            changed=lambda n: self._set(replace(self._looks, scale=n / 100)),
            shown=lambda n: _("{n} %").format(n=n),
        ).place(key="size")
        hint = _("Everywhere: Ctrl and + or - change the text size. F2 explains a number, F1 a word.")
        body = Column([Panel("", [theme, family, size]), Label(hint, tone="muted")], gap=12)
        return page(_("Settings"), "", body, [back_button(self)])

    def _set(self, looks: Looks) -> None:
        self._looks = looks
        self.app.set_theme(looks.made())
        self.app.set_scale(looks.scale)
        trouble = write_looks(looks)
        if trouble:
            report(self, _("Not remembered"), trouble)
