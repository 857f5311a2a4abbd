"""Values over turns: concession paths, people held, pressures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.ui.charts.axis import Axis, round_steps, written
from game.ui.charts.face import Face, Spot
from game.ui.charts.placing import Placing
from game.ui.painter import Pen
from game.ui.shapes import Point
from game.ui.solve import Span
from game.ui.theme import ToneName


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, its tone, a value a turn (None where there is none), and its band."""

    name: str
    tone: ToneName
    values: tuple[float | None, ...]
    dashed: bool = False
    errors: tuple[float, ...] = ()  # half the height of the band at each turn


@dataclass(frozen=True, slots=True)
class Level:
    """A line across: a threshold, a walk-away value."""

    name: str
    value: float
    tone: ToneName = "plain"


def spread(tops: Sequence[int], tall: int, first: int, last: int) -> list[int]:
    """Places for lines of text, in order and each as near as can be to where it is wanted.

    Args:
        tops: where each is wanted, rising.
        tall: the height of each.
        first, last: the room; if it is too small for all they go on below it.
    """
    rows: list[int] = []
    for n, top in enumerate(tops):
        below = last - tall * (len(tops) - n)
        rows.append(max(min(top, below), rows[-1] + tall if rows else first))
    return rows


class Lines(Face):
    """Lines over turns, named at their ends.

    Args:
        turns: the names of the turns.
        title: what the values are.
        series, levels: what is shown.
        value_range: the ends of the upright axis; nothing takes what the values need.
        whole: whether the values are counts, which no mark of the axis may halve.
        picked: called with (series name, turn) of a point that was clicked or chosen with Enter.
    """

    def __init__(
        self,
        turns: Sequence[str],
        title: str,
        series: Sequence[Series] = (),
        levels: Sequence[Level] = (),
        *,
        value_range: tuple[float, float] | None = None,
        whole: bool = False,
        picked: Callable[[object], None] | None = None,
    ) -> None:
        super().__init__(picked=picked)
        self.turns, self.title = tuple(turns), title
        self.series, self.levels = tuple(series), tuple(levels)
        self.value_range = value_range
        self.whole = whole
        self.grow = 1

    def show_series(self, series: Sequence[Series], levels: Sequence[Level] | None = None) -> None:
        """Other lines."""
        self.series = tuple(series)
        self.levels = self.levels if levels is None else tuple(levels)
        self.touch()

    def summary(self) -> str:
        known = ((s.name, [v for v in s.values if v is not None]) for s in self.series)
        return "; ".join((self.title, *(f"{name} {written(values[-1])}" for name, values in known if values)))

    def measure_width(self) -> Span:
        return Span(self.kit.px(220), self.kit.px(420))

    def measure_height(self, width: int) -> Span:
        return Span(self.kit.px(140), min(self.kit.px(300), max(self.kit.px(160), width // 2)))

    def _range(self) -> tuple[float, float]:
        if self.value_range is not None:
            return self.value_range
        values = [v for s in self.series for v in s.values if v is not None] + [
            level.value for level in self.levels
        ]
        low, high = (min(values), max(values)) if values else (0.0, 1.0)
        room = (high - low or 1.0) * 0.06
        return low - (room if low else 0), high + room

    def _steps(self) -> list[float]:
        """Where the upright axis is marked."""
        return round_steps(*self._range(), 5, whole=self.whole)

    def _axes(self) -> tuple[pygame.Rect, Axis, Axis]:
        px, tall = self.kit.px, self.kit.line_height()
        steps = [written(v) for v in self._steps()]
        left = max((self.kit.text_width(text) for text in steps), default=0) + px(8)
        names = max((self.kit.text_width(s.name) for s in self.series), default=0) + px(16)
        right = min(names, self.rect.width // 3)
        plot = pygame.Rect(left, tall + px(6), max(1, self.rect.width - left - right), 0)
        plot.height = max(1, self.rect.height - plot.y - tall - px(6))
        inset = px(8)
        across = Axis(0, max(1, len(self.turns) - 1), plot.x + inset, plot.right - inset)
        return plot, across, Axis(*self._range(), plot.bottom - inset, plot.y + inset)

    def draw_back(self, pen: Pen) -> None:
        plot, across, up = self._axes()
        px, tall = self.kit.px, self.kit.line_height()
        pen.text(self.title, (0, 0), "body", pen.ink("muted"))
        pen.fill(plot, pen.ground("sunken"))
        for value in self._steps():
            y = round(up.at(value))
            pen.fill(pygame.Rect(plot.x, y, plot.width, 1), self.kit.theme.grid)
            pen.text(written(value), (plot.x - px(6), y - tall // 2), "body", pen.ink("muted"), "right")
        for left, name in self._turns_with_room(across):
            pen.text(name, (left, plot.bottom + px(4)), "body", pen.ink("muted"))

    def _turns_with_room(self, across: Axis) -> list[tuple[int, str]]:
        """Where names of turns stand, as many as there is room for; the long ones, with a year, first."""
        wide = [self.kit.text_width(name) for name in self.turns]
        taken: list[tuple[int, int, str]] = []
        for n in sorted(range(len(wide)), key=lambda n: -wide[n]):
            left = min(max(round(across.at(n)) - wide[n] // 2, 0), self.rect.width - wide[n])
            right = left + wide[n] + self.kit.px(5)
            if all(right <= begin or left >= end for begin, end, _name in taken):
                taken.append((left, right, self.turns[n]))
        return [(left, name) for left, _right, name in taken]

    def draw_front(self, pen: Pen) -> None:
        plot, across, up = self._axes()
        bounds = pygame.Rect(plot.x, plot.y, self.rect.width - plot.x, plot.height)
        placing = Placing(bounds)
        for level in self.levels:
            y = up.within(level.value)
            pen.dashes(
                (plot.x, y), (plot.right, y), pen.colour(level.tone), self.kit.ppu * 1.5, self.kit.px(5)
            )
        ends = [(series, self._draw_series(pen, series, across, up, placing)) for series in self.series]
        spot = self.spot()
        if spot is not None:
            pen.mark("ring", spot.at, self.kit.px(24), self.kit.theme.focus)
            placing.beside(
                pen, spot.said, spot.at, self.kit.px(14), "strong", colour=pen.ink("plain"), must=True
            )
        self._name_ends(pen, [(series, end) for series, end in ends if end is not None], plot)
        for level in self.levels:
            y = up.within(level.value)
            placing.along(pen, level.name, ((plot.x, y), (plot.right, y)), "body", pen.ink(level.tone))

    def _name_ends(self, pen: Pen, ends: Sequence[tuple[Series, Point]], plot: pygame.Rect) -> None:
        """The names of the lines beside their last points, moved apart where those lie close."""
        tall, ends = self.kit.line_height(), sorted(ends, key=lambda end: end[1][1])
        rows = spread([round(at[1]) - tall // 2 for _series, at in ends], tall, plot.y, plot.bottom)
        for (series, at), row in zip(ends, rows, strict=True):
            pen.text(series.name, (round(at[0]) + self.kit.px(11), row), "body", pen.ink(series.tone))

    def _draw_series(
        self, pen: Pen, series: Series, across: Axis, up: Axis, placing: Placing
    ) -> Point | None:
        """Draw a line. Returns its last point."""
        tone = self.kit.theme.tones[series.tone]
        known = [(n, v) for n, v in enumerate(series.values) if v is not None]
        points = [(across.at(n), up.within(v)) for n, v in known]
        if series.errors and len(points) > 1:
            high = [(across.at(n), up.within(v + series.errors[n])) for n, v in known]
            low = [(across.at(n), up.within(v - series.errors[n])) for n, v in known]
            pen.area([*high, *reversed(low)], tone.mark, 0.16)
        placing.block_line(points)
        for start, end in pairwise(points):
            if series.dashed:
                pen.dashes(start, end, tone.mark, self.kit.ppu * 2, self.kit.px(5))
            else:
                pen.line(start, end, tone.mark, self.kit.ppu * 2)
        for (n, value), point in zip(known, points, strict=True):
            size = self.kit.px(10 if n == known[-1][0] else 7)
            pen.mark(tone.shape, point, size, tone.mark, edge=pen.ground("sunken"))
            placing.block(pygame.Rect(round(point[0]) - size // 2, round(point[1]) - size // 2, size, size))
            said = f"{series.name}, {self.turns[n]}: {written(value)}" if n < len(self.turns) else series.name
            self.spots.append(Spot(point, said, (series.name, n), reach=self.kit.px(12)))
        return points[-1] if points else None
