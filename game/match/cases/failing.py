"""A test case that does not come out as expected, and where it says so."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.reading.places import Path
from game.content.reading.suggestions import closest, did_you_mean
from game.foundation.texts import _


class Failed(Exception):
    """What went otherwise.

    Args:
        path: where in the file of cases it was expected.
        message: what is so instead, without a full stop.
        hint: what may be meant, as a sentence; may be empty.
    """

    def __init__(self, path: Path, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.hint = hint


def known(path: Path, id_: str, ids: Iterable[str], what: str) -> None:
    """Raises Failed if an id is none of those there are."""
    there = tuple(ids)
    if id_ not in there:
        hint = did_you_mean(closest(id_, there)) or _("Possible: {ids}.").format(ids=", ".join(there[:12]))
        raise Failed(path, _("there is no {what} '{id}'").format(what=what, id=id_), hint)
