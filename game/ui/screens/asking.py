"""A dialog that asks for one line of text."""

from __future__ import annotations

from collections.abc import Callable

from game.foundation.texts import _
from game.ui.layout import Column
from game.ui.widgets.dialog import Answer, Dialog
from game.ui.widgets.entry import Entry
from game.ui.widgets.label import Label
from game.ui.window import App

MOST = 300  # signs


def ask_text(app: App, title: str, say: str, yes: str, then: Callable[[str], None], text: str = "") -> None:
    """Ask; what was typed is handed on by the button or by Enter, and Esc changes nothing.

    Args:
        title: the question.
        say: a line under it.
        yes: the button that takes the text.
        then: called with the text.
        text: what stands there at first.
    """

    def take(typed: str) -> None:
        dialog.close()
        then(typed)

    entry = Entry("", text, most=MOST, entered=take).place(key="text", name=title)
    answers = [Answer(_("Cancel"), key="cancel"), Answer(yes, lambda: then(entry.text), "primary", "yes")]
    dialog = Dialog(title, Column([entry, Label(say, tone="muted")], gap=8), answers)
    dialog.open(app)
    app.focus(entry, ring=app.ring)
