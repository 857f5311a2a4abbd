"""One of several options: side by side where there is room for few, as a list that drops down otherwise."""

from collections.abc import Callable, Sequence
from typing import Literal

import pygame

from game.foundation.texts import _
from game.ui.events import Key, Pointer
from game.ui.flow import wrap
from game.ui.layers import Layer
from game.ui.layout import Column
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.theme import ToneName
from game.ui.widgets.base import Role, Widget
from game.ui.widgets.rows import Rows, RowText

Look = Literal["list", "side by side"]


class Choice(Widget):
    """A choice among options, with a remark on what the other side chose.

    Args:
        label: what is chosen; nothing draws none.
        options: their names.
        chosen: the number of the chosen one, from 0.
        theirs: the number of theirs, or None.
        changed: called with the new number.
        look: a list that drops down, or segments side by side (a list all the same where there is no room).
        tones: mine and theirs.
        asides: a remark for each option in the list.
    """

    role: Role = "choice"
    focusable = True
    cursor = "hand"

    def __init__(
        self,
        label: str,
        options: Sequence[str],
        chosen: int = 0,
        *,
        theirs: int | None = None,
        changed: Callable[[int], None] | None = None,
        look: Look = "list",
        tones: tuple[ToneName, ToneName] = ("envoy", "government"),
        asides: Sequence[str] = (),
    ) -> None:
        super().__init__()
        assert options, "a choice needs an option"
        self.label, self.options = label, tuple(options)
        self.chosen, self.theirs = chosen, theirs
        self.changed = changed
        self.look: Look = look
        self.tones = tones
        self.asides = tuple(asides)
        self._layer: Layer | None = None
        self._over: int | None = None

    def set(self, chosen: int, *, tell: bool = True) -> None:
        """Another option."""
        chosen = min(len(self.options) - 1, max(0, chosen))
        if chosen != self.chosen:
            self.chosen = chosen
            self.resized() if self.theirs is not None else self.invalidate()
            if tell and self.changed is not None:
                self.changed(chosen)

    def set_theirs(self, theirs: int | None) -> None:
        """Their option, or None."""
        if theirs != self.theirs:
            self.theirs = theirs
            self.resized()

    def said(self) -> str:
        return f"{self.label}: {self.options[self.chosen]}" if self.label else self.options[self.chosen]

    def remark(self) -> str:
        """How mine compares with theirs, in words."""
        if self.theirs is None:
            return ""
        if self.theirs == self.chosen:
            return _("same as theirs")
        return _("theirs: {option}").format(option=self.options[self.theirs])

    # measuring

    def _segments(self, width: int) -> list[int]:
        """The widths of the segments, or nothing if they would not fit."""
        wides = [self.kit.text_width(name, "strong") + 2 * self.kit.px(14) for name in self.options]
        if self.look == "list" or sum(wides) > width:
            return []
        spare = width - sum(wides)
        return [wide + spare // len(wides) + (n < spare % len(wides)) for n, wide in enumerate(wides)]

    def _arrow_room(self) -> int:
        return self.kit.px(36)

    def measure_width(self) -> Span:
        measure = self.kit.text_width
        names = max(measure(name, "strong") for name in self.options)
        words = max((measure(w, "strong") for name in self.options for w in name.split()), default=0)
        low = words + self.kit.px(14) + self._arrow_room()
        want = names + self.kit.px(14) + self._arrow_room()
        if self.look != "list":
            want = max(want, sum(measure(name, "strong") + 2 * self.kit.px(14) for name in self.options))
        label = max((measure(w) for w in self.label.split()), default=0)
        return Span(max(low, label), max(want, min(measure(self.label), self.kit.px(320))))

    def _wrapped(self, text: str, width: int, strong: bool = False) -> list[str]:
        lines = wrap(text, max(1, width), "strong" if strong else "body", self.kit.text_width)
        return ["".join(piece.text for piece in line) for line in lines] if text else []

    def _box_height(self, width: int) -> int:
        least = self.kit.px(self.kit.theme.sizes.control)
        if self._segments(width):
            return least
        room = width - self.kit.px(14) - self._arrow_room()
        lines = max(len(self._wrapped(name, room, True)) for name in self.options)
        return max(least, lines * self.kit.line_height() + 2 * self.kit.px(8))

    def _label_height(self, width: int) -> int:
        lines = self._wrapped(self.label, width)
        return len(lines) * self.kit.line_height() + (self.kit.px(4) if lines else 0)

    def _remark_lines(self, width: int) -> list[str]:
        return self._wrapped(self.remark(), width - self.kit.px(self.kit.theme.sizes.mark + 6))

    def _remark_height(self, width: int) -> int:
        """The room for the longest remark, so that choosing moves nothing."""
        if self.theirs is None:
            return 0
        room = width - self.kit.px(self.kit.theme.sizes.mark + 6)
        texts = (_("same as theirs"), _("theirs: {option}").format(option=self.options[self.theirs]))
        return max(len(self._wrapped(text, room)) for text in texts) * self.kit.line_height() + self.kit.px(4)

    def measure_height(self, width: int) -> Span:
        height = self._label_height(width) + self._box_height(width) + self._remark_height(width)
        return Span(height, height)

    def box(self) -> pygame.Rect:
        """The part that is pressed."""
        width = self.rect.width
        return pygame.Rect(
            self.rect.x, self.rect.y + self._label_height(width), width, self._box_height(width)
        )

    def focus_rect(self) -> pygame.Rect:
        return self.box()

    # drawing

    def draw(self, painter: Painter) -> None:
        tall = self.kit.line_height()
        for n, line in enumerate(self._wrapped(self.label, self.rect.width)):
            painter.text(line, (self.rect.x, self.rect.y + n * tall), "body", painter.ink("muted"))
        segments = self._segments(self.rect.width)
        if segments:
            self._draw_segments(painter, segments)
        else:
            self._draw_list(painter)
        if self.theirs is not None:
            self._draw_remark(painter)

    def _draw_list(self, painter: Painter) -> None:
        box, px = self.box(), self.kit.px
        colours = self.kit.theme.buttons["plain"]
        usable = self.enabled
        ground = colours.hover if self.hovered and usable else painter.ground("raised" if usable else "panel")
        painter.box(
            box,
            ground,
            colours.edge if usable else painter.theme_line,
            px(self.kit.theme.sizes.radius),
            px(1),
        )
        lines = self._wrapped(self.options[self.chosen], box.width - px(14) - self._arrow_room(), True)
        tall = self.kit.line_height()
        top = box.y + (box.height - len(lines) * tall) // 2
        for n, line in enumerate(lines):
            painter.text(
                line, (box.x + px(14), top + n * tall), "strong", painter.ink("plain" if usable else "muted")
            )
        painter.mark("down", (box.right - px(20), box.centery), px(9), painter.colour("muted"))

    def _draw_segments(self, painter: Painter, segments: list[int]) -> None:
        box, px = self.box(), self.kit.px
        colours, radius = self.kit.theme.buttons["plain"], px(self.kit.theme.sizes.radius)
        painter.box(box, painter.ground("sunken"), colours.edge, radius, px(1))
        left = box.x
        for n, (name, wide) in enumerate(zip(self.options, segments, strict=True)):
            rect = pygame.Rect(left, box.y, wide, box.height)
            if n == self.chosen:
                inside = rect.inflate(-2 * px(3), -2 * px(3))
                painter.box(inside, self.kit.theme.select, self.kit.theme.strong_line, radius - px(2), px(1))
            ink = painter.ink("plain" if n in {self.chosen, self._over} else "muted")
            painter.text_in(name, rect, "strong" if n == self.chosen else "body", ink, "centre")
            left += wide

    def _draw_remark(self, painter: Painter) -> None:
        tone_name = self.tones[1]
        tone, tall = self.kit.theme.tones[tone_name], self.kit.line_height()
        size = self.kit.px(self.kit.theme.sizes.mark - 2)
        top = self.box().bottom + self.kit.px(4)
        same = self.theirs == self.chosen
        shape, mark = ("tick", painter.colour("good")) if same else (tone.shape, tone.mark)
        painter.mark(shape, (self.rect.x + size / 2 + 1, top + tall / 2), size, mark)  # type: ignore[arg-type]
        for n, line in enumerate(self._remark_lines(self.rect.width)):
            left = self.rect.x + self.kit.px(self.kit.theme.sizes.mark + 6)
            painter.text(line, (left, top + n * tall), "body", painter.ink("good" if same else tone_name))

    # talking to it

    def on_key(self, key: Key) -> bool:
        means = self.host.keys.means
        if means(key.combo, "activate") and not self._segments(self.rect.width):
            if not key.repeat:
                self.drop()
        elif means(key.combo, "copy theirs") and self.theirs is not None:
            self.set(self.theirs)
        elif key.combo in {"left", "up", "right", "down"}:
            self.set(self.chosen + (1 if key.combo in {"right", "down"} else -1))
        elif key.combo in {"home", "end"}:
            self.set(0 if key.combo == "home" else len(self.options) - 1)
        else:
            return False
        return True

    def on_pointer(self, pointer: Pointer) -> bool:
        segments = self._segments(self.rect.width)
        over = self._at(pointer.pos, segments)
        if pointer.kind == "move" and over != self._over:
            self._over = over
            self.invalidate()
        if pointer.kind != "down" or pointer.button != 1 or not self.box().collidepoint(pointer.pos):
            return False
        if over is not None:
            self.set(over)
        elif not segments:
            self.drop()
        return True

    def _at(self, pos: tuple[int, int], segments: list[int]) -> int | None:
        left = self.rect.x
        for n, wide in enumerate(segments):
            if left <= pos[0] < left + wide and self.box().collidepoint(pos):
                return n
            left += wide
        return None

    def on_hover(self, inside: bool) -> None:
        super().on_hover(inside)
        self._over = None
        self.invalidate()

    # the list

    def drop(self) -> None:
        """Open the list."""
        rows = [
            RowText(name, self.asides[n] if n < len(self.asides) else "", *self._row_mark(n))
            for n, name in enumerate(self.options)
        ]
        card = DropCard([Rows(rows, self.chosen, taken=self._take).place(key="options")], pad=4)
        self._layer = Layer(card, "popup", anchor=self.box, dismissed=self._close, match_width=True)
        self.host.open(self._layer)

    def _row_mark(
        self, n: int
    ) -> tuple[Literal["none"], ToneName] | tuple[Literal["diamond", "circle"], ToneName]:
        if n != self.theirs:
            return "none", "plain"
        tone = self.tones[1]
        return ("diamond" if self.kit.theme.tones[tone].shape == "diamond" else "circle"), tone

    def _take(self, n: int) -> None:
        self._close()
        self.set(n)

    def _close(self) -> None:
        layer, self._layer = self._layer, None
        if layer is not None:
            self.host.close(layer)

    def leaving(self) -> None:
        self._layer = None


class DropCard(Column):
    """The ground of a list that dropped down."""

    def draw(self, painter: Painter) -> None:
        radius = self.kit.px(self.kit.theme.sizes.radius)
        painter.box(self.rect, painter.ground("panel"), self.kit.theme.strong_line, radius, self.kit.px(1))
