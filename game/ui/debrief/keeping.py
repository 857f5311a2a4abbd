"""Keeping a debrief: the page and the table of offers, side by side in a folder of the user's own."""

from __future__ import annotations

from pathlib import Path

from game.foundation.keeping import free_path, keep
from game.foundation.places import debriefs_folder
from game.match.finished import about
from game.narration.debrief import Finished
from game.narration.paper.debrief_page import debrief_page
from game.narration.paper.offers_table import offers_csv
from game.ui.playing import Playing

ENDINGS = (".html", ".csv")


def keep_debrief(playing: Playing, done: Finished) -> tuple[Path, Path]:
    """Write the page and the table beside each other, never over others.

    Raises:
        GameError: the disk refused.
    """
    transcript = playing.match.transcript()
    stem = free_path(debriefs_folder(), f"{done.scenario.id}-{playing.match.seed}", ENDINGS)
    page, table = (stem.with_name(stem.name + ending) for ending in ENDINGS)
    keep(page, debrief_page(done, about(transcript)))
    keep(table, offers_csv(done))
    return page, table
