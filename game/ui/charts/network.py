"""Who supports whom, who opposes, and who can block."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import pygame

from game.foundation.texts import _
from game.ui.charts.face import Face, Spot
from game.ui.charts.placing import Placing
from game.ui.painter import Pen
from game.ui.shapes import Point
from game.ui.solve import Span
from game.ui.theme import StyleName, ToneName


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: a key, a name, and a place on the unit square (nothing: on a ring). Blockers are ringed.

    Names of those who are `listed` end where their marks begin; the square leaves room for them on its left.
    """

    key: str
    name: str
    tone: ToneName = "third"
    at: Point | None = None
    blocks: bool = False
    said: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation of two actors: support is drawn solid, opposition dashed."""

    one: str
    other: str
    kind: Literal["supports", "opposes"] = "supports"
    strength: float = 1.0  # 0 to 1: how thick


class Network(Face):
    """Actors and relations.

    Args:
        nodes, edges: what is shown.
        picked: called with the key of an actor that was clicked or chosen with Enter.
    """

    def __init__(
        self,
        nodes: Sequence[Node] = (),
        edges: Sequence[Edge] = (),
        *,
        picked: Callable[[object], None] | None = None,
    ) -> None:
        super().__init__(picked=picked)
        self.nodes, self.edges = tuple(nodes), tuple(edges)
        self.grow = 1

    def show_network(self, nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
        """Other actors or relations."""
        taller = len(nodes) != len(self.nodes)
        self.nodes, self.edges = tuple(nodes), tuple(edges)
        self.touch()
        if taller:
            self.resized()

    def summary(self) -> str:
        names = {node.key: node.name for node in self.nodes}
        ties = [edge for edge in self.edges if edge.one in names and edge.other in names]
        said = {"supports": _("{one} supports {other}"), "opposes": _("{one} opposes {other}")}
        return "; ".join(
            said[edge.kind].format(one=names[edge.one], other=names[edge.other]) for edge in ties
        )

    def measure_width(self) -> Span:
        widest = max((self.kit.text_width(node.name) for node in self.nodes), default=0)
        return Span(max(self.kit.px(180), widest + self.kit.px(8)), max(self.kit.px(280), widest))

    def measure_height(self, width: int) -> Span:
        if not width:
            return Span(0, 0)
        rows = sum(node.listed for node in self.nodes)
        least = max(self.kit.px(120), self.kit.px(36) + (rows + 1) * self.kit.line_height())
        return Span(least, max(least, self.kit.px(220)))

    def _points(self) -> dict[str, Point]:
        """Where the actors stand. Those without a place stand on a ring, the first at the top."""
        px, tall = self.kit.px, self.kit.line_height()
        widest = max((self.kit.text_width(node.name) for node in self.nodes), default=0)
        left, top = max(px(20), min(widest // 2, self.rect.width // 5)), px(18)
        right = left
        if any(node.listed for node in self.nodes):
            names = max(self.kit.text_width(node.name) for node in self.nodes if node.listed)
            left, right = min(names + px(24), self.rect.width * 2 // 3), px(24)
        width = max(1, self.rect.width - left - right)
        height = max(1, self.rect.height - top - tall - px(18))
        loose = [node.key for node in self.nodes if node.at is None]
        points = {}
        for node in self.nodes:
            x, y = node.at if node.at is not None else _on_ring(loose.index(node.key), len(loose))
            points[node.key] = (left + x * width, top + y * height)
        return points

    def draw_front(self, pen: Pen) -> None:
        points, px = self._points(), self.kit.px
        for edge in self.edges:
            if edge.one in points and edge.other in points:
                self._edge(pen, points[edge.one], points[edge.other], edge)
        placing = Placing(pygame.Rect(0, 0, self.rect.width, self.rect.height))
        for edge in self.edges:
            if edge.one in points and edge.other in points:
                placing.block_line([points[edge.one], points[edge.other]])
        for node in self.nodes:
            at, tone = points[node.key], self.kit.theme.tones[node.tone]
            shape = tone.shape if tone.shape not in {"none", "tick", "cross"} else "circle"
            if node.blocks:
                pen.mark("circle", at, px(30), pen.ground(self.ground))
                pen.mark("ring", at, px(30), pen.colour("bad"))
            pen.mark(shape, at, px(16), tone.mark, edge=pen.ground(self.ground))
            placing.block(pygame.Rect(round(at[0]) - px(11), round(at[1]) - px(11), px(22), px(22)))
            self.spots.append(Spot(at, node.said or node.name, node.key, reach=px(22)))
        for n, node in sorted(enumerate(self.nodes), key=lambda pair: not pair[1].listed):
            at = points[node.key]
            style: StyleName = "strong" if n == self.visited else "body"
            reach = px(18 if node.blocks else 13)
            if node.listed:
                placing.before(pen, node.name, at, reach, style, colour=pen.ink("plain"))
                continue
            placing.beside(pen, node.name, at, reach, style, colour=pen.ink("plain"), must=True, below=True)
        spot = self.spot()
        if spot is not None:
            pen.mark("ring", spot.at, px(26), self.kit.theme.focus)

    def _edge(self, pen: Pen, start: Point, end: Point, edge: Edge) -> None:
        wide = self.kit.ppu * (1.0 + 2.0 * min(1.0, max(0.0, edge.strength)))
        if edge.kind == "supports":
            pen.line(start, end, pen.colour("good"), wide)
        else:
            pen.dashes(start, end, pen.colour("bad"), wide, self.kit.px(5))


def _on_ring(n: int, count: int) -> Point:
    turn = 2 * math.pi * n / max(1, count)
    return 0.5 + 0.5 * math.sin(turn), 0.5 - 0.5 * math.cos(turn)
