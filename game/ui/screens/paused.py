"""A game that waits: nothing of it is shown; go on, change who sits where, keep it under a name, share it."""

from __future__ import annotations

from game.foundation.errors import GameError
from game.foundation.places import saves_folder
from game.foundation.texts import _
from game.match.codes import write_code
from game.match.saves import named_path, save_as
from game.ui.events import Key
from game.ui.journey import over_home
from game.ui.layout import Column, Flow, Fold
from game.ui.levels import player_title
from game.ui.playing import SEAT_TONES, Playing
from game.ui.screens.asking import ask_text
from game.ui.screens.parts import GamePage, page, report, to_first_page
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel


class Paused(GamePage):
    """Lies over the page that was left; two persons come back through the curtain."""

    title = "Paused"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing

    def build(self) -> Widget:
        """Where the game stands for everybody, and the ways on."""
        body = Column([self._stands(), Fold([self._kept(), self._shared()], gap=12)], gap=12)
        buttons = [
            Button(_("Go on"), self._go_on, "primary").place(key="go on"),
            Button(_("Who sits where…"), self._seats).place(key="seats"),
            Button(_("Keep a copy…"), self._keep).place(key="keep"),
            Button(_("To the first page"), lambda: to_first_page(self)).place(key="home"),
        ]
        return page(_("Paused"), self._playing.opened.words.scenario.title, body, buttons)

    def _stands(self) -> Widget:
        playing = self._playing
        words, turn = playing.opened.words, playing.match.moment.turn
        when = _("{date}, turn {turn} of {turns}").format(
            date=words.date(turn), turn=min(turn + 1, len(words.turns)), turns=len(words.turns)
        )
        lines: list[Widget] = [Label(when, tone="muted")]
        for seat, title in enumerate(seat.title for seat in words.seats):
            who = f"{title}: {player_title(playing.match.players[seat])}"
            if playing.match.asked == seat:
                who = _("{who} (asked now)").format(who=who)
            lines.append(Label(who, tone=SEAT_TONES[seat], shape="auto"))
        rest = _("Nobody has to say why they stop, or why they change seats. No clock runs.")
        return Panel(_("Where it stands"), [*lines, Label(rest, tone="muted")])

    def _kept(self) -> Widget:
        match = self._playing.match
        text = match.unsaved or _("Every move is kept. The game waits for as long as you like.")
        return Panel(_("Kept"), [Label(text)]).place(grow=1)

    def _shared(self) -> Widget:
        self._code = write_code(self._playing.opened, self._playing.match.seed)
        hint = _("Typed in where a case is chosen, it begins the same game again.")
        copy = Button(_("Copy the code"), self._copy).place(key="copy code", align="start")
        lines = [Label(self._code, "title").place(key="code"), Label(hint, tone="muted"), Flow([copy])]
        return Panel(_("To play it again"), lines).place(grow=1)

    def first_focus(self) -> str:
        """The way back."""
        return "go on"

    def on_key(self, key: Key) -> bool:
        """The keys that paused it, and Esc, go on again."""
        keys = self.app.keys
        if keys.means(key.combo, "pause") or keys.means(key.combo, "dismiss"):
            self._go_on()
            return True
        return super().on_key(key)

    def _go_on(self) -> None:
        if not self._playing.hot_seat:
            self.app.pop()
            return
        from game.ui.screens.curtain import Curtain

        playing, asked = self._playing, self._playing.match.asked
        over_home(self.app, Curtain(playing, playing.viewer if asked is None else asked))

    def _copy(self) -> None:
        self.app.clipboard.put(self._code)

    def _seats(self) -> None:
        from game.ui.screens.change_seats import ChangeSeats

        self.app.push(ChangeSeats(self._playing))

    def _keep(self) -> None:
        say = _("The copy stays as the game stands now. Letters, digits, '-' and '_'.")
        ask_text(self.app, _("Keep a copy under which name?"), say, _("Keep it"), self._keep_as)

    def _keep_as(self, name: str) -> None:
        try:
            path = named_path(saves_folder(), name.strip())
            save_as(path, self._playing.match.transcript())
        except GameError as fault:
            report(self, _("It could not be kept under this name"), str(fault))
            return
        report(self, _("Kept"), _("It lies among the saved games as {name}.").format(name=name.strip()))
