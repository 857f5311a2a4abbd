"""A text with a number that answers why: a stop for the keyboard wherever there is a sum to be shown."""

from __future__ import annotations

from game.ui.widgets.label import Label


class Number(Label):
    """A label whose sum or meaning opens when keyboard or pointer rest on it, or F2 is pressed."""

    why_on_focus = True

    @property
    def focusable(self) -> bool:  # type: ignore[override]  # only what can answer is worth a stop
        """Whether the Tab key stops here."""
        return bool(self.text) and (self.why is not None or bool(self.hint))
