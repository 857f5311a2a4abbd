"""The pieces a told story is made of: headings, paragraphs and items, for window and terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["head", "plain", "item"]


@dataclass(frozen=True)
class Said:
    """One text of the debrief.

    Args:
        form: a heading, a paragraph, or an item of a list.
        depth: how far it stands in: 0, 1 or 2.
    """

    text: str
    form: Form = "plain"
    depth: int = 0


def head(text: str) -> Said:
    """A heading."""
    return Said(text, "head")


def plain(text: str, depth: int = 0) -> Said:
    """A paragraph."""
    return Said(text, "plain", depth)


def item(text: str, depth: int = 0) -> Said:
    """An item of a list."""
    return Said(text, "item", depth)
