"""Commands for a lesson: pages before a game and after it."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.commands.options import PATH
from game.foundation.texts import marked


@click.command(short_help=marked("Write briefs, facts and a teacher's card to print."))
@click.argument("file")
@click.option("--out", type=PATH, required=True, help=marked("The folder for the pages."))
@click.option("--replace", is_flag=True, help=marked("Replace pages that are there already."))
def handout(file: str, out: Path, replace: bool) -> int:
    """Write a brief for each seat, the facts, and a card for whoever leads the lesson, as HTML to print."""
    from game.cli.handing_out import write_pages

    return write_pages(file, out, replace)


@click.command(short_help=marked("Write the debrief of a game as a page and its offers as a table."))
@click.argument("transcript", type=PATH)
@click.option("--html", type=PATH, default=None, help=marked("Write the debrief here, as one HTML file."))
@click.option("--csv", "table", type=PATH, default=None, help=marked("Write the offers here, as CSV."))
@click.option("--scenario", default=None, help=marked("The scenario, if it did not come with the game."))
@click.option("--replace", is_flag=True, help=marked("Replace files that are there already."))
def debrief(
    transcript: Path, html: Path | None, table: Path | None, scenario: str | None, replace: bool
) -> int:
    """Write the debrief of a finished game as a page with its pictures, and its offers as a table.

    With neither --html nor --csv the debrief is shown in the terminal.
    """
    from game.cli.debriefing import write_debrief

    return write_debrief(transcript, html, table, scenario, replace)


COMMANDS = (handout, debrief)
