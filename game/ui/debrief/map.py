"""The deal map of the debrief: both sides' offers at their true worth, frontier, solution points, history."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.compiling.history import compile_history
from game.foundation.texts import _
from game.narration.alternatives import Alternatives, Theory, alternatives
from game.narration.debrief import Debrief, Tabled, gains
from game.narration.explain import explain_offer
from game.narration.offers import in_words
from game.narration.telling_quality import theory_names
from game.rules.actions import Kind
from game.rules.state import State
from game.ui.charts.scatter import Dot, Landmark, Names, Scatter, Space
from game.ui.digits import worth
from game.ui.flow import Words
from game.ui.layout import Column, Fold
from game.ui.marked import marked
from game.ui.playing import SEAT_TONES, Playing
from game.ui.table import sums
from game.ui.table.number import Number
from game.ui.theme import Shape, ToneName
from game.ui.why import Why
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label
from game.ui.widgets.scroll import Scroll

MICRO = 1_000_000
SHAPES: dict[Theory, Shape] = {
    "nash": "star",
    "kalai_smorodinsky": "square",
    "egalitarian": "ring",
    "utilitarian": "down",
}
LOSS = 0.8  # how much loss is shown, for the gain that is
Offer = tuple[int, int, int, int]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """A point with a place in the list beside the map: its sign there, its words, and what it is worth.

    Attributes:
        sign: what stands beside it on the map.
        gains: to both seats, micro-utils a month.
        offer: what was or could be agreed.
        state: when it was valued.
    """

    sign: str
    name: str
    shape: Shape
    tone: ToneName
    gains: Pair
    offer: Offer
    state: State


def at_the_opening(playing: Playing) -> Alternatives:
    """What was possible when the game began."""
    return alternatives(playing.opened.tables, playing.match.course().opening)


def deal_map(playing: Playing, told: Debrief, found: Alternatives) -> Widget:
    """The chart, and a list of what the marks on it are, each with its worth and why."""
    marks = [*_solutions(playing, found), *_agreed(playing, told), *_history(playing)]
    chart = _chart(playing, told, found, marks)
    words = playing.opened.words
    spoke = sorted({tabled.seat for tabled in told.tabled})
    lines: list[Widget] = [
        *(
            marked(_("offers of {seat}").format(seat=words.seats[seat].title), SEAT_TONES[seat])
            for seat in spoke
        ),
        marked(_("the line: no package is better for both"), "plain", "bar"),
        *(_line(playing, mark) for mark in marks),
    ]
    note = _(
        "Gains a month over walking away, for what each side really was; "
        "an offer counts as things stood when it was made. "
        "History is valued at the start of this game, by its assumed weights. "
        "A mark at the edge lies beyond it."
    )
    legend = Scroll(Column([*lines, Label(note, tone="muted")], gap=8, pad=(6, 4)))
    return Fold(
        [
            chart.place(grow=5, limits=Limits(min_w=360, want_h=420, min_h=220)),
            legend.place(grow=3, limits=Limits(min_w=290)),
        ],
        gap=16,
    )


def _line(playing: Playing, mark: Mark) -> Widget:
    one, two = (Words(worth(value), tone=SEAT_TONES[seat]) for seat, value in enumerate(mark.gains))
    name, between = Words(f"{_signed(mark)}: ", tone="plain"), Words(" | ", tone="muted")
    label = Number((name, one, between, two), tone=mark.tone, shape=mark.shape)
    return label.place(key=f"mark {mark.name}", why=lambda: _why(playing, mark))


def _signed(mark: Mark) -> str:
    return f"{mark.sign}  {mark.name}" if mark.sign else mark.name


def _why(playing: Playing, mark: Mark) -> Why:
    """What a package was worth to the seat whose eyes looked last, part by part, and what it was."""
    seat, opened = playing.viewer, playing.opened
    kind = int(mark.state.type[0, seat])
    explained = explain_offer(opened.words, opened.tables, mark.state, seat, kind, mark.offer)
    title = _("{name}: worth to {seat}").format(name=mark.name, seat=opened.words.seats[seat].title)
    return sums.of_explanation(title, explained, in_words(opened.words, opened.tables, mark.offer))


def _chart(playing: Playing, told: Debrief, found: Alternatives, marks: list[Mark]) -> Scatter:
    words = playing.opened.words
    names = Names(
        _("gain of: {seat}").format(seat=words.seats[0].title),
        _("gain of: {seat}").format(seat=words.seats[1].title),
        _("walk away"),
    )
    paths = [tuple(_dot(playing, tabled) for tabled in told.tabled if tabled.seat == seat) for seat in (0, 1)]
    frontier = tuple((one / MICRO, two / MICRO) for one, two in found.frontier.gains.tolist())
    ranges = [_range([pair[axis] for pair in frontier], paths, marks, axis) for axis in (0, 1)]
    chart = Scatter(names, ranges[0], ranges[1], tones=SEAT_TONES)
    landmarks = tuple(
        Landmark(mark.sign, mark.gains[0] / MICRO, mark.gains[1] / MICRO, mark.shape, mark.tone)
        for mark in marks
    )
    near = _in_sight(frontier, ranges)
    chart.show_space(Space(paths[0], paths[1], frontier=near, landmarks=landmarks, walk_x=0.0, walk_y=0.0))
    return chart.place(key="map", name=_("Deal map"))


def _in_sight(
    frontier: tuple[tuple[float, float], ...], ranges: list[tuple[float, float]]
) -> tuple[tuple[float, float], ...]:
    """The part of the frontier that lies on the map; the rest would only draw along its edge."""
    (left, right), (low, high) = ranges
    return tuple((x, y) for x, y in frontier if left <= x <= right and low <= y <= high)


def _range(
    frontier: list[float], paths: list[tuple[Dot, ...]], marks: list[Mark], axis: int
) -> tuple[float, float]:
    """From some loss to the greatest gain of anything tabled, agreed or fair; the rest stands at the edge."""
    tabled = [(dot.x, dot.y)[axis] for path in paths for dot in path]
    named = [mark.gains[axis] / MICRO for mark in marks]
    high = 1.25 * max([0.1, *tabled, *named])
    high = min(high, max([0.1, *frontier, *named]))
    low = max(min([0.0, *tabled, *named]), -LOSS * high)
    low = min(low, -0.3 * high)
    margin = 0.05 * (high - low)
    return low - margin, high + margin


def _dot(playing: Playing, tabled: Tabled) -> Dot:
    words = playing.opened.words
    said = _("{date}: {offer}").format(
        date=words.date(tabled.turn), offer=in_words(words, playing.opened.tables, tabled.offer)
    )
    return Dot(tabled.gains[0] / MICRO, tabled.gains[1] / MICRO, 0, said, (tabled.turn, tabled.slot))


def _solutions(playing: Playing, found: Alternatives) -> list[Mark]:
    """The points of theory at the start, each once, under all its names and with the shape of the first."""
    opening, names = playing.match.course().opening, theory_names()
    marks: list[Mark] = []
    for number in dict.fromkeys(found.points.values()):
        theories = [theory for theory, its in found.points.items() if its == number]
        name = _("{name}: point at the start").format(name=", ".join(names[theory] for theory in theories))
        one, two = found.frontier.gains[number].tolist()
        shape = SHAPES[theories[0]]
        marks.append(Mark("", name, shape, "third", (one, two), found.frontier.at(number), opening))
    return marks


def _agreed(playing: Playing, told: Debrief) -> list[Mark]:
    words, plies = playing.opened.words, playing.match.course().plies
    when = {(ply.before.clock.turn, ply.before.clock.slot): ply.before for ply in plies}
    agreed = [tabled for tabled in told.tabled if tabled.fate == "ratified"]
    return [
        Mark(
            str(n),
            _("agreed in {date}").format(date=words.date(tabled.turn)),
            "tick",
            "good",
            tabled.gains,
            tabled.offer,
            when[tabled.turn, tabled.slot],
        )
        for n, tabled in enumerate(agreed, 1)
    ]


def _history(playing: Playing) -> list[Mark]:
    """What was really agreed, valued at the start of this game by this game's true types."""
    opened, opening = playing.opened, playing.match.course().opening
    deeds = compile_history(opened.scenario, opened.lexicon).deeds
    marks: list[Mark] = []
    for deed in deeds:
        if deed.kind is Kind.OFFER:
            offer = (deed.half0, deed.half1, deed.plan, deed.people)
            name = _("really agreed in {date}").format(date=opened.words.date(deed.turn))
            sign = chr(ord("a") + len(marks))
            pair = gains(opened.tables, opening, offer)
            marks.append(Mark(sign, name, "cross", "news", pair, offer, opening))
    return marks
