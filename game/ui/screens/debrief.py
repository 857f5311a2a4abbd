"""The debrief: out of role, what was hidden, what was possible, what really happened, what to ask."""

from __future__ import annotations

from game.foundation.errors import GameError
from game.foundation.texts import _, ngettext
from game.narration.caution import caution_line
from game.narration.debrief import Finished
from game.narration.telling import Section, tell
from game.ui.debrief import stories
from game.ui.debrief.keeping import keep_debrief
from game.ui.debrief.map import deal_map
from game.ui.debrief.offered import offers
from game.ui.debrief.reasoned import why_it_did
from game.ui.events import Key
from game.ui.layout import Column, Flow
from game.ui.playing import Playing
from game.ui.screens.parts import Body, GamePage, Middle, heading, report, to_first_page
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page, Panel
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.tabs import Page as TabPage
from game.ui.widgets.tabs import Tabs


class DebriefPage(GamePage):
    """The deal map and the story, as tabs; the way home opens when all were looked at."""

    title = "Debrief"

    def __init__(self, playing: Playing, done: Finished) -> None:
        super().__init__()
        self._playing, self._done = playing, done
        self._told = {section.key: section for section in tell(done, whole=True)}
        self._looked_at = {0}

    def build(self) -> Widget:
        """The map first, then the parts of the story."""
        chart = deal_map(self._playing, self._done)
        parts = [(title, key, widgets) for title, key, widgets in self._parts() if widgets]
        pages = [TabPage(_("Deal map"), chart, "map")]
        pages += [TabPage(title, stories.read(widgets), key) for title, key, widgets in parts]
        self._tabs = Tabs(pages, self._turned, steady=False).place(key="tabs")
        self._home = Button(_("Back to the first page"), self._leave, "primary", icon="home").place(
            key="home"
        )
        self._next = Button(_("Next part"), self._go_on, "primary", icon="on").place(key="next")
        keep = Button(_("Keep this debrief"), self._keep, icon="keep").place(key="keep")
        again = Button(_("Replay"), self._replay, icon="replay").place(key="replay")
        self._allow()
        under = _("You are out of your role now. What follows was hidden during play.")
        column = Column(
            [
                heading(_("Debrief"), under),
                Scroll(Panel("", [self._tabs]), fit=True),  # title and buttons stay in sight
                Flow([self._next, again, keep, self._home], gap=8),
            ],
            gap=12,
            pad=(24, 16),
        )
        return Page([Middle(column, 1240).place(grow=1)], pad=0)

    def _parts(self) -> list[tuple[str, str, list[Widget]]]:
        """Title, key and content of every tab after the map; a part without content has no tab."""
        told, done = stories.told, self._done
        return [
            (_("People"), "people", stories.people(done)),
            (_("Votes"), "votes", stories.votes(done, self._told.get("votes"))),
            (_("How good"), "good", told(self._sections("good", "possible"))),
            (_("Offers"), "offers", offers(done)),
            (_("Reasons"), "reasons", [*told(self._sections("was")), *why_it_did(done)]),
            (_("History"), "history", told(self._sections("history"))),
            (_("Questions"), "talk", [*told(self._sections("talk", "left-out")), self._caution()]),
        ]

    def _caution(self) -> Widget:
        return Label(caution_line(self._done.scenario), tone="muted")

    def _sections(self, *keys: str) -> list[Section]:
        return [self._told[key] for key in keys if key in self._told]

    def _turned(self, number: int) -> None:
        self._looked_at.add(number)
        self._allow()

    def _allow(self) -> None:
        left = len(self._tabs.pages) - len(self._looked_at)
        self._next.stress("primary" if left else "plain")
        unread = ngettext(
            "The debrief is part of the game: {n} part is still unread.",
            "The debrief is part of the game: {n} parts are still unread.",
            left,
        )
        self._home.allow(left == 0, unread.format(n=left))

    def _go_on(self) -> None:
        unread = [n for n in range(len(self._tabs.pages)) if n not in self._looked_at]
        self._tabs.choose(unread[0] if unread else 0)

    def _keep(self) -> None:
        try:
            page, table = keep_debrief(self._playing, self._done)
        except GameError as fault:
            report(self, _("Not kept"), str(fault))
            return
        text = _(
            "The page, with its pictures, to read in a browser and to print: {page}\nThe offers: {table}"
        )
        report(self, _("Kept"), text.format(page=page, table=table))

    def _replay(self) -> None:
        from game.ui.screens.replay import Replay

        self.app.push(Replay(self._playing))

    def _leave(self) -> None:
        to_first_page(self)

    def first_focus(self) -> str:
        """The way on."""
        return "next"

    def on_key(self, key: Key) -> bool:
        """Ctrl+S keeps the debrief; paging keys move the text in sight, wherever the keyboard is."""
        if self.app.keys.means(key.combo, "keep"):
            self._keep()
            return True
        shown = self._tabs.pages[self._tabs.chosen].body
        return (isinstance(shown, Body) and shown.on_key(key)) or super().on_key(key)
