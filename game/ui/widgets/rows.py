"""A list of which one row is chosen: what a drop-down list shows, and a list of saved games."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.events import Key
from game.ui.flow import wrap
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.theme import Shape, ToneName
from game.ui.widgets.base import Role
from game.ui.widgets.picking import Picking
from game.ui.widgets.scroll import Scrolling


@dataclass(frozen=True, slots=True)
class RowText:
    """One row: its words, a remark on the right, and a mark before it."""

    text: str
    aside: str = ""
    shape: Shape = "none"
    tone: ToneName = "plain"


class Rows(Picking, Scrolling):
    """Rows to choose one from; arrows move, Enter or a click takes, letters jump to a row.

    Args:
        rows: what can be chosen.
        chosen: the number of the row that is marked at first, from 0.
        taken: called with the number of a row that was clicked or taken with Enter.
        moved_to: called with the number of the row that is marked, at every move.
        most_shown: how many lines it would like to be tall at most.
    """

    role: Role = "list"
    focusable = True
    cursor = "hand"

    def __init__(
        self,
        rows: Sequence[RowText],
        chosen: int = 0,
        *,
        taken: Callable[[int], None],
        moved_to: Callable[[int], None] | None = None,
        most_shown: int = 9,
    ) -> None:
        super().__init__()
        self.rows = list(rows)
        self.chosen = chosen
        self.taken = taken
        self.moved_to = moved_to
        self.most_shown = most_shown
        self._tops: list[int] = []

    def set(self, rows: Sequence[RowText], chosen: int = 0) -> None:
        """Other rows."""
        self.rows, self.chosen, self._over = list(rows), chosen, None
        self.resized()

    def said(self) -> str:
        return self.rows[self.chosen].text if self.rows else self.name

    def _indent(self, row: RowText) -> int:
        return self.kit.px(12) + (0 if row.shape == "none" else self.kit.px(self.kit.theme.sizes.mark + 8))

    def _aside(self, row: RowText) -> int:
        return self.kit.text_width(row.aside) + self.kit.px(16) if row.aside else 0

    def _lines(self, row: RowText, width: int) -> list[str]:
        room = width - self._indent(row) - self._aside(row) - self.kit.px(12) - self.bar_width()
        lines = wrap(row.text, max(1, room), "strong", self.kit.text_width)  # as the chosen row is drawn
        return ["".join(piece.text for piece in line) for line in lines]

    def _tall(self, row: RowText, width: int) -> int:
        return len(self._lines(row, width)) * self.kit.line_height() + self.kit.px(12)

    def measure_width(self) -> Span:
        extra = self.kit.px(12) + self.bar_width()
        wants = [self._indent(r) + self.kit.text_width(r.text) + self._aside(r) + extra for r in self.rows]
        return Span(min(self.kit.px(160), max(wants, default=0)), max(wants, default=0))

    def measure_height(self, width: int) -> Span:
        heights = [self._tall(row, width) for row in self.rows]
        return Span(sum(heights[:2]), sum(heights[: self.most_shown]))

    def whole_height(self) -> int:
        return self._tops[-1] if self._tops else 0

    def arrange_children(self) -> None:
        self._tops = [0]
        for row in self.rows:
            self._tops.append(self._tops[-1] + self._tall(row, self.rect.width))
        self.offset = min(self.offset, self.most)
        self._into_sight()

    def _into_sight(self) -> None:
        if self.rows and len(self._tops) > self.chosen + 1:
            top, bottom = self._tops[self.chosen], self._tops[self.chosen + 1]
            self.offset = min(max(self.offset, bottom - self.rect.height), top)

    def draw(self, painter: Painter) -> None:
        px, tall = self.kit.px, self.kit.line_height()
        for n, row in enumerate(self.rows):
            top, bottom = (self.rect.y + y - self.offset for y in (self._tops[n], self._tops[n + 1]))
            rect = pygame.Rect(
                self.rect.x, top, self.rect.width - (self.bar_width() if self.most else 0), bottom - top
            )
            if not rect.colliderect(self.rect):
                continue
            if n == self.chosen:
                painter.box(rect, self.kit.theme.select, None, px(6))
            elif n == self._over:
                painter.box(rect, painter.ground("raised"), None, px(6))
            if row.shape != "none":
                size = px(self.kit.theme.sizes.mark)
                painter.mark(
                    row.shape, (rect.x + px(12) + size / 2, rect.centery), size, painter.colour(row.tone)
                )
            for m, line in enumerate(self._lines(row, self.rect.width)):
                at = (rect.x + self._indent(row), rect.y + px(6) + m * tall)
                painter.text(line, at, "strong" if n == self.chosen else "body", painter.ink("plain"))
            if row.aside:
                at = (rect.right - px(12), rect.y + px(6))
                painter.text(
                    row.aside, at, "body", painter.ink("muted" if n != self.chosen else "plain"), "right"
                )

    def choose(self, n: int) -> None:
        """Mark a row."""
        n = min(len(self.rows) - 1, max(0, n))
        if n == self.chosen or not self.rows:
            return
        self.chosen = n
        self._into_sight()
        self.invalidate()
        if self.moved_to is not None:
            self.moved_to(n)

    def on_key(self, key: Key) -> bool:
        last = len(self.rows) - 1
        to = {
            "up": self.chosen - 1,
            "down": self.chosen + 1,
            "home": 0,
            "end": last,
            "pageup": self.chosen - 6,
            "pagedown": self.chosen + 6,
        }
        if key.combo in to:
            self.choose(to[key.combo])
        elif self.host.keys.means(key.combo, "activate"):
            if self.rows and not key.repeat:
                self.taken(self.chosen)
        elif key.text and key.text.isalnum() and "ctrl" not in key.combo:
            self._jump(key.text.lower())
        else:
            return False
        return True

    def _jump(self, letter: str) -> None:
        order = [*range(self.chosen + 1, len(self.rows)), *range(self.chosen + 1)]
        for n in order:
            if self.rows[n].text.lower().startswith(letter):
                self.choose(n)
                return

    def _at(self, pos: tuple[int, int]) -> int | None:
        y = pos[1] - self.rect.y + self.offset
        return next((n for n in range(len(self.rows)) if self._tops[n] <= y < self._tops[n + 1]), None)

    def _pick(self, number: int) -> None:
        self.choose(number)
        self.taken(number)
