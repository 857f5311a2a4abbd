"""Words of the narration as they are set in the window."""

from __future__ import annotations

import re

from game.ui.digits import MINUS

_MINUS_SIGN = re.compile(r"(?<!\w)-(?=\d)")


def typeset(text: str) -> str:
    """With real minus signs."""
    return _MINUS_SIGN.sub(MINUS, text)


def sentence(text: str) -> str:
    """The same with a capital and a full stop."""
    text = typeset(text)
    return text[:1].upper() + text[1:] + "."
