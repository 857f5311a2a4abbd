"""The pictures of the debrief's page: the deal map, the people held, and bars from a middle line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.foundation.texts import _
from game.narration.deal_map import DealMap, Pair
from game.narration.deal_map import Mark as MapMark
from game.narration.debrief import Finished
from game.narration.figures import many, utils
from game.narration.flows import TurnFlow
from game.narration.paper.drawing import Drawing, Mark, Point, round_steps, shortened
from game.narration.paper.markup import Markup
from game.narration.paper.style import BAD, GOOD, GRID, MUTED, PLAIN, SEATS, THIRD

MICRO = 1_000_000
WIDTH = 900
THEORIES: dict[str, Mark] = {
    "nash": "star", "kalai_smorodinsky": "square", "egalitarian": "ring", "utilitarian": "down",
}  # fmt: skip
SEAT_MARKS: tuple[Mark, Mark] = ("circle", "diamond")


def look_of(mark: MapMark) -> tuple[Mark, str]:
    """The shape and the colour of a mark on the map and in its legend."""
    if mark.kind == "theory":
        return THEORIES[mark.theory or "nash"], THIRD
    return ("tick", GOOD) if mark.kind == "agreed" else ("cross", PLAIN)


@dataclass(frozen=True)
class _Plot:
    """Where values lie in a picture."""

    ranges: tuple[Pair, Pair]
    left: float = 64
    top: float = 30
    right: float = WIDTH - 16
    bottom: float = 440

    def x(self, value: float) -> float:
        low, high = self.ranges[0]
        return self.left + (min(max(value, low), high) - low) / (high - low) * (self.right - self.left)

    def y(self, value: float) -> float:
        low, high = self.ranges[1]
        return self.bottom - (min(max(value, low), high) - low) / (high - low) * (self.bottom - self.top)

    def at(self, pair: Pair) -> Point:
        return self.x(pair[0]), self.y(pair[1])


def deal_chart(done: Finished, shown: DealMap) -> Markup:
    """Both sides' offers at their true worth, the frontier, points of theory, agreements and history."""
    first, second = (seat.title for seat in done.words.seats)
    drawing, plot = Drawing(WIDTH, 490, _("Deal map")), _Plot(shown.ranges)
    both = (plot.x(0), plot.top, plot.right - plot.x(0), plot.y(0) - plot.top)
    drawing.box(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top, "#f6f8fa")
    drawing.box(*both, "#e3f3ec")
    _axes(drawing, plot)
    drawing.words(_("↑ gain of {seat}").format(seat=second), (0, 18), SEATS[1], bold=True)
    drawing.words(_("gain of {seat} →").format(seat=first), (plot.right, 484), SEATS[0], "end", bold=True)
    drawing.path([plot.at(pair) for pair in shown.frontier], PLAIN, 2)
    for seat, path in enumerate(shown.paths):
        drawing.path([plot.at(pair) for pair in path], SEATS[seat], 1.2)
        for n, pair in enumerate(path, 1):
            said = _("offer {n} of {seat}").format(n=n, seat=done.words.seats[seat].title)
            drawing.mark(SEAT_MARKS[seat], plot.at(pair), SEATS[seat], 0.75, said)
    for mark in shown.marks:
        shape, colour = look_of(mark)
        drawing.mark(shape, plot.at(mark.gains), colour, 1.1, mark.name)
        if mark.sign:
            x, y = plot.at(mark.gains)
            side = -14 if x > plot.right - 20 else 11
            drawing.words(mark.sign, (x + side, y - 5), colour, bold=True)
    return drawing.markup()


def _axes(drawing: Drawing, plot: _Plot) -> None:
    (left, right), (low, high) = plot.ranges
    for value in round_steps(left / MICRO, right / MICRO, 6):
        x = plot.x(value * MICRO)
        drawing.line((x, plot.top), (x, plot.bottom), GRID)
        drawing.note(f"{value:g}", (x, plot.bottom + 18), "middle")
    for value in round_steps(low / MICRO, high / MICRO, 6):
        y = plot.y(value * MICRO)
        drawing.line((plot.left, y), (plot.right, y), GRID)
        drawing.note(f"{value:g}", (plot.left - 8, y + 5), "end")
    drawing.line((plot.x(0), plot.top), (plot.x(0), plot.bottom), SEATS[0], 1.6, "6 5")
    drawing.line((plot.left, plot.y(0)), (plot.right, plot.y(0)), SEATS[1], 1.6, "6 5")
    drawing.note(_("walk away"), (plot.x(0) + 6, plot.bottom - 8))


