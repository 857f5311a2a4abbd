"""What happened when: my offers above the line, theirs below, news on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.charts.face import Face, Spot
from game.ui.flow import shortened
from game.ui.painter import Pen
from game.ui.solve import Span
from game.ui.theme import ToneName, blend

Lane = Literal["mine", "theirs", "news"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A mark on the line: the turn, from 0; whose it is; what is said of it; what it stands for."""

    turn: int
    lane: Lane
    said: str
    tag: object = None
    tone: ToneName | None = None  # nothing: as its lane


class Timeline(Face):
    """Turns from left to right. The visited mark's words stand in place of their names.

    Args:
        turns: the short names of all turns.
        now: the number of the present turn, from 0.
        moments: the marks.
        tones: mine and theirs.
        picked: called with the tag of a mark that was clicked or chosen with Enter.
    """

    def __init__(
        self,
        turns: Sequence[str],
        now: int = 0,
        moments: Sequence[Moment] = (),
        *,
        tones: tuple[ToneName, ToneName] = ("envoy", "government"),
        picked: Callable[[object], None] | None = None,
    ) -> None:
        super().__init__(picked=picked)
        self.turns, self.now, self.moments = tuple(turns), now, tuple(moments)
        self.tones = tones

    def show_moments(self, moments: Sequence[Moment], now: int) -> None:
        """Other marks, and the present turn."""
        self.moments, self.now = tuple(moments), now
        self.touch()

    def measure_width(self) -> Span:
        return Span(self.kit.px(240), self.kit.px(640))

    def measure_height(self, width: int) -> Span:
        height = self.kit.px(68) + self.kit.line_height() if width else 0
        return Span(height, height)

    def _column(self) -> float:
        return (self.rect.width - self.kit.px(8)) / max(1, len(self.turns))

    def _x(self, turn: int) -> float:
        return self.kit.px(4) + (turn + 0.5) * self._column()

    def _line(self) -> int:
        return self.kit.px(32)

    def draw_back(self, pen: Pen) -> None:
        px, line = self.kit.px, self._line()
        top_of_names = line + px(32)
        if 0 <= self.now < len(self.turns):
            room = self.kit.text_width(self.turns[self.now], "strong") + px(16)
            wide = max(self._column() - px(4), room)
            x = min(max(self._x(self.now), wide / 2), self.rect.width - wide / 2)
            around = pygame.Rect(round(x - wide / 2), px(2), round(wide), self.rect.height - px(2))
            fill = blend(self.kit.theme.select, pen.ground(self.ground), 0.55)
            pen.box(around, fill, self.kit.theme.tones["link"].mark, px(6), px(1))
        pen.fill(pygame.Rect(px(4), line, self.rect.width - 2 * px(4), px(2)), self.kit.theme.strong_line)
        widest = max((self.kit.text_width(name, "strong") for name in self.turns), default=0) + px(10)
        every = max(1, -(-widest // max(1, int(self._column()))))
        for n, name in enumerate(self.turns):
            x = self._x(n)
            past = n <= self.now
            ink = pen.colour("muted") if past else self.kit.theme.track
            pen.mark("circle", (x, line + px(1)), px(7), ink)
            if n == self.now or (n % every == 0 and abs(n - self.now) >= every) or every == 1:
                wide = self.kit.text_width(name, "strong")
                left = min(max(0, round(x - wide / 2)), self.rect.width - wide)
                style, tone = ("strong", "plain") if n == self.now else ("body", "muted")
                middle = left + wide // 2
                pen.text(name, (middle, top_of_names), style, pen.ink(tone), "centre")  # type: ignore[arg-type]

    def draw_front(self, pen: Pen) -> None:
        px, line = self.kit.px, self._line()
        lanes: dict[Lane, tuple[float, ToneName, int]] = {
            "mine": (line - px(19), self.tones[0], px(14)),
            "theirs": (line + px(21), self.tones[1], px(14)),
            "news": (line + px(1), "news", px(13)),
        }
        for moment, x in self._placed():
            y, tone_name, size = lanes[moment.lane]
            tone = self.kit.theme.tones[moment.tone or tone_name]
            pen.mark(tone.shape, (x, y), size, tone.mark, edge=pen.ground(self.ground))
            self.spots.append(Spot((x, y), moment.said, moment.tag))
        spot = self.spot()
        if spot is not None:
            pen.mark("ring", spot.at, px(24), self.kit.theme.focus)
            self._caption(pen, spot)

    def _placed(self) -> list[tuple[Moment, float]]:
        """Marks with their x, those of one turn and lane spread out, in order of turns."""
        groups: dict[tuple[int, Lane], list[Moment]] = {}
        for moment in self.moments:
            groups.setdefault((moment.turn, moment.lane), []).append(moment)
        placed = []
        for (turn, _), group in sorted(groups.items()):
            step = min(self.kit.px(20), self._column() * 0.8 / len(group))
            for n, moment in enumerate(group):
                placed.append((moment, self._x(turn) + (n - (len(group) - 1) / 2) * step))
        return placed

    def _caption(self, pen: Pen, spot: Spot) -> None:
        text, tall = shortened(spot.said, self.rect.width, self.kit.text_width), self.kit.line_height()
        wide = self.kit.text_width(text)
        left = min(max(0, round(spot.at[0] - wide / 2)), max(0, self.rect.width - wide))
        top = self._line() + self.kit.px(32)
        pad = self.kit.px(8)
        pen.fill(pygame.Rect(left - pad, top, wide + 2 * pad, tall), pen.ground(self.ground))
        pen.text(text, (left, top), "body", pen.ink("plain"))
