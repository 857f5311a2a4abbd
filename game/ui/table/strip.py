"""The strip on top: who one is, when it is, what is asked, and the numbers that are always in sight."""

from __future__ import annotations

from game.content.schema.scenario import Scenario
from game.foundation.texts import _
from game.narration.asks import asked_line
from game.ui.layout import Column, Flow
from game.ui.playing import SEAT_TONES, Playing
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label
from game.ui.widgets.meter import Meter
from game.ui.widgets.panel import Panel

MOST_TRUST = 15


def strip(playing: Playing) -> Widget:
    """Role, turn, what is asked; trust in both directions; people held and freed."""
    match, seat = playing.match, playing.viewer
    words, seen = playing.opened.words, match.observe(seat)
    state = seen.state
    turn = min(state.clock.turn, len(words.turns) - 1)
    when = _("{date}, turn {turn} of {turns}").format(
        date=words.date(turn), turn=turn + 1, turns=len(words.turns)
    )
    role = Column(
        [Label(words.seats[seat].title, "strong", SEAT_TONES[seat], shape="auto"), Label(when, tone="muted")],
        gap=2,
    ).place(grow=3)
    other = words.seats[1 - seat].title
    trust = [
        _trust(
            _("You trust them"), int(state.trust[0, seat]), _("How far you trust: {seat}").format(seat=other)
        ),
        _trust(
            _("They trust you"),
            int(state.trust[0, 1 - seat]),
            _("How far they trust you, by what both have done"),
        ),
    ]
    people = Column(
        [
            Label(_("{n} held").format(n=_many(int(state.held[0]))), "strong"),
            Label(_freed(playing.opened.scenario, state.freed[0]), tone="muted"),
        ],
        gap=2,
    ).place(grow=2)
    asked = asked_line(words, match.brief(seat).tables, seen)
    return Panel(
        "",
        [
            Flow([role, *(meter.place(grow=1) for meter in trust), people], gap=24),
            Label(asked, "strong").place(key="asked"),
        ],
        pad=(16, 10),
        gap=6,
    )


def _trust(name: str, points: int, hint: str) -> Meter:
    shown = _("{points} of {most}").format(points=points, most=MOST_TRUST)
    meter = Meter(name, points, 0, MOST_TRUST, shown=shown, tone="link")
    return meter.place(hint=hint, limits=Limits(min_w=150))


def _many(people: int) -> str:
    return f"{people:,}".replace(",", "\u2009")


def _freed(scenario: Scenario, freed: object) -> str:
    text = _("{n} freed since the talks began").format(n=_many(int(str(freed))))
    if scenario.people is not None and scenario.people.low != scenario.people.high:
        band = _("at the start {low} to {high} by source").format(
            low=scenario.people.low, high=scenario.people.high
        )
        return f"{text}; {band}"
    return text
