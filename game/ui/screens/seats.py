"""Who sits where: the player's seat, and what plays the other."""

from __future__ import annotations

from collections.abc import Callable

from game.foundation.errors import GameError
from game.foundation.texts import _
from game.match.codes import looks_like_code, read_code
from game.match.library import Opened
from game.ui.layout import Column, Fold
from game.ui.levels import USUAL, levels_of
from game.ui.playing import SEAT_TONES, Playing, begin
from game.ui.screens.parts import GamePage, back_button, bullets, page, report
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.entry import Entry
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

MOST_SEED = 2**63


class Seats(GamePage):
    """Seat, level or names, and if wanted the code that makes the same game again.

    Args:
        code: stands there at first.
    """

    title = "Seats"

    def __init__(self, opened: Opened, code: str = "") -> None:
        super().__init__()
        self._opened, self._code = opened, code
        self._names = ["", ""]

    def build(self) -> Widget:
        """Three questions and a button."""
        titles = [seat.title for seat in self._opened.words.seats]
        self._seat = Choice(
            "", (*titles, _("two persons here")), changed=self._seat_chosen, look="side by side"
        ).place(key="seat", name=_("Your seat"))
        self._about = Column([], gap=8)
        self._levels = levels_of(self._opened.scenario)
        titles_of = [level.title for level in self._levels]
        self._opponent = Choice("", titles_of, USUAL, changed=self._opponent_chosen).place(
            key="opponent", name=_("The computer on the other seat")
        )
        self._style = Label(self._levels[USUAL].about, tone="muted")
        self._other = Panel(_("The computer on the other seat"), [self._opponent, self._style])
        hint = _("A code from a game that was paused begins it again: the same chance, the same hands.")
        self._seed = Entry("", self._code, empty=_("leave it empty for a new game"), most=40).place(
            key="seed", name=_("Code of the game")
        )
        number = Panel(_("Code of the game"), [self._seed, Label(hint, tone="muted")])
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
            self._about.fill(self._two_persons())
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

    def _two_persons(self) -> list[Widget]:
        """What two at one computer should know, and what they want to be called."""
        seats = self._opened.words.seats
        asked = [
            Entry(seat.title, self._names[n], empty=_("a name, if you like"), changed=self._named(n)).place(
                key=f"name {n}"
            )
            for n, seat in enumerate(seats)
        ]
        return [
            Label(_("You pass the computer to each other; a curtain hides what is not yours.")),
            *asked,
            Label(_("Names stand on the curtain. They are not kept."), tone="muted"),
        ]

    def _named(self, seat: int) -> Callable[[str], None]:
        def changed(text: str) -> None:
            self._names[seat] = text

        return changed

    def _opponent_chosen(self, choice: int) -> None:
        self._style.set(self._levels[choice].about)

    def _start(self) -> None:
        from game.ui.screens.brief import ContentNote

        playing = self._new_game()
        if playing is not None:
            self.app.push(ContentNote(playing))

    def _new_game(self) -> Playing | None:
        try:
            seed = self._read_seed(self._seed.text.strip())
        except GameError as fault:
            report(self, _("No game can be begun from this"), str(fault))
            return None
        seat = self._seat.chosen if self._seat.chosen < 2 else None
        playing = begin(self._opened, seat, self._levels[self._opponent.chosen].policy, seed)
        if seat is None:
            playing.names = list(self._names)
        return playing

    def _read_seed(self, text: str) -> int | None:
        """The seed that a code or a number means; None for nothing."""
        if not text:
            return None
        if looks_like_code(text):
            return read_code(self._opened, text)
        if text.isascii() and text.isdigit() and int(text) < MOST_SEED:
            return int(text)
        message = _(
            "A code such as {code}, a whole number up to {most}, or nothing is expected. There stands: {text}"
        )
        raise GameError(message.format(code="K7QX2-9MPD4", most=MOST_SEED - 1, text=text))
