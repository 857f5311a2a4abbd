"""The words of the game: a page of all, and a dialog for one."""

from __future__ import annotations

import re
from functools import lru_cache

from game.foundation.places import glossary_file
from game.foundation.texts import _
from game.ui.events import Key
from game.ui.flow import linked
from game.ui.layout import Column, Flow
from game.ui.screen import Screen
from game.ui.screens.parts import READING_WIDTH, Body, Middle, Reading, back_button, heading
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.entry import Entry
from game.ui.widgets.label import Label

LINE = re.compile(r"^\*\*(?P<words>[^*]+)\*\* — (?P<meaning>.+)$")
NOT_FOR_PLAYERS = "\n## Inside the program\n"  # what stands below is for those who write and test


@lru_cache(maxsize=1)
def entries() -> tuple[tuple[str, str], ...]:
    """Words for players and their meaning, in the order of the page; empty if it cannot be read."""
    try:
        text = glossary_file().read_text(encoding="utf-8")
    except OSError:
        return ()
    found = (LINE.match(line) for line in text.partition(NOT_FOR_PLAYERS)[0].splitlines())
    return tuple((match["words"], match["meaning"]) for match in found if match)


@lru_cache(maxsize=1)
def meanings() -> dict[str, str]:
    """The meaning of every word; words that mean the same stand together on the page."""
    return {word.strip().lower(): meaning for words, meaning in entries() for word in words.split(",")}


def terms() -> tuple[str, ...]:
    """All words that can be looked up."""
    return tuple(meanings())


def follow_term(screen: Screen, term: str) -> None:
    """Show what a word means, over the page."""
    meaning = meanings().get(term.lower(), _("This word is not in the glossary."))
    ask(screen.app, term, meaning, [Answer(_("Close"), key="close")])


def term_in(text: str) -> str:
    """The longest word of the glossary in a text; empty if there is none."""
    links = [words.term for words in linked(text, terms()) if words.term]
    return max(links, key=len, default="")


class Glossary(Screen):
    """All the words, or those that something typed occurs in.

    Args:
        wanted: what is looked for at first.
    """

    title = "Glossary"

    def __init__(self, wanted: str = "") -> None:
        super().__init__()
        self._wanted = wanted

    def build(self) -> Widget:
        """What is looked for; word and meaning, one below the other."""
        empty = _("Type a word to look for")
        self._sought = Entry("", self._wanted, empty=empty, most=60, changed=self._look).place(
            key="sought", name=_("Look for")
        )
        self._rows = Column([], gap=12)
        self._look(self._wanted)
        self._body = Body(self._rows)
        under = _("Underlined words lead here. Up, Down and Page keys move the text.")
        column = Column(
            [heading(_("Glossary"), under), self._sought, self._body, Flow([back_button(self)])],
            gap=14,
            pad=(24, 20),
        )
        column.place(grow=1, limits=Limits(max_w=READING_WIDTH))
        return Reading([Middle(column, READING_WIDTH).place(grow=1)], self._body)

    def _look(self, text: str) -> None:
        """Show the entries in which a text occurs, those whose word it is first."""
        sought = text.strip().lower()
        found = sorted(
            (entry for entry in entries() if sought in f"{entry[0]} {entry[1]}".lower()),
            key=lambda entry: (sought not in entry[0].lower(), entry[0].lower()),
        )
        rows: list[Widget] = [
            Column([Label(words, "strong"), Label(meaning)], gap=2) for words, meaning in found
        ]
        if not rows:
            rows = [Label(_("No word of the glossary fits. Take fewer letters."), tone="muted", shape="ring")]
        self._rows.fill(rows)

    def first_focus(self) -> str:
        """The way back."""
        return "back"

    def on_key(self, key: Key) -> bool:
        """Esc and the key that brought it here close it again."""
        keys = self.app.keys
        if keys.means(key.combo, "dismiss") or keys.means(key.combo, "glossary"):
            self.app.pop()
            return True
        return False
