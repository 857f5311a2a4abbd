"""A page on which an offer is being built: its keys, and what changes the whole draft."""

from __future__ import annotations

from abc import abstractmethod

from game.ui.events import Key
from game.ui.screens.parts import GamePage
from game.ui.table.drafting import Drafting
from game.ui.table.sliders import DraftForm


class DraftPage(GamePage):
    """Undo, redo, copy and send from anywhere on the page; Esc asks whether to leave."""

    drafting: Drafting
    _form: DraftForm  # made by the page while there are talks
    _talks: bool  # whether an offer can be built now

    @abstractmethod
    def _finish(self) -> None:
        """What the key that sends an offer does."""

    @abstractmethod
    def _leave_or_not(self) -> None:
        """Ask whether to leave."""

    def on_key(self, key: Key) -> bool:
        """Leave, and during talks send, undo, redo and copy."""
        if super().on_key(key):
            return True
        acts = {"dismiss": self._leave_or_not}
        if self._talks:
            acts |= {
                "send": self._finish,
                "undo": self._undo,
                "redo": self._redo,
                "copy theirs": self._copy_theirs,
            }
        wanted = next((act for name, act in acts.items() if self.app.keys.means(key.combo, name)), None)
        if wanted is not None:
            wanted()
        return wanted is not None

    def _copy_theirs(self) -> None:
        if self.drafting.theirs is not None:
            self._form.take(self.drafting.theirs)

    def _undo(self) -> None:
        if self.drafting.undo():
            self._form.refresh()

    def _redo(self) -> None:
        if self.drafting.redo():
            self._form.refresh()
