"""Text in lines of at most 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

WIDTH = 79  # the last column stays free: some terminals wrap when it is written to


def paragraph(text: str, indent: str = "") -> str:
    """A text broken into lines, all indented alike."""
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def item(text: str, mark: str = "- ", indent: str = "  ") -> str:
    """An item of a list; its further lines stand under the first word."""
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
        break_on_hyphens=False,
    )


def items(texts: Iterable[str], indent: str = "  ") -> list[str]:
    """A list."""
    return [item(text, indent=indent) for text in texts]


def heading(text: str) -> str:
    """A heading with a rule under it."""
    title = text[:WIDTH]
    return f"\n{title}\n{'-' * len(title)}"


def table(rows: Iterable[tuple[str, str, str]]) -> list[str]:
    """Rows of an amount and a name, with the reason under them where there is one."""
    rows = list(rows)
    wide = max((len(amount) for amount, _name, _why in rows), default=0)
    lines = []
    for amount, name, why in rows:
        lines.append(item(name, f"{amount:>{wide}}  "))
        if why:
            lines.append(paragraph(f"({why})", " " * (wide + 4)))
    return lines
