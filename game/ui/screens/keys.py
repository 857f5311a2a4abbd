"""Which key does what, and giving an action another one."""

from __future__ import annotations

from dataclasses import replace

from game.foundation.texts import _, marked
from game.ui.keymap import TITLES, written
from game.ui.layout import Column, Fold, Row
from game.ui.looks import read_looks, write_looks
from game.ui.screens.parts import GamePage, back_button, page, report
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.catcher import KeyCatcher
from game.ui.widgets.dialog import Answer, Dialog, ask
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

GROUPS = (
    (marked("Getting around"), ("next", "previous", "activate", "dismiss", "next tab", "previous tab")),
    (marked("In a game"), ("send", "copy theirs", "undo", "redo", "why", "glossary", "pause", "keep")),
    (marked("How it looks"), ("larger", "smaller", "normal size", "projector")),
)


class Keys(GamePage):
    """Every action with its key; a press asks for another."""

    title = "Keys"

    def build(self) -> Widget:
        """The actions in groups."""
        self._buttons: dict[str, Button] = {}
        groups = [self._group(_(title), actions) for title, actions in GROUPS]
        body = Fold([group.place(grow=1, limits=Limits(min_w=370)) for group in groups], gap=12)
        self._usual = Button(_("All as delivered"), self._restore_or_not).place(key="usual")
        self._show()
        under = _("Press a button to choose another key. Arrows, Home, End and Page keys stay as they are.")
        return page(_("Keys"), under, body, [back_button(self), self._usual], 1240)

    def _group(self, title: str, actions: tuple[str, ...]) -> Widget:
        return Panel(title, [Column([self._row(action) for action in actions], gap=6)])

    def _row(self, action: str) -> Widget:
        does = Label(_(TITLES[action]).capitalize()).place(grow=1, align="centre")
        button = Button("", lambda: self._ask(action)).place(key=f"key {action}", limits=Limits(min_w=168))
        self._buttons[action] = button
        return Row([does, button], gap=12)

    def _show(self) -> None:
        keys = self.app.keys
        for action, button in self._buttons.items():
            button.set(keys.shown(action))
            button.name = _("{action}: {key}").format(action=_(TITLES[action]), key=keys.shown(action))
        self._usual.allow(bool(keys.changes()), _("Every key is as it was delivered."))

    def _ask(self, action: str) -> None:
        """Wait for the new key."""
        say = Label(_("Esc changes nothing."), tone="muted")

        def caught(combo: str) -> None:
            reason = self.app.keys.why_not(action, combo)
            if reason:
                say.set(reason, tone="bad")
                return
            dialog.close()
            self.take(action, combo)

        def given_up() -> None:
            dialog.close()

        catcher = KeyCatcher(_("Press the key now"), caught, given_up)
        body = Column([catcher.place(key="catcher"), say], gap=10)
        dialog = Dialog(_(TITLES[action]).capitalize(), body, [Answer(_("Leave it as it is"), key="cancel")])
        dialog.open(self.app)
        self.app.focus(catcher)

    def take(self, action: str, combo: str) -> None:
        """Give the key, or ask where another action has it."""
        keys = self.app.keys
        other = keys.holder(combo)
        if other is None:
            self._give(action, combo)
        elif other != action:
            self._swap_or_not(action, combo, other)

    def _swap_or_not(self, action: str, combo: str, other: str) -> None:
        keys, key = self.app.keys, written(combo)
        spare = [k for k in keys.keys[other] if k != combo] or [*keys.keys[action]]
        if reason := next((why for k in spare if (why := keys.why_not(other, k))), ""):
            report(self, _("{key} is taken").format(key=key), reason)
            return
        text = _("{key} is the key of “{other}”. If “{action}” takes it, “{other}” gets {spare}.")
        say = text.format(key=key, other=_(TITLES[other]), action=_(TITLES[action]), spare=written(spare[0]))
        answers = [
            Answer(_("Leave it as it is"), key="leave it"),
            Answer(_("Take {key}").format(key=key), lambda: self._give(action, combo), "primary", "take"),
        ]
        ask(self.app, _("{key} is taken").format(key=key), say, answers)

    def _give(self, action: str, combo: str) -> None:
        self.app.keys.swap(action, combo)
        self._remember()

    def _restore_or_not(self) -> None:
        answers = [
            Answer(_("Leave them"), key="leave them"),
            Answer(_("All as delivered"), self._restore, "primary", "restore"),
        ]
        ask(self.app, _("All keys as delivered?"), _("Every key that you have chosen is forgotten."), answers)

    def _restore(self) -> None:
        self.app.keys.restore()
        self._remember()

    def _remember(self) -> None:
        """Keep the keys on disk beside the other settings."""
        self._show()
        trouble = write_looks(replace(read_looks()[0], keys=self.app.keys.changes()))
        if trouble:
            report(self, _("Not remembered"), trouble)
