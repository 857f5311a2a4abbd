"""Panels side by side where the window is large enough, and as tabs where it is not."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.grids import Grid
from game.ui.layout import Column
from game.ui.solve import Span
from game.ui.tracks import Cell, Plan, Track
from game.ui.widgets.base import Widget
from game.ui.widgets.tabs import Page, Tabs

LEAST_WIDE = (1024, 600)  # units of the whole window


@dataclass(frozen=True, slots=True)
class Pane:
    """A panel, the short title of its tab, and where it stands in the wide arrangement."""

    title: str
    body: Widget
    cell: Cell
    key: str = ""


class Board(Widget):
    """Panes on a grid, or as tabs below 1024x600 units or wherever the grid would have to cut something off.

    Args:
        panes: in reading order.
        columns, rows: of the grid.
        gap: between panes, in units.
        tabs_below: the size in units of the window under which panes become tabs.
        aside: what stands beside the titles of tabs, and above the grid.
    """

    def __init__(
        self,
        panes: Sequence[Pane],
        columns: Sequence[Track],
        rows: Sequence[Track],
        *,
        gap: float = 8,
        tabs_below: tuple[float, float] = LEAST_WIDE,
        aside: Widget | None = None,
    ) -> None:
        super().__init__()
        self._aside = aside
        self.panes = tuple(panes)
        self.tabs_below = tabs_below
        self.grow = 1
        self._columns, self._rows, self._gap = columns, rows, gap
        self.tabbed = False
        self._chosen = 0
        self._build()

    def _build(self) -> None:
        self.remove(*self.children)
        aside = self._aside
        if aside is not None and aside.parent is not None:
            aside.parent.remove(aside)
        for pane in self.panes:
            if pane.body.parent is not None:
                pane.body.parent.remove(pane.body)
            pane.body.visible = True
        if self.tabbed:
            pages = [Page(pane.title, pane.body, pane.key) for pane in self.panes]
            tabs = Tabs(pages, self._remember, aside=aside)
            tabs.choose(self._chosen)
            self.add(tabs)
        else:
            cells = [(pane.body, pane.cell) for pane in self.panes]
            grid = Grid(cells, self._columns, self._rows, gap=self._gap)
            self.add(grid if aside is None else Column([aside, grid.place(grow=1)], gap=self._gap))

    def _remember(self, n: int) -> None:
        self._chosen = n

    @property
    def tabs(self) -> Tabs | None:
        """The tabs, if there are tabs now."""
        child = self.children[0]
        return child if isinstance(child, Tabs) else None

    def bring(self, key: str) -> None:
        """Have a pane in sight, whichever way they stand now."""
        self._chosen = [pane.key for pane in self.panes].index(key)
        if self.tabs is not None:
            self.tabs.choose(self._chosen)

    def measure_width(self) -> Span:
        widest = max((pane.body.widths().low for pane in self.panes), default=0)
        return Span(widest, max(widest, self.children[0].widths().want))

    def measure_height(self, width: int) -> Span:
        """Tabs need the least room, so what they need is what the board needs."""
        bar = self.kit.line_height() + self.kit.px(14 + 10)
        if self.tabs is not None:
            bar = self.tabs.head(width)
        elif self._aside is not None:
            bar = max(bar, self._aside.heights(width).want)
        tallest = max((pane.body.heights(width).low for pane in self.panes), default=0) + bar
        return Span(tallest, max(tallest, self.children[0].heights(width).want))

    def arrange_children(self) -> None:
        should = self._too_small()
        if should != self.tabbed:
            focused = self.host.focused
            self.tabbed = should
            self._build()
            self._keep_sight(focused)
        self.children[0].arrange(pygame.Rect(self.rect))

    def _too_small(self) -> bool:
        window: Widget = self
        while window.parent is not None:
            window = window.parent
        least, units = self.tabs_below, self.kit.units
        if units(window.rect.width) < least[0] or units(window.rect.height) < least[1]:
            return True
        cells = [(pane.body, pane.cell) for pane in self.panes]
        plan = Plan(self.kit, cells, self._columns, self._rows, (self._gap, self._gap))
        above = 0 if self._aside is None else self._aside.heights(self.rect.width).want
        height = plan.height(self.rect.width).low + above
        return plan.width().low > self.rect.width or height > self.rect.height

    def _keep_sight(self, focused: Widget | None) -> None:
        """Keep the pane in sight that the keyboard is in."""
        for n, pane in enumerate(self.panes):
            if focused is not None and self.tabs is not None and focused.within(pane.body):
                self._chosen = n
                self.tabs.choose(n)
