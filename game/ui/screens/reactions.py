"""What changed since the player last looked: in numbers, and as chains of what led to what."""

from __future__ import annotations

from game.foundation.texts import _
from game.rules.happenings import Happening, What
from game.rules.tables import NONE
from game.ui.chain import Link, Step, chain, sentence_of_votes
from game.ui.charts.stocks import Stocks, Stream
from game.ui.digits import many, signed
from game.ui.flow import Words
from game.ui.journey import show_seat
from game.ui.layout import Column, Fold, Row
from game.ui.marked import marked
from game.ui.playing import Playing
from game.ui.screen import Screen
from game.ui.screens.parts import GamePage, page, pause_button
from game.ui.table import sums
from game.ui.table.standing import narrator
from game.ui.table.strip import MOST_TRUST
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.branches import Branches
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.meter import Meter
from game.ui.widgets.panel import Panel
from game.ui.widgets.strength import Strength

COMPARED = 10  # the longest bar of people stands for a tenth of those held at the start, or for more
SMALL_TALK = frozenset({What.OFFERED, What.HELD, What.TURN})


def has_news(playing: Playing) -> bool:
    """Whether something happened that deserves a page of its own; what does not is in the log."""
    viewer = playing.viewer
    fresh = playing.match.happenings(viewer)[playing.told[viewer] :]
    telling = narrator(playing)
    if any(h.what not in SMALL_TALK and h.seat != viewer and telling.sentence(h) for h in fresh):
        return True
    playing.told[viewer] = len(playing.match.happenings(viewer))
    return False


class Reactions(GamePage):
    """What is different now, and beside it who reacted to what, how strongly, and what came of it."""

    title = "What followed"
    pauses = True

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing

    def for_everybody(self) -> Screen:
        """What everybody may see of the game now."""
        from game.ui.screens.everybody import ForEverybody

        return ForEverybody(self._playing)

    def build(self) -> Widget:
        """The numbers first, then turn by turn what led to them."""
        playing, viewer = self._playing, self._playing.viewer
        known, told = playing.match.happenings(viewer), playing.told[viewer]
        before, fresh = known[:told], known[told:]
        links = chain(narrator(playing), before, fresh)
        counted = [abs(s.amount) for link in links for s in link.steps if s.measured == "people"]
        # Against the same number on every page, as long as that is large enough: bars can then be compared.
        most = max(1, int(playing.match.brief(viewer).tables.held_start) // COMPARED, *counted)
        chains = Column([self._turn(link, most) for link in links], gap=12)
        changes = self._changes(fresh, [step for link in links for step in link.steps])
        body = Fold(
            [
                changes.place(grow=2, limits=Limits(min_w=330), align="start"),
                chains.place(grow=5, limits=Limits(min_w=440)),
            ],
            gap=12,
        )
        go = Button(_("Go on"), self._go, "primary").place(key="go")
        under = _("As {seat} learns of it").format(seat=playing.opened.words.seats[viewer].title)
        return page(_("What followed"), under, body, [go, pause_button(self)], 1240)

    # in numbers

    def _changes(self, fresh: tuple[Happening, ...], steps: list[Step]) -> Widget:
        """People, trust and the viewer's own ratifiers, as they are now and as they were."""
        parts = [*self._people(fresh), *self._trust(fresh), *self._at_home(steps)]
        return Panel(_("What is different now"), [Column(parts, gap=14)])

    def _people(self, fresh: tuple[Happening, ...]) -> list[Widget]:
        playing = self._playing
        if playing.match.brief(playing.viewer).tables.issues.people == NONE:
            return []
        held = int(playing.match.observe(playing.viewer).state.held[0])
        new = sum(h.amount for h in fresh if h.what is What.ARRESTED)
        served = sum(max(0, h.index) for h in fresh if h.what is What.ARRESTED)
        freed = sum(h.amount for h in fresh if h.what is What.FREED)
        gone = [
            Stream(_("released"), freed, f"−{many(freed)}", "good"),
            Stream(_("sentence served"), served, f"−{many(served)}", "muted"),
        ]
        if not (new or freed or served):
            return [Label(_("{n} held, as before").format(n=many(held)), "strong")]
        came = [Stream(_("newly arrested"), new, f"+{many(new)}", "bad")]
        gone = [stream for stream in gone if stream.amount]
        note = _("before: {n}").format(n=many(held - new + served + freed))
        chart = Stocks(_("held now"), many(held), came if new else [], gone, note=note)
        return [chart.place(key="people")]

    def _trust(self, fresh: tuple[Happening, ...]) -> list[Widget]:
        playing, viewer = self._playing, self._playing.viewer
        state = playing.match.observe(viewer).state
        meters: list[Widget] = []
        for seat, name in ((viewer, _("You trust them")), (1 - viewer, _("They trust you"))):
            change = sum(h.amount for h in fresh if h.what is What.TRUST and h.seat == seat)
            points = int(state.trust[0, seat])
            shown = _("{n} of {most}").format(n=points, most=MOST_TRUST)
            meter = Meter(name, points, 0, MOST_TRUST, change=change, rising_is="good", shown=shown)
            why = lambda seat=seat, name=name: sums.of_trust(playing, seat, name)  # noqa: E731
            meters.append(meter.place(key=f"trust {seat}", why=why))
        return meters

    def _at_home(self, steps: list[Step]) -> list[Widget]:
        """How the viewer's own ratifiers voted last, and who of them has changed sides."""
        votes = next((step.votes for step in reversed(steps) if step.votes), ())
        if not votes:
            return []
        lines: list[Widget] = [Label(_("The last vote at home"), "strong")]
        for name, yes, turned in votes:
            text = _("{name}: yes") if yes else _("{name}: no")
            said = text.format(name=name)
            if turned:
                said = _("{vote}, otherwise than before").format(vote=said)
            lines.append(marked(said, "good" if yes else "bad"))
        return [Column(lines, gap=4)]

    # as chains

    def _turn(self, link: Link, most: int) -> Widget:
        lines = [(step.depth, self._line(step, most)) for step in link.steps]
        return Panel(self._playing.opened.words.date(link.turn), [Branches(lines)])

    def _line(self, step: Step, most: int) -> Widget:
        if step.votes:
            return self._votes(step)
        text = marked(step.told.text, step.told.tone, step.told.shape)
        if step.measured == "none" or not step.amount:
            return text
        trust = step.measured == "trust"
        shown = signed(step.amount) if trust else many(step.amount)
        full = MOST_TRUST if trust else most
        strength = Strength(step.amount, full, shown, step.told.tone, both_ways=trust)
        return Row([text.place(grow=1), strength], gap=12)

    def _votes(self, step: Step) -> Label:
        words = [Words(sentence_of_votes(step.votes), tone="plain")]
        for name, yes, turned in step.votes:
            text = _("✓\u00a0{name}") if yes else _("✗\u00a0{name}")
            words.append(Words("  " + text.format(name=name), tone="good" if yes else "bad"))
            if turned:
                words.append(Words(" " + _("(otherwise than before)"), tone="muted"))
        return Label(tuple(words), tone=step.told.tone, shape="auto")

    def first_focus(self) -> str:
        """The way on."""
        return "go"

    def _go(self) -> None:
        playing = self._playing
        playing.told[playing.viewer] = len(playing.match.happenings(playing.viewer))
        show_seat(self.app, playing, playing.viewer)
