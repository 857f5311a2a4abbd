"""The debrief: out of role, what was hidden, what was possible, what really happened, what to ask."""

from __future__ import annotations

import re

from game.foundation.texts import _
from game.narration.debrief import Debrief
from game.narration.said import Said
from game.narration.telling import Section, tell
from game.ui.debrief.map import at_the_opening, deal_map
from game.ui.digits import MINUS
from game.ui.events import Key
from game.ui.flow import linked
from game.ui.layout import Column, Flow
from game.ui.playing import Playing
from game.ui.screens.glossary import terms
from game.ui.screens.parts import Body, GamePage, Middle, heading, to_first_page
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page, Panel
from game.ui.widgets.tabs import Page as TabPage
from game.ui.widgets.tabs import Tabs

MINUS_SIGN = re.compile(r"(?<!\w)-(?=\d)")
LONG_WORD = 8


def special_terms() -> list[str]:
    """Words of the trade. Everyday ones, which occur in every offer, are not worth a link here."""
    return [term for term in terms() if len(term) >= LONG_WORD or " " in term]


class DebriefPage(GamePage):
    """The deal map and the story, as tabs; the way home opens when all were looked at."""

    title = "Debrief"

    def __init__(self, playing: Playing, told: Debrief) -> None:
        super().__init__()
        self._playing, self._told = playing, told
        opened = playing.opened
        self._sections = tell(opened.scenario, opened.tables, opened.words, playing.match.course())
        self._looked_at = {0}

    def build(self) -> Widget:
        """The map first, then the sections of the story."""
        chart = deal_map(self._playing, self._told, at_the_opening(self._playing))
        pages = [TabPage(_("Deal map"), chart, "map")]
        groups = self._groups()
        pages += [TabPage(title, self._story(sections), key) for title, key, sections in groups]
        self._tabs = Tabs(pages, self._turned).place(key="tabs")
        self._home = Button(_("Back to the first page"), self._leave, "primary").place(key="home")
        self._next = Button(_("Next part"), self._go_on).place(key="next")
        self._allow()
        under = _("You are out of your role now. What follows was hidden during play.")
        column = Column(
            [
                heading(_("Debrief"), under),
                Panel("", [self._tabs]).place(grow=1),
                Flow([self._next, self._home], gap=12),
            ],
            gap=12,
            pad=(24, 16),
        )
        return Page([Middle(column, 1240).place(grow=1)], pad=0)

    def _groups(self) -> list[tuple[str, str, list[Section]]]:
        """Sections under the titles of the tabs; a section that no tab names comes last."""
        names = [section.title for section in self._sections]
        wanted = (
            (_("What it was"), "was", (_("What each side really was"), _("How each agreement was voted on"))),
            (_("How good"), "good", (_("How good each agreement was"), _("What was possible"))),
            (_("Offers"), "offers", (_("The offers, and what they were really worth"),)),
            (_("Computer"), "computer", (_("Why the computer did what it did"),)),
            (_("History"), "history", (_("What really happened"),)),
        )
        taken = {title for _tab, _key, titles in wanted for title in titles}
        groups = [
            (tab, key, [s for s in self._sections if s.title in titles])
            for tab, key, titles in wanted
            if any(title in names for title in titles)
        ]
        rest = [s for s in self._sections if s.title not in taken]
        return [*groups, (_("To talk about"), "talk", rest[::-1])]

    def _story(self, sections: list[Section]) -> Widget:
        widgets: list[Widget] = []
        for section in sections:
            widgets.append(Label(section.title, "heading"))
            widgets += [_said(said) for said in section.said]
        return Body(Middle(Column(widgets, gap=8, pad=(6, 4)), 900))

    def _turned(self, number: int) -> None:
        self._looked_at.add(number)
        self._allow()

    def _allow(self) -> None:
        left = len(self._tabs.pages) - len(self._looked_at)
        self._home.allow(
            left == 0, _("The debrief is part of the game: {n} parts are still unread.").format(n=left)
        )

    def _go_on(self) -> None:
        unread = [n for n in range(len(self._tabs.pages)) if n not in self._looked_at]
        self._tabs.choose(unread[0] if unread else 0)

    def _leave(self) -> None:
        to_first_page(self)

    def first_focus(self) -> str:
        """The way on."""
        return "next"

    def on_key(self, key: Key) -> bool:
        """Paging keys move the text in sight, wherever the keyboard is."""
        shown = self._tabs.pages[self._tabs.chosen].body
        return (isinstance(shown, Body) and shown.on_key(key)) or super().on_key(key)


def _said(said: Said) -> Widget:
    text = linked(MINUS_SIGN.sub(MINUS, said.text), special_terms())
    label = Label(text, shape="bar" if said.form == "item" else "none")
    return Column([label], pad=(16 * said.depth + 1, 0)) if said.depth else label
