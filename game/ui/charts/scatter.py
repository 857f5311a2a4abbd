"""The offer space: what each offer is worth to either side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.foundation.texts import _
from game.ui.charts.axis import Axis, round_steps, written
from game.ui.charts.face import Face, Spot
from game.ui.charts.placing import Placing
from game.ui.flow import shortened
from game.ui.painter import Pen
from game.ui.shapes import Point
from game.ui.solve import Span
from game.ui.theme import Colour, Shape, ToneName, blend


@dataclass(frozen=True, slots=True)
class Dot:
    """An offer: its value to me and to them, how uncertain the latter is, and what is said of it."""

    x: float
    y: float
    error: float = 0.0  # half the length of the band, in units of y
    said: str = ""
    tag: object = None


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named point: a bargaining solution, or what really happened."""

    name: str
    x: float
    y: float
    shape: Shape = "star"
    tone: ToneName = "plain"
    tag: object = None


@dataclass(frozen=True, slots=True)
class Space:
    """Everything that the offer space shows. What is left out is not drawn."""

    mine: tuple[Dot, ...] = ()
    theirs: tuple[Dot, ...] = ()
    draft: Dot | None = None
    ghost: Dot | None = None
    walk_x: float | None = None
    walk_y: float | None = None
    walk_y_error: float = 0.0
    cloud: tuple[Point, ...] = ()
    frontier: tuple[Point, ...] = ()
    landmarks: tuple[Landmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The words on the chart."""

    x: str
    y: str
    walk: str = ""
    draft: str = ""
    last: str = ""
    frontier: str = ""


@dataclass
class Frame:
    """The plot inside the chart, and its axes."""

    plot: pygame.Rect
    x: Axis
    y: Axis
    placing: Placing = field(repr=False)

    def at(self, x: float, y: float) -> Point:
        """The pixel of a pair of values."""
        return self.x.within(x), self.y.within(y)


class Scatter(Face):
    """The offer space.

    Args:
        names: the words on it.
        x_range, y_range: the least and the greatest value on each axis.
        tones: mine and theirs.
        picked: called with the tag of a dot or landmark that was clicked or chosen with Enter.
    """

    def __init__(
        self,
        names: Names,
        x_range: tuple[float, float] = (0, 100),
        y_range: tuple[float, float] = (0, 100),
        *,
        tones: tuple[ToneName, ToneName] = ("envoy", "government"),
        picked: Callable[[object], None] | None = None,
    ) -> None:
        super().__init__(picked=picked)
        self.names, self.x_range, self.y_range = names, x_range, y_range
        self.tones = tones
        self.space = Space()
        self.grow = 1

    def show_space(self, space: Space) -> None:
        """Show something else. If only offers have moved, the rest is kept."""
        old, self.space = self.space, space
        if old == space:
            return
        fixed = [(s.walk_x, s.walk_y, s.walk_y_error, s.cloud, s.frontier) for s in (old, space)]
        self.touch(back=fixed[0] != fixed[1])

    def measure_width(self) -> Span:
        """At least as wide as the names of its axes, unless they are very long."""
        widest = max(map(self.kit.text_width, self._titles()))
        return Span(max(self.kit.px(220), min(widest, self.kit.px(420))), self.kit.px(420))

    def _titles(self) -> tuple[str, str]:
        """The names of the axes as they are written."""
        return f"{self.names.x} →", f"↑ {self.names.y}"

    def measure_height(self, width: int) -> Span:
        return Span(self.kit.px(110), min(self.kit.px(360), max(self.kit.px(200), width * 3 // 4)))

    # geometry

    def _tall(self) -> int:
        return self.kit.line_height()

    def frame(self) -> Frame:
        """The plot and its axes, in pixels of the face."""
        px, tall = self.kit.px, self._tall()
        steps = [written(v) for v in round_steps(*self.y_range, 5)]
        left = max((self.kit.text_width(text) for text in steps), default=0) + px(8)
        plot = pygame.Rect(left, tall + px(6), 0, 0)
        plot.width = max(1, self.rect.width - left - px(8))
        plot.height = max(1, self.rect.height - plot.y - tall - px(4))
        inset = px(8)
        x = Axis(*self.x_range, plot.x + inset, plot.right - inset)
        y = Axis(*self.y_range, plot.bottom - inset, plot.y + inset)
        return Frame(plot, x, y, Placing(plot))

    # the back

    def draw_back(self, pen: Pen) -> None:
        frame = self.frame()
        self._draw_ground(pen, frame)
        self._draw_axes(pen, frame)
        for x, y in self.space.cloud:
            px, py = frame.at(x, y)
            pen.mark("circle", (px, py), self.kit.px(3), blend(pen.colour("muted"), pen.ground("panel"), 0.5))
        if len(self.space.frontier) > 1:
            pen.lines(
                [frame.at(x, y) for x, y in self.space.frontier], pen.colour("plain"), self.kit.ppu * 1.6
            )
        self._draw_walks(pen, frame)

    def _draw_ground(self, pen: Pen, frame: Frame) -> None:
        """The part of the plot where both are better off than without an agreement."""
        pen.fill(frame.plot, pen.ground("sunken"))
        space = self.space
        if space.walk_x is None and space.walk_y is None:
            return
        left = round(frame.x.within(space.walk_x)) if space.walk_x is not None else frame.plot.x
        bottom = round(frame.y.within(space.walk_y)) if space.walk_y is not None else frame.plot.bottom
        both = pygame.Rect(left, frame.plot.y, frame.plot.right - left, bottom - frame.plot.y)
        pen.fill(both, blend(pen.colour("good"), pen.ground("sunken"), 0.13))

    def _draw_axes(self, pen: Pen, frame: Frame) -> None:
        plot, tall, px = frame.plot, self._tall(), self.kit.px
        muted = pen.ink("muted")
        room = plot.height // (self.kit.line_height() + px(2))
        for value in round_steps(*self.y_range, max(2, min(5, room))):
            y = round(frame.y.at(value))
            pen.fill(pygame.Rect(plot.x, y, plot.width, 1), self.kit.theme.grid)
            pen.text(written(value), (plot.x - px(6), y - tall // 2), "body", muted, "right")
        title, upright = (shortened(text, self.rect.width, self.kit.text_width) for text in self._titles())
        top, end = plot.bottom + px(4), self.rect.width - self.kit.text_width(title)
        for value in round_steps(*self.x_range, max(2, plot.width // px(70))):
            x = round(frame.x.at(value))
            pen.fill(pygame.Rect(x, plot.y, 1, plot.height), self.kit.theme.grid)
            wide = self.kit.text_width(written(value))
            if x + wide // 2 + px(12) < end:
                pen.text(written(value), (max(0, x - wide // 2), top), "body", muted)
        pen.text(upright, (0, 0), "body", pen.ink(self.tones[1]))
        pen.text(title, (self.rect.width, top), "body", pen.ink(self.tones[0]), "right")

    def _draw_walks(self, pen: Pen, frame: Frame) -> None:
        plot, space, dash = frame.plot, self.space, self.kit.px(5)
        if space.walk_y is not None and space.walk_y_error:
            ends = [frame.y.within(space.walk_y + sign * space.walk_y_error) for sign in (1, -1)]
            corners = [(plot.x, ends[0]), (plot.right, ends[0]), (plot.right, ends[1]), (plot.x, ends[1])]
            pen.area(corners, pen.colour(self.tones[1]), 0.12)
        if space.walk_x is not None:
            x = frame.x.within(space.walk_x)
            pen.dashes((x, plot.y), (x, plot.bottom), pen.colour(self.tones[0]), self.kit.ppu * 1.5, dash)
        if space.walk_y is not None:
            y = frame.y.within(space.walk_y)
            pen.dashes((plot.x, y), (plot.right, y), pen.colour(self.tones[1]), self.kit.ppu * 1.5, dash)

    # the front

    def draw_front(self, pen: Pen) -> None:
        frame, space = self.frame(), self.space
        self._path(pen, frame, space.mine, self.tones[0])
        self._path(pen, frame, space.theirs, self.tones[1])
        for landmark in space.landmarks:
            self._landmark(pen, frame, landmark)
        if space.ghost is not None:
            tone = self.kit.theme.tones[self.tones[0]]
            pen.mark(
                tone.shape, frame.at(space.ghost.x, space.ghost.y), self.kit.px(13), tone.mark, hollow=True
            )
        if space.draft is not None:
            self._draft(pen, frame, space.draft)
        self._write(pen, frame)

    def _note(self, at: Point, said: str, tag: object) -> None:
        self.spots.append(Spot(at, said, tag))

    def _path(self, pen: Pen, frame: Frame, dots: Sequence[Dot], tone_name: ToneName) -> None:
        tone = self.kit.theme.tones[tone_name]
        points = [frame.at(dot.x, dot.y) for dot in dots]
        frame.placing.block_line(points)
        pen.lines(points, blend(tone.mark, pen.ground("sunken"), 0.7), self.kit.ppu * 1.5)
        for n, (dot, point) in enumerate(zip(dots, points, strict=True)):
            last = n == len(dots) - 1
            if last and dot.error:
                self._band(pen, frame, dot, tone.mark)
            size = self.kit.px(14 if last else 8)
            pen.mark(tone.shape, point, size, tone.mark, edge=pen.ground("panel"))
            frame.placing.block(_square(point, size))
            self._note(point, dot.said, dot.tag)

    def _band(self, pen: Pen, frame: Frame, dot: Dot, colour: Colour) -> None:
        x = frame.x.within(dot.x)
        top, bottom = frame.y.within(dot.y + dot.error), frame.y.within(dot.y - dot.error)
        wide, cap = self.kit.px(2), self.kit.px(9)
        frame.placing.block_line([(x, top), (x, bottom)])
        pen.fill(pygame.Rect(round(x) - wide // 2, round(top), wide, round(bottom - top)), colour)
        for y in (top, bottom):
            pen.fill(pygame.Rect(round(x) - cap // 2, round(y) - wide // 2, cap, wide), colour)

    def _landmark(self, pen: Pen, frame: Frame, landmark: Landmark) -> None:
        at, size = frame.at(landmark.x, landmark.y), self.kit.px(14)
        pen.mark(landmark.shape, at, size, pen.colour(landmark.tone), edge=pen.ground("panel"))
        frame.placing.block(_square(at, size))
        self._note(at, landmark.name, landmark.tag)

    def _draft(self, pen: Pen, frame: Frame, draft: Dot) -> None:
        tone, at = self.kit.theme.tones[self.tones[0]], frame.at(draft.x, draft.y)
        if draft.error:
            self._band(pen, frame, draft, tone.mark)
        size = self.kit.px(17)
        pen.mark(tone.shape, at, size, tone.mark, edge=pen.colour("plain"))
        frame.placing.block(_square(at, size))
        self._note(at, draft.said, draft.tag)

    def _write(self, pen: Pen, frame: Frame) -> None:
        """The words, the most needed first: what is visited, the draft, their last, landmarks, lines."""
        space, names, px = self.space, self.names, self.kit.px
        beside, along = frame.placing.beside, frame.placing.along
        if space.walk_x is not None:
            x = frame.x.within(space.walk_x)
            frame.placing.block_line([(x, frame.plot.top), (x, frame.plot.bottom)])
        if space.walk_y is not None:
            y = frame.y.within(space.walk_y)
            frame.placing.block_line([(frame.plot.left, y), (frame.plot.right, y)])
        frame.placing.block_line([frame.at(*point) for point in space.frontier])
        spot = self.spot()
        if spot is not None:
            pen.mark("ring", spot.at, px(24), self.kit.theme.focus)
            if spot.said:
                beside(pen, spot.said, spot.at, px(16), "strong", colour=pen.ink("plain"), must=True)
        if (
            space.draft is not None
            and names.draft
            and (spot is None or spot.at != frame.at(space.draft.x, space.draft.y))
        ):
            at = frame.at(space.draft.x, space.draft.y)
            beside(pen, names.draft, at, px(15), "strong", colour=pen.ink(self.tones[0]), must=True)
        for landmark in space.landmarks:
            at = frame.at(landmark.x, landmark.y)
            beside(pen, landmark.name, at, px(12), "body", colour=pen.ink(landmark.tone), must=True)
        if space.theirs and names.last:
            at = frame.at(space.theirs[-1].x, space.theirs[-1].y)
            beside(pen, names.last, at, px(13), "body", colour=pen.ink(self.tones[1]))
        if space.walk_x is not None and names.walk:
            x, plot = frame.x.within(space.walk_x), frame.plot
            along(pen, names.walk, ((x, plot.bottom), (x, plot.top)), "body", pen.ink(self.tones[0]))
        if space.walk_y is not None and names.walk:
            y, plot = frame.y.within(space.walk_y), frame.plot
            their = _("their {walk}").format(walk=names.walk)
            along(pen, their, ((plot.right, y), (plot.left, y)), "body", pen.ink(self.tones[1]))
        if space.frontier and names.frontier:
            at = frame.at(*space.frontier[len(space.frontier) // 2])
            beside(pen, names.frontier, at, px(6), "body", colour=pen.ink("plain"))


def _square(at: Point, size: int) -> pygame.Rect:
    return pygame.Rect(round(at[0]) - size // 2, round(at[1]) - size // 2, size, size)
