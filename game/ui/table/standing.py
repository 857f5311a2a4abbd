"""What lies on the table: the two standing offers in words, what was said and happened, and the mandate."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.log import Line, Narrator
from game.narration.offers import half_items, nothing
from game.rules.conditions import holds
from game.rules.happenings import What
from game.ui.charts.timeline import Lane, Moment, Timeline
from game.ui.layout import Column
from game.ui.playing import SEAT_TONES, Playing
from game.ui.table.drafting import Drafting, Offer
from game.ui.theme import ToneName
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.ui.widgets.log import Entry, Log
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll import Scroll

MARKED_NEWS = frozenset({What.EVENT, What.RATIFIED, What.REFUSED, What.FREED, What.BREACHED})


def narrator(playing: Playing) -> Narrator:
    """Tells the viewer what happened."""
    return Narrator(playing.opened.words, playing.match.brief(playing.viewer).tables, playing.viewer)


def entry(playing: Playing, line: Line) -> Entry:
    """A sentence as an entry of the log."""
    words = playing.opened.words
    date = words.date(line.turn)
    if line.seat < 0 or line.topic in {"news", "people", "trust", "time", "end"}:
        return Entry(_("News"), line.text, "news", date)
    head = _("You") if line.seat == playing.viewer else words.seats[line.seat].title
    return Entry(head, line.text, SEAT_TONES[line.seat], date)


def log(playing: Playing) -> Log:
    """Everything the viewer knows of, oldest first."""
    told = narrator(playing).lines(playing.match.happenings(playing.viewer))
    return Log([entry(playing, line) for line in told]).place(key="log", name=_("What was said and done"))


def mandate(playing: Playing) -> Widget:
    """What the seat was sent to reach, each with whether it holds now."""
    seat, scenario = playing.viewer, playing.opened.scenario
    tables, state = playing.match.brief(seat).tables, playing.match.observe(seat).state
    lines: list[Widget] = []
    for wish, condition in zip(scenario.seats[seat].mandate, tables.sides[seat].mandate, strict=True):
        met = bool(holds(tables, state, condition)[0])
        tone: ToneName = "good" if met else "muted"
        lines.append(Label(wish.text, tone=tone, shape="tick" if met else "ring"))
    red = scenario.seats[seat].brief.must_not
    lines += [Label(_("Not: {line}").format(line=line), tone="bad", shape="auto") for line in red]
    return Panel(
        _("Your mandate"), [Scroll(Column(lines, gap=6))], aside=_("private"), aside_tone=SEAT_TONES[seat]
    )


def offers(playing: Playing, drafting: Drafting) -> Widget:
    """Their last offer and yours, each in words."""
    seat = drafting.seat
    body = Column(
        [
            *_offer(playing, _("Their offer stands"), drafting.standing_offer(1 - seat), 1 - seat),
            *_offer(playing, _("Your offer stands"), drafting.standing_offer(seat), seat),
        ],
        gap=6,
    )
    return Scroll(body)


def _offer(playing: Playing, title: str, offer: Offer | None, seat: int) -> list[Widget]:
    if offer is None:
        none = (
            _("They have no offer on the table.")
            if seat != playing.viewer
            else _("You have no offer on the table.")
        )
        return [Label(none, tone="muted", shape="ring")]
    words, tables = playing.opened.words, playing.match.brief(playing.viewer).tables
    lines: list[Widget] = [Label(title, "strong", SEAT_TONES[seat], shape="auto")]
    for owner, start in ((playing.viewer, _("you give: ")), (1 - playing.viewer, _("you get: "))):
        items = half_items(words, tables, owner, offer)
        said = ", ".join(f"{issue}: {level}" for issue, level in items) if items else nothing()
        lines.append(Label(start + said))
    lines.append(Label(words.plans[offer[2]].title, tone="muted"))
    return lines


def timeline(playing: Playing) -> Timeline:
    """Offers above and below the line, news on it."""
    words, viewer = playing.opened.words, playing.viewer
    teller = narrator(playing)
    moments = []
    for n, happening in enumerate(playing.match.happenings(viewer)):
        lane: Lane = "news"
        if happening.what is What.OFFERED:
            lane = "mine" if happening.seat == viewer else "theirs"
        elif happening.what not in MARKED_NEWS:
            continue
        said = f"{words.date(happening.turn)}: {teller.sentence(happening)}"
        moments.append(Moment(happening.turn, lane, said, n))
    now = playing.match.moment.turn
    tones = (SEAT_TONES[viewer], SEAT_TONES[1 - viewer])
    return Timeline(words.turns, now, moments, tones=tones).place(key="turns", name=_("What happened when"))
