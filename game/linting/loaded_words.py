"""Are loaded words kept to what somebody said?"""

import re
from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.reading.places import Path
from game.foundation.texts import _
from game.linting.case import Case

LOADED = (
    "bandit", "butcher", "criminal regime", "cronies", "despot", "dictator", "dictatorship", "evil",
    "extremist", "fanatic", "gulag", "henchman", "henchmen", "hostage", "junta", "mercenary", "mercenaries",
    "propaganda", "puppet", "regime", "rogue state", "so-called", "strongman", "terrorist", "thug",
    "traitor", "tyrant", "vassal", "warmonger",
)  # fmt: skip
"""Words that take a side: fit to be quoted, not to be used in the program's own voice."""

_WORDS = re.compile(r"\b(" + "|".join(map(re.escape, LOADED)) + r")s?\b", re.IGNORECASE)
_QUOTED = re.compile(r"'[^']{1,120}'(?![A-Za-z])|\"[^\"]{1,200}\"|“[^”]{1,200}”|‘[^’]{1,200}’|«[^»]{1,200}»")
_SAID = re.compile(
    r"\b(?:says?|said|calls?|called|as|named?|outlawed|spoke of|speaks of)\b[^.;:]{0,60}$", re.IGNORECASE
)
_VOICES = frozenset({"brief"})  # written in the voice of one side, and shown as that


def check(case: Case) -> Iterator[Remark]:
    """Loaded words outside quotation marks, outside the words of a side, and not put as somebody's."""
    everything = _folded("\n".join(text for _path, text in case.prose.shown))
    possible = [word for word in LOADED if word in everything]
    for path, text in case.prose.shown:
        if _any_of(possible, text) and _VOICES.isdisjoint(path):
            yield from _loaded(path, text)


def _any_of(words: list[str], text: str) -> bool:
    """Whether a text may hold one of the words: a quick look, before the patterns take a slow one."""
    folded = _folded(text) if words else ""
    return any(word in folded for word in words)


def _folded(text: str) -> str:
    """As the patterns compare letters: those whose only difference is a case or a dot are the same."""
    return text.casefold().replace("i\u0307", "i").replace("\u0131", "i")


def _loaded(path: Path, text: str) -> Iterator[Remark]:
    bare = _QUOTED.sub(lambda quote: " " * len(quote[0]), text)
    for word in _WORDS.finditer(bare):
        if not _SAID.search(bare[: word.start()]):
            yield Remark(
                path,
                "loaded-word",
                _("'{word}' takes a side, and nobody is named who says it").format(word=word[0]),
                _("Put it in quotation marks and say whose word it is, or use a plain one."),
                "warning",
            )
            return
