"""Before play: the content note, then the brief of the seat in its own terms, with facts out of role."""

from __future__ import annotations

from game.content.schema.scenario import Scenario
from game.foundation.texts import _
from game.narration.dates import day
from game.ui.flow import Text, linked
from game.ui.layout import Column, Fold
from game.ui.playing import SEAT_TONES, Playing
from game.ui.screen import Screen
from game.ui.screens.glossary import follow_term, terms
from game.ui.screens.parts import back_button, bullets, page
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel


class ContentNote(Screen):
    """What the player should know before anything is shown, with a way out."""

    title = "Before you play"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing

    def build(self) -> Widget:
        """The note, the caution, and two buttons."""
        scenario = self._playing.opened.scenario
        body = Column(
            [
                Panel(_("What this is about"), [Label(scenario.content_note, "body")]),
                Panel(_("What this is not"), [Label(caution(scenario))]),
                Panel(
                    _("You can stop"),
                    [Label(_("Pause or leave at any moment, without a reason. Every move is kept."))],
                ),
            ],
            gap=12,
        )
        go_on = Button(_("Go on to the brief"), self._go_on, "primary").place(key="go_on")
        return page(scenario.title, _("Before you play"), body, [go_on, back_button(self)])

    def _go_on(self) -> None:
        self.app.replace(BriefPage(self._playing))


def caution(scenario: Scenario) -> str:
    """What the model does not claim, as of when, and where to write."""
    text = _(
        "A model with stated assumptions, made for learning. "
        "It is not a forecast and no guide to real talks. Offices and institutions are played; the people in prison are never pieces. "
        "Facts as of {date}. Corrections: {contact}."
    )
    return text.format(date=day(scenario.as_of), contact=scenario.contact)


class BriefPage(Screen):
    """The brief of the viewer's seat."""

    title = "Brief"

    def __init__(self, playing: Playing, *, again: bool = False) -> None:
        super().__init__()
        self._playing = playing
        self._again = again

    def build(self) -> Widget:
        """What the seat wants, must not and can give; what it was sent for; the fact box."""
        playing = self._playing
        scenario, seat = playing.opened.scenario, playing.viewer
        own = scenario.seats[seat]
        tone = SEAT_TONES[seat]
        chair = _("How it looks from your chair")
        story = [Panel(chair, [self._text(own.brief.story)])] if own.brief.story else []
        columns = Fold(
            [
                Panel(_("You want"), [bullets(own.brief.want, "good")]).place(grow=1),
                Panel(_("You must not"), [bullets(own.brief.must_not, "bad")]).place(grow=1),
                Panel(_("You can give"), [bullets(own.brief.can_give, tone)]).place(grow=1),
            ],
            gap=8,
        )
        mandate = Panel(
            _("What you were sent to reach"), [bullets(wish.text for wish in own.mandate)], aside=_("private")
        )
        facts = Panel(_("Out of role: the facts"), [self._text(scenario.fact_box)], aside=_("for everybody"))
        body = Column([*story, columns, mandate, facts], gap=12)
        go = Button(_("Back to the table") if self._again else _("To the table"), self._go, "primary")
        buttons: list[Widget] = (
            [go.place(key="go")] if self._again else [go.place(key="go"), back_button(self)]
        )
        return page(own.title, scenario.title, body, buttons)

    def _text(self, text: str) -> Label:
        shown: Text = linked(text, terms())
        return Label(shown)

    def _go(self) -> None:
        from game.ui.journey import show_next

        if self._again:
            self.app.pop()
        else:
            show_next(self.app, self._playing)

    def on_term(self, term: str) -> None:
        """A glossary word was followed."""
        follow_term(self, term)
