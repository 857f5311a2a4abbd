"""Copy and paste: with the system where there is one, inside the game otherwise."""

import pygame


class Clipboard:
    """A text that was copied."""

    def __init__(self, system: bool = False) -> None:
        self._system = system
        self._text = ""

    def put(self, text: str) -> None:
        """Copy."""
        self._text = text
        if self._system:
            try:
                pygame.scrap.put_text(text)
            except (pygame.error, ValueError):
                self._system = False

    def get(self) -> str:
        """What would be pasted."""
        if self._system:
            try:
                return str(pygame.scrap.get_text() or "")
            except (pygame.error, ValueError):
                self._system = False
        return self._text
