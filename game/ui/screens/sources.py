"""Source ids in a text as links, and the dialog that says what an id stands for."""

from __future__ import annotations

import re

from game.content.schema.scenario import Scenario
from game.foundation.texts import _
from game.ui.flow import Words
from game.ui.screen import Screen
from game.ui.screens.credits import kind_names
from game.ui.widgets.dialog import Answer, ask

PREFIX = "source "  # before an id where otherwise a word of the glossary stands
ID = re.compile(r"\b[A-Za-z]+[0-9]+[A-Za-z0-9]*\b")


def with_sources(text: str, scenario: Scenario) -> tuple[Words, ...]:
    """The text with every id of a source made a link."""
    words, done = [], 0
    for found in ID.finditer(text):
        if found[0] in scenario.sources:
            words += [Words(text[done : found.start()]), Words(found[0], tone="link", term=PREFIX + found[0])]
            done = found.end()
    return tuple(part for part in (*words, Words(text[done:])) if part.text)


def follow_source(screen: Screen, scenario: Scenario, term: str) -> bool:
    """Say what a source is: title, date, kind, and what it is cited for. Returns whether the term is one."""
    name = term.removeprefix(PREFIX)
    if name == term or name not in scenario.sources:
        return False
    source = scenario.sources[name]
    about = _("{date}; {kind}").format(date=source.date, kind=kind_names()[source.kind])
    said = [source.title + ".", about + ".", source.note, source.url]
    title = _("Source {name}").format(name=name)
    ask(screen.app, title, "\n".join(filter(None, said)), [Answer(_("Close"), key="close")])
    return True
