"""What all widgets share: a place in the tree, measuring, arranging, drawing, focus, damage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, Self

import pygame

from game.ui.kit import Kit
from game.ui.painter import Painter
from game.ui.solve import NOTHING, Span
from game.ui.widgets.host import FREE, Align, Host, Limits, Role
from game.ui.widgets.listener import Listener

if TYPE_CHECKING:
    from game.ui.why import Why

__all__ = ["FREE", "Align", "Host", "Limits", "Role", "Widget"]


class Widget(Listener):
    """A rectangle that can be measured, placed, drawn and talked to."""

    role: Role = "group"
    focusable = False
    clips = False  # children outside of the rectangle are neither seen nor hit
    cursor: Literal["arrow", "hand", "text", "size"] = "arrow"
    why_on_focus = False  # the sum behind the number opens by itself when the keyboard comes here

    def __init__(self) -> None:
        self.key = ""
        self.name = ""  # what a screen reader says, where the visible text does not
        self.grow = 0.0
        self.align: Align = "stretch"
        self.limits = FREE
        self.why: Callable[[], Why | None] | None = None
        self.hint = ""
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.parent: Widget | None = None
        self.children: list[Widget] = []
        self.visible = True
        self.enabled = True
        self.hovered = False
        self._host: Host | None = None
        self._stale = True
        self._width: Span | None = None
        self._heights: dict[int, Span] = {}
        self._reach: pygame.Rect | None = None

    # building

    def place(
        self,
        *,
        key: str | None = None,
        grow: float | None = None,
        align: Align | None = None,
        limits: Limits | None = None,
        hint: str | None = None,
        why: Callable[[], Why | None] | None = None,
        name: str | None = None,
    ) -> Self:
        """Say how the widget behaves among its neighbours and what it answers; gives the widget itself."""
        self.key = self.key if key is None else key
        self.grow = self.grow if grow is None else grow
        self.align = self.align if align is None else align
        self.limits = self.limits if limits is None else limits
        self.hint = self.hint if hint is None else hint
        self.why = self.why if why is None else why
        self.name = self.name if name is None else name
        return self

    def add(self, *children: Widget) -> Self:
        """Append children; gives the widget itself."""
        for child in children:
            assert child.parent is None, "a widget stands in one place only"
            child.parent = self
            self.children.append(child)
            if self._host is not None:
                child.attach(self._host)
        self.resized()
        return self

    def remove(self, *children: Widget) -> None:
        """Take children out."""
        for child in children:
            child.vanish()
            self.children.remove(child)
            child.parent = None
            child.attach(None)
        self.resized()

    def fill(self, children: Sequence[Widget]) -> None:
        """Replace all children."""
        self.remove(*self.children)
        self.add(*children)

    def attach(self, host: Host | None) -> None:
        """Give the whole branch its window, or take it away."""
        if self._host is not None and host is None:
            self.leaving()
        self._host = host
        self.forget()
        for child in self.children:
            child.attach(host)
        if host is not None:
            self.entered()

    def entered(self) -> None:
        """The widget has come into a window."""

    def leaving(self) -> None:
        """The widget is about to leave its window."""

    @property
    def host(self) -> Host:
        """The window."""
        assert self._host is not None, "the widget is in no window"
        return self._host

    @property
    def kit(self) -> Kit:
        """Theme, scale and fonts."""
        return self.host.kit

    # measuring and arranging

    def widths(self) -> Span:
        """What it needs and would like in width, in pixels, limits included."""
        if self._width is None:
            self._width = self.limits.bounded(self.measure_width(), "w", self)
        return self._width

    def heights(self, width: int) -> Span:
        """What it needs and would like in height at a width, in pixels, limits included."""
        found = self._heights.get(width)
        if found is None:
            if len(self._heights) > 8:
                self._heights.clear()
            found = self._heights[width] = self.limits.bounded(self.measure_height(width), "h", self)
        return found

    def measure_width(self) -> Span:
        """To be overridden: the width in pixels, without limits."""
        return NOTHING

    def measure_height(self, width: int) -> Span:  # noqa: ARG002 - the signature is for those who override it
        """To be overridden: the height in pixels at a width, without limits."""
        return NOTHING

    def arrange(self, rect: pygame.Rect) -> None:
        """Take a place in the window, and give the children theirs."""
        rect = pygame.Rect(rect.x, rect.y, max(0, rect.width), max(0, rect.height))
        if rect == self.rect and not self._stale:
            return
        if rect != self.rect:
            self.invalidate()
            self.rect = rect
            self.invalidate()
            self._moved()
        self._stale = False
        self.arrange_children()

    def arrange_children(self) -> None:
        """To be overridden by those who have children."""

    def shift(self, dx: int, dy: int) -> None:
        """Move the whole branch, as scrolling does. Says nothing of damage."""
        self.rect.move_ip(dx, dy)
        self._reach = None
        for child in self.children:
            child.shift(dx, dy)

    def reach(self) -> pygame.Rect:
        """Where anything of the branch is drawn: its rectangle, and those of children that stick out."""
        if self._reach is None:
            shown = [] if self.clips else [child.reach() for child in self.children if child.visible]
            self._reach = self.rect.unionall(shown) if shown else pygame.Rect(self.rect)
        return self._reach

    def _moved(self) -> None:
        """Where the branch is drawn may be elsewhere now, and so where all above it are."""
        widget: Widget | None = self
        while widget is not None:
            widget._reach = None  # noqa: SLF001 - of its own kind
            widget = widget.parent

    def forget(self) -> None:
        """Drop what was measured, here and below: theme, scale or language are new."""
        self._width, self._stale = None, True
        self._heights.clear()
        for child in self.children:
            child.forget()

    def resized(self) -> None:
        """The wish for room may have changed: measure and arrange anew before the next drawing."""
        widget: Widget | None = self
        while widget is not None:
            widget._width, widget._stale, widget._reach = None, True, None  # noqa: SLF001 - of its own kind
            widget._heights.clear()  # noqa: SLF001 - of its own kind
            widget = widget.parent
        if self._host is not None:
            self.invalidate()
            self._host.relayout()

    # drawing

    def invalidate(self, part: pygame.Rect | None = None) -> None:
        """Have this widget, or a part of it, drawn anew."""
        if self._host is not None and self.visible:
            seen = self.seen(part if part is not None else self.rect)
            if seen:
                self._host.damage(seen)

    def vanish(self) -> None:
        """Have the place of the whole branch drawn anew; parts may stick out where room is too short."""
        for widget in self.walk():
            widget.invalidate()

    def seen(self, rect: pygame.Rect, margin: int = 0) -> pygame.Rect:
        """The part of a rectangle that nobody clips away; `margin` pixels beyond a viewport count as seen."""
        widget = self.parent
        seen = pygame.Rect(rect)
        while widget is not None:
            if widget.clips:
                seen = seen.clip(widget.viewport().inflate(2 * margin, 2 * margin))
            if not widget.visible:
                return pygame.Rect(0, 0, 0, 0)
            widget = widget.parent
        return seen

    def viewport(self) -> pygame.Rect:
        """Where children can be seen, if this widget clips."""
        return self.rect

    def paint(self, painter: Painter) -> None:
        """Draw the branch as far as the painter's clip reaches."""
        surface = painter.surface
        clip = surface.get_clip()
        if not self.visible or not clip.colliderect(self.reach()):
            return
        own = clip.clip(self.rect)
        if own:
            surface.set_clip(own)
            painter.owner = self
            self.draw(painter)
            surface.set_clip(clip)
        if self.children:
            inner = clip.clip(self.viewport()) if self.clips else clip
            if inner:
                surface.set_clip(inner)
                for child in self.children:
                    if child.children or inner.colliderect(child.rect):
                        child.paint(painter)
                surface.set_clip(clip)
        if own:
            surface.set_clip(own)
            painter.owner = self
            self.draw_over(painter)
            surface.set_clip(clip)

    def draw(self, painter: Painter) -> None:
        """To be overridden: draw what is under the children."""

    def draw_over(self, painter: Painter) -> None:
        """To be overridden: draw what is over the children."""

    # talking to it

    @property
    def focused(self) -> bool:
        """Whether the keyboard speaks to this widget."""
        return self._host is not None and self._host.focused is self

    @property
    def usable(self) -> bool:
        """Whether it and all above it are shown and enabled."""
        widget: Widget | None = self
        while widget is not None:
            if not (widget.visible and widget.enabled):
                return False
            widget = widget.parent
        return True

    def show(self, visible: bool) -> None:
        """Show or hide; what is hidden takes no room."""
        if visible != self.visible:
            self.vanish()
            self.visible = visible
            self._moved()
            self.resized()

    def enable(self, enabled: bool) -> None:
        """Allow or forbid use."""
        if enabled != self.enabled:
            self.enabled = enabled
            self.invalidate()
            if self._host is not None:
                self._host.relayout()  # the keyboard may have to go elsewhere

    def at(self, pos: tuple[int, int]) -> Widget | None:
        """The uppermost widget at a point."""
        if not self.visible:
            return None
        if not self.clips or self.viewport().collidepoint(pos):
            for child in reversed(self.children):
                found = child.at(pos)
                if found is not None:
                    return found
        return self if self.rect.collidepoint(pos) and self.hit(pos) else None

    def hit(self, pos: tuple[int, int]) -> bool:  # noqa: ARG002 - for those who override it
        """Whether a point inside the rectangle belongs to the widget."""
        return True

    def walk(self) -> Iterator[Widget]:
        """The branch in reading order, without what is hidden."""
        if self.visible:
            yield self
            for child in self.children:
                yield from child.walk()

    def within(self, branch: Widget) -> bool:
        """Whether it stands in a branch."""
        widget: Widget | None = self
        while widget is not None and widget is not branch:
            widget = widget.parent
        return widget is branch

    def find(self, key: str) -> Widget:
        """The widget with a key, hidden or not.

        Raises: KeyError if there is none.
        """
        for widget in self.everything():
            if widget.key == key:
                return widget
        raise KeyError(key)

    def everything(self) -> Iterator[Widget]:
        """The branch in reading order, with what is hidden."""
        yield self
        for child in self.children:
            yield from child.everything()

    def focus_rect(self) -> pygame.Rect:
        """What the focus ring goes around."""
        return self.rect

    def reveal(self, rect: pygame.Rect) -> None:
        """Have everybody who scrolls bring a rectangle into sight."""
        if self.parent is not None:
            self.parent.reveal(rect)

    def said(self) -> str:
        """What a screen reader says: the name, and the state if there is one."""
        return self.name

    def on_hover(self, inside: bool) -> None:
        """The pointer came or went."""
        self.hovered = inside

    def on_focus(self, gained: bool) -> None:  # noqa: ARG002
        """The keyboard came or went."""
        self.invalidate()
