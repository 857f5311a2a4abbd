"""Every offer of a finished game as a card: who gave what, what it was really worth, what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from game.foundation.texts import _
from game.narration.course import Ply
from game.narration.debrief import Finished, Tabled
from game.narration.offers import half_items, nothing
from game.narration.telling import fate_in_words
from game.rules.actions import Kind
from game.ui.debrief.wording import sentence
from game.ui.debrief.worths import worths
from game.ui.layout import Column, Fold
from game.ui.marked import given_line, marked
from game.ui.playing import SEAT_TONES
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

COLUMN = 300  # units that what one side gives needs beside the other


def offers(done: Finished) -> list[Widget]:
    """All offers in the order in which they were made."""
    if not done.told.tabled:
        return []
    title = Label(_("The offers, and what they were really worth"), "heading")
    note = Label(_("Worth: utils a month over walking away, as things stood then."), tone="muted")
    return [title, note, *(_card(done, tabled, ply) for tabled, ply in _made(done))]


def _made(done: Finished) -> Iterator[tuple[Tabled, Ply]]:
    plies = [ply for ply in done.course.plies if int(ply.action.kind[0]) == Kind.OFFER]
    return zip(done.told.tabled, plies, strict=True)


def _card(done: Finished, tabled: Tabled, ply: Ply) -> Widget:
    seat, plan = done.words.seats[tabled.seat].title, done.words.plans[tabled.offer[2]].title
    when = _("{date}: {seat} offers").format(date=done.words.date(tabled.turn), seat=seat)
    given = Fold([_given(done, tabled, owner) for owner in (0, 1)], gap=16, below=8)
    became = marked(sentence(fate_in_words(done, tabled)), "good" if tabled.fate == "ratified" else "bad")
    prices = worths(done, ply, tabled.offer, tabled.gains, f"offer {tabled.turn} {tabled.slot}")
    price_row = Fold(
        [number.place(grow=1, limits=Limits(min_w=COLUMN)) for number in prices], gap=16, below=4
    )
    head = Label(when, "strong", SEAT_TONES[tabled.seat], shape="auto")
    return Panel("", [head, given, Label(plan, tone="muted"), price_row, became], ground="raised", gap=8)


def _given(done: Finished, tabled: Tabled, owner: int) -> Widget:
    title = _("{seat} gives").format(seat=done.words.seats[owner].title)
    items = half_items(done.words, done.tables, owner, tabled.offer)
    lines: list[Widget] = [Label(title, tone=SEAT_TONES[owner])]
    lines += [given_line(issue, level) for issue, level in items] or [Label(nothing(), tone="muted")]
    return Column(lines, gap=4).place(grow=1, limits=Limits(min_w=COLUMN))
