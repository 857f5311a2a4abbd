"""The first page: go on with a game, play, look things up."""

from __future__ import annotations

from game.foundation.errors import GameError
from game.foundation.places import saves_folder
from game.foundation.texts import _
from game.match.saves import latest_unfinished
from game.ui.layout import Centred, Column, Row
from game.ui.playing import resume_from
from game.ui.screen import Screen
from game.ui.screens.parts import report
from game.ui.theme import ButtonKind
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page, Panel


class Home(Screen):
    """Where the game begins and every game comes back to.

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
            Label(story, "heading", "plain"),
            Label(caution, "body", "muted"),
            self._ways(),
        ]
        if self._remark:
            lines.append(Label(self._remark, tone="warning", shape="auto"))
        panel = Panel("", [Column(lines, gap=20)], pad=(40, 36)).place(limits=Limits(want_w=760, max_w=760))
        return Page([Centred([panel]).place(grow=1)], pad=24)

    def _ways(self) -> Widget:
        buttons: list[Widget] = []
        if self._unfinished is not None:
            buttons.append(
                Button(_("Go on with your last game"), self._resume, "primary").place(key="resume")
            )
        kind: ButtonKind = "plain" if buttons else "primary"
        buttons.append(Button(_("Play"), self._play, kind).place(key="play"))
        row = Row(
            [
                Button(_("Glossary"), self._glossary).place(key="glossary", grow=1),
                Button(_("Settings"), self._settings).place(key="settings", grow=1),
                Button(_("Quit"), self._quit).place(key="quit", grow=1),
            ]
        )
        return Column([*buttons, row], gap=8)

    def first_focus(self) -> str:
        """Going on, if there is a game to go on with."""
        return "resume" if self._unfinished is not None else "play"

    def resumed(self) -> None:
        """A game may have been begun or ended meanwhile."""
        found = latest_unfinished(saves_folder())
        if found != self._unfinished:
            self.app.replace(Home())

    def _resume(self) -> None:
        from game.ui.journey import show_next

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

    def _glossary(self) -> None:
        from game.ui.screens.glossary import Glossary

        self.app.push(Glossary())

    def _settings(self) -> None:
        from game.ui.screens.settings import Settings

        self.app.push(Settings())
