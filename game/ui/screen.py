"""One page of the game."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from game.ui.events import Key
from game.ui.widgets.base import Widget

if TYPE_CHECKING:
    from game.ui.window import App


class Screen(ABC):
    """Builds its widgets once, when it is first shown, and answers keys that no widget wanted."""

    title = ""
    covers = False  # whether it lies over a page that is not for everybody's eyes

    def __init__(self) -> None:
        self._app: App | None = None

    @property
    def app(self) -> App:
        """The window it is shown in."""
        assert self._app is not None, "the screen is not shown"
        return self._app

    @abstractmethod
    def build(self) -> Widget:
        """The widgets of the page."""

    def opened(self) -> None:
        """The page is shown for the first time, its widgets built but not yet measured."""

    def resumed(self) -> None:
        """The page is uppermost again."""

    def closed(self) -> None:
        """The page is gone for good."""

    def first_focus(self) -> str:
        """The key of the widget that the keyboard starts at; nothing is the first in order."""
        return ""

    def on_key(self, key: Key) -> bool:  # noqa: ARG002 - for those who override it
        """A key that no widget used. Returns whether it was used."""
        return False

    def on_term(self, term: str) -> None:
        """A glossary word was followed."""

    def for_everybody(self) -> Screen | None:
        """What a projector may show in place of this page; nothing if all of it is for everybody."""
        return None

    def legend(self) -> Widget | None:
        """What the marks on the page mean, for those who see it for the first time from afar."""
        return None

    def show_in(self, app: App) -> None:
        """Be told of the window."""
        self._app = app
