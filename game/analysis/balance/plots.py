"""Plots as SVG text: bars, points against a line, and a table of shades with its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 640, 220, 56, 30, 12
_INK, _FILL, _LINE = "#1c2733", "#3f6d91", "#b3541e"


def bars(counts: Sequence[tuple[str, int]]) -> str:
    """One bar for each label.

    Args:
        counts: labels and how many; at least one.
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
            parts.append(_text(x + wide / 2, _HEIGHT - 10, label, "middle"))
    parts.append(_text(_LEFT - 6, _TOP + 10, str(most), "end"))
    parts.append(_text(_LEFT - 6, _TOP + height, "0", "end"))
    return _svg(_WIDTH, _HEIGHT, parts)


def scatter(
    points: Sequence[tuple[float, float]], line: Sequence[tuple[float, float]], names: tuple[str, str]
) -> str:
    """Points, and a line of other points from left to right.

    Args:
        points: f64 pairs.
        line: the same.
        names: of both axes.
    """
    size, pad = 420, 48
    both = [*points, *line, (0.0, 0.0)]
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
    if line:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(point) for point in sorted(line)))
        parts.append(f'<polyline points="{path}" fill="none" stroke="{_LINE}" stroke-width="2"/>')
    for point in points:
        x, y = place(point)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{_FILL}" fill-opacity="0.45"/>')
    parts.append(_text(size / 2, size - 8, f"{names[0]} ({low[0]:.2f} – {high[0]:.2f})", "middle"))
    side = f"{names[1]} ({low[1]:.2f} – {high[1]:.2f})"
    parts.append(
        f'<text x="14" y="{size / 2:.1f}" transform="rotate(-90 14 {size / 2:.1f})" text-anchor="middle" '
        f'font-size="13" fill="{_INK}">{escape(side)}</text>'
    )
    return _svg(size, size, parts)


def heat_map(names: Sequence[str], rows: Sequence[Sequence[float]]) -> str:
    """A square of numbers, the darker the larger.

    Args:
        names: of rows and of columns.
        rows: the numbers.
    """
    cell, left, top = 92, 110, 26
    values = [value for row in rows for value in row]
    low, span = min(values), (max(values) - min(values)) or 1.0
    parts = [_text(left + (n + 0.5) * cell, 16, name, "middle") for n, name in enumerate(names)]
    for r, row in enumerate(rows):
        parts.append(_text(left - 8, top + r * 40 + 25, names[r], "end"))
        for c, value in enumerate(row):
            share = (value - low) / span
            shade = [round(240 - share * (240 - deep)) for deep in (63, 109, 145)]
            ink = "#ffffff" if share > 0.6 else _INK
            x, y = left + c * cell, top + r * 40
            parts.append(
                f'<rect x="{x}" y="{y}" width="{cell - 2}" height="38" '
                f'fill="rgb({shade[0]},{shade[1]},{shade[2]})"/>'
            )
            parts.append(_text(x + cell / 2, y + 24, f"{value:.3f}", "middle", ink))
    return _svg(left + cell * len(names), top + 40 * len(rows), parts)


def _text(x: float, y: float, text: str, anchor: str, ink: str = _INK) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} font-size="13" fill="{ink}">{escape(text)}</text>'


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" role="img" '
        f'font-family="system-ui, sans-serif">{"".join(parts)}</svg>'
    )
