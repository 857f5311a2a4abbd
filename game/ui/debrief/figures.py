"""How a game came out, dimension by dimension: people, seats, third parties. There is no single score."""

from __future__ import annotations

from game.foundation.texts import _, ngettext
from game.narration.changes import change_of_the_world
from game.narration.debrief import Debrief, Finished
from game.narration.figures import share
from game.narration.lasting import lasted
from game.narration.monitoring import monitor_says
from game.rules.tables import NONE
from game.ui.charts.bars import Bar, Bars
from game.ui.charts.stocks import Stocks, Stream
from game.ui.digits import MINUS, many, signed, worth
from game.ui.layout import Column
from game.ui.marked import marked
from game.ui.playing import SEAT_TONES, Playing
from game.ui.table import sums
from game.ui.table.number import Number
from game.ui.why import Why
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

MICRO = 1_000_000


def people(playing: Playing, told: Debrief) -> Widget:
    """Those held, who was added, who left."""
    result, scenario = told.outcome, playing.opened.scenario
    freed, exiled = int(result.freed[0]), int(result.exiled[0])
    if playing.opened.tables.issues.people == NONE or scenario.people is None:
        return Panel(_("People"), [Label(_("Nobody is held in this scenario."))])
    lines: list[Widget] = [_stock(playing, told)]
    expelled = ngettext(
        "Of the {freed} person released, {exiled} had to leave the country.",
        "Of the {freed} people released, {exiled} had to leave the country.",
        freed,
    ).format(exiled=many(exiled), freed=many(freed))
    if freed and exiled == freed:
        expelled = ngettext(
            "The {freed} person released had to leave the country.",
            "All {freed} people released had to leave the country.",
            freed,
        ).format(freed=many(freed))
    if freed:
        lines.append(marked(expelled, "bad" if exiled else "good"))
    count = monitor_says(playing.opened.tables, result)
    if count is not None:
        lines.append(Label(_("Freed: {count}").format(count=count), tone="muted"))
    held = scenario.people
    source = _("{n} were held at the start; sources range from {low} to {high}.")
    if held.low != held.high:
        text = source.format(n=many(held.held), low=many(held.low), high=many(held.high))
        lines.append(Label(text, tone="muted"))
    return Panel(_("People"), lines)


def _stock(playing: Playing, told: Debrief) -> Widget:
    result = told.outcome
    freed, served, arrested = int(result.freed[0]), int(result.served[0]), int(result.arrested[0])
    came = _("{n} newly arrested").format(n=many(arrested))
    left = _("{n} released").format(n=many(freed))
    ended = _("{n} whose sentence was served").format(n=many(served))
    chart = Stocks(
        _("held at the end"),
        many(int(result.held[0])),
        [Stream(_("newly arrested"), arrested, signed(arrested), "bad", came)],
        [
            Stream(_("released"), freed, _less(freed), "good", left),
            Stream(_("sentence served"), served, _less(served), said=ended),
        ],
        note=_("{change} since the start").format(change=signed(int(result.held_change[0]))),
    )
    return chart.place(key="stock", why=lambda: sums.of_people(playing, told.final))


def _less(number: int) -> str:
    return f"{MINUS}{many(number)}" if number else "0"


def seat(playing: Playing, told: Debrief, number: int) -> Widget:
    """What a seat did, what it has left, and its mandate."""
    result, words = told.outcome, playing.opened.words
    kept = _("Word kept: {n}. Put off: {late}. Broken: {broken}. Measures taken back: {back}.").format(
        n=int(result.honoured[0, number]),
        late=int(result.delayed[0, number]),
        broken=int(result.breached[0, number]),
        back=int(result.snapped[0, number]),
    )
    left = _("Leverage left: {share}").format(share=share(int(result.leverage_left[0, number])))
    meaning = _("What it could give and has not given, by the weights of the scenario.")
    leverage = Number(left, tone="muted").place(key=f"leverage {number}", hint=meaning)
    lines: list[Widget] = []
    wishes = playing.opened.scenario.seats[number].mandate
    for wish, met in zip(wishes, result.mandate[number][0].tolist(), strict=True):
        lines.append(marked(wish.text, "good" if met else "bad"))
    lines += [Label(kept, tone="muted"), leverage]
    title = words.seats[number].title
    reached = sum(result.mandate[number][0].tolist())
    aside = _("mandate: {n} of {most} reached").format(n=reached, most=len(wishes))
    return Panel(title, [Column(lines, gap=6)], aside=aside, aside_tone=SEAT_TONES[number])


def third_parties(done: Finished) -> Widget:
    """How the world changed for everybody, a month."""
    change = done.told.outcome.change[0]
    names = done.words.actors
    bars = [
        Bar(
            entry.title,
            int(change[a]) / MICRO,
            worth(int(change[a])),
            "good" if change[a] >= 0 else "bad",
            said=entry.title,
            tag=a,
        )
        for a, entry in enumerate(names)
    ]
    most = max([abs(bar.value) for bar in bars] + [0.001])
    chart = Bars(bars, -most, most)
    chart.place(key="third parties", why=lambda: _why_changed(done, _tagged(chart.spot())))
    note = _(
        "Utils a month against the start, by the scenario's assumed weights. "
        "Arrow keys go from bar to bar; each answers why."
    )
    return Panel(_("Who gained and who lost"), [chart, Label(note, tone="muted")])


def _tagged(spot: object) -> int:
    tag = getattr(spot, "tag", None)
    return tag if isinstance(tag, int) else 0


def _why_changed(done: Finished, actor: int) -> Why:
    """The change of the world for an actor, part by part."""
    title = _("{actor}: now against the start").format(actor=done.words.actors[actor].title)
    return sums.of_explanation(title, change_of_the_world(done, actor), _("A month, in utils."))


def agreements(playing: Playing, told: Debrief) -> Widget:
    """How many agreements, and how they lasted."""
    result, words = told.outcome, playing.opened.words
    number = int(result.agreements[0])
    lines: list[Widget] = []
    if number:
        freed = int(result.first_people[0])
        first = ngettext(
            "The first ({date}) was to free {n} person.", "The first ({date}) was to free {n} people.", freed
        )
        first = first if freed else _("The first ({date}) was to free nobody.")
        first = first.format(date=words.date(int(result.first_turn[0])), n=many(freed))
        lines += [Label(_("Agreements in all: {n}").format(n=number)), Label(first)]
        meaning = _(
            "Steps that were done, as a share of those done and broken; "
            "a measure taken back or revoked counts twice."
        )
        lines.append(Number(lasted(result)).place(key="durability", hint=meaning))
    else:
        lines.append(
            Label(_("No agreement. That can be defended: look at what each side would have had to give."))
        )
    if int(result.revoked[0]):
        revoked = ngettext(
            "Relief was revoked once by the capital.",
            "Relief was revoked {n} times by the capital.",
            int(result.revoked[0]),
        )
        lines.append(marked(revoked.format(n=int(result.revoked[0])), "bad"))
    return Panel(_("Agreements"), lines).place(limits=Limits(min_h=80))
