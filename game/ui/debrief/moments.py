"""A moment of a finished game as marks, as a map and in words."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.deal_map import Pair
from game.narration.debrief import Finished, Tabled
from game.narration.log import Narrator
from game.narration.offers import half_items, nothing
from game.narration.replay import NEWS, Moment, Offer, followed, title_of, would_have
from game.narration.telling import fate_in_words
from game.rules.actions import Kind
from game.rules.state import Phase
from game.ui.charts.scatter import Dot, Landmark, Names, Scatter, Space
from game.ui.charts.timeline import Lane
from game.ui.charts.timeline import Moment as TimeMark
from game.ui.debrief.wording import sentence, typeset
from game.ui.debrief.worths import worths
from game.ui.digits import worth
from game.ui.flow import Words
from game.ui.marked import marked
from game.ui.playing import SEAT_TONES
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label

MICRO = 1_000_000
LANES: tuple[Lane, Lane] = ("mine", "theirs")


def marks_of(done: Finished) -> list[TimeMark]:
    """Every offer above and below the line, news on it; each stands for the number of its moment."""
    marks: list[TimeMark] = []
    narrator = Narrator(done.words, done.tables, debrief=True)
    for number, ply in enumerate(done.course.plies):
        turn = ply.before.clock.turn
        if int(ply.action.kind[0]) == Kind.OFFER:
            marks.append(TimeMark(turn, LANES[ply.seat], title_of(done, number), number))
        for happening in ply.happenings:
            if happening.what in NEWS:
                said = f"{done.words.date(happening.turn)}: {narrator.sentence(happening)}"
                marks.append(TimeMark(happening.turn, "news", said, number))
    return marks


def empty_map(done: Finished, ranges: tuple[Pair, Pair]) -> Scatter:
    """The map of a moment, before one is shown."""
    first, second = (seat.title for seat in done.words.seats)
    names = Names(
        _("gain of: {seat}").format(seat=first),
        _("gain of: {seat}").format(seat=second),
        _("walk away"),
        _("now"),
    )
    across, up = ((low / MICRO, high / MICRO) for low, high in ranges)
    chart = Scatter(names, across, up, tones=SEAT_TONES)
    return chart.place(key="map", name=_("What was possible then"), limits=Limits(want_h=330, min_h=200))


def space_of(done: Finished, now: Moment, ranges: tuple[Pair, Pair]) -> Space:
    """The map of a moment: offers up to it, the frontier then, and what both would have taken."""
    clock = now.ply.before.clock
    said = [tabled for tabled in done.told.tabled if (tabled.turn, tabled.slot) < (clock.turn, clock.slot)]
    paths = [tuple(_dot(done, tabled) for tabled in said if tabled.seat == seat) for seat in (0, 1)]
    made = now.made
    landmarks = []
    found = now.found
    if found.best is not None and clock.phase is Phase.TALK:
        one, two = found.frontier.gains[found.best].tolist()
        landmarks.append(Landmark(_("both would take"), one / MICRO, two / MICRO, "star", "third"))
    draft = None
    if made is not None and made.seat == 0:
        draft = _dot(done, made)
    elif made is not None:
        paths[1] = (*paths[1], _dot(done, made))
        landmarks.append(
            Landmark(_("now"), made.gains[0] / MICRO, made.gains[1] / MICRO, "diamond", SEAT_TONES[1])
        )
    near = tuple(
        (one / MICRO, two / MICRO)
        for one, two in found.frontier.gains.tolist()
        if all(low <= value <= high for value, (low, high) in zip((one, two), ranges, strict=True))
    )
    return Space(
        paths[0], paths[1], draft=draft, frontier=near, landmarks=tuple(landmarks), walk_x=0.0, walk_y=0.0
    )


def _dot(done: Finished, tabled: Tabled) -> Dot:
    said = f"{done.words.date(tabled.turn)}: {worth(tabled.gains[0])} | {worth(tabled.gains[1])}"
    return Dot(tabled.gains[0] / MICRO, tabled.gains[1] / MICRO, 0, said, (tabled.turn, tabled.slot))


def words_of(done: Finished, now: Moment) -> list[Widget]:
    """A moment in words: what was done, what it was worth, what lay there, what would have been taken."""
    lines: list[Widget] = [
        Label(title_of(done, now.number), "heading", SEAT_TONES[now.ply.seat], shape="auto")
    ]
    if now.made is not None:
        lines += _offer(done, now, now.made.seat, now.made.offer, now.made.gains)
        lines.append(Label(sentence(fate_in_words(done, now.made)), tone="muted"))
    for standing in now.standing:
        head = _("On the table from {seat}").format(seat=done.words.seats[standing.seat].title)
        lines.append(Label(head, "strong", SEAT_TONES[standing.seat], shape="auto"))
        lines += _offer(done, now, standing.seat, standing.offer, standing.gains)
    lines.append(Label(_("What would have been accepted"), "strong"))
    if now.ply.before.clock.phase is Phase.TALK:
        lines += [Label(typeset(text)) for text in would_have(done, now.found)]
    else:
        lines.append(
            Label(_("The talks of this turn were over: what was owed had to be done."), tone="muted")
        )
    after = followed(done, now.number)
    if after:
        lines.append(Label(_("What came of it"), "strong"))
        lines += [marked(typeset(text), "plain", "bar") for text in after]
    return lines


def _offer(done: Finished, now: Moment, seat: int, offer: Offer, gains: tuple[int, int]) -> list[Widget]:
    """An offer in words, and its worth to both with the sum behind each number."""
    lines: list[Widget] = []
    for owner in (0, 1):
        items = half_items(done.words, done.tables, owner, offer)
        given = "; ".join(f"{issue}: {level}" for issue, level in items) or nothing()
        giver = Words(_("{seat} gives: ").format(seat=done.words.seats[owner].title), tone="muted")
        lines.append(Label((giver, Words(given, tone="plain")), tone=SEAT_TONES[owner], shape="auto"))
    lines.append(Label(done.words.plans[offer[2]].title, tone="muted"))
    return [*lines, *worths(done, now.ply, offer, gains, f"worth {seat}")]
