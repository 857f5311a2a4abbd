"""Before play: the content note, then the brief of the seat in its own terms, with facts out of role."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.caution import caution
from game.ui.flow import linked
from game.ui.journey import begin_play, show_next
from game.ui.layout import Column, Fold
from game.ui.playing import SEAT_TONES, Playing
from game.ui.screen import Screen
from game.ui.screens.glossary import terms
from game.ui.screens.parts import GamePage, back_button, bullets, page, pause_button
from game.ui.screens.sources import follow_source, with_sources
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel


class ContentNote(GamePage):
    """What the player should know before anything is shown, with a way out."""

    title = "Before you play"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing

    def build(self) -> Widget:
        """The note, the caution, and two buttons."""
        scenario = self._playing.opened.scenario
        stop = _("Pause or leave at any moment, without a reason ({key}). Every move is kept.").format(
            key=self.app.keys.shown("pause")
        )
        body = Column(
            [
                Panel(_("What this is about"), [Label(scenario.content_note)]),
                Panel(_("What this is not"), [Label(caution(scenario))]),
                Panel(_("You can stop"), [Label(stop)]),
            ],
            gap=12,
        )
        go_on = Button(_("Go on to the brief"), self._go_on, "primary").place(key="go_on")
        return page(_("Before you play"), scenario.title, body, [go_on, back_button(self)])

    def first_focus(self) -> str:
        """The way on."""
        return "go_on"

    def _go_on(self) -> None:
        begin_play(self.app, self._playing)


class BriefPage(GamePage):
    """The brief of the viewer's seat.

    Args:
        again: whether it is read from the table, which waits below.
    """

    title = "Brief"
    pauses = True

    def __init__(self, playing: Playing, *, again: bool = False) -> None:
        super().__init__()
        self._playing = playing
        self._again = again

    def for_everybody(self) -> Screen:
        """What everybody may see of the game now."""
        from game.ui.screens.everybody import ForEverybody

        return ForEverybody(self._playing)

    def build(self) -> Widget:
        """What the seat wants, must not and can give; what it was sent for; the fact box."""
        playing = self._playing
        scenario, seat = playing.opened.scenario, playing.viewer
        own = scenario.seats[seat]
        story = [self._text(_("How it looks from your chair"), own.brief.story)] if own.brief.story else []
        columns = Fold(
            [
                Panel(_("You want"), [bullets(own.brief.want, "good")]).place(grow=1),
                Panel(_("You must not"), [bullets(own.brief.must_not, "bad")]).place(grow=1),
                Panel(_("You can give"), [bullets(own.brief.can_give, SEAT_TONES[seat])]).place(grow=1),
            ],
            gap=8,
        )
        mandate = Panel(
            _("What you were sent to reach"),
            [bullets((wish.text for wish in own.mandate), SEAT_TONES[seat])],
            aside=_("the other side does not know it"),
        )
        # Only sources are links here: the game's own terms mean something else out of role.
        told = [Label(with_sources(scenario.fact_box, scenario))]
        facts = Panel(_("Out of role: the facts"), told, aside=_("the same for everybody"))
        text = _("To the table") if not self._again else _("Back to the table")
        go = Button(text, self._go, "primary").place(key="go")
        body = Column([*story, columns, mandate, facts], gap=12)
        buttons = [go] if self._again else [go, pause_button(self)]
        return page(_("You are: {seat}").format(seat=own.title), scenario.title, body, buttons)

    def _text(self, title: str, text: str) -> Widget:
        return Panel(title, [Label(linked(text, terms()))])

    def on_term(self, term: str) -> None:
        """A source or a word of the glossary was followed."""
        if not follow_source(self, self._playing.opened.scenario, term):
            super().on_term(term)

    def first_focus(self) -> str:
        """The way on."""
        return "go"

    def _go(self) -> None:
        if self._again:
            self.app.pop()
            return
        self._playing.briefed[self._playing.viewer] = True
        show_next(self.app, self._playing)
