"""`simulate`: many games, summed up on the screen, as JSON, or in a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from game.analysis.episodes import Progress, simulate
from game.analysis.summary import summary
from game.analysis.writing import write_csv
from game.foundation.errors import GameError
from game.foundation.texts import _
from game.match.library import open_scenario


def simulate_games(
    file: str, games: int, seed: int, policies: tuple[str, str], chunk: int, as_json: bool, out: Path | None
) -> int:
    """Play the games and say what they come to. Returns 0.

    Raises:
        GameError: the scenario or a policy cannot be used, or the file cannot be written.
    """
    opened = open_scenario(file)
    with _progress(games) as told:
        episodes = simulate(opened.tables, policies, seed, games, chunk, told)
    if out is not None:
        try:
            write_csv(episodes, out)
        except OSError as fault:
            reason = fault.strerror or str(fault)
            raise GameError(_("{path} cannot be written: {why}").format(path=out, why=reason)) from None
    found = summary(opened.tables, episodes, tuple(entry.id for entry in opened.words.endings))
    if as_json:
        click.echo(json.dumps(found))
    else:
        for line in _lines(found):
            click.echo(line)
    return 0


def _lines(found: dict[str, Any], before: str = "") -> Iterator[str]:
    for key, value in found.items():
        if isinstance(value, dict):
            yield from _lines(value, f"{before}{key}.")
        else:
            yield f"{before}{key}: {value}"


@contextmanager
def _progress(games: int) -> Iterator[Progress | None]:
    """A bar with the time left, on the error stream and only on a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Shown

    shown = Shown(
        TextColumn(_("games")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
    with shown:
        task = shown.add_task("", total=games)
        yield lambda done: shown.update(task, completed=done)
