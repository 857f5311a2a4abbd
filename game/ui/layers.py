"""What lies over a screen: dialogs, lists that drop down, hints; and where they go."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import pygame

from game.ui.widgets.base import Widget

Kind = Literal["base", "dialog", "popup", "hint"]


@dataclass(eq=False)
class Layer:
    """A tree of widgets over others.

    A dialog keeps keyboard and mouse to itself; a popup too, but a click beside it closes it; a hint
    only shows.
    """

    root: Widget
    kind: Kind
    anchor: Callable[[], pygame.Rect] | None = None  # a popup or hint stands below or above this
    dismissed: Callable[[], None] | None = None  # Esc, or a click beside a popup
    match_width: bool = False  # at least as wide as the anchor
    focused: Widget | None = field(default=None, repr=False)

    def dismiss(self) -> None:
        """The player wants it gone."""
        if self.dismissed is not None:
            self.dismissed()

    def place(self, window: pygame.Rect, margin: int) -> None:
        """Measure and arrange what it shows."""
        if self.anchor is None:
            self.root.arrange(window)
            return
        anchor = self.anchor()
        room = window.inflate(-2 * margin, -2 * margin)
        width = self.root.widths().want
        width = min(room.width, max(width, anchor.width) if self.match_width else width)
        if self.kind == "hint":
            width = low_enough(self.root, width, room)
        height = self.root.heights(width).want
        place = beside(anchor, width, height, room, margin // 2)
        if self.kind == "hint" and place.height < height:  # it cannot scroll: rather over than beside
            place = pygame.Rect(place.x, place.y, width, min(height, room.height)).clamp(room)
        self.root.arrange(place)


def low_enough(root: Widget, width: int, room: pygame.Rect) -> int:
    """A width at which something is no taller than its room: what it would like if that will do."""
    widths = (width, (width + room.width) // 2, room.width)
    return next((wide for wide in widths if root.heights(wide).want <= room.height), room.width)


def beside(anchor: pygame.Rect, width: int, height: int, room: pygame.Rect, gap: int) -> pygame.Rect:
    """A place of a size below the anchor, or above if there is more room, moved into sight."""
    below, above = room.bottom - anchor.bottom - gap, anchor.top - room.top - gap
    if height <= below or below >= above:
        rect = pygame.Rect(anchor.x, anchor.bottom + gap, width, min(height, max(1, below)))
    else:
        height = min(height, above)
        rect = pygame.Rect(anchor.x, anchor.top - gap - height, width, height)
    return rect.clamp(room)
