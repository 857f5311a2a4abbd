"""What a look at a scenario file shows: problems, offer space, who gains, quick run."""

from __future__ import annotations

from typing import Any, Literal

from game.analysis.portrait import GAMES
from game.foundation.findings import Finding, Severity
from game.foundation.texts import _
from game.narration.figures import many, utils
from game.narration.offers import in_words
from game.narration.telling_quality import theory_names
from game.ui.charts.network import Edge, Network, Node
from game.ui.charts.scatter import Landmark, Names, Scatter, Space
from game.ui.debrief.map import SHAPES
from game.ui.layout import Column
from game.ui.marked import marked
from game.ui.playing import SEAT_TONES
from game.ui.theme import Shape, ToneName
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label
from game.ui.widgets.rows import RowText
from game.ui.workbench.looking import Good, View

MICRO = 1_000_000
DEAL = "deal"
LONGEST = 20  # letters of a name beside its mark
FEW = 6  # actors, among whom there is room for longer titles
_LOOKS: dict[Severity, tuple[Shape, ToneName]] = {
    "error": ("cross", "bad"), "warning": ("diamond", "news"), "note": ("ring", "plain"),
}  # fmt: skip


def problem_rows(findings: tuple[Finding, ...]) -> list[RowText]:
    """A row for each finding, with its line."""
    rows = []
    for finding in findings:
        shape, tone = _LOOKS[finding.severity]
        where = _("line {line}: ").format(line=finding.line) if finding.line else ""
        subject = f"{finding.path}: " if finding.path else ""
        rows.append(RowText(f"{where}{subject}{finding.message}", finding.code, shape, tone))
    return rows or [RowText(_("Nothing to mend."), "", "tick", "good")]


def problem_in_full(findings: tuple[Finding, ...], number: int) -> str:
    """What would be right, for the row that is marked."""
    return findings[number].hint if number < len(findings) else ""


def offer_space(good: Good) -> Widget:
    """The efficient packages, with the points of theory and where each side would walk away."""
    found, seats = good.at.found, good.opened.words.seats
    gains = [(one / MICRO, two / MICRO) for one, two in found.frontier.gains.tolist()]
    if not gains:
        return Label(
            _("There is no package that is better than another: nothing can be agreed."), tone="muted"
        )
    near = [gains[number] for number in (*found.signed, *found.points.values())]
    across = _ends([x for x, _y in gains], [x for x, _y in near])
    up = _ends([y for _x, y in gains], [y for _x, y in near])
    inside = [(x, y) for x, y in gains if across[0] <= x <= across[1] and up[0] <= y <= up[1]]
    chart = Scatter(
        Names(seats[0].title, seats[1].title, _("walking away"), frontier=_("efficient packages")), across, up
    )
    names = theory_names()
    marks = tuple(
        Landmark(names[theory], *gains[number], SHAPES[theory], "third")
        for theory, number in found.points.items()
    )
    cloud = tuple(gains[number] for number in found.signed)
    chart.show_space(Space(walk_x=0, walk_y=0, cloud=cloud, frontier=tuple(sorted(inside)), landmarks=marks))
    return Column(
        [
            chart.place(key="space", limits=Limits(min_h=180), grow=1),
            Label(
                _(
                    "{signed} efficient packages would be signed by both principals, {ratified} also "
                    "ratified."
                ).format(
                    signed=len(found.signed), ratified=len(found.ratified)
                ),
                "note", "muted",
            ),
        ],
        gap=6,
    )  # fmt: skip


def _ends(values: list[float], near: list[float]) -> tuple[float, float]:
    """The ends of an axis: around what could be agreed; where nothing could, as far down as up."""
    low, high = min(0.0, *values), max(0.0, *values)
    most = max(near, default=0.0)
    if most > 0:
        low, high = max(low, -most), min(high, 2.5 * most)
    elif high > 0:
        low = max(low, -high)
    room = (high - low) * 0.06 or 0.5
    return low - room, high + room


def network(good: Good) -> Widget:
    """Who gains by the fair package, who loses, and who stands in the way of what principals would sign."""
    if good.fair is None:
        return Label(
            _("No package is good for both principals, so there is none to ask about."), tone="muted"
        )
    most = max((abs(view.amount) for view in good.views), default=0) or 1
    nodes = [Node(DEAL, _("the fair package"), "plain", (0.5, 0.5))]
    edges = []
    for view, place in zip(good.views, _places(good.views), strict=True):
        title = good.opened.lexicon.actors.titles[view.actor]
        tone: ToneName = SEAT_TONES[view.side] if view.side >= 0 else "third"
        said = f"{title}: {utils(view.amount)}"
        nodes.append(Node(str(view.actor), _short(title, len(good.views)), tone, place, view.blocks, said))
        kind: Literal["supports", "opposes"] = "supports" if view.amount >= 0 else "opposes"
        edges.append(Edge(str(view.actor), DEAL, kind, abs(view.amount) / most))
    fair = in_words(good.opened.words, good.opened.tables, good.at.found.frontier.at(good.fair))
    return Column(
        [
            Network(nodes, edges).place(key="network", limits=Limits(min_h=380), grow=1),
            Label(
                _("Solid: gains by it; dashed: loses; ringed: stops others. {package}").format(package=fair),
                "note", "muted",
            ),
        ],
        gap=6,
    )  # fmt: skip


def _short(title: str, actors: int) -> str:
    """A title that leaves room for others; the whole is said when the actor is visited."""
    longest = LONGEST if actors > FEW else 2 * LONGEST
    return title if len(title) <= longest else title[: longest - 1].rstrip() + "…"


def _places(views: tuple[View, ...]) -> list[tuple[float, float]]:
    """The envoy's side on the left, the government's on the right, others between them."""
    counts = {side: sum(view.side == side for view in views) for side in (-1, 0, 1)}
    seen = dict.fromkeys(counts, 0)
    places = []
    for view in views:
        n, of = seen[view.side], counts[view.side]
        seen[view.side] += 1
        share = (n + 0.5) / of
        if view.side >= 0:
            places.append((0.04 if view.side == 0 else 0.96, share))
        else:
            half = (of + 1) // 2
            above = n < half
            along = (n if above else n - half) + 0.5
            places.append((0.2 + 0.6 * along / max(1, half if above else of - half), 0.02 if above else 0.98))
    return places


def run_lines(good: Good, run: dict[str, Any] | None) -> Widget:
    """What the quick run came to, or that it is on."""
    if run is None:
        return Label(_("{n} games are being played…").format(n=many(GAMES)), tone="muted")
    seats = [seat.title for seat in good.opened.words.seats]
    lines = [
        _("an agreement in {share:.0f} % of {n} games, {mean:.2f} a game").format(
            share=100 * run["deal_rate"], n=many(run["games"]), mean=run["agreements"]["mean"]
        ),
        _("people freed: {median:.0f} (median), {p10:.0f} to {p90:.0f} in 8 of 10 games").format(
            **run["freed"]
        ),
        _("change in people held: {n:+.0f} (median)").format(n=run["held_change"]["median"]),
        *(
            _("{seat}: {payoff:+.3f} a month (mean); breaks its word or takes back in {share:.0f} %").format(
                seat=seats[seat], payoff=run["payoff"][key]["mean"], share=100 * run["reversals"][key]
            )
            for seat, key in enumerate(("envoy", "government"))
        ),
    ]
    return Column([marked(line, "plain", "bar") for line in lines], gap=4)
