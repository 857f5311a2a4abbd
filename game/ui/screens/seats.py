"""Who sits where: the player's seat, and what plays the other."""

from __future__ import annotations

from game.foundation.texts import _
from game.match.library import Opened
from game.ui.layout import Column, Fold
from game.ui.playing import SEAT_TONES, Playing, begin
from game.ui.screens.parts import GamePage, back_button, bullets, page, report
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.entry import Entry
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

OPPONENTS = ("conceder", "linear", "boulware", "micro")
USUAL = OPPONENTS.index("boulware")
MOST_SEED = 2**63


def opponent_names() -> tuple[str, ...]:
    """The computer players in words, in the order of OPPONENTS."""
    return (
        _("gives way early"),
        _("gives way evenly"),
        _("gives way late"),
        _("answers each new offer with one of its own"),
    )


def about_opponents() -> tuple[str, ...]:
    """What to expect of each."""
    return (
        _("The easiest to agree with: it moves towards you from the first turn (conceder)."),
        _("It moves a little every turn (linear)."),
        _("It holds out and moves when time runs short (boulware)."),
        _("It offers something new only when you do (MiCRO)."),
    )


class Seats(GamePage):
    """Seat, opponent, and if wanted the number that makes the same game again."""

    title = "Seats"

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._opened = opened

    def build(self) -> Widget:
        """Three questions and a button."""
        titles = [seat.title for seat in self._opened.words.seats]
        self._seat = Choice(
            "", (*titles, _("two persons here")), changed=self._seat_chosen, look="side by side"
        ).place(key="seat", name=_("Your seat"))
        self._about = Column([], gap=8)
        self._opponent = Choice("", opponent_names(), USUAL, changed=self._opponent_chosen).place(
            key="opponent", name=_("The computer on the other seat")
        )
        self._style = Label(about_opponents()[USUAL], tone="muted")
        self._other = Panel(_("The computer on the other seat"), [self._opponent, self._style])
        hint = _("The same number brings the same chance events again.")
        self._seed = Entry("", empty=_("leave it empty for a new game"), most=19).place(
            key="seed", name=_("Number of the game")
        )
        number = Panel(_("Number of the game"), [self._seed, Label(hint, tone="muted")])
        seat = Panel(_("Your seat"), [self._seat, self._about]).place(grow=1, limits=Limits(min_w=400))
        rest = Column([self._other, number], gap=12).place(grow=1, limits=Limits(min_w=300))
        self._seat_chosen(0)
        start = Button(_("Go on"), self._start, "primary").place(key="start")
        body = Fold([seat, rest], gap=12)
        title = self._opened.words.scenario.title
        return page(_("Who sits where?"), title, body, [start, back_button(self)], 1100)

    def first_focus(self) -> str:
        """The seat."""
        return "seat"

    def _seat_chosen(self, choice: int) -> None:
        if choice > 1:
            text = _("You pass the computer to each other; a curtain hides what is not yours.")
            self._about.fill([Label(text)])
        else:
            brief = self._opened.scenario.seats[choice].brief
            self._about.fill(
                [
                    Label(_("It wants"), "strong"),
                    bullets(brief.want, SEAT_TONES[choice]),
                    Label(_("It can give"), "strong"),
                    bullets(brief.can_give, SEAT_TONES[choice]),
                ]
            )
        self._other.show(choice <= 1)

    def _opponent_chosen(self, choice: int) -> None:
        self._style.set(about_opponents()[choice])

    def _start(self) -> None:
        from game.ui.screens.brief import ContentNote

        playing = self._new_game()
        if playing is not None:
            self.app.push(ContentNote(playing))

    def _new_game(self) -> Playing | None:
        text = self._seed.text.strip()
        if text and not (text.isascii() and text.isdigit() and int(text) < MOST_SEED):
            message = _("A whole number from 0 to {most} is expected, or nothing. There stands: {text}")
            report(
                self,
                _("This is not a number of a game"),
                message.format(most=MOST_SEED - 1, text=text),
            )
            return None
        seat = self._seat.chosen if self._seat.chosen < 2 else None
        return begin(self._opened, seat, OPPONENTS[self._opponent.chosen], int(text) if text else None)
