"""The pages for a lesson, written into a folder."""

from __future__ import annotations

from pathlib import Path

from game.classroom.facilitator import facilitator_card
from game.classroom.sheets import brief_sheet, fact_sheet
from game.foundation.keeping import NotWritten, keep
from game.foundation.texts import _
from game.match.library import Opened


def pages(opened: Opened) -> dict[str, str]:
    """Every page by the name of its file."""
    briefs = {f"brief-{seat.id}.html": brief_sheet(opened, n) for n, seat in enumerate(opened.words.seats)}
    return {**briefs, "facts.html": fact_sheet(opened), "facilitator.html": facilitator_card(opened)}


def write_handout(opened: Opened, folder: Path, *, replace: bool = False) -> list[Path]:
    """Write all pages; none if one of their names is taken.

    Args:
        folder: made if need be.
        replace: whether pages that are there already may be replaced.

    Returns: the files.

    Raises:
        NotWritten: a file is there already, or the disk refused.
    """
    written = {folder / name: text for name, text in pages(opened).items()}
    taken = [path for path in written if path.exists()]
    if taken and not replace:
        raise NotWritten(
            _("{path} exists already; nothing was written. Choose another folder, or say --replace").format(
                path=taken[0]
            )
        )
    for path, text in written.items():
        keep(path, text, replace=replace)
    return list(written)
