"""`golden`: one recorded playthrough of each scenario, line by line, against what the program does now."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from game.foundation.errors import GameError
from game.foundation.results import put
from game.foundation.texts import _
from game.match.library import open_scenario, shipped
from game.match.playthrough import playthrough

_MOST_LINES = 20


def compare_goldens(folder: Path, write: bool) -> int:
    """Compare, or write anew, the playthrough of every scenario that came with the game.

    Returns: 1 if one differs or is missing.
    """
    if not folder.is_dir() and not write:
        raise GameError(_("there is no folder {folder}; name it with --dir").format(folder=folder))
    differs = False
    for path in shipped():
        target = folder / f"{path.stem}.txt"
        now = playthrough(open_scenario(path))
        if write:
            folder.mkdir(parents=True, exist_ok=True)
            put(target, now.encode())
            click.echo(_("written: {path}").format(path=target))
        elif changes := list(_changes(target, now)):
            differs = True
            for line in changes[:_MOST_LINES]:
                click.echo(line)
        else:
            click.echo(_("same: {path}").format(path=target))
    return int(differs)


def _changes(target: Path, now: str) -> Iterator[str]:
    recorded = target.read_text(encoding="utf-8") if target.is_file() else ""
    return difflib.unified_diff(
        recorded.splitlines(), now.splitlines(), str(target), _("now"), lineterm="", n=1
    )
