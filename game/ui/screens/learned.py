"""The end of the lesson: its four ideas, and what came of them."""

from __future__ import annotations

from game.foundation.texts import _
from game.ui.layout import Column
from game.ui.lesson.course import Lesson
from game.ui.lesson.partner import LEARNER
from game.ui.marked import marked
from game.ui.screens.parts import GamePage, page, to_first_page
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel


class LessonEnd(GamePage):
    """The four ideas once more, with what came of them in the learner's own hands."""

    title = "Learned"

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        self._lesson = lesson

    def build(self) -> Widget:
        """What happened, what it means, and the ways on."""
        match = self._lesson.match
        state = match.observe(LEARNER).state
        freed, held = int(state.freed[0]), int(state.held[0])
        if int(state.agreements[0]):
            came = _("{freed} people are free, and {held} are still held.").format(freed=freed, held=held)
        else:
            came = _("Time ran out without an agreement. That happens, and can be right.")
        ideas = [Panel(title, [Label(text)]) for title, text in learned()]
        invented = _(
            "Marland and the League are invented. In a real case the numbers are disputed, each has a source "
            "or is marked as an assumption, and the people in prison are never pieces."
        )
        body = Column([marked(came, "good", "tick"), *ideas, Label(invented, tone="muted")], gap=10)
        buttons = [
            Button(_("Play a case"), self._play, "primary").place(key="play"),
            Button(_("The lesson again"), self._again).place(key="again"),
            Button(_("To the first page"), lambda: to_first_page(self)).place(key="home"),
        ]
        return page(_("What you have done"), _("Learn in 5 minutes"), body, buttons)

    def first_focus(self) -> str:
        """The way on."""
        return "play"

    def _play(self) -> None:
        from game.ui.screens.picker import Picker

        self.app.replace(Picker())

    def _again(self) -> None:
        from game.ui.screens.lesson import LessonPage

        self.app.replace(LessonPage())


def learned() -> tuple[tuple[str, str], ...]:
    """The four words, each in a sentence or two."""
    return (
        (
            _("Package"),
            _("One level for every issue, signed as a whole. Give what is cheap for you and dear to them."),
        ),
        (_("Walk-away value"), _("What you have without an agreement. Nothing below it is worth signing.")),
        (
            _("Ratification"),
            _("The vote at home, on both sides, after the table. Think of it before you sign."),
        ),
        (_("Sequence"), _("Who gives first lies open. An order that both can bear is part of the bargain.")),
    )
