"""Pieces of a page: tables, figures and small bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from game.foundation.texts import _


def short(one: dict[str, Any]) -> str:
    """Which game it is, in a few words."""
    return _("game {n} of {a} - {b}").format(n=one["game"], a=one["policies"][0], b=one["policies"][1])


def table(heads: Sequence[str], rows: Iterable[str]) -> str:
    """A table; heads of columns of numbers stand over their numbers."""
    rows = list(rows)
    cells = [*(rows[0].split("<td")[1:] if rows else ()), *("" for _head in heads)]
    head = "".join(
        f"<th{' class=n' if cell.startswith(' class=n') else ''}>{escape(text)}</th>"
        for text, cell in zip(heads, cells, strict=False)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def figure(picture: str, caption: str) -> str:
    """A picture with what it shows."""
    return f"<figure>{picture}<figcaption>{escape(caption)}</figcaption></figure>"


def bar(share: float) -> str:
    """A share as a bar of at most 160 units."""
    bar = f'<rect width="{160 * share:.1f}" height="10" fill="#3f6d91"/>'
    return f'<svg width="160" height="10" aria-hidden="true">{bar}</svg>'
