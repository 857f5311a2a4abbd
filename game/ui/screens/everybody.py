"""The game as everybody may see it, for the projector: no draft, no mandate, nothing of one seat's own."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.caution import caution_line
from game.narration.log import Narrator
from game.narration.offers import half_items, nothing
from game.rules.happenings import What
from game.rules.tables import NONE
from game.ui.charts.timeline import Lane, Moment, Timeline
from game.ui.digits import many
from game.ui.events import Key
from game.ui.flow import Words
from game.ui.layout import Column, Flow, Fold
from game.ui.marked import marked
from game.ui.playing import SEAT_TONES, Playing
from game.ui.screens.parts import Body, GamePage, heading
from game.ui.table.standing import MARKED_NEWS, world_lines
from game.ui.theme import Shape, ToneName
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page, Panel

LANES: tuple[Lane, Lane] = ("mine", "theirs")


class ForEverybody(GamePage):
    """What lies on the table, what is in force, and what happened when."""

    title = "For everybody"
    pauses = True

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing

    def build(self) -> Widget:
        """Offers and the world side by side, the timeline below."""
        playing = self._playing
        words, match = playing.opened.words, playing.match
        turn = min(match.moment.turn, len(words.turns) - 1)
        date = _("{date}, turn {turn} of {turns}").format(
            date=words.date(turn), turn=turn + 1, turns=len(words.turns)
        )
        panes = Fold(
            [
                Panel(_("On the table"), [self._offers()]).place(grow=3, limits=Limits(min_w=300)),
                Panel(_("How things stand"), [self._standing()]).place(grow=2, limits=Limits(min_w=260)),
            ],
            gap=8,
        )
        back = Button(_("Back to the player's own page"), self._back, icon="eye").place(key="back")
        timeline = Panel("", [_timeline(playing)], pad=(16, 8))
        self._body = Body(Column([panes, timeline], gap=8))
        column = Column([heading(date, self._asked()), self._body, Flow([back])], gap=10, pad=(24, 14))
        return Page([column.place(grow=1)], pad=0)

    def first_focus(self) -> str:
        """The way back."""
        return "back"

    def _asked(self) -> str:
        asked = self._playing.match.asked
        if asked is None:
            return _("The game is over.")
        return _("{seat} decides.").format(seat=self._playing.opened.words.seats[asked].title)

    def _offers(self) -> Widget:
        playing = self._playing
        words, tables = playing.opened.words, playing.opened.tables
        state = playing.match.observe(playing.viewer).state
        lines: list[Widget] = []
        for seat in (0, 1):
            title, tone = words.seats[seat].title, SEAT_TONES[seat]
            offer = tuple(int(part) for part in state.offer[0, seat])
            if offer[0] == NONE:
                none = _("{seat} has no offer on the table.").format(seat=title)
                lines.append(Label(none, tone="muted", shape="ring"))
                continue
            lines.append(Label(_("{seat} offers").format(seat=title), "strong", tone, shape="auto"))
            for owner in (0, 1):
                items = half_items(words, tables, owner, offer)
                given = "; ".join(f"{issue}: {level}" for issue, level in items) or nothing()
                giver = Words(_("{seat} gives: ").format(seat=words.seats[owner].title), tone="muted")
                lines.append(Label((giver, Words(given, tone="plain")), tone=SEAT_TONES[owner], shape="bar"))
            lines.append(Label(words.plans[offer[2]].title, tone="muted"))
        return Column(lines, gap=6)

    def _standing(self) -> Widget:
        playing = self._playing
        words, state = playing.opened.words, playing.match.observe(playing.viewer).state
        lines: list[Widget] = []
        if playing.opened.tables.issues.people != NONE:
            held = _("{n} held, {freed} freed so far")
            said = held.format(n=many(int(state.held[0])), freed=many(int(state.freed[0])))
            lines.append(Label(said, "strong"))
        for seat in (0, 1):
            trust = _("{seat} trusts the other side: {n} of 15").format(
                seat=words.seats[seat].title, n=int(state.trust[0, seat])
            )
            lines.append(marked(trust, SEAT_TONES[seat]))
        return Column([*lines, *world_lines(playing)], gap=6)

    def _back(self) -> None:
        self.app.projector.switch()

    def on_key(self, key: Key) -> bool:
        """Esc goes back as well; paging keys move the page."""
        if self.app.keys.means(key.combo, "dismiss"):
            self._back()
            return True
        return self._body.on_key(key) or super().on_key(key)


def _timeline(playing: Playing) -> Timeline:
    words = playing.opened.words
    teller = Narrator(words, playing.opened.tables, None)
    moments = []
    for number, happening in enumerate(playing.match.happenings(None)):
        if happening.what is not What.OFFERED and happening.what not in MARKED_NEWS:
            continue
        lane: Lane = LANES[happening.seat] if happening.what is What.OFFERED else "news"
        said = f"{words.date(happening.turn)}: {teller.sentence(happening)}"
        moments.append(Moment(happening.turn, lane, said, number))
    chart = Timeline(words.short_turns, playing.match.moment.turn, moments, tones=SEAT_TONES)
    return chart.place(key="turns", name=_("What happened when"))


def marks_and_caution(playing: Playing) -> Widget:
    """What the marks mean, and below what the model does not claim."""
    words = playing.opened.words
    marks: list[tuple[str, ToneName, Shape | None]] = [
        *((seat.title, SEAT_TONES[number], None) for number, seat in enumerate(words.seats)),
        (_("news"), "news", None),
        (_("yes, reached"), "good", "tick"),
        (_("no, not reached"), "bad", "cross"),
    ]
    labels = [Label(text, tone=tone, shape=shape or "auto") for text, tone, shape in marks]
    caution = Label(caution_line(playing.opened.scenario), tone="muted")
    return Panel("", [Flow(labels, gap=24), caution], pad=(24, 6), gap=2)
