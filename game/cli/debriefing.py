"""`debrief`: a finished game as a page to keep and as a table of its offers."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.terminal.debriefing import show_debrief
from game.foundation.errors import GameError
from game.foundation.keeping import keep
from game.foundation.results import require_apart
from game.foundation.texts import _
from game.match.finished import about, finished
from game.match.library import open_for
from game.match.replaying import replayed
from game.match.saves import load, said_of
from game.narration.paper.debrief_page import debrief_page
from game.narration.paper.offers_table import offers_csv


class NotOver(GameError):
    """A game that still goes on; its debrief would tell what is still hidden."""

    exit_status = 2


def write_debrief(
    path: Path, html: Path | None, csv: Path | None, scenario: str | None, replace: bool
) -> int:
    """Write what was asked for; show the debrief if nothing was."""
    transcript = load(path)
    opened = open_for(transcript.heading, scenario)
    with said_of(path):
        course = replayed(opened, transcript)
    if not transcript.over:
        raise NotOver(
            _("{path}: this game is not over, and its debrief would tell what is still hidden").format(
                path=path
            )
        )
    require_apart((html, csv), (path,))
    done = finished(opened, course)
    if html is None and csv is None:
        for text in show_debrief(opened, course):
            click.echo(text)
    if html is not None:
        keep(html, debrief_page(done, about(transcript)), replace=replace)
        click.echo(str(html))
    if csv is not None:
        keep(csv, offers_csv(done), replace=replace)
        click.echo(str(csv))
    return 0
