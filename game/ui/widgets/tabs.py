"""Several pages in the room of one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.events import Key
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.theme import ToneName
from game.ui.widgets.base import Role, Widget
from game.ui.widgets.picking import Picking


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its title and what it shows. A badge says that something new is there."""

    title: str
    body: Widget
    key: str = ""


ROOMY, CLOSE = (10, 4), (6, 0)  # units left and right of a title, and between two


class TabBar(Picking):
    """The titles. Left and right change the page.

    Where the width ends they stand closer, and if that will not do, the bar goes on in further lines.
    """

    role: Role = "tab"
    focusable = True
    cursor = "hand"

    def __init__(self, titles: Sequence[str], changed: Callable[[int], None]) -> None:
        super().__init__()
        self.titles = list(titles)
        self.badges = [""] * len(self.titles)
        self.chosen = 0
        self.changed = changed

    def said(self) -> str:
        return self.titles[self.chosen] if self.titles else ""

    def _text(self, n: int) -> str:
        return f"{self.titles[n]} {self.badges[n]}".rstrip()

    def _wide(self, n: int, pad: int = ROOMY[0]) -> int:
        return self.kit.text_width(self._text(n), "strong") + 2 * self.kit.px(pad)

    def _spacing(self, width: int) -> tuple[int, int]:
        """How much room is around titles and between them, in units."""

        def whole(pad: int, gap: int) -> int:
            count = len(self.titles)
            return sum(self._wide(n, pad) for n in range(count)) + self.kit.px(gap) * max(0, count - 1)

        return CLOSE if whole(*CLOSE) <= width < whole(*ROOMY) else ROOMY

    def _tall(self) -> int:
        return self.kit.line_height() + self.kit.px(14)

    def _slots(self, width: int) -> list[pygame.Rect]:
        """The titles' rectangles, relative to the upper left corner."""
        slots, left, top = [], 0, 0
        pad, gap = self._spacing(width)
        for n in range(len(self.titles)):
            wide = min(width, self._wide(n, pad))
            if left and left + wide > width:
                left, top = 0, top + self._tall()
            slots.append(pygame.Rect(left, top, wide, self._tall()))
            left += wide + self.kit.px(gap)
        return slots

    def measure_width(self) -> Span:
        wides = [self._wide(n) for n in range(len(self.titles))]
        return Span(max(wides, default=0), sum(wides) + self.kit.px(ROOMY[1]) * max(0, len(wides) - 1))

    def measure_height(self, width: int) -> Span:
        slots = self._slots(max(1, width))
        height = slots[-1].bottom if slots else 0
        return Span(height, height)

    def focus_rect(self) -> pygame.Rect:
        if not self.titles or not self.rect.width:
            return self.rect
        return self._slots(self.rect.width)[self.chosen].move(self.rect.topleft)

    def choose(self, n: int) -> None:
        """Show a page."""
        if n != self.chosen and 0 <= n < len(self.titles):
            self.chosen = n
            self.badges[n] = ""
            self.resized()
            self.changed(n)

    def badge(self, n: int, text: str) -> None:
        """Say that a page has something new, unless it is the one in sight."""
        if n != self.chosen and self.badges[n] != text:
            self.badges[n] = text
            self.resized()

    def draw(self, painter: Painter) -> None:
        px, pad = self.kit.px, self._spacing(self.rect.width)[0]
        painter.fill(pygame.Rect(self.rect.x, self.rect.bottom - 1, self.rect.width, 1), painter.theme_line)
        for n, slot in enumerate(self._slots(self.rect.width)):
            rect = slot.move(self.rect.topleft)
            tone: ToneName = "plain" if n in {self.chosen, self._over} else "muted"
            style = "strong" if n == self.chosen or self.badges[n] else "body"
            painter.text_in(self._text(n), rect.move(px(pad), -px(1)), style, painter.ink(tone))  # type: ignore[arg-type]
            if n == self.chosen:
                inset = px(pad - 4)
                under = pygame.Rect(rect.x + inset, rect.bottom - px(3), rect.width - 2 * inset, px(3))
                painter.box(under, self.kit.theme.tones["link"].mark, None, px(1))

    def on_key(self, key: Key) -> bool:
        to = {"left": self.chosen - 1, "right": self.chosen + 1, "home": 0, "end": len(self.titles) - 1}
        if key.combo not in to:
            return False
        self.choose(to[key.combo] % len(self.titles))
        return True

    def _pick(self, number: int) -> None:
        self.choose(number)

    def _at(self, pos: tuple[int, int]) -> int | None:
        inside = (pos[0] - self.rect.x, pos[1] - self.rect.y)
        return next(
            (n for n, slot in enumerate(self._slots(self.rect.width)) if slot.collidepoint(inside)), None
        )


