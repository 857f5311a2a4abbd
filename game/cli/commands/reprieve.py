"""The command `reprieve` with all others below it."""

from __future__ import annotations

import click

from game.cli.commands import (
    balance,
    batches,
    classroom,
    designing,
    exchange,
    games,
    preferences,
    workshop,
)
from game.foundation.texts import marked


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    commands=[
        *games.COMMANDS,
        *classroom.COMMANDS,
        *designing.COMMANDS,
        *preferences.COMMANDS,
        *batches.COMMANDS,
        balance.balance,
        *exchange.COMMANDS,
        *workshop.COMMANDS,
    ],
)
@click.option("--version", is_flag=True, help=marked("Show the version and end."))
@click.pass_context
def reprieve(context: click.Context, version: bool) -> int | None:
    """A negotiation over sanctions relief and the release of prisoners.

    Without a command the window opens. FILE is a scenario's file or the id of one that came with the game.
    """
    if version:
        from game.cli.opening import say_version

        return say_version()
    if context.invoked_subcommand is None:
        from game.cli.opening import open_window

        return open_window()
    return None
