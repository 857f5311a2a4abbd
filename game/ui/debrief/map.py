"""The deal map of the debrief: both sides' offers at their true worth, frontier, solution points, history."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.alternatives import Theory
from game.narration.deal_map import DealMap, Mark, map_of
from game.narration.debrief import Debrief, Finished, Tabled
from game.narration.explain import explain_offer
from game.narration.offers import in_words
from game.narration.telling_quality import map_note
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


def deal_map(playing: Playing, done: Finished) -> Widget:
    """The chart, and a list of what the marks on it are, each with its worth and why."""
    shown = map_of(done, done.at_opening.found)
    chart = _chart(playing, done.told, shown)
    words = playing.opened.words
    spoke = sorted({tabled.seat for tabled in done.told.tabled})
    lines: list[Widget] = [
        *(
            marked(_("offers of {seat}").format(seat=words.seats[seat].title), SEAT_TONES[seat])
            for seat in spoke
        ),
        marked(
            _("the line: at the start no package was better for both; later offers may lie beyond it"),
            "plain",
            "bar",
        ),
        *(_line(playing, mark) for mark in shown.marks),
    ]
    legend = Scroll(Column([*lines, Label(map_note(done), tone="muted")], gap=8, pad=(6, 4)))
    return Fold(
        [
            chart.place(grow=5, limits=Limits(min_w=360, want_h=420, min_h=220)),
            legend.place(grow=3, limits=Limits(min_w=290)),
        ],
        gap=16,
    )


def look_of(mark: Mark) -> tuple[Shape, ToneName]:
    """The shape and the meaning of a mark."""
    if mark.kind == "agreed":
        return "tick", "good"
    return (SHAPES[mark.theory], "third") if mark.theory else ("cross", "news")


def _line(playing: Playing, mark: Mark) -> Widget:
    one, two = (Words(worth(value), tone=SEAT_TONES[seat]) for seat, value in enumerate(mark.gains))
    name, between = Words(f"{_signed(mark)}: ", tone="plain"), Words(" | ", tone="muted")
    shape, tone = look_of(mark)
    label = Number((name, one, between, two), tone=tone, shape=shape)
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


def _chart(playing: Playing, told: Debrief, shown: DealMap) -> Scatter:
    words = playing.opened.words
    names = Names(
        _("gain of: {seat}").format(seat=words.seats[0].title),
        _("gain of: {seat}").format(seat=words.seats[1].title),
        _("walk away"),
    )
    paths = [tuple(_dot(playing, tabled) for tabled in told.tabled if tabled.seat == seat) for seat in (0, 1)]
    ranges = [(low / MICRO, high / MICRO) for low, high in shown.ranges]
    chart = Scatter(names, ranges[0], ranges[1], tones=SEAT_TONES)
    landmarks = tuple(
        Landmark(mark.sign, mark.gains[0] / MICRO, mark.gains[1] / MICRO, *look_of(mark))
        for mark in shown.marks
    )
    frontier = tuple((one / MICRO, two / MICRO) for one, two in shown.frontier)
    space = Space(paths[0], paths[1], frontier=frontier, landmarks=landmarks, walk_x=0.0, walk_y=0.0)
    chart.show_space(space)
    return chart.place(key="map", name=_("Deal map"))


def _dot(playing: Playing, tabled: Tabled) -> Dot:
    words = playing.opened.words
    said = _("{date}: {offer}").format(
        date=words.date(tabled.turn), offer=in_words(words, playing.opened.tables, tabled.offer)
    )
    return Dot(tabled.gains[0] / MICRO, tabled.gains[1] / MICRO, 0, said, (tabled.turn, tabled.slot))