class Tabs(Widget):
    """Titles over the page that is chosen. `next tab` and `previous tab` turn pages from anywhere inside.

    Args:
        pages: in the order of their titles.
        changed: called with the number of the page that was turned to.
        steady: have the room that the tallest page needs, so that nothing around moves; else what the page
            in sight needs.
        aside: what stands right of the titles, and below them where there is no room.
    """

    def __init__(
        self,
        pages: Sequence[Page],
        changed: Callable[[int], None] | None = None,
        *,
        steady: bool = True,
        aside: Widget | None = None,
    ) -> None:
        super().__init__()
        self.steady = steady
        self.pages = list(pages)
        self.changed = changed
        self.grow = 1
        self.bar = TabBar([page.title for page in pages], self._turned)
        self.aside = aside
        self.add(self.bar, *([aside] if aside is not None else ()), *(page.body for page in pages))
        for page in pages[1:]:
            page.body.visible = False

    @property
    def chosen(self) -> int:
        """The number of the page in sight, from 0."""
        return self.bar.chosen

    def choose(self, page: int | str) -> None:
        """Show a page by its number or its key."""
        number = page if isinstance(page, int) else [p.key for p in self.pages].index(page)
        self.bar.choose(number)

    def badge(self, page: int | str, text: str = "●") -> None:
        """Say that a page has something new."""
        number = page if isinstance(page, int) else [p.key for p in self.pages].index(page)
        self.bar.badge(number, text)

    def _turned(self, n: int) -> None:
        for m, page in enumerate(self.pages):
            if page.body.visible and m != n:
                page.body.forget()  # pictures of charts are large, and soon drawn again
            page.body.show(m == n)
        if self.changed is not None:
            self.changed(n)

    def _gap(self) -> int:
        return self.kit.px(10)

    def _titles_room(self, width: int) -> int:
        """What the titles have of a width: what is beside them takes its part if they stay in one line."""
        if self.aside is None:
            return width
        left = width - self.aside.widths().want - self._gap()
        return left if left >= self.bar.widths().want else width

    def head(self, width: int) -> int:
        """The height of the titles and of what is beside or below them, with the gap under it, in pixels."""
        return self._head(width) + self._gap()

    def _head(self, width: int) -> int:
        room = self._titles_room(width)
        bar = self.bar.heights(room).want
        if self.aside is None:
            return bar
        aside = self.aside.heights(min(width, self.aside.widths().want)).want
        return max(bar, aside) if room < width else bar + aside

    def measure_width(self) -> Span:
        spans = [self.bar.widths(), *(page.body.widths() for page in self.pages)]
        return Span(max(s.low for s in spans), max(s.want for s in spans))

    def measure_height(self, width: int) -> Span:
        bar = self.head(width)
        measured = self.pages if self.steady else [self.pages[self.chosen]]
        spans = [page.body.heights(width) for page in measured]
        return Span(max(s.low for s in spans) + bar, max(s.want for s in spans) + bar)

    def arrange_children(self) -> None:
        head, titles = self._head(self.rect.width), self._titles_room(self.rect.width)
        bar = self.bar.heights(titles).want
        beside = titles < self.rect.width
        self.bar.arrange(pygame.Rect(self.rect.x, self.rect.y + (head - bar if beside else 0), titles, bar))
        if self.aside is not None:
            wide = min(self.rect.width, self.aside.widths().want)
            top = self.rect.y if beside else self.rect.y + bar
            high = head if beside else head - bar
            self.aside.arrange(pygame.Rect(self.rect.right - wide, top, wide, high))
        top = self.rect.y + head + self._gap()
        room = pygame.Rect(self.rect.x, top, self.rect.width, max(0, self.rect.bottom - top))
        for page in self.pages:
            if page.body.visible:
                page.body.arrange(room)

    def on_key(self, key: Key) -> bool:
        means = self.host.keys.means
        if means(key.combo, "next tab") or means(key.combo, "previous tab"):
            step = 1 if means(key.combo, "next tab") else -1
            self.bar.choose((self.chosen + step) % len(self.pages))
            self.host.focus(self.bar)
            return True
        return False
