"""The deal map of the debrief: both sides' offers at their true worth, frontier, solution points, history."""

from __future__ import annotations

from game.content.compiling.history import compile_history
from game.foundation.texts import _
from game.narration.alternatives import Alternatives, alternatives
from game.narration.debrief import Debrief, Tabled, gains
from game.narration.offers import in_words
from game.rules.actions import Kind
from game.ui.charts.scatter import Dot, Landmark, Names, Scatter, Space
from game.ui.playing import SEAT_TONES, Playing
from game.ui.widgets.base import Limits

MICRO = 1_000_000


def at_the_opening(playing: Playing) -> Alternatives:
    """What was possible when the game began."""
    return alternatives(playing.opened.tables, playing.match.course().opening)


def deal_map(playing: Playing, told: Debrief, found: Alternatives) -> Scatter:
    """The chart. Gains are those of the true types; offers at the moment they were made."""
    words = playing.opened.words
    names = Names(
        _("gain of: {seat}").format(seat=words.seats[0].title),
        _("gain of: {seat}").format(seat=words.seats[1].title),
        _("walk away"),
        "",
        "",
        _("efficient frontier at the start"),
    )
    paths = [tuple(_dot(playing, tabled) for tabled in told.tabled if tabled.seat == seat) for seat in (0, 1)]
    frontier = tuple((one / MICRO, two / MICRO) for one, two in found.frontier.gains.tolist())
    marks = (*_solutions(found), *_agreed(playing, told), *_history(playing))
    xs = [x for x, _y in frontier] + [dot.x for path in paths for dot in path] + [mark.x for mark in marks]
    ys = [y for _x, y in frontier] + [dot.y for path in paths for dot in path] + [mark.y for mark in marks]
    chart = Scatter(names, _range(xs), _range(ys), tones=SEAT_TONES)
    chart.show_space(Space(paths[0], paths[1], frontier=frontier, landmarks=marks, walk_x=0.0, walk_y=0.0))
    chart.place(key="map", name=_("Deal map"), limits=Limits(want_h=420, min_h=260))
    return chart


def _range(values: list[float]) -> tuple[float, float]:
    low, high = min([0.0, *values]), max([0.1, *values])
    margin = 0.08 * (high - low)
    return low - margin, high + margin


def _dot(playing: Playing, tabled: Tabled) -> Dot:
    words = playing.opened.words
    said = _("{date}: {offer}").format(
        date=words.date(tabled.turn), offer=in_words(words, playing.opened.tables, tabled.offer)
    )
    return Dot(tabled.gains[0] / MICRO, tabled.gains[1] / MICRO, 0, said, (tabled.turn, tabled.slot))


def _solutions(found: Alternatives) -> tuple[Landmark, ...]:
    marks = []
    for name, number, shape in (
        (_("Nash"), found.nash, "star"),
        (_("Kalai-Smorodinsky"), found.kalai_smorodinsky, "square"),
    ):
        if number is not None:
            one, two = found.frontier.gains[number].tolist()
            marks.append(
                Landmark(name, one / MICRO, two / MICRO, "star" if shape == "star" else "square", "third")
            )
    return tuple(marks)


def _agreed(playing: Playing, told: Debrief) -> tuple[Landmark, ...]:
    words = playing.opened.words
    return tuple(
        Landmark(
            _("agreed, {date}").format(date=words.date(tabled.turn)),
            tabled.gains[0] / MICRO,
            tabled.gains[1] / MICRO,
            "tick",
            "good",
        )
        for tabled in told.tabled
        if tabled.fate == "ratified"
    )


def _history(playing: Playing) -> tuple[Landmark, ...]:
    """What was really agreed, valued at the start of this game by this game's true types."""
    opened, opening = playing.opened, playing.match.course().opening
    history = compile_history(opened.scenario, opened.lexicon)
    marks = []
    for deed in history.deeds:
        if deed.kind is Kind.OFFER:
            one, two = gains(opened.tables, opening, (deed.half0, deed.half1, deed.plan, deed.people))
            name = _("history, {date}").format(date=opened.words.date(deed.turn))
            marks.append(Landmark(name, one / MICRO, two / MICRO, "cross", "news"))
    return tuple(marks)
