"""How a game came out, dimension by dimension: people, seats, third parties. There is no single score."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.debrief import Debrief
from game.narration.figures import share, utils
from game.rules.tables import NONE
from game.ui.charts.bars import Bar, Bars
from game.ui.charts.stocks import Stocks, Stream
from game.ui.layout import Column
from game.ui.playing import SEAT_TONES, Playing
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

MICRO = 1_000_000


def people(playing: Playing, told: Debrief) -> Widget:
    """Those held, who was added, who left."""
    result, scenario = told.outcome, playing.opened.scenario
    freed, exiled = int(result.freed[0]), int(result.exiled[0])
    arrested, served = int(result.arrested[0]), int(result.served[0])
    if playing.opened.tables.issues.people == NONE or scenario.people is None:
        return Panel(_("People"), [Label(_("Nobody is held in this scenario."))])
    note = _("{change} since the start").format(change=f"{int(result.held_change[0]):+d}")
    chart = Stocks(
        _("held at the end"),
        f"{int(result.held[0])}",
        [Stream(_("newly arrested"), arrested, f"+{arrested}", "bad")],
        [
            Stream(_("released"), freed, f"−{freed}", "good"),
            Stream(_("served their term"), served, f"−{served}"),
        ],
        note=note,
    )
    lines: list[Widget] = [chart.place(key="stock")]
    expelled = _("{exiled} of the {freed} released had to leave the country.").format(
        exiled=exiled, freed=freed
    )
    if freed:
        lines.append(Label(expelled, tone="bad" if exiled else "good", shape="auto"))
    source = _("{n} were held at the start; sources range from {low} to {high}.")
    held = scenario.people
    lines.append(Label(source.format(n=held.held, low=held.low, high=held.high), tone="muted"))
    return Panel(_("People"), lines)


def seat(playing: Playing, told: Debrief, number: int) -> Widget:
    """What a seat did, what it has left, and its mandate."""
    result, words = told.outcome, playing.opened.words
    kept = _(
        "Kept its word {n} times, put it off {late}, broke it {broken}; took measures back {back}."
    ).format(
        n=int(result.honoured[0, number]),
        late=int(result.delayed[0, number]),
        broken=int(result.breached[0, number]),
        back=int(result.snapped[0, number]),
    )
    left = _("Leverage left: {share}").format(share=share(int(result.leverage_left[0, number])))
    lines: list[Widget] = [Label(kept), Label(left)]
    wishes = playing.opened.scenario.seats[number].mandate
    for wish, met in zip(wishes, result.mandate[number][0].tolist(), strict=True):
        lines.append(Label(wish.text, tone="good" if met else "bad", shape="auto"))
    title = words.seats[number].title
    return Panel(title, [Column(lines, gap=6)], aside=_("mandate"), aside_tone=SEAT_TONES[number])


def third_parties(playing: Playing, told: Debrief) -> Widget:
    """How the world changed for everybody, a month."""
    change = told.outcome.change[0]
    names = playing.opened.words.actors
    bars = [
        Bar(entry.title, int(change[a]) / MICRO, utils(int(change[a])), "good" if change[a] >= 0 else "bad")
        for a, entry in enumerate(names)
    ]
    most = max([abs(bar.value) for bar in bars] + [0.001])
    chart = Bars(bars, -most, most).place(key="third parties")
    note = Label(_("Utils a month against the start, by the scenario's assumed weights."), tone="muted")
    return Panel(_("Who gained and who lost"), [chart, note])


def agreements(playing: Playing, told: Debrief) -> Widget:
    """How many agreements, and how they lasted."""
    result, words = told.outcome, playing.opened.words
    number = int(result.agreements[0])
    lines: list[Widget] = []
    if number:
        first = _("The first, in {date}, was to free {n} people.").format(
            date=words.date(int(result.first_turn[0])), n=int(result.first_people[0])
        )
        lines += [Label(first), Label(_("Agreements in all: {n}").format(n=number))]
        lasting = _("Durability of what was agreed: {share}").format(share=share(int(result.durability[0])))
        lines.append(Label(lasting))
    else:
        lines.append(
            Label(_("No agreement. That can be defended: look at what each side would have had to give."))
        )
    if int(result.revoked[0]):
        lines.append(
            Label(_("Relief was revoked {n} times by the capital.").format(n=int(result.revoked[0])))
        )
    return Panel(_("Agreements"), lines).place(limits=Limits(min_h=80))
