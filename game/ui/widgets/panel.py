"""A framed ground with a heading, and the ground of a whole page."""

from collections.abc import Iterable

from game.ui.layout import Column, Row
from game.ui.painter import Painter
from game.ui.theme import GroundName, StyleName, ToneName
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.ui.widgets.scroll import Scroll


class Panel(Column):
    """Children under a heading, with a remark on the right of it, on a ground with round corners.

    Args:
        title: the heading; nothing draws none.
        aside: the remark.
        ground: the surface.
        edge: whether a hairline goes around.
    """

    def __init__(
        self,
        title: str = "",
        children: Iterable[Widget] = (),
        *,
        aside: str = "",
        aside_tone: ToneName = "muted",
        ground: GroundName = "panel",
        edge: bool = True,
        pad: float | tuple[float, float] = (16, 12),
        gap: float = 10,
        title_style: StyleName = "heading",
    ) -> None:
        super().__init__(gap=gap, pad=pad)
        self.ground: GroundName = ground
        self.edge = edge
        self.heading = Label(title, title_style)
        self.aside = Label(aside, "note", aside_tone, side="right")
        self.header = Row([self.heading, self.aside], gap=12, across="end")
        self.aside.grow = 1
        self.header.visible = bool(title or aside)
        self.aside.visible = bool(aside)
        self.name = title
        self.add(self.header, *children)

    def set_title(self, title: str, aside: str | None = None) -> None:
        """Another heading, and if given another remark."""
        self.heading.set(title)
        self.name = title
        if aside is not None:
            self.aside.set(aside)
            self.aside.show(bool(aside))
        self.header.show(bool(title or aside))

    def draw(self, painter: Painter) -> None:
        radius = self.kit.px(self.kit.theme.sizes.radius)
        edge = painter.theme_line if self.edge else None
        painter.box(self.rect, painter.ground(self.ground), edge, radius, self.kit.px(1))


class Page(Scroll):
    """A whole screen: children one below the other. It scrolls only where the least of all does not fit."""

    def __init__(self, children: Iterable[Widget] = (), *, gap: float = 8, pad: float = 8) -> None:
        self.column = Column(children, gap=gap, pad=pad)
        super().__init__(self.column, fit=True)  # the window has filled the ground already
