"""Commands for one game: playing it, seeing it again, and what really happened."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.commands.options import PATH, SEED, envoy_option, government_option
from game.foundation.texts import _, marked


@click.command(short_help=marked("Play a scenario, in the window or in the terminal."))
@click.argument("file", required=False)
@click.option("--seat", default=None, help=marked("Your seat: envoy, government, both, or a seat's id."))
@click.option("--text", is_flag=True, help=marked("Play in the terminal instead of the window."))
@click.option("--opponent", default="boulware", show_default=True, help=marked("Who plays the other seat."))
@click.option(
    "--seed", type=SEED, default=None, help=marked("Makes the same game again; drawn if not given.")
)
@click.option("--moves", type=PATH, default=None, help=marked("Read the moves from a file, one a line."))
@click.option("--resume", is_flag=True, help=marked("Go on with the game that was played last."))
@click.option("--load", "saved", default=None, help=marked("Go on with a saved game: its name or its file."))
def play(
    file: str | None, seat: str | None, text: bool, opponent: str, seed: int | None,
    moves: Path | None, resume: bool, saved: str | None,
) -> int:  # fmt: skip
    """Play a scenario, in the window or (with --text or --moves) in the terminal."""
    from game.cli.playing import Wishes, play_game

    return play_game(Wishes(file, seat, text, opponent, seed, moves, resume, saved))


@click.command()
@click.argument("transcript", type=PATH)
@click.option("--verify", is_flag=True, help=marked("Only check that it plays again to the last bit."))
@click.option("--window", is_flag=True, help=marked("Scrub through a finished game in the window."))
@click.option("--scenario", default=None, help=marked("The scenario, if it did not come with the game."))
def replay(transcript: Path, verify: bool, window: bool, scenario: str | None) -> int:
    """Show a game that was played, and check it."""
    from game.cli.looking_back import show_replay, show_replay_in_window

    if window and verify:
        raise click.UsageError(_("--window shows a game and --verify only checks it: choose one."))
    if window:
        return show_replay_in_window(transcript, scenario)
    return show_replay(transcript, verify, scenario)


@click.command()
@click.argument("file")
@click.option("--seed", type=SEED, required=True, help=marked("The seed of the batch."))
@click.option(
    "--game", type=click.IntRange(0), required=True, help=marked("The game's number in it, from 0.")
)
@envoy_option
@government_option
@click.option(
    "--out", type=PATH, default=None, help=marked("Write the transcript here instead of showing it.")
)
@click.option(
    "--without", "ban", default="",
    help=marked("What may not be done in it, as in issue.potash: see balance --restricted."),
)  # fmt: skip
def trace(file: str, seed: int, game: int, envoy: str, government: str, out: Path | None, ban: str) -> int:
    """Turn one game of a batch into a transcript."""
    from game.cli.looking_back import trace_game

    return trace_game(file, seed, game, (envoy, government), out, ban)


@click.command(short_help=marked("Play what really happened."))
@click.argument("file")
@click.option("--seeds", type=click.IntRange(1, 10**6), default=1, show_default=True,
              help=marked("Play it under so many seeds and see that the course is the same."))  # fmt: skip
def history(file: str, seeds: int) -> int:
    """Play what really happened, and say which steps the model itself would have refused."""
    from game.cli.remembering import show_history

    return show_history(file, seeds)


COMMANDS = (play, replay, trace, history)
