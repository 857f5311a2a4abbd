"""What lies on the table and around it: offers in words, what is in force, the mandate, what was said."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.foundation.texts import _, ngettext
from game.information.observe import Observation
from game.narration.caution import caution_line
from game.narration.log import Line, Narrator
from game.narration.monitoring import monitor_says
from game.narration.offers import half_items, nothing
from game.rules.conditions import holds
from game.rules.happenings import What
from game.rules.tables import NONE
from game.ui.charts.timeline import Lane, Moment, Timeline
from game.ui.digits import many
from game.ui.flow import Words as Stretch
from game.ui.layout import Column
from game.ui.marked import given_line, marked
from game.ui.playing import SEAT_TONES, Playing
from game.ui.table.drafting import Drafting, Offer
from game.ui.theme import ToneName
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.log import Entry, Log
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


def log(playing: Playing) -> Widget:
    """What happened when as a picture, and everything the viewer knows of, oldest first."""
    told = narrator(playing).lines(playing.match.happenings(playing.viewer))
    entries = [entry(playing, line) for line in told if line.topic != "time"]
    words = Log(entries).place(key="log", name=_("What was said and done"))
    return Column([timeline(playing), words], gap=8)


def mandate(playing: Playing, read_brief: Callable[[], None]) -> Widget:
    """What the seat was sent to reach, and whether it holds now; its red lines; the way to the brief."""
    seat, scenario = playing.viewer, playing.opened.scenario
    tables, state = playing.match.brief(seat).tables, playing.match.observe(seat).state
    lines: list[Widget] = [Label(_("You were sent to reach"), "strong")]
    for wish, condition in zip(scenario.seats[seat].mandate, tables.sides[seat].mandate, strict=True):
        met = bool(holds(tables, state, condition)[0])
        text = _("{wish} (holds now)").format(wish=wish.text) if met else wish.text
        lines.append(marked(text, "good" if met else "muted", "tick" if met else "ring"))
    lines.append(Label(_("You must not"), "strong"))
    lines += [marked(line, "bad") for line in scenario.seats[seat].brief.must_not]
    again = Button(_("Read your brief again"), read_brief).place(key="brief", align="start")
    return Scroll(Column([*lines, again], gap=6, pad=(6, 4)))


def offers(playing: Playing, drafting: Drafting) -> Widget:
    """Their last offer and yours, each in words."""
    seat = drafting.seat
    body = Column(
        [
            *_offer(playing, _("Their offer stands"), drafting.standing_offer(1 - seat), 1 - seat),
            *_offer(playing, _("Your offer stands"), drafting.standing_offer(seat), seat),
        ],
        gap=6,
        pad=(6, 4),
    )
    return Scroll(body)


def _offer(playing: Playing, title: str, offer: Offer | None, seat: int) -> list[Widget]:
    tone = SEAT_TONES[seat]
    if offer is None:
        mine = seat == playing.viewer
        none = _("You have no offer on the table.") if mine else _("They have no offer on the table.")
        return [Label(none, tone="muted", shape="ring")]
    words, tables = playing.opened.words, playing.match.brief(playing.viewer).tables
    lines: list[Widget] = [Label(title, "strong", tone, shape="auto")]
    for owner, start in ((playing.viewer, _("You give")), (1 - playing.viewer, _("You get"))):
        items = half_items(words, tables, owner, offer) or [("", nothing())]
        lines.append(Label(start, tone="muted"))
        lines += [given_line(issue, level) for issue, level in items]
    return [*lines, Label(words.plans[offer[2]].title, tone="muted")]


def world(playing: Playing) -> Widget:
    """What is in force, how things stand around the table, and what the model does not claim."""
    caution = Label(caution_line(playing.opened.scenario), tone="muted")
    return Scroll(Column([*world_lines(playing), caution], gap=6, pad=(6, 4)))


def world_lines(playing: Playing) -> list[Widget]:
    """What was agreed and is in force, and how things stand around the table: everybody may know it."""
    seen = playing.match.observe(playing.viewer)
    owner = playing.match.brief(playing.viewer).tables.issues.owner
    given = [n for n in np.flatnonzero(owner != NONE).tolist() if _shows(playing, seen, n)]
    around = np.flatnonzero(owner == NONE).tolist()
    lines: list[Widget] = [Label(_("In force"), "strong")]
    lines += [_measure(playing, seen, n, SEAT_TONES[int(owner[n])]) for n in given]
    if not given:
        lines.append(Label(_("Nothing that was agreed is in force."), tone="muted", shape="ring"))
    if around:
        lines.append(Label(_("Around the table"), "strong"))
        lines += [_measure(playing, seen, n, "news") for n in around]
    count = monitor_says(playing.match.brief(playing.viewer).tables, seen.state)
    if count is not None:
        gone = int(seen.state.freed[0])
        freed = ngettext("{n} person freed: {count}", "{n} people freed: {count}", gone).format(
            n=many(gone), count=count
        )
        lines += [Label(_("Two counts"), "strong"), Label(freed)]
    return lines


def _shows(playing: Playing, seen: Observation, issue: int) -> bool:
    """Whether something is in force or announced; people freed are counted elsewhere."""
    if issue == playing.match.brief(playing.viewer).tables.issues.people:
        return False
    return int(seen.state.level[0, issue]) > 0 or int(seen.state.enacting[0, issue]) > 0


def _measure(playing: Playing, seen: Observation, issue: int, tone: ToneName) -> Label:
    words, found = playing.opened.words, playing.opened.words.issues[issue]
    level, enacting = int(seen.state.level[0, issue]), int(seen.state.enacting[0, issue])
    expires = int(seen.state.expires[0, issue])
    text = found.levels[level].title
    if level and expires < len(words.turns):
        text += _(" (lapses in {date})").format(date=words.date(expires))
    if enacting > 0:
        text += _(" (announced, not yet law: {level})").format(level=found.levels[enacting].title)
    name = Stretch(f"{found.title}: ", tone="muted")
    return Label((name, Stretch(text, tone="plain")), tone=tone, shape="auto")


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
    return Timeline(words.short_turns, now, moments, tones=tones).place(
        key="turns", name=_("What happened when")
    )
