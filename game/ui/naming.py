"""Names that people type: made fit to be shown, and never kept on disk."""

from __future__ import annotations

import unicodedata

MOST = 40  # signs that are shown
TURNS_TEXT = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"


def shown_name(text: str) -> str:
    """A name as it can stand in a sentence: one line, nothing that hides or turns what stands around it."""
    kept = "".join(
        " " if sign.isspace() else sign
        for sign in text
        if sign not in TURNS_TEXT and (sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cs", "Co"})
    )
    name = " ".join(kept.split())
    return name if len(name) <= MOST else name[: MOST - 1].rstrip() + "…"
