"""The saved games: a list, and a card of the one that is marked; go on, rename, delete."""

from __future__ import annotations

from game.foundation.errors import GameError
from game.foundation.places import saves_folder
from game.foundation.texts import _, ngettext
from game.match import saves
from game.match.saves import Saved, saved_games
from game.ui.events import Key
from game.ui.layout import Column
from game.ui.levels import player_title
from game.ui.marked import marked
from game.ui.screens import picker
from game.ui.screens.asking import ask_text
from game.ui.screens.parts import GamePage, back_button, list_and_card, report
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label
from game.ui.widgets.rows import Rows, RowText


class SavedGames(GamePage):
    """What lies in the folder of saved games, the latest first; what is damaged is said and left alone.

    Args:
        name: the game that is marked at first; nothing marks the latest.
        games: what to list; nothing lists what lies in the folder.
    """

    title = "Saved games"

    def __init__(self, name: str = "", games: list[Saved] | None = None) -> None:
        super().__init__()
        self._games = saved_games(saves_folder()) if games is None else games
        self._now = next((n for n, game in enumerate(self._games) if game.name == name), 0)

    def build(self) -> Widget:
        """The list on the left, the card on the right."""
        rows = [_row(game) for game in self._games]
        none = [RowText(_("There are no saved games yet."))]
        self._rows = Rows(rows or none, self._now, taken=self._taken, moved_to=self._marked)
        self._rows.place(key="games", name=_("Saved games"))
        self._card = Column([], gap=10)
        self._go = Button(_("Go on"), self._go_on, "primary").place(key="go on")
        self._rename = Button(_("Rename…"), self._ask_name).place(key="rename")
        self._delete = Button(_("Delete…"), self._delete_or_not, "danger").place(key="delete")
        buttons = [self._go, self._rename, self._delete, back_button(self)]
        self._marked(self._now)
        under = _("Every move is kept by itself. A copy under a name is made while a game is paused.")
        return list_and_card(_("Saved games"), under, self._rows, self._card, buttons, (360, 140))

    def first_focus(self) -> str:
        """The list."""
        return "games"

    def resumed(self) -> None:
        """A game may have been played meanwhile."""
        self._again()

    def on_key(self, key: Key) -> bool:
        """Esc leaves, Delete asks whether to delete."""
        if self.app.keys.means(key.combo, "dismiss"):
            self.app.pop()
        elif key.combo == "delete" and self._game is not None:
            self._delete_or_not()
        else:
            return super().on_key(key)
        return True

    @property
    def _game(self) -> Saved | None:
        return self._games[self._now] if self._games else None

    def _again(self, name: str = "") -> None:
        self.app.replace(SavedGames(name or (self._game.name if self._game else "")))

    def _taken(self, number: int) -> None:
        self._marked(number)
        self._go_on()

    def _marked(self, number: int) -> None:
        self._now = number
        game = self._game
        self._card.fill(_card(game) if game else [])
        nothing = _("There is no saved game.")
        self._go.allow(bool(game and game.transcript), game.fault if game else nothing)
        self._go.set(_("See how it came out") if game and _over(game) else _("Go on"))
        self._rename.allow(game is not None, nothing)
        self._delete.allow(game is not None, nothing)

    def _go_on(self) -> None:
        from game.ui.journey import show_next
        from game.ui.playing import resume_from

        game = self._game
        if game is None or game.transcript is None:
            return
        try:
            playing = resume_from(game.path)
        except GameError as fault:
            report(self, _("This game cannot be continued"), str(fault))
            return
        show_next(self.app, playing)

    def _ask_name(self) -> None:
        if self._game is not None:
            say = _("Letters, digits, '-' and '_'. No other game is ever replaced.")
            ask_text(self.app, _("Which name?"), say, _("Rename"), self._rename_to, self._game.name)

    def _rename_to(self, name: str) -> None:
        assert self._game is not None
        try:
            saves.rename(self._game.path, name.strip())
        except GameError as fault:
            report(self, _("It keeps its name"), str(fault))
            return
        self._again(name.strip())

    def _delete_or_not(self) -> None:
        if self._game is None:
            return
        keep = Answer(_("Keep it"), key="keep it")
        delete = Answer(_("Delete for good"), self._delete_now, "danger", "delete now")
        text = _("{name} cannot be brought back afterwards.").format(name=self._game.name)
        ask(self.app, _("Delete this game?"), text, [keep, delete])

    def _delete_now(self) -> None:
        assert self._game is not None
        try:
            saves.delete(self._game.path)
        except GameError as fault:
            report(self, _("It could not be deleted"), str(fault))
            return
        later = self._games[self._now + 1 : self._now + 2] or self._games[self._now - 1 : self._now]
        self._again(later[0].name if later else "")


def _over(game: Saved) -> bool:
    return game.transcript is not None and game.transcript.over


def _aside(game: Saved) -> str:
    if game.transcript is None:
        return _("damaged")
    if game.transcript.over:
        return _("ended")
    return _("turn {n}").format(n=_turn(game))


def _row(game: Saved) -> RowText:
    if game.transcript is None:
        return RowText(game.name, _aside(game), "cross", "bad")
    return RowText(game.name, _aside(game))


def _turn(game: Saved) -> int:
    assert game.transcript is not None
    return max((mark.turn for mark in game.transcript.marks), default=0) + 1


def _card(game: Saved) -> list[Widget]:
    if game.transcript is None:
        left = _("It was left as it is. It can be renamed or deleted, not played.")
        return [Label(game.name, "title"), marked(game.fault, "bad"), Label(left, tone="muted")]
    heading_, players = game.transcript.heading, game.transcript.players
    case = next((case for case in picker.cases() if case.path.stem == heading_.scenario), None)
    moves = len(game.transcript.moves)
    stands = _("The game has ended.") if _over(game) else _("Turn {n}.").format(n=_turn(game))
    made = ngettext("{n} decision was made.", "{n} decisions were made.", moves).format(n=moves)
    lines: list[Widget] = [
        Label(game.name, "title"),
        Label(case.title if case else heading_.scenario, tone="muted"),
        Label(f"{stands} {made}"),
    ]
    titles = {seat.id: seat.title for seat in case.scenario.seats} if case and case.scenario else {}
    for seat, player in zip(heading_.seats, players, strict=True):
        lines.append(Label(f"{titles.get(seat, seat)}: {player_title(player)}"))
    if case is None:
        foreign = _("Its scenario did not come with the game; name its file to play on.")
        lines.append(marked(foreign, "warning"))
    return lines
