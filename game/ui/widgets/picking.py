"""What the pointer does over things of which one is picked."""

from abc import ABC, abstractmethod

from game.ui.events import Pointer
from game.ui.widgets.base import Widget


class Picking(Widget, ABC):
    """A widget of several things; the one under the pointer is shown, and a click picks it."""

    def __init__(self) -> None:
        super().__init__()
        self._over: int | None = None

    @abstractmethod
    def _at(self, pos: tuple[int, int]) -> int | None:
        """The number of the thing at a place."""

    @abstractmethod
    def _pick(self, number: int) -> None:
        """One was clicked."""

    def on_pointer(self, pointer: Pointer) -> bool:
        if super().on_pointer(pointer):
            return True
        over = self._at(pointer.pos)
        if pointer.kind == "move" and over != self._over:
            self._over = over
            self.invalidate()
        elif pointer.kind == "down" and pointer.button == 1 and over is not None:
            self._pick(over)
            return True
        return False

    def on_hover(self, inside: bool) -> None:
        super().on_hover(inside)
        if not inside:
            self._over = None
            self.invalidate()
