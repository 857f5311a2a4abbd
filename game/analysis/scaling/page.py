"""What was measured of growth as one HTML page that needs nothing besides itself."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from game.analysis.balance.plots import power_law
from game.analysis.scaling.measuring import Axis
from game.foundation.texts import _

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
body { color: #1c2733; background: #fff; }
main { display: flex; flex-wrap: wrap; gap: 1.5rem; } figure { margin: 0; max-width: 29rem; }
svg { max-width: 100%; height: auto; } figcaption { color: #445464; }
"""


def scaling_page(found: Sequence[Axis]) -> bytes:
    """The page, with one plot for each axis."""
    title = _("How the cost of a game grows")
    said = _(
        "Processor time of games between two computer seats, on an invented scenario of which one size "
        "at a time is changed. Both axes are logarithmic: a straight line is a power of the size. The dashed "
        "line is growth in proportion; what rises less than it grows less than linearly."
    )
    figures = "\n".join(map(_figure, found))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body><h1>{escape(title)}</h1>\n"
        f"<p>{escape(said)}</p>\n<main>\n{figures}\n</main></body></html>\n"
    ).encode()


def axis_line(axis: Axis) -> str:
    """What was found along one axis, as a line."""
    return _(
        "{name}: the cost grows with the power {exponent:.2f} (standard error {error:.2f}), {steepest:.2f} "
        "where it rises most; from {first:,} to {last:,} it grows {times:.1f} times"
    ).format(
        name=axis.name,
        exponent=axis.found.exponent,
        error=axis.found.error,
        steepest=axis.found.steepest,
        first=axis.found.sizes[0],
        last=axis.found.sizes[-1],
        times=axis.found.costs[-1] / axis.found.costs[0],
    )


def _figure(axis: Axis) -> str:
    fit = axis.found
    points = list(zip(fit.sizes, fit.costs, strict=True))
    plot = power_law(points, fit.factor, fit.exponent, (_(axis.counted), _(axis.cost)))
    return f"<figure>{plot}<figcaption>{escape(axis_line(axis))}.</figcaption></figure>"
