"""Pictures in SVG, from straight lines, marks and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from game.narration.paper.markup import Markup, element
from game.narration.paper.style import MUTED, PLAIN

Point = tuple[float, float]
Mark = Literal["circle", "diamond", "star", "square", "ring", "down", "tick", "cross"]
_STAR = (
    0,
    -10,
    2.9,
    -3.1,
    9.5,
    -3.1,
    4.2,
    1.6,
    5.9,
    8.1,
    0,
    4.2,
    -5.9,
    8.1,
    -4.2,
    1.6,
    -9.5,
    -3.1,
    -2.9,
    -3.1,
)
_SOLID: dict[str, tuple[float, ...]] = {
    "diamond": (0, -8, 8, 0, 0, 8, -8, 0),
    "square": (-6, -6, 6, -6, 6, 6, -6, 6),
    "down": (-8, -6, 8, -6, 0, 8),
    "star": _STAR,
}
_STROKES: dict[str, str] = {"tick": "M-7 0 L-2 6 L8 -7", "cross": "M-6 -6 L6 6 M-6 6 L6 -6"}


class Drawing:
    """A picture that grows piece by piece; sizes are in pixels of a screen.

    Args:
        said: what it shows, for those who do not see it.
    """

    def __init__(self, width: int, height: int, said: str) -> None:
        self.width, self.height, self.said = width, height, said
        self._parts: list[Markup] = []

    def line(self, start: Point, end: Point, colour: str, width: float = 1, dash: str = "") -> None:
        """A straight line."""
        ends = {"x1": _r(start[0]), "y1": _r(start[1]), "x2": _r(end[0]), "y2": _r(end[1])}
        self._parts.append(
            element("line", "", **ends, stroke=colour, stroke_width=width, stroke_dasharray=dash)
        )

    def path(self, points: Sequence[Point], colour: str, width: float = 1.6) -> None:
        """Straight lines from point to point."""
        if len(points) > 1:
            said = " ".join(f"{_r(x)},{_r(y)}" for x, y in points)
            self._parts.append(
                element("polyline", "", points=said, fill="none", stroke=colour, stroke_width=width)
            )

    def box(self, left: float, top: float, width: float, height: float, fill: str, edge: str = "") -> None:
        """A rectangle."""
        self._parts.append(
            element("rect", "", x=_r(left), y=_r(top), width=_r(max(0.0, width)), height=_r(max(0.0, height)),
                    fill=fill, stroke=edge)
        )  # fmt: skip

    def mark(self, shape: Mark, at: Point, colour: str, size: float = 1.0, said: str = "") -> None:
        """A mark; its words show where the pointer rests."""
        look = {"transform": f"translate({_r(at[0])} {_r(at[1])}) scale({size})"}
        title = element("title", said) if said else ""
        if shape in ("circle", "ring"):
            ink = (
                {"fill": colour}
                if shape == "circle"
                else {"fill": "none", "stroke": colour, "stroke_width": 3}
            )
            picture = element("circle", "", r=6, **ink)
        elif shape in _STROKES:
            picture = element("path", "", d=_STROKES[shape], fill="none", stroke=colour, stroke_width=3)
        else:
            picture = element("polygon", "", points=" ".join(map(str, _SOLID[shape])), fill=colour)
        self._parts.append(element("g", [title, picture], **look))

    def words(
        self,
        text: str,
        at: Point,
        colour: str = PLAIN,
        side: Literal["start", "middle", "end"] = "start",
        bold: bool = False,
    ) -> None:
        """A line of text on its baseline."""
        self._parts.append(
            element("text", text, x=_r(at[0]), y=_r(at[1]), fill=colour, text_anchor=side,
                    font_weight="600" if bold else "", font_size="14")
        )  # fmt: skip

    def note(self, text: str, at: Point, side: Literal["start", "middle", "end"] = "start") -> None:
        """A muted line of text."""
        self.words(text, at, MUTED, side)

    def markup(self) -> Markup:
        """The whole picture."""
        return element(
            "svg", [element("title", self.said), *self._parts],
            xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {self.width} {self.height}",
            width=self.width, height=self.height, role="img",
        )  # fmt: skip


def shortened(text: str, most: int) -> str:
    """A text of at most so many letters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def round_steps(low: float, high: float, count: int) -> list[float]:
    """Round values between two ends, about so many."""
    size = (high - low) / max(1, count)
    power = 1.0
    while power > size:
        power /= 10
    while power * 10 <= size:
        power *= 10
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= size)
    first = int(low // step) + (1 if low % step else 0)
    return [round(n * step, 10) for n in range(first, int(high // step) + 1)]


def _r(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