def people_chart(turns: Sequence[str], flows: Sequence[TurnFlow]) -> Markup:
    """How many were held from turn to turn, with arrests above a line and releases below.

    Args:
        turns: the short names of the turns.
        flows: from `game.narration.flows`.
    """
    said = _("People held, turn by turn")
    drawing = Drawing(WIDTH, 330, said)
    held = [flows[0].held, *(flow.after for flow in flows)]
    low, high = min(held), max(held)
    room = max(high - low, 10)
    plot = _Plot(
        ((0, len(held) - 1), (low - room // 8 - 1, high + room // 8 + 1)), left=64, top=24, bottom=150
    )
    drawing.words(said, (0, 14), bold=True)
    for value in round_steps(*plot.ranges[1], 3):
        drawing.line((plot.left, plot.y(value)), (plot.right, plot.y(value)), GRID)
        drawing.note(many(int(value)), (plot.left - 8, plot.y(value) + 5), "end")
    points = [plot.at((n, number)) for n, number in enumerate(held)]
    drawing.path(points, PLAIN, 2.4)
    for n, (point, number) in enumerate(zip(points, held, strict=True)):
        drawing.mark("circle", point, PLAIN, 0.7, many(number))
        if n in (0, len(held) - 1):
            falling = n > 0 and number < held[n - 1]
            y = point[1] + (22 if falling else -11)
            drawing.words(many(number), (point[0], y), PLAIN, "end" if n else "start", bold=True)
    _flow_bars(drawing, plot, turns, flows)
    return drawing.markup()


def _flow_bars(drawing: Drawing, plot: _Plot, turns: Sequence[str], flows: Sequence[TurnFlow]) -> None:
    """Each turn between two points of the line: arrested upwards, released and served downwards."""
    middle, reach = 238.0, 56.0
    most = max([1, *(flow.arrested for flow in flows), *(flow.freed + flow.served for flow in flows)])
    column = (plot.right - plot.left) / max(1, len(flows))
    every = max(1, -(-58 // max(1, int(column))))
    drawing.line((plot.left, middle), (plot.right, middle), MUTED)
    for n, flow in enumerate(flows):
        left, wide = plot.left + n * column + column * 0.2, column * 0.6
        up, freed, served = (reach * value / most for value in (flow.arrested, flow.freed, flow.served))
        drawing.box(left, middle - up, wide, up, BAD)
        drawing.box(left, middle, wide, freed, GOOD)
        drawing.box(left, middle + freed, wide, served, "#fff", MUTED)
        if n % every == 0:
            drawing.note(shortened(turns[flow.turn], 12), (left + wide / 2, 324), "middle")
    for text, top, colour in (
        (_("arrested"), middle - 34, BAD),
        (_("released"), middle + 20, GOOD),
        (_("served"), middle + 40, MUTED),
    ):
        drawing.words(text, (0, top), colour)


@dataclass(frozen=True)
class Bar:
    """A value with a name, and if it has one the least that was needed."""

    name: str
    value: int
    needed: int | None = None
    said: str = ""
    yes: bool | None = None


def bar_chart(said: str, bars: Sequence[Bar]) -> Markup:
    """Bars to the left (losses) and right (gains) of a middle line; an upright tick at what was needed."""
    step, names, wide = 30, 300.0, 400.0
    drawing = Drawing(WIDTH, step * len(bars) + 8, said)
    most = max([1, *(abs(bar.value) for bar in bars), *(abs(bar.needed or 0) for bar in bars)])
    zero = names + wide / 2
    for n, bar in enumerate(bars):
        top = n * step + 6
        length = wide / 2 * abs(bar.value) / most
        good = bar.value >= 0 if bar.yes is None else bar.yes
        drawing.words(shortened(bar.name, 40), (0, top + 15))
        drawing.box(zero if bar.value >= 0 else zero - length, top, length, 19, GOOD if good else BAD)
        if bar.needed is not None:
            x = zero + wide / 2 * bar.needed / most
            drawing.line((x, top - 3), (x, top + 22), PLAIN, 2.5)
        drawing.words(
            " ".join(part for part in (utils(bar.value), bar.said) if part), (names + wide + 14, top + 15)
        )
    drawing.line((zero, 0), (zero, step * len(bars) + 8), MUTED)
    return drawing.markup()
