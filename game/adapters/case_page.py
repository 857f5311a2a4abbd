"""A designer's picture of a scenario as one page of HTML, with its plots inside."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.analysis.portrait import POLICY, Portrait
from game.foundation.texts import _
from game.match.library import Opened
from game.narration.figures import many, share, utils
from game.narration.offers import in_words
from game.narration.paper.drawing import Drawing, Mark, round_steps
from game.narration.paper.markup import Content, Markup, element, page, table
from game.narration.paper.style import BAD, GOOD, GRID, MUTED, SEATS, STYLE
from game.narration.telling_quality import theory_names

_MICRO = 1_000_000
_WIDTH, _HEIGHT, _EDGE = 720, 430, 56
_LINE = 17
_MARKS: tuple[Mark, ...] = ("star", "diamond", "square", "down")


def case_page(opened: Opened, found: Portrait) -> str:
    """The whole page; it loads nothing."""
    title = opened.scenario.title
    content: list[Content] = [
        element("h1", title),
        element("p", opened.scenario.summary, class_="lead"),
        element("p", _(
            "For designers: secrets are known here. At the opening, with floors in the middle of their "
            "range and, "
            "unless types are named, the average of each seat's types; utils a month over walking away."
        ), class_="muted"),
        element("h2", _("What can be agreed")), _win_sets(opened, found), _offer_space(opened, found),
        _points(opened, found),
        element("h2", _("For each pair of types")), _types(opened, found),
        element("h2", _("Who can stop what both principals would sign")), _blockers(opened, found),
        element("h2", _("{n} games between two '{policy}' seats").format(
            n=many(found.episodes.games), policy=POLICY)),
        _run(opened, found), _freed(found),
    ]  # fmt: skip
    return page(title, STYLE, content)


def _win_sets(opened: Opened, found: Portrait) -> Markup:
    sets = found.opening.sets
    rows = [
        [opened.words.seats[seat].title, many(found.halves[seat]), many(sets.signed[seat]),
         many(sets.passed[seat]), many(sets.won[seat])]
        for seat in (0, 1)
    ]  # fmt: skip
    rows.append([_("both"), "", many(sets.zone), "", many(sets.agreed)])
    heads = [_("seat"), _("halves"), _("signed"), _("passed by ratifiers"), _("win-set")]
    return table(heads, rows, _("Of {n} packages").format(n=many(sets.packages)))


def _offer_space(opened: Opened, found: Portrait) -> Markup:
    """Efficient packages by what they gain each side; those that both would sign, and ratify, stand out."""
    at = found.opening.found
    gains = at.frontier.gains / _MICRO
    seats = [seat.title for seat in opened.words.seats]
    drawing = Drawing(
        _WIDTH, _HEIGHT, _("Efficient packages: what they gain {first} and {second}").format(
            first=seats[0], second=seats[1])
    )  # fmt: skip
    if not len(gains):
        drawing.note(_("There is no efficient package but signing nothing."), (_EDGE, 40))
        return drawing.markup()
    near = list(at.signed) + list(at.points.values())
    across, up = _axis(gains[:, 0], gains[near, 0]), _axis(gains[:, 1], gains[near, 1])
    _grid(drawing, across, up, seats)
    signed, ratified = set(at.signed), set(at.ratified)
    for number, (one, two) in enumerate(gains.tolist()):
        place = (_x(across, one), _y(up, two))
        if not (across[0] <= one <= across[1] and up[0] <= two <= up[1]):
            continue
        said = f"({utils(int(one * _MICRO))}, {utils(int(two * _MICRO))})"
        if number in ratified:
            drawing.mark("circle", place, GOOD, 0.7, said)
        elif number in signed:
            drawing.mark("cross", place, BAD, 0.6, said)
        else:
            drawing.mark("ring", place, MUTED, 0.4, said)
    names = theory_names()
    for (theory, number), mark in zip(at.points.items(), _MARKS, strict=False):
        one, two = gains[number].tolist()
        drawing.mark(mark, (_x(across, one), _y(up, two)), SEATS[1], 0.9, names[theory])
    _name(drawing, [(_x(across, gains[n, 0]), _y(up, gains[n, 1]), names[t]) for t, n in at.points.items()])
    legend = element("p", _(
        "Ring: efficient. Cross: signed by both principals, refused by ratifiers. Dot: ratified by both. "
        "Star, diamond, square, triangle: {theories}. Packages far from the zone of agreement lie beyond "
        "the edge."
    ).format(theories=", ".join(names[theory] for theory in at.points)), class_="muted")  # fmt: skip
    return Markup(drawing.markup() + legend)


def _name(drawing: Drawing, marked: Sequence[tuple[float, float, str]]) -> None:
    """Write names up and to the right of marks, where nothing is better for both and so nothing stands."""
    together: dict[tuple[float, float], list[str]] = {}
    for x, y, name in marked:
        together.setdefault((x, y), []).append(name)
    lowest = float(_HEIGHT)
    for (x, y), several in sorted(together.items(), key=lambda entry: -entry[0][1]):
        lowest = min(y - 8, lowest - _LINE)
        drawing.words(", ".join(several), (x + 8, lowest), SEATS[1])


_Axis = tuple[float, float]


def _axis(values: NDArray[np.float64], near: NDArray[np.float64]) -> _Axis:
    """The ends of an axis: around what could be agreed; where nothing could be, as far down as up."""
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    if len(near) and (most := float(near.max())) > 0:
        low, high = max(low, -most), min(high, 2.5 * most)
    elif high > 0:
        low = max(low, -high)
    room = (high - low) * 0.06 or 0.5
    return low - room, high + room


def _x(axis: _Axis, value: float) -> float:
    return _EDGE + (value - axis[0]) / (axis[1] - axis[0]) * (_WIDTH - 2 * _EDGE)


def _y(axis: _Axis, value: float) -> float:
    return _HEIGHT - _EDGE - (value - axis[0]) / (axis[1] - axis[0]) * (_HEIGHT - 2 * _EDGE)


def _grid(drawing: Drawing, across: _Axis, up: _Axis, seats: Sequence[str]) -> None:
    for value in round_steps(*across, 8):
        drawing.line((_x(across, value), _EDGE), (_x(across, value), _HEIGHT - _EDGE), GRID)
        drawing.note(f"{value:g}", (_x(across, value), _HEIGHT - _EDGE + 18), "middle")
    for value in round_steps(*up, 6):
        drawing.line((_EDGE, _y(up, value)), (_WIDTH - _EDGE, _y(up, value)), GRID)
        drawing.note(f"{value:g}", (_EDGE - 6, _y(up, value) + 5), "end")
    drawing.line((_x(across, 0), _EDGE), (_x(across, 0), _HEIGHT - _EDGE), MUTED, 1.5)
    drawing.line((_EDGE, _y(up, 0)), (_WIDTH - _EDGE, _y(up, 0)), MUTED, 1.5)
    drawing.words(seats[0], (_WIDTH - _EDGE, _HEIGHT - 8), SEATS[0], "end", bold=True)
    drawing.words(seats[1], (_EDGE, _EDGE - 14), SEATS[1], bold=True)


def _points(opened: Opened, found: Portrait) -> Markup:
    at, names = found.opening, theory_names()
    rows: list[list[Content]] = [[names[t], *_worded(opened, found, n)] for t, n in at.found.points.items()]
    for seat in (0, 1):
        title = _("best for {seat} that both would ratify").format(seat=opened.words.seats[seat].title)
        number = at.sole[seat]
        rows.append([title, *(["", "", _("none")] if number is None else _worded(opened, found, number))])
    seats = [seat.title for seat in opened.words.seats]
    return table([_("package"), *seats, _("what it says")], rows)


def _worded(opened: Opened, found: Portrait, number: int) -> list[str]:
    frontier = found.opening.found.frontier
    one, two = frontier.gains[number].tolist()
    return [utils(one), utils(two), in_words(opened.words, opened.tables, frontier.at(number))]


def _types(opened: Opened, found: Portrait) -> Markup:
    rows = []
    for pair in found.pairs:
        titles = [opened.lexicon.types[seat].titles[pair.types[seat]] for seat in (0, 1)]
        rows.append([*titles, share(pair.chance // 1000), many(pair.signed), many(pair.ratified)])
    seats = [seat.title for seat in opened.words.seats]
    return table([*seats, _("chance"), _("efficient packages signed by both"), _("and ratified")], rows)


def _blockers(opened: Opened, found: Portrait) -> Markup:
    rows = [
        [opened.lexicon.actors.titles[one.actor], opened.words.seats[one.side].title,
         f"{one.against} / {one.of}", f"{one.alone} / {one.of}", f"{one.refuses} / {one.of}"]
        for one in found.blockers
    ]  # fmt: skip
    heads = [_("ratifier"), _("side"), _("against"), _("alone in the way"), _("crosses its red lines")]
    return table(heads, rows)


def _run(opened: Opened, found: Portrait) -> Markup:
    run = found.run
    rows = [
        [_("games with an agreement"), f"{100 * run['deal_rate']:.1f} %"],
        [_("agreements a game"), f"{run['agreements']['mean']:.2f}"],
        [_("people freed (median)"), f"{run['freed']['median']:.0f}"],
        [_("change in people held (median)"), f"{run['held_change']['median']:+.0f}"],
    ]
    for key, seat in (("envoy", 0), ("government", 1)):
        title = opened.words.seats[seat].title
        rows.append([_("{seat}: a month (mean)").format(seat=title), f"{run['payoff'][key]['mean']:+.3f}"])
        rows.append(
            [_("{seat}: word broken or measures taken back").format(seat=title),
             f"{100 * run['reversals'][key]:.1f} %"]
        )  # fmt: skip
    return table([_("what"), _("how much")], rows)


def _freed(found: Portrait) -> Markup:
    """How many games freed how many people."""
    freed = found.episodes.outcome.freed
    counts, edges = np.histogram(freed, bins=24)
    drawing = Drawing(_WIDTH, 240, _("People freed: in how many games"))
    for height, low, high in zip(counts.tolist(), edges, edges[1:], strict=False):
        left, right = _bar(edges, float(low)), _bar(edges, float(high))
        tall = 150 * height / max(1, int(counts.max()))
        drawing.box(left + 1, 190 - tall, right - left - 2, tall, SEATS[1])
    drawing.line((_EDGE, 190), (_WIDTH - _EDGE, 190), MUTED)
    for value in round_steps(float(edges[0]), float(edges[-1]), 8):
        drawing.note(f"{value:g}", (_bar(edges, value), 208), "middle")
    drawing.words(_("People freed"), (_WIDTH - _EDGE, 230), side="end")
    drawing.note(_("up to {n} games").format(n=int(counts.max())), (_EDGE, 32))
    return drawing.markup()


def _bar(edges: NDArray[np.float64], value: float) -> float:
    return _EDGE + (value - float(edges[0])) / (float(edges[-1] - edges[0])) * (_WIDTH - 2 * _EDGE)
