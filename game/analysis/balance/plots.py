"""Plots as SVG text: bars, points against a line, a power law, and a table of shades with its numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 640, 254, 56, 50, 26
_INK, _FILL, _LINE = "#1c2733", "#3f6d91", "#b3541e"


def bars(counts: Sequence[tuple[str, int]], names: tuple[str, str]) -> str:
    """One bar for each label.

    Args:
        counts: labels and how many; at least one.
        names: of what the labels say, and of what is counted.
    """
    most = max((count for _label, count in counts), default=0) or 1
    wide = (_WIDTH - _LEFT) / max(1, len(counts))
    height = _HEIGHT - _BOTTOM - _TOP
    parts = []
    every = max(1, len(counts) // 14)
    for number, (label, count) in enumerate(counts):
        tall = height * count / most
        x = _LEFT + number * wide
        parts.append(
            f'<rect x="{x + 1:.1f}" y="{_TOP + height - tall:.1f}" width="{max(1.0, wide - 2):.1f}" '
            f'height="{tall:.1f}" fill="{_FILL}"><title>{escape(label)}: {count}</title></rect>'
        )
        if number % every == 0:
            parts.append(_text(x + wide / 2, _HEIGHT - 32, label, "middle"))
    parts.append(_text(_LEFT - 6, _TOP + 10, str(most), "end"))
    parts.append(_text(_LEFT - 6, _TOP + height, "0", "end"))
    parts.append(_text((_LEFT + _WIDTH) / 2, _HEIGHT - 10, names[0], "middle"))
    parts.append(_text(4, 14, names[1], "start"))
    return _svg(_WIDTH, _HEIGHT, parts)


def scatter(
    points: Sequence[tuple[float, float]],
    line: Sequence[tuple[float, float]],
    names: tuple[str, str],
    thin: Sequence[Sequence[tuple[float, float]]] = (),
) -> str:
    """Points, and lines of other points from left to right.

    Args:
        points: f64 pairs.
        line: the same.
        names: of both axes.
        thin: more such lines, drawn fainter.
    """
    size, pad = 540, 60
    both = [*points, *line, *(point for other in thin for point in other), (0.0, 0.0)]
    low = [min(point[axis] for point in both) for axis in (0, 1)]
    high = [max(point[axis] for point in both) for axis in (0, 1)]

    def place(point: tuple[float, float]) -> tuple[float, float]:
        spans = [(high[axis] - low[axis]) or 1.0 for axis in (0, 1)]
        x = pad + (size - pad - 10) * (point[0] - low[0]) / spans[0]
        y = size - pad - (size - pad - 10) * (point[1] - low[1]) / spans[1]
        return x, y

    parts = []
    zero = place((0.0, 0.0))
    parts.append(
        f'<path d="M{zero[0]:.1f} 10V{size - pad}M{pad} {zero[1]:.1f}H{size - 10}" stroke="#c9d3dc"/>'
    )
    for each, wide in (*((other, 0.6) for other in thin), (line, 2.5)):
        if each:
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(point) for point in sorted(each)))
            parts.append(f'<polyline points="{path}" fill="none" stroke="{_LINE}" stroke-width="{wide}"/>')
    for point in points:
        x, y = place(point)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{_FILL}" fill-opacity="0.45"/>')
    parts += [_text(place((x, 0.0))[0], size - 30, f"{x:g}", "middle") for x in _ticks(low[0], high[0])]
    parts += [_text(pad - 6, place((0.0, y))[1] + 4, f"{y:g}", "end") for y in _ticks(low[1], high[1])]
    parts.append(_text(size / 2, size - 8, names[0], "middle"))
    parts.append(
        f'<text x="14" y="{size / 2:.1f}" transform="rotate(-90 14 {size / 2:.1f})" text-anchor="middle" '
        f'font-size="13" fill="{_INK}">{escape(names[1])}</text>'
    )
    return _svg(size, size, parts)


def power_law(
    points: Sequence[tuple[float, float]], factor: float, exponent: float, names: tuple[str, str]
) -> str:
    """Points on logarithmic axes, the curve fitted to them, and the line in proportion to the first of them.

    Args:
        points: from left to right, at least two, both numbers above 0.
        factor, exponent: of the curve: y = factor * x ** exponent.
        names: of both axes.
    """
    width, height, pad = 460, 320, 56
    first, last = points[0][0], points[-1][0]
    curve = [(x, factor * x**exponent) for x in (first, last)]
    straight = [points[0], (last, points[0][1] * last / first)]
    low = [min(math.log(point[axis]) for point in (*points, *curve)) for axis in (0, 1)]
    high = [max(math.log(point[axis]) for point in (*points, *curve, *straight)) for axis in (0, 1)]

    def place(point: tuple[float, float]) -> str:
        x = pad + (width - pad - 30) * (math.log(point[0]) - low[0]) / (high[0] - low[0])
        y = height - pad - (height - pad - 14) * (math.log(point[1]) - low[1]) / (high[1] - low[1])
        return f"{x:.1f},{y:.1f}"

    parts = [f'<path d="M{pad} 8V{height - pad}H{width - 8}" fill="none" stroke="#8a98a5"/>']
    for ends, ink, dashes in ((straight, "#8a98a5", ' stroke-dasharray="5 4"'), (curve, _LINE, "")):
        path = " ".join(map(place, ends))
        parts.append(f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="2"{dashes}/>')
    right, top = -math.inf, math.inf
    for point in points:
        x, y = map(float, place(point).split(","))
        told = f"{point[0]:,.0f}: {point[1]:.3g}"
        parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{_FILL}"><title>{told}</title></circle>')
        if x - right >= 50:  # a label that would lie on the one before is left out
            parts.append(_text(x, height - pad + 18, f"{point[0]:,.0f}", "middle"))
            right = x
        if abs(y - top) >= 15:
            parts.append(_text(pad - 6, y + 4, f"{point[1]:.3g}", "end"))
            top = y
    parts.append(_text((width + pad) / 2, height - 10, names[0], "middle"))
    parts.append(_text(pad + 8, 18, names[1], "start"))
    return _svg(width, height, parts)


def heat_map(names: Sequence[str], rows: Sequence[Sequence[tuple[float, float, float]]]) -> str:
    """A square of numbers, each over its interval, the darker the larger.

    Args:
        names: of rows and of columns.
        rows: the numbers, each with both ends of its interval.
    """
    cell, left, top = 124, 110, 26
    values = [value for row in rows for value, _low, _high in row]
    low, span = min(values), (max(values) - min(values)) or 1.0
    parts = [_text(left + (n + 0.5) * cell, 16, name, "middle") for n, name in enumerate(names)]
    for r, row in enumerate(rows):
        parts.append(_text(left - 8, top + r * 40 + 25, names[r], "end"))
        for c, (value, first, last) in enumerate(row):
            share = (value - low) / span
            shade = [round(240 - share * (240 - deep)) for deep in (63, 109, 145)]
            ink = "#ffffff" if share > 0.8 else _INK
            x, y = left + c * cell, top + r * 40
            parts.append(
                f'<rect x="{x}" y="{y}" width="{cell - 2}" height="38" '
                f'fill="rgb({shade[0]},{shade[1]},{shade[2]})"/>'
            )
            parts.append(_text(x + cell / 2, y + 17, f"{value:.3f}", "middle", ink))
            parts.append(_text(x + cell / 2, y + 32, f"{first:.3f} – {last:.3f}", "middle", ink, 11))
    return _svg(left + cell * len(names), top + 40 * len(rows), parts)


def _ticks(low: float, high: float) -> Iterator[float]:
    """Round numbers of a range: three to seven of them, as multiples of 1, 2 or 5 of a power of ten."""
    span = (high - low) or 1.0
    power = 10.0 ** math.floor(math.log10(span))
    step = next(n * power for n in (0.1, 0.2, 0.5, 1.0) if span / (n * power) <= 7)
    first = math.ceil(low / step - 1e-9)
    for number in range(first, math.floor(high / step + 1e-9) + 1):
        yield round(number * step, 9)


def _text(x: float, y: float, text: str, anchor: str, ink: str = _INK, size: int = 13) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{size}" fill="{ink}">{escape(text)}</text>'


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" role="img" '
        f'font-family="system-ui, sans-serif">{"".join(parts)}</svg>'
    )
