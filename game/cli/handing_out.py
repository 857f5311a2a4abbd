"""`handout`: pages for a lesson."""

from __future__ import annotations

from pathlib import Path

import click

from game.classroom.handout import write_handout
from game.match.library import open_scenario


def write_pages(file: str, folder: Path, replace: bool) -> int:
    """Write the pages of a scenario and say which."""
    for path in write_handout(open_scenario(file), folder, replace=replace):
        click.echo(str(path))
    return 0
