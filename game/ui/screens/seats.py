"""Who sits where: the player's seat, and what plays the other."""

from __future__ import annotations

from game.foundation.texts import _
from game.match.library import Opened
from game.ui.layout import Column
from game.ui.playing import Playing, begin
from game.ui.screen import Screen
from game.ui.screens.parts import back_button, page, report
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.entry import Entry
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

OPPONENTS = ("conceder", "linear", "boulware", "micro")


def opponent_names() -> tuple[str, ...]:
    """The computer players in words, in the order of OPPONENTS."""
    return (
        _("gives way early (conceder)"),
        _("gives way evenly (linear)"),
        _("gives way late (boulware)"),
        _("answers each new offer with one of its own (MiCRO)"),
    )


class Seats(Screen):
    """Seat, opponent, and if wanted the number that makes the same game again."""

    title = "Seats"

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._opened = opened

    def build(self) -> Widget:
        """Three questions and a button."""
        titles = [seat.title for seat in self._opened.words.seats]
        both = _("two persons at this computer")
        self._seat = Choice(_("Your seat"), (*titles, both), changed=self._seat_chosen).place(key="seat")
        self._opponent = Choice(_("The other seat: a computer that"), opponent_names(), 2).place(
            key="opponent"
        )
        hint = _("The same number gives the same chance events; leave it empty for a new game.")
        self._seed = Entry(_("Number of the game"), empty=_("drawn for you"), most=19).place(key="seed")
        self._about = Label(self._in_short(0), tone="plain")
        body = Column(
            [
                Panel("", [self._seat, self._about]),
                Panel("", [self._opponent]),
                Panel("", [self._seed, Label(hint, tone="muted")]),
            ],
            gap=12,
        )
        start = Button(_("Read the brief"), self._start, "primary").place(key="start")
        return page(self._opened.words.scenario.title, _("Who sits where?"), body, [start, back_button(self)])

    def _in_short(self, choice: int) -> str:
        if choice > 1:
            return _("You pass the computer to each other; a curtain hides what is not yours.")
        wants = self._opened.scenario.seats[choice].brief.want
        return _("It wants: {wants}").format(wants="; ".join(wants))

    def _seat_chosen(self, choice: int) -> None:
        self._about.set(self._in_short(choice))
        self._opponent.show(choice <= 1)

    def _start(self) -> None:
        from game.ui.screens.brief import ContentNote

        playing = self._new_game()
        if playing is not None:
            self.app.push(ContentNote(playing))

    def _new_game(self) -> Playing | None:
        text = self._seed.text.strip()
        if text and not (text.isascii() and text.isdigit() and int(text) < 2**63):
            message = _(
                "A whole number from 0 to 9223372036854775807 is expected, or nothing. There stands: {text}"
            )
            report(self, _("This is not a number of a game"), message.format(text=text))
            return None
        seat = self._seat.chosen if self._seat.chosen < 2 else None
        return begin(self._opened, seat, OPPONENTS[self._opponent.chosen], int(text) if text else None)
