"""In the middle of a game: who plays which seat from now on. Nobody is asked why."""

from __future__ import annotations

from game.foundation.errors import GameError
from game.foundation.texts import _
from game.match.table import PERSON
from game.ui.events import Key
from game.ui.journey import show_next
from game.ui.layout import Column, Fold
from game.ui.levels import levels_of, player_title
from game.ui.playing import SEAT_TONES, Playing
from game.ui.screens.parts import GamePage, back_button, page, report
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel


class ChangeSeats(GamePage):
    """A choice for each seat; nothing changes before the button is pressed."""

    title = "Who sits where"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing
        policies = [level.policy for level in levels_of(playing.opened.scenario)]
        self._players = [[PERSON, *policies, *({now} - {PERSON, *policies})] for now in playing.match.players]

    def build(self) -> Widget:
        """The two seats side by side, and what the choice comes to."""
        self._choices = [self._choice(seat) for seat in (0, 1)]
        self._comes_to = Label("").place(key="comes to")
        panels = [
            Panel(
                self._playing.opened.words.seats[seat].title,
                [choice],
                aside=_("asked now") if self._playing.match.asked == seat else "",
                aside_tone=SEAT_TONES[seat],
            ).place(grow=1, limits=Limits(min_w=360))
            for seat, choice in enumerate(self._choices)
        ]
        self._changed(0)
        free = Label(_("You need no reason, and nobody is told one."), tone="muted")
        body = Column([Fold(panels, gap=12), self._comes_to, free], gap=12)
        take = Button(_("Go on like this"), self._take, "primary").place(key="take")
        return page(_("Who sits where?"), _("From now on"), body, [take, back_button(self)], 1100)

    def _choice(self, seat: int) -> Choice:
        players = self._players[seat]
        now = players.index(self._playing.match.players[seat])
        titles = [player_title(player) for player in players]
        name = self._playing.opened.words.seats[seat].title
        return Choice("", titles, now, changed=self._changed).place(key=f"seat {seat}", name=name)

    def first_focus(self) -> str:
        """The first seat."""
        return "seat 0"

    def on_key(self, key: Key) -> bool:
        """Esc changes nothing."""
        if self.app.keys.means(key.combo, "dismiss"):
            self.app.pop()
            return True
        return super().on_key(key)

    def _chosen(self) -> tuple[str, str]:
        first, second = (
            players[choice.chosen] for players, choice in zip(self._players, self._choices, strict=True)
        )
        return first, second

    def _changed(self, _number: int) -> None:
        people = self._chosen().count(PERSON)
        said = (
            _("Nobody here plays then: the computer plays to the end, and you see how it came out."),
            _("One of you plays, the computer plays the other seat."),
            _("Two persons play here; a curtain hides what is not yours."),
        )
        self._comes_to.set(said[people])

    def _take(self) -> None:
        try:
            self._playing.change_seats(self._chosen())
        except GameError as fault:
            report(self, _("The seats stay as they were"), str(fault))
            return
        show_next(self.app, self._playing)
