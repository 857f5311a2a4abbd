"""What happened when: my offers above the line, theirs below, news on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import pygame

from game.foundation.texts import _
from game.ui.charts.face import Face, Spot
from game.ui.events import Pointer
from game.ui.flow import shortened
from game.ui.painter import Pen
from game.ui.shapes import Point
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


APART = 6  # units between a number and the next mark
LEAST_MARK = 8  # units; where there is not even so much beside a number, it stands alone in its lane


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Moments that are drawn as one mark, where, how large, and how many if there are several."""

    moments: tuple[Moment, ...]
    at: Point
    size: int
    count: str = ""


class Timeline(Face):
    """Turns from left to right. The visited mark's words stand in place of their names.

    Where the marks of a turn would touch, one stands for all of them, with their number.

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
        self._clicked: int | None = None  # the spot that was clicked last

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
            room = self.kit.text_width(self.turns[self.now], "strong") + px(8)  # a name may be wider
            wide = max(self._column(), px(20))
            below = self.rect.height if room <= wide else top_of_names - px(2)
            around = pygame.Rect(round(self._x(self.now) - wide / 2), px(2), round(wide), below - px(2))
            fill = blend(self.kit.theme.select, pen.ground(self.ground), 0.55)
            pen.box(around, fill, self.kit.theme.tones["link"].mark, px(6), px(1))
        pen.fill(pygame.Rect(px(4), line, self.rect.width - 2 * px(4), px(2)), self.kit.theme.strong_line)
        told = {moment.turn for moment in self.moments if moment.lane == "news"}
        widest = max((self.kit.text_width(name, "strong") for name in self.turns), default=0) + px(10)
        every = max(1, -(-widest // max(1, int(self._column()))))
        for n, name in enumerate(self.turns):
            x = self._x(n)
            past = n <= self.now
            ink = pen.colour("muted") if past else self.kit.theme.track
            if n not in told:  # news stand on the line themselves
                pen.mark("circle", (x, line + px(1)), px(7), ink)
            if n == self.now or (n % every == 0 and abs(n - self.now) >= every) or every == 1:
                wide = self.kit.text_width(name, "strong")
                left = min(max(0, round(x - wide / 2)), self.rect.width - wide)
                style, tone = ("strong", "plain") if n == self.now else ("body", "muted")
                middle = left + wide // 2
                pen.text(name, (middle, top_of_names), style, pen.ink(tone), "centre")  # type: ignore[arg-type]

    def draw_front(self, pen: Pen) -> None:
        spots: list[Spot] = []
        for cluster in self._clusters():
            self._draw_cluster(pen, cluster)
            spots += self._spots_of(cluster)
        self.spots = spots
        spot = self.spot()
        if spot is not None:
            pen.mark("ring", spot.at, self.kit.px(24), self.kit.theme.focus)
            self._caption(pen, spot)

    def _draw_cluster(self, pen: Pen, cluster: _Cluster) -> None:
        moment, many = cluster.moments[0], len(cluster.moments) > 1
        tone = self.kit.theme.tones[moment.tone or self._tone_of(moment.lane)]
        if cluster.size:
            pen.mark(tone.shape, cluster.at, cluster.size, tone.mark, edge=pen.ground(self.ground))
        if many:
            left = round(cluster.at[0] + self._behind(cluster))
            top = round(cluster.at[1]) - self.kit.line_height() // 2
            wide = self.kit.text_width(cluster.count)
            pen.fill(pygame.Rect(left, round(cluster.at[1]) - 3, wide, 6), pen.ground(self.ground))
            pen.text(cluster.count, (left, top), "body", pen.ink(moment.tone or self._tone_of(moment.lane)))

    def _spots_of(self, cluster: _Cluster) -> list[Spot]:
        """One for every moment: the keyboard comes to each of those that were merged."""
        said = [moment.said for moment in cluster.moments]
        if len(said) > 1:
            place = _("{n} of {all}: {text}")
            said = [place.format(n=n, all=len(said), text=text) for n, text in enumerate(said, 1)]
        return [
            Spot(cluster.at, text, moment.tag) for moment, text in zip(cluster.moments, said, strict=True)
        ]

    def _tone_of(self, lane: Lane) -> ToneName:
        return {"mine": self.tones[0], "theirs": self.tones[1]}.get(lane, "news")

    def _size(self, lane: Lane) -> int:
        return self.kit.px(13 if lane == "news" else 14)

    def _clusters(self) -> list[_Cluster]:
        """Marks of one turn and lane side by side, or as one with their number where they would touch."""
        groups: dict[tuple[int, Lane], list[Moment]] = {}
        for moment in self.moments:
            groups.setdefault((moment.turn, moment.lane), []).append(moment)
        clusters: list[_Cluster] = []
        for (turn, lane), group in sorted(groups.items()):
            clusters += self._cluster(turn, lane, group)
        return clusters

    def _cluster(self, turn: int, lane: Lane, group: list[Moment]) -> list[_Cluster]:
        px, size = self.kit.px, self._size(lane)
        y = self._line() + {"mine": -px(19), "theirs": px(21)}.get(lane, px(1))
        step = min(px(20), self._column() * 0.9 / len(group))
        if len(group) == 1 or step >= size + px(1):
            first = self._x(turn) - (len(group) - 1) / 2 * step
            return [_Cluster((moment,), (first + n * step, y), size) for n, moment in enumerate(group)]
        count = str(len(group))
        wide = self.kit.text_width(count)
        room = round(self._column()) - px(APART) - px(2) - wide
        size = min(size, room) if room >= px(LEAST_MARK) else 0
        back = (wide + px(2)) / 2 if size else 0  # mark and number together stand in the middle
        return [_Cluster(tuple(group), (self._x(turn) - back, y), size, count)]

    def _behind(self, cluster: _Cluster) -> float:
        """How far right of the middle of a mark its number begins; alone it stands in the middle."""
        if cluster.size:
            return cluster.size // 2 + self.kit.px(2)
        return -self.kit.text_width(cluster.count) / 2

    # visiting

    def visit(self, n: int | None) -> None:
        """Go to a mark. What was merged in it is listed where hints are shown."""
        super().visit(n)
        spot = self.spot()
        together = [other.said for other in self.spots if spot is not None and other.at == spot.at]
        self.hint = "\n".join(together) if len(together) > 1 else ""

    def on_pointer(self, pointer: Pointer) -> bool:
        """A click on what was clicked before goes on to the next that was merged with it."""
        spot, near = self.spot(), self._nearest(pointer.pos)
        same = spot is not None and near is not None and self.spots[near].at == spot.at
        if not same:
            self._clicked = None
            used = super().on_pointer(pointer)
        else:
            used = pointer.kind == "down" and pointer.button == 1
            if used:
                self._click()
        if used:
            self._clicked = self.visited
        return used

    def _click(self) -> None:
        if self.visited is not None and self.visited == self._clicked:
            at = self.spots[self.visited].at
            together = [n for n, spot in enumerate(self.spots) if spot.at == at]
            self.visit(together[(together.index(self.visited) + 1) % len(together)])
        spot = self.spot()
        if self.picked is not None and spot is not None:
            self.picked(spot.tag)

    def _caption(self, pen: Pen, spot: Spot) -> None:
        text, tall = shortened(spot.said, self.rect.width, self.kit.text_width), self.kit.line_height()
        wide = self.kit.text_width(text)
        left = min(max(0, round(spot.at[0] - wide / 2)), max(0, self.rect.width - wide))
        top = self._line() + self.kit.px(32)
        pad = self.kit.px(8)
        pen.fill(pygame.Rect(left - pad, top, wide + 2 * pad, tall), pen.ground(self.ground))
        pen.text(text, (left, top), "body", pen.ink("plain"))
