"""The words of the game: a page of all, and a dialog for one."""

from __future__ import annotations

import re
from functools import lru_cache

from game.foundation.places import glossary_file
from game.foundation.texts import _
from game.ui.events import Key
from game.ui.layout import Column
from game.ui.screen import Screen
from game.ui.screens.parts import back_button, page
from game.ui.widgets.base import Widget
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label

LINE = re.compile(r"^\*\*(?P<words>[^*]+)\*\* — (?P<meaning>.+)$")


@lru_cache(maxsize=1)
def entries() -> tuple[tuple[str, str], ...]:
    """Words and their meaning, in the order of the page; empty if the page cannot be read."""
    try:
        text = glossary_file().read_text(encoding="utf-8")
    except OSError:
        return ()
    found = (LINE.match(line) for line in text.splitlines())
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


class Glossary(Screen):
    """All the words."""

    title = "Glossary"

    def build(self) -> Widget:
        """Word and meaning, one below the other."""
        rows = [
            Column([Label(words, "strong"), Label(meaning)], gap=2)
            for words, meaning in sorted(entries(), key=lambda entry: entry[0].lower())
        ]
        under = _("Underlined words lead here. Up, Down and Page keys move the text.")
        body = Column(rows, gap=12)
        return page(_("Glossary"), under, body, [back_button(self)])

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
