"""The first page: go on with a game, play, look things up."""

from __future__ import annotations

from game.foundation.errors import GameError
from game.foundation.places import saves_folder
from game.foundation.texts import _
from game.match.saves import latest_unfinished, load
from game.match.titles import title_of
from game.ui.grids import Centred
from game.ui.layout import Beside, Column, Row
from game.ui.marked import marked
from game.ui.memory import forget_the_game
from game.ui.screens.parts import GamePage, report
from game.ui.theme import ButtonKind
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page, Panel

SHOWN = 0.2  # seconds until this page is on the screen


class Home(GamePage):
    """Where the game begins and every game comes back to.

    Imports nothing of the rules and scenarios, so that it is drawn before they are needed.

    Args:
        remark: a line about something that went wrong at the start (damaged settings), or nothing.
    """

    title = "Reprieve"

    def __init__(self, remark: str = "") -> None:
        super().__init__()
        self._remark = remark
        self._unfinished = latest_unfinished(saves_folder())

    def build(self) -> Widget:
        """The title, what the game is in two sentences, and the ways on."""
        story = _(
            "A negotiation over people in prison: one side can ease sanctions, the other can let people go. "
            "You sit at the table for one of them."
        )
        caution = _("A simulation for learning. Not a forecast, and no guide to real talks.")
        lines: list[Widget] = [
            Label(_("Reprieve"), "display"),
            Label(story),
            Label(caution, tone="muted"),
        ]
        if self._remark:
            lines.append(marked(self._remark, "warning"))
        about = Column(lines, gap=18).place(grow=1)
        halves = Beside([about, self._ways().place(grow=2, limits=Limits(min_w=380))], gap=24, below=18)
        panel = Panel("", [halves], pad=(32, 28)).place(limits=Limits(want_w=644, max_w=900))
        return Page([Centred([panel]).place(grow=1)], pad=16)

    def _ways(self) -> Widget:
        ways: list[Widget] = []
        if self._unfinished is not None:
            ways.append(
                Button(_("Go on with your last game"), self._resume, "primary", icon="resume").place(
                    key="resume"
                )
            )
            ways.append(Label(self._about_last(), tone="muted", side="centre"))
        kind: ButtonKind = "plain" if ways else "primary"
        ways.append(Button(_("Play a new game"), self._play, kind, icon="play").place(key="play"))
        more = Row(
            [
                Button(_("Learn in 5 minutes"), self._learn, icon="learn").place(key="learn", grow=1),
                Button(_("Saved games"), self._saved, icon="saved").place(key="saved", grow=1),
            ]
        )
        row = Row(
            [
                Button(_("Glossary"), self.look_up, icon="glossary").place(key="glossary", grow=1),
                Button(_("Settings"), self._settings, icon="settings").place(key="settings", grow=1),
                Button(_("Quit"), self._quit, icon="quit").place(key="quit", grow=1),
            ]
        )
        credits_ = Button(_("Credits and sources"), self._credits, "quiet", icon="sources").place(
            key="credits"
        )
        return Column([*ways, more, row, credits_], gap=10)

    def _about_last(self) -> str:
        """Which game waits."""
        assert self._unfinished is not None
        try:
            transcript = load(self._unfinished)
        except GameError as fault:  # somebody changed the file just now
            return str(fault)
        turn = transcript.moves[-1].turn + 1 if transcript.moves else 1
        scenario = title_of(transcript.heading.scenario)
        return _("{scenario}, turn {turn}").format(scenario=scenario, turn=turn)

    def first_focus(self) -> str:
        """Going on, if there is a game to go on with."""
        return "resume" if self._unfinished is not None else "play"

    def resumed(self) -> None:
        """A game may have been begun, played or ended meanwhile."""
        self.app.kit.forget_texts()
        self.app.replace(Home())
        self.app.later(SHOWN, forget_the_game)  # nobody should wait for that

    def _resume(self) -> None:
        from game.ui.journey import show_next
        from game.ui.playing import resume_from

        assert self._unfinished is not None
        try:
            playing = resume_from(self._unfinished)
        except GameError as fault:
            report(self, _("This game cannot be continued"), str(fault))
            return
        show_next(self.app, playing)

    def _quit(self) -> None:
        self.app.quit()

    def _play(self) -> None:
        from game.ui.screens.picker import Picker

        self.app.push(Picker())

    def _learn(self) -> None:
        from game.ui.screens.lesson import LessonPage

        self.app.push(LessonPage())

    def _credits(self) -> None:
        from game.ui.screens.credits import Credits

        self.app.push(Credits())

    def _saved(self) -> None:
        from game.ui.screens.saved import SavedGames

        self.app.push(SavedGames())

    def _settings(self) -> None:
        from game.ui.screens.settings import Settings

        self.app.push(Settings())
