"""What may be said to a widget, and whether it was used; if not, the widget around it hears it."""

from game.ui.events import Key, Pointer, Wheel


class Listener:
    """Hears of keys, text, pointer and wheel, and uses none of them."""

    def on_key(self, key: Key) -> bool:  # noqa: ARG002
        """A key went down while the keyboard spoke to this branch. Returns whether it was used."""
        return False

    def on_text(self, text: str) -> bool:  # noqa: ARG002
        """Text was typed."""
        return False

    def on_composition(self, text: str) -> bool:  # noqa: ARG002
        """An input method shows what is being composed."""
        return False

    def on_pointer(self, pointer: Pointer) -> bool:  # noqa: ARG002
        """The pointer did something here. Returns whether it was used."""
        return False

    def on_wheel(self, wheel: Wheel) -> bool:  # noqa: ARG002
        """The wheel was turned here. Returns whether it was used."""
        return False
