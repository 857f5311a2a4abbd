"""The strip on top: who one is, when it is, what is asked, and the numbers that are always in sight."""

from __future__ import annotations

from game.foundation.texts import _, ngettext
from game.narration.asks import asked_line, speeches_left
from game.rules.happenings import What
from game.rules.state import Phase, State
from game.rules.tables import NONE
from game.ui.digits import many
from game.ui.layout import Fold, Lines, Loose
from game.ui.playing import SEAT_TONES, Playing
from game.ui.table import sums
from game.ui.table.number import Number
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label
from game.ui.widgets.meter import Meter
from game.ui.widgets.panel import Panel

MOST_TRUST = 15


def strip(playing: Playing) -> Widget:
    """Role, turn, what is asked; trust in both directions; people held and freed."""
    asked = Label(asked_now(playing), "strong").place(key="asked")
    lines = Lines([asked, *_speeches(playing)], gap=0).place(grow=1, limits=Limits(min_w=276))
    who = Loose([_role(playing), lines], gap=24).place(grow=3)
    numbers = Loose([*_trusts(playing), *_people(playing)], gap=16).place(grow=2)
    return Panel("", [Fold([who, numbers], gap=24, below=6, when_low=True)], pad=(16, 8))


def asked_now(playing: Playing) -> str:
    """The one line that says what is asked; what is owed or offered stands in the panels below."""
    match, seat = playing.match, playing.viewer
    if match.phase is Phase.HONOUR and playing.mine():
        return _("Something you promised is due. Do it, put it off, or break your word?")
    if match.phase is Phase.TALK and playing.mine():
        if int(match.observe(seat).state.offer[0, 1 - seat, 0]) == NONE:
            return _("Make an offer, or pass.")
        return _("Accept their offer, answer or pass.")
    return asked_line(playing.opened.words, match.brief(seat).tables, match.observe(seat))


def _speeches(playing: Playing) -> list[Widget]:
    """How often the viewer may still speak this turn."""
    if playing.match.phase is not Phase.TALK:
        return []
    tables, seen = playing.match.brief(playing.viewer).tables, playing.match.observe(playing.viewer)
    left = speeches_left(tables, seen)
    text = ngettext("You may speak {n} time this turn.", "You may speak {n} times this turn.", left)
    return [Label(text.format(n=left), tone="muted")]


def _role(playing: Playing) -> Widget:
    words, seat = playing.opened.words, playing.viewer
    turn = min(playing.match.moment.turn, len(words.turns) - 1)
    when = _("{date}, turn {turn} of {turns}").format(
        date=words.date(turn), turn=turn + 1, turns=len(words.turns)
    )
    title = Label(words.seats[seat].title, "strong", SEAT_TONES[seat], shape="auto")
    return Lines([title, Label(when, tone="muted")], gap=0)


def _trusts(playing: Playing) -> list[Widget]:
    state, seat = playing.match.observe(playing.viewer).state, playing.viewer
    return [
        _trust(playing, state, seat, _("You trust them"), "trust mine"),
        _trust(playing, state, 1 - seat, _("They trust you"), "trust theirs"),
    ]


def _trust(playing: Playing, state: State, seat: int, name: str, key: str) -> Widget:
    points = int(state.trust[0, seat])
    change = _lately(playing, seat)
    meter = Meter(
        name,
        points,
        0,
        MOST_TRUST,
        change=change or None,
        rising_is="good",
        shown=_("{n} of {most}").format(n=points, most=MOST_TRUST),
    )
    why = lambda: sums.of_trust(playing, seat, name)  # noqa: E731 - it is handed on
    return meter.place(key=key, why=why, grow=1, limits=Limits(min_w=212))


def _lately(playing: Playing, seat: int) -> int:
    """How a seat's trust has changed since the turn before began."""
    turn = playing.match.moment.turn
    return sum(
        happening.amount
        for happening in playing.match.happenings(playing.viewer)
        if happening.what is What.TRUST and happening.seat == seat and happening.turn >= turn - 1
    )


def _people(playing: Playing) -> list[Widget]:
    """Those held and freed, where the scenario has a release issue."""
    if playing.match.brief(playing.viewer).tables.issues.people == NONE:
        return []
    state = playing.match.observe(playing.viewer).state
    held = _("{n} held").format(n=many(int(state.held[0])))
    freed = _("{n} freed so far").format(n=many(int(state.freed[0])))
    why = lambda: sums.of_people(playing, state)  # noqa: E731 - it is handed on
    return [
        Lines([Number(held, "strong").place(key="held", why=why), Label(freed, tone="muted")], gap=0).place(
            limits=Limits(min_w=126)
        )
    ]
