"""A button that the space bar has to be held on, so that a computer handed over shows nothing by accident."""

from __future__ import annotations

from collections.abc import Callable

from game.foundation.texts import _
from game.ui.events import Key
from game.ui.widgets.button import Button

HOLD = 0.5  # seconds
LOOK = 0.05  # seconds between two looks at the key


class HoldButton(Button):
    """Acts when the space bar was held on it; Enter and a click act at once, for who cannot hold a key.

    Args:
        text, action: as of a button.
        held: whether the space bar is down now.
    """

    def __init__(self, text: str, action: Callable[[], None], held: Callable[[], bool]) -> None:
        super().__init__(text, action, "primary")
        self._held = held
        self._at_rest = text
        self._waited = -1.0

    def on_key(self, key: Key) -> bool:
        """Begin to wait at the space bar."""
        if key.combo != "space":
            return super().on_key(key)
        if not key.repeat and self._waited < 0:
            self._waited = 0.0
            self.set(_("Keep holding…"))
            self.host.later(LOOK, self._look)
        return True

    def _look(self) -> None:
        if self._host is None:
            return
        if not (self.focused and self._held()):
            self._waited = -1.0
            self.set(self._at_rest)
            return
        self._waited += LOOK
        if self._waited >= HOLD:
            self._waited = -1.0
            self.action()
        else:
            self.host.later(LOOK, self._look)
