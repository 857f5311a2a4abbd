"""Plain words after a coloured mark: meaning by shape and colour, calm to read."""

from __future__ import annotations

from typing import Literal

from game.ui.flow import Words
from game.ui.theme import Shape, ToneName
from game.ui.widgets.label import Label

Marked = tuple[Words, ...]


def plain_words(text: str) -> Marked:
    """Text that stays plain in a label whose mark has a tone."""
    return (Words(text, tone="plain"),)


def given_line(issue: str, level: str) -> Label:
    """What somebody gives by an offer: the issue, if there is one, and its level."""
    name = (Words(f"{issue}: ", tone="muted"),) if issue else ()
    return Label((*name, Words(level, tone="plain")), shape="bar", tone="muted")


def marked(text: str, tone: ToneName, shape: Shape | Literal["auto"] = "auto") -> Label:
    """A line with a mark."""
    return Label(plain_words(text), tone=tone, shape=shape)
