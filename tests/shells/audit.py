"""What is wrong with a screen: words cut off, covered, too faint or too small; widgets out of place.

Taken from what was really drawn and arranged, so it holds for any screen, theme, scale and language.
"""

from itertools import combinations

import pygame

from game.ui.grids import Stack
from game.ui.painter import TextDrawn
from game.ui.theme import LEAST_CONTRAST, LEAST_TEXT, contrast
from game.ui.widgets.base import Widget
from game.ui.widgets.entry import Entry
from game.ui.widgets.label import Link
from game.ui.widgets.scroll import Scrolling
from game.ui.window import App


def faults(app: App) -> list[str]:
    """Everything found on the uppermost layer, in words."""
    drawn = drawn_text(app)
    found = [*cut_off(drawn), *covered(drawn), *faint(drawn), *small(drawn, app.kit.ppu)]
    return [*found, *misplaced(app.top.root)]


def drawn_text(app: App) -> list[TextDrawn]:
    """All text of the uppermost layer, as a full redraw draws it."""
    app.step()
    app.text_log = []
    app.fault_free_redraw()
    drawn, app.text_log = app.text_log, None
    return [text for text in drawn if isinstance(text.owner, Widget) and text.owner.within(app.top.root)]


def cut_off(drawn: list[TextDrawn]) -> list[str]:
    """Words that reach beyond their widget. A viewport may cut what scrolls, above and below only."""
    found = []
    for text in drawn:
        owner = text.owner
        assert isinstance(owner, Widget)
        if isinstance(owner, Entry):
            continue
        rect, room = text.rect, owner.rect
        sideways = rect.left < room.left or rect.right > room.right
        upright = rect.top < room.top or rect.bottom > room.bottom
        if sideways or (upright and not isinstance(owner, Scrolling)):
            found.append(f"cut off: {text.text!r} at {tuple(rect)} in {name(owner)} at {tuple(room)}")
    return found


def covered(drawn: list[TextDrawn]) -> list[str]:
    """Words that other words stand on."""
    found = []
    for one, other in combinations(drawn, 2):
        both = one.rect.clip(one.clip).clip(other.rect.clip(other.clip))
        if both.width > 1 and both.height > 4:
            found.append(
                f"covered: {one.text!r} and {other.text!r} in {name(one.owner)}, {name(other.owner)}"
            )
    return found


def faint(drawn: list[TextDrawn]) -> list[str]:
    """Words with too little contrast to what was drawn under them."""
    return [
        f"faint: {text.text!r} {contrast(text.colour, text.ground):.1f}:1 in {name(text.owner)}"
        for text in drawn
        if contrast(text.colour, text.ground) < LEAST_CONTRAST
    ]


def small(drawn: list[TextDrawn], ppu: float) -> list[str]:
    """Words below the least size."""
    return [f"small: {text.text!r} {text.pixels}" for text in drawn if text.pixels < round(LEAST_TEXT * ppu)]


def misplaced(root: Widget) -> list[str]:
    """Widgets that stick out of their parents, stand on their neighbours, or have no room at all."""
    found = []
    for widget in root.walk():
        shown = [child for child in widget.children if child.visible and not isinstance(child, Link)]
        for child in shown:
            found += sticks_out(widget, child)
            if child.focusable and (child.focus_rect().width < 8 or child.focus_rect().height < 8):
                found.append(f"no room: {name(child)} at {tuple(child.rect)}")
        if not isinstance(widget, Stack):
            for one, other in combinations(shown, 2):
                both = one.rect.clip(other.rect)
                if both.width and both.height:
                    found.append(f"on each other: {name(one)} and {name(other)} in {name(widget)}")
    return found


def sticks_out(parent: Widget, child: Widget) -> list[str]:
    room = pygame.Rect(parent.rect)
    if isinstance(parent, Scrolling):
        room = pygame.Rect(room.x, child.rect.y, room.width, child.rect.height)
    if room.contains(child.rect) or not (child.rect.width and child.rect.height):
        return []
    return [f"sticks out: {name(child)} {tuple(child.rect)} of {name(parent)} {tuple(parent.rect)}"]


def name(widget: object) -> str:
    if not isinstance(widget, Widget):
        return repr(widget)
    return f"{type(widget).__name__} {widget.key or widget.said()[:30]!r}"
