"""What a check says, before it has a place."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.content.reading.limits import shortened
from game.content.reading.places import Path
from game.content.reading.suggestions import closest, did_you_mean
from game.foundation.findings import Severity
from game.foundation.texts import _

_MOST_NAMED = 12


class Remark(NamedTuple):
    """Something that is wrong at a path of the scenario.

    Args:
        path: keys and indices from the top of the file.
        code: short name of the kind of finding.
        message: what is wrong, without a full stop.
        hint: what would be right, as a sentence.
        severity: `error` keeps the scenario from being played.
        at_key: whether the key that ends the path is meant, and not its value.
    """

    path: Path
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    at_key: bool = False


def known(path: Path, id_: str, ids: Iterable[str], what: str, *, at_key: bool = False) -> Iterator[Remark]:
    """Nothing if the id is one of those there are; else what was probably meant.

    Args:
        what: what the id should be of, as in "seat".
    """
    there = tuple(ids)
    if id_ in there:
        return
    named = ", ".join(there[:_MOST_NAMED]) + (", …" if len(there) > _MOST_NAMED else "")
    possible = _("Possible: {ids}.").format(ids=named) if there else _("There is none in this file.")
    yield Remark(
        path,
        "unknown-id",
        _("there is no {what} '{id}'").format(what=what, id=shortened(id_)),
        did_you_mean(closest(id_, there)) or possible,
        at_key=at_key,
    )
