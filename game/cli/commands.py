"""What can be typed after `reprieve`. Each command is a few lines that call a module imported then."""

from __future__ import annotations

from pathlib import Path

import click

from game.foundation.texts import marked

_SEED = click.IntRange(0, 2**64 - 1)
_PATH = click.Path(path_type=Path)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
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


@reprieve.command()
@click.argument("file", required=False)
@click.option("--seat", default=None, help=marked("Your seat: envoy, government, both, or a seat's id."))
@click.option("--text", is_flag=True, help=marked("Play in the terminal instead of the window."))
@click.option("--opponent", default="boulware", show_default=True, help=marked("Who plays the other seat."))
@click.option(
    "--seed", type=_SEED, default=None, help=marked("Makes the same game again; drawn if not given.")
)
@click.option("--moves", type=_PATH, default=None, help=marked("Read the moves from a file, one a line."))
@click.option("--resume", is_flag=True, help=marked("Go on with the game that was played last."))
@click.option("--load", "saved", default=None, help=marked("Go on with a saved game: its name or its file."))
def play(
    file: str | None, seat: str | None, text: bool, opponent: str, seed: int | None,
    moves: Path | None, resume: bool, saved: str | None,
) -> int:  # fmt: skip
    """Play a scenario, in the window or (with --text or --moves) in the terminal."""
    from game.cli.playing import Wishes, play_game

    return play_game(Wishes(file, seat, text, opponent, seed, moves, resume, saved))


@reprieve.command()
@click.argument("file")
@click.option(
    "--games", type=click.IntRange(1, 10**8), default=1000, show_default=True, help=marked("How many.")
)
@click.option("--seed", type=_SEED, default=1, show_default=True, help=marked("Makes the same games again."))
@click.option("--envoy", default="boulware", show_default=True, help=marked("Policy of the first seat."))
@click.option(
    "--government", default="boulware", show_default=True, help=marked("Policy of the second seat.")
)
@click.option("--chunk", type=click.IntRange(1, 10**6), default=8192, show_default=True,
              help=marked("Games at a time; changes nothing but speed and memory."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
@click.option("--out", type=_PATH, default=None, help=marked("Write one row a game into a CSV file."))
def simulate(
    file: str, games: int, seed: int, envoy: str, government: str, chunk: int, as_json: bool, out: Path | None
) -> int:
    """Play many games between policies and sum them up."""
    from game.cli.simulating import simulate_games

    return simulate_games(file, games, seed, (envoy, government), chunk, as_json, out)


@reprieve.command()
@click.argument("files", nargs=-1, required=True)
def check(files: tuple[str, ...]) -> int:
    """Say everything that is wrong with scenario files, with file, line and column."""
    from game.cli.checking import check_files

    return check_files(files)


@reprieve.command()
@click.argument("transcript", type=_PATH)
@click.option("--verify", is_flag=True, help=marked("Only check that it plays again to the last bit."))
@click.option("--scenario", default=None, help=marked("The scenario, if it did not come with the game."))
def replay(transcript: Path, verify: bool, scenario: str | None) -> int:
    """Show a game that was played, and check it."""
    from game.cli.looking_back import show_replay

    return show_replay(transcript, verify, scenario)


@reprieve.command()
@click.argument("file")
@click.option("--seed", type=_SEED, required=True, help=marked("The seed of the batch."))
@click.option(
    "--game", type=click.IntRange(0), required=True, help=marked("The game's number in it, from 0.")
)
@click.option("--envoy", default="boulware", show_default=True, help=marked("Policy of the first seat."))
@click.option(
    "--government", default="boulware", show_default=True, help=marked("Policy of the second seat.")
)
@click.option(
    "--out", type=_PATH, default=None, help=marked("Write the transcript here instead of showing it.")
)
def trace(file: str, seed: int, game: int, envoy: str, government: str, out: Path | None) -> int:
    """Turn one game of a batch into a transcript."""
    from game.cli.looking_back import trace_game

    return trace_game(file, seed, game, (envoy, government), out)


@reprieve.command()
@click.argument("file")
@click.option("--seeds", type=click.IntRange(1, 10**6), default=1, show_default=True,
              help=marked("Play it under so many seeds and see that the course is the same."))  # fmt: skip
def history(file: str, seeds: int) -> int:
    """Play what really happened, and say which steps the model itself would have refused."""
    from game.cli.remembering import show_history

    return show_history(file, seeds)


@reprieve.command()
@click.option("--write", is_flag=True, help=marked("Write the playthroughs anew instead of comparing."))
@click.option("--dir", "folder", type=_PATH, default=Path("tests/golden"), show_default=True,
              help=marked("Where they lie."))  # fmt: skip
def golden(write: bool, folder: Path) -> int:
    """Compare the recorded playthrough of each scenario with what the program does now."""
    from game.cli.goldens import compare_goldens

    return compare_goldens(folder, write)


@reprieve.command()
@click.option("--out", type=_PATH, required=True, help=marked("The folder for the pictures."))
def screens(out: Path) -> int:
    """Draw every screen of the window into a PNG file, without a display."""
    from game.cli.opening import draw_screens

    return draw_screens(out)
